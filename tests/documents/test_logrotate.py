"""Configuration of logrotate → nodes."""

from __future__ import annotations

import pytest

from reglint.documents.logrotate import read_logrotate
from reglint.documents.lookup import plain

VALUES = {
    "nothing": ("# a\n", {}),
    "global": (
        "weekly\nrotate 4\ninclude /etc/logrotate.d\n",
        {"global": {"weekly": [None], "rotate": ["4"], "include": ["/etc/logrotate.d"]}},
    ),
    "block": (
        "/a/*.log {\n  daily\n  rotate 7 # a week\n}\n",
        {"blocks": [{"paths": "/a/*.log", "settings": {"daily": [None], "rotate": ["7"]}}]},
    ),
    "several paths": (
        '/a "/b c"\n/d\n{\n size=1M\n}',
        {"blocks": [{"paths": '/a "/b c"\n/d', "settings": {"size": ["1M"]}}]},
    ),
    "empty": ("/a {}", {"blocks": [{"paths": "/a", "settings": {}}]}),
    "script": (
        "/a {\n postrotate\n  kill {\n  }\n endscript\n missingok\n}",
        {"blocks": [{"paths": "/a", "settings": {"missingok": [None]}}]},
    ),
}


@pytest.mark.parametrize(("text", "value"), VALUES.values(), ids=VALUES)
def test_a_text_says_these_values(text: str, value: object) -> None:
    reading = read_logrotate(text, "f")
    assert ([plain(root) for root in reading.roots], reading.diagnostics) == ([value], ())


REFUSED = {
    "no brace": ("weekly\n/a\n/b\n", (2, 1)),
    "no end": ("/a {\n daily\n", (1, 1)),
    "settings beside the brace": ("/a { daily\n}", (1, 1)),
    "no setting": ("a b\n=c", (2, 1)),
    "template": ("a b\n{{ c }}", (2, 1)),
}


@pytest.mark.parametrize(("text", "where"), REFUSED.values(), ids=REFUSED)
def test_a_text_is_refused_with_its_place(text: str, where: tuple[int, int]) -> None:
    reading = read_logrotate(text, "f")
    assert reading.roots == ()
    assert [(one.line, one.column) for one in reading.diagnostics] == [where]
