"""A line with carets, and what it must not show."""

from __future__ import annotations

import pytest
from tests.nodes import at_pointer

from reglint.documents.snippet import excerpt
from reglint.documents.yaml import read_yaml
from reglint.model.place import Place

SHOWN = {
    "value": ("a: 12\n", (1, 4, 2), "a: 12", "   ^^"),
    "second line": ("a: 1\r\nb: 2\r\n", (2, 4, 1), "b: 2", "   ^"),
    "no length": ("a: 1", (1, 1, 0), "a: 1", "^"),
    "past the end": ("a:", (1, 3, 0), "a:", "  ^"),
    "length past the end": ("a: |\n  x\n  y", (2, 3, 7), "  x", "  ^"),
    "tab": ("\ta:\tx", (1, 5, 1), "    a:  x", "        ^"),
    "wide characters": ("中文: 值", (1, 5, 1), "中文: 值", "      ^^"),
    "combining character": ("e\u0301: x", (1, 5, 1), "e\u0301: x", "   ^"),
    "byte order mark": ("\ufeffa: 1", (1, 4, 1), "a: 1", "   ^"),
    "terminal codes": ("a: \x1b[31m\u202e", (1, 4, 1), "a: �[31m�", "   ^"),
    "no such line": ("a", (9, 1, 1), "", ""),
    "empty line": ("\n", (1, 1, 0), "", "^"),
}


@pytest.mark.parametrize(("text", "place", "source", "marker"), SHOWN.values(), ids=SHOWN)
def test_a_line_is_shown_with_carets(
    text: str, place: tuple[int, int, int], source: str, marker: str
) -> None:
    shown = excerpt(text, _place(*place))
    assert (shown.source, shown.marker) == (source, marker)


CUT = {
    "start": ("x" * 30, 1, "xxxxxxxxxxxxxxxxxx…", "^"),
    "middle": ("x" * 30 + "y" + "z" * 30, 31, "…xxxxxxyzzzzzzzzzzz…", "       ^"),
    "end": ("x" * 30 + "y", 31, "…xxxxxxxxxxxxxxxxxy", " " * 18 + "^"),
    "wide": ("中" * 30, 15, "…中中中中中中中中中…", "       ^^"),
}


@pytest.mark.parametrize(("text", "column", "source", "marker"), CUT.values(), ids=CUT)
def test_a_long_line_is_cut_around_the_place(text: str, column: int, source: str, marker: str) -> None:
    shown = excerpt(text, _place(1, column, 1), width=20)
    assert (shown.source, shown.marker) == (source, marker)


REDACTED = {
    "value": ("a: hunter2", (1, 4, 7), [(1, 4, 7)], "a: ‹redacted›", "   ^^^^^^^^^^"),
    "place beside it": ("a: hunter2 b", (1, 12, 1), [(1, 4, 7)], "a: ‹redacted› b", "              ^"),
    "place inside it": ("a: hunter2", (1, 6, 2), [(1, 4, 7)], "a: ‹redacted›", "   ^^^^^^^^^^"),
    "two that overlap": ("a: hunter2", (1, 1, 1), [(1, 4, 4), (1, 6, 5)], "a: ‹redacted›", "^"),
    "other line": ("a: hunter2\nb: 1", (2, 4, 1), [(1, 4, 7)], "b: 1", "   ^"),
    "second line of it": ("a: |\n  one\n  two\nb: 1", (3, 3, 0), [(2, 3, 9)], "‹redacted›", "^^^^^^^^^^"),
    "line after it": ("a: |\n  one\n  two\nb: 1", (4, 1, 0), [(2, 3, 9)], "b: 1", "^"),
    "credential": ("url: redis://:pw@host", (1, 1, 3), [], "url: redis://‹redacted›@host", "^^^"),
}


@pytest.mark.parametrize(("text", "place", "redactions", "source", "marker"), REDACTED.values(), ids=REDACTED)
def test_a_redacted_span_is_never_shown(
    text: str, place: tuple[int, int, int], redactions: list[tuple[int, int, int]], source: str, marker: str
) -> None:
    shown = excerpt(text, _place(*place), [_place(*redaction) for redaction in redactions])
    assert (shown.source, shown.marker) == (source, marker)


SECRETS = {
    "block": "key: |\n  canary\n  canary\n  canary\nb: 1",
    "folded": "key: >-\n  canary\n\n  canary\nb: 1",
    "escapes": 'key: "canary\\\n  \\u0041canary\n\n   canary"\nb: 1',
    "plain over lines": "key: canary\n  canary\n   canary\nb: 1",
    "Windows": "key: |\r\n  canary\r\n  canary\r\nb: 1",
}


@pytest.mark.parametrize("text", SECRETS.values(), ids=SECRETS)
def test_a_secret_over_several_lines_shows_on_none_of_them(text: str) -> None:
    (root,) = read_yaml(text, "f").roots
    node = at_pointer(root, "/key")
    assert node is not None
    lines = range(1, len(text.splitlines()) + 1)
    shown = [excerpt(text, _place(line, 1, 0), [node.place("f")]).source for line in lines]
    assert "canary" not in "".join(shown)
    assert shown[-1] == "b: 1"


def _place(line: int, column: int, length: int) -> Place:
    return Place("f", line, column, length=length)
