from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reglint.report.columns import columns, padded, wrapped

LINES = [
    ("words", "one two three", 8, ["one two", "three"]),
    ("a long word", "a https://example.org/long b", 10, ["a", "https://example.org/long", "b"]),
    ("characters", "网络日志留存", 8, ["网络日志", "留存"]),
    ("closing punctuation", "网络日志，留存", 8, ["网络日", "志，留存"]),
    ("opening punctuation", "网络日（志）", 8, ["网络日", "（志）"]),
    ("both scripts", "保存6个月 or more", 8, ["保存6个", "月 or", "more"]),
    ("nothing", "", 8, [""]),
    ("spaces only", "   ", 8, [""]),
]


@pytest.mark.parametrize(
    ("text", "width", "lines"), [row[1:] for row in LINES], ids=[row[0] for row in LINES]
)
def test_a_text_is_wrapped_in_columns(text: str, width: int, lines: list[str]) -> None:
    assert list(wrapped(text, width=width)) == lines


def test_every_line_is_indented() -> None:
    assert list(wrapped("one two", width=7, first="- ", rest="  ")) == ["- one", "  two"]


@given(st.text(alphabet="ab 网志，（）。", max_size=60), st.integers(4, 20))
def test_nothing_but_spaces_is_lost_and_lines_are_as_wide_as_told(text: str, width: int) -> None:
    lines = list(wrapped(text, width=width))
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(columns(line) <= width or len(line.split()) == 1 for line in lines)


def test_padding_counts_columns() -> None:
    assert (padded("法", 4), padded("law", 4), padded("longer", 4)) == ("法  ", "law ", "longer")
