from __future__ import annotations

import pytest

from reglint.report.visible import visible

SHOWN = [
    ("words", "LOG 日志", "LOG 日志"),
    ("line ends and tabs", "a\r\nb\tc", "a  b c"),
    ("escape sequences", "\x1b[31m", "�[31m"),
    ("control characters of Latin-1", "\x9b31m", "�31m"),
    ("characters that turn text around", "a\u202eb", "a�b"),
    ("line separators", "a\u2028b\u0085c", "a�b�c"),
    ("half a character", "caf\udce9", "caf�"),
    ("private use", "\ue000", "�"),
]


@pytest.mark.parametrize(("text", "shown"), [row[1:] for row in SHOWN], ids=[row[0] for row in SHOWN])
def test_what_a_terminal_may_see(text: str, shown: str) -> None:
    assert visible(text) == shown
