from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reglint.language.glob import check_glob, glob_matches


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        ("prod-*", "prod-eu", True),
        ("prod-*", "prod-", True),
        ("prod-*", "test-prod-eu", False),
        ("*.example.com", "a.b.example.com", True),
        ("*.example.com", "example.com", False),
        ("?", "中", True),
        ("?", "", False),
        ("?", "ab", False),
        ("a*b*c", "a-b-b-c", True),
        ("a*b*c", "a-c-b", False),
        ("*", "", True),
        ("a", "a", True),
        ("a", "aa", False),
        ("/var/*", "/var/log/app.log", True),
        ("a\nb*", "a\nbc", True),
    ],
)
def test_a_glob_is_about_the_whole_text(pattern: str, text: str, matches: object) -> None:
    assert glob_matches(pattern, text) is matches


@given(st.text("ab*?", min_size=1, max_size=12), st.text("abc", max_size=20))
def test_a_glob_is_the_regular_expression_that_it_stands_for(pattern: str, text: str) -> None:
    expression = "".join({"*": ".*", "?": "."}.get(sign, sign) for sign in pattern)
    assert glob_matches(pattern, text) is bool(re.fullmatch(expression, text))


class Counted(str):
    """A text that counts how many of its characters are looked at."""

    __slots__ = ("looks",)

    def __iter__(self) -> Counted:
        self.looks = 0
        return self

    def __next__(self) -> str:
        if self.looks == len(self):
            raise StopIteration
        self.looks += 1
        return self[self.looks - 1]


def test_every_character_is_looked_at_once() -> None:
    text = Counted("a" * 10_000)
    assert (glob_matches("*a" * 100 + "b", text), text.looks) == (False, 10_000)


@pytest.mark.parametrize("pattern", ["", "a" * 257, "[ab]", "{a,b}", "a\\*", "a**"])
def test_a_pattern_of_another_notation_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="write"):
        check_glob(pattern)


def test_a_pattern_may_be_long() -> None:
    check_glob("a*" * 128)
