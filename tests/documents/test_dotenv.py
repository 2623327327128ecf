"""Environment files → nodes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reglint.documents.dotenv import read_dotenv
from reglint.documents.lookup import plain, walk

VALUES = {
    "nothing": ("# a=1\n\n", {}),
    "pair": ("A=1", {"A": "1"}),
    "export": ("export A=1\nexport=2", {"A": "1", "export": "2"}),
    "colon": ("A: 1", {"A": "1"}),
    "blanks": ("  A = b  c \t\n", {"A": "b  c"}),
    "name alone": ("A\nB # c\n", {"A": None, "B": None}),
    "no value": ("A=\nB= # c\nC=", {"A": "", "B": "", "C": ""}),
    "comment": ("A=b # c\nB=b#c\nC=#d", {"A": "b", "B": "b#c", "C": "#d"}),
    "single quotes": ("A='b # \"c\" \\n'", {"A": 'b # "c" \\n'}),
    "escape in single quotes": (r"A='Let\'s'", {"A": "Let's"}),
    "double quotes": ("A=\"b # 'c'\" # d", {"A": "b # 'c'"}),
    "escapes in double quotes": (r'A="b\n\r\t\"\\\$"', {"A": 'b\n\r\t"\\$'}),
    "several lines": ("A=\"b\n c\"\nB='\n'", {"A": "b\n c", "B": "\n"}),
    "variables": ("A=${B:-c}/$D\nE=\"${F}\"\nG='${H}'", {"A": "${B:-c}/$D", "E": "${F}", "G": "${H}"}),
    "backslashes": ("A=C:\\dir\\\nB=1", {"A": "C:\\dir\\", "B": "1"}),
    "URL": ("A=https://u:p@h/?a=b&c#d", {"A": "https://u:p@h/?a=b&c#d"}),
    "names": ("a.b-c[0]=1\n中=2", {"a.b-c[0]": "1", "中": "2"}),
    "lines of Windows": ("A=1\r\nB='2'\r\n", {"A": "1", "B": "2"}),
}


@pytest.mark.parametrize(("text", "value"), VALUES.values(), ids=VALUES)
def test_a_text_says_these_values(text: str, value: object) -> None:
    reading = read_dotenv(text, "f")
    assert ([plain(root) for root in reading.roots], reading.diagnostics) == ([value], ())


PLACES = {
    "pair": ("AB = x # y", {"": (1, 1, 1, 1), "/AB": (1, 1, 1, 6)}),
    "export": (" export A=x", {"": (1, 1, 1, 1), "/A": (1, 9, 1, 11)}),
    "quotes": ("A= 'x'", {"": (1, 1, 1, 1), "/A": (1, 1, 1, 4)}),
    "no value": ("A=\nB", {"": (1, 1, 1, 1), "/A": (1, 1, 1, 3), "/B": (2, 1, 2, 2)}),
    "after several lines": ("A='\n\n'\nB=x", {"": (1, 1, 1, 1), "/A": (1, 1, 1, 3), "/B": (4, 1, 4, 3)}),
}


@pytest.mark.parametrize(("text", "places"), PLACES.values(), ids=PLACES)
def test_every_key_and_value_has_its_place(text: str, places: dict[str, tuple[int, int, int, int]]) -> None:
    (root,) = read_dotenv(text, "f").roots
    nodes = (node for _, node in walk(root))
    assert {n.pointer: (n.key_line, n.key_column, n.line, n.column) for n in nodes} == places


def test_of_two_equal_names_the_last_one_holds() -> None:
    reading = read_dotenv("A=1\nA=2", "f")
    message = '"A" stands twice; this one is taken and that of line 1 dropped. Keep one of them.'
    assert [plain(root) for root in reading.roots] == [{"A": "2"}]
    assert [str(one) for one in reading.diagnostics] == [f"f:2:1: warning[dotenv-duplicate-key] {message}"]


REFUSED = {
    "blank in a name": ("a b=1", (1, 3), '"b" can\'t stand in a name. Write NAME=value, a line each.'),
    "no name": ("A=1\n=1", (2, 1), '"=" can\'t stand in a name. Write NAME=value, a line each.'),
    "control character": ("A\x01=1", (1, 2), "U+0001 can't stand in a name. Write NAME=value, a line each."),
    "no end": ("A=1\nB='x\n", (2, 3), "this ' has no end."),
    "more behind the quotes": (
        'A="x"y',
        (1, 6),
        "something follows the closing quote. Put all of the value into the quotes.",
    ),
}


@pytest.mark.parametrize(("text", "where", "message"), REFUSED.values(), ids=REFUSED)
def test_a_text_is_refused_with_its_place(text: str, where: tuple[int, int], message: str) -> None:
    reading = read_dotenv(text, "f")
    place = f"f:{where[0]}:{where[1]}"
    assert (reading.roots, [str(one) for one in reading.diagnostics]) == (
        (),
        [f"{place}: error[dotenv-syntax] No environment file: {message}"],
    )


def test_a_template_is_called_one() -> None:
    (said,) = read_dotenv("A=1\n{% if a %}", "f").diagnostics
    assert (said.code, said.line) == ("dotenv-template", 2)


@given(st.text(st.characters(exclude_categories=["Cs"])))
@settings(max_examples=200, deadline=None)
def test_every_text_survives_in_quotes(value: str) -> None:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    (root,) = read_dotenv(f'KEY="{escaped}"', "f").roots
    assert plain(root) == {"KEY": value}
