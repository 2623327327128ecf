from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reglint.facts.placeholder import Resolved, Style, resolve

KNOWN = {"a": "1", "b": "${a}2", "loop": "${loop}", "x": "${y}", "y": "${x}", "deep": "${b}${b}"}

RESOLVED: list[tuple[Style, str, Resolved]] = [
    ("spring", "plain", Resolved("plain")),
    ("spring", "$a and {a}", Resolved("$a and {a}")),
    ("spring", "${a}", Resolved("1")),
    ("spring", "v${b}w", Resolved("v12w")),
    ("spring", "${deep}", Resolved("1212")),
    ("spring", "${n:30}", Resolved("30", ("n",))),
    ("spring", "${n:}", Resolved("", ("n",))),
    ("spring", "${n:-1}", Resolved("-1", ("n",))),
    ("spring", "${a:9}", Resolved("1")),
    ("spring", "${n:${a}}", Resolved("1", ("n",))),
    ("spring", "${n:${m:5}}", Resolved("5", ("n", "m"))),
    ("spring", "${n:jdbc:mysql://h/d}", Resolved("jdbc:mysql://h/d", ("n",))),
    ("spring", "${n}", Resolved("${n}", open=("n",))),
    ("spring", "${n:${m}}", Resolved("${m}", ("n",), ("m",))),
    ("spring", "${n}${n}${m}", Resolved("${n}${n}${m}", open=("n", "m"))),
    ("spring", "${${a}}", Resolved("${${a}}", open=("${a}",))),
    ("spring", "a ${n", Resolved("a ${n")),
    ("spring", "${n:${m}", Resolved("${n:${m}")),
    ("spring", "${loop}", Resolved("${loop}", open=("loop",))),
    ("logback", "${n:-30}", Resolved("30", ("n",))),
    ("logback", "${n:30}", Resolved("${n:30}", open=("n:30",))),
    ("logback", "${n:-${m:-7}}", Resolved("7", ("n", "m"))),
    ("shell", "${n:-30}", Resolved("30", ("n",))),
    ("shell", "${n-30}", Resolved("30", ("n",))),
    ("shell", "${n:?is wanted}", Resolved("${n:?is wanted}", open=("n",))),
    ("shell", "${n:+other}", Resolved("${n:+other}", open=("n",))),
    ("shell", "${no name}", Resolved("${no name}", open=("no name",))),
    ("either", "${n:-30}", Resolved("30", ("n",))),
    ("either", "${n:30}", Resolved("30", ("n",))),
    ("either", "${n}", Resolved("${n}", open=("n",))),
]


@pytest.mark.parametrize(
    ("style", "text", "wanted"), RESOLVED, ids=[f"{style} {text}" for style, text, _ in RESOLVED]
)
def test_a_placeholder(style: Style, text: str, wanted: Resolved) -> None:
    assert resolve(text, KNOWN.get, style=style) == wanted


def test_values_that_name_each_other_end() -> None:
    assert resolve("${x}", KNOWN.get).open in (("x",), ("y",))


def test_values_that_repeat_each_other_do_not_grow_beyond_a_bound() -> None:
    assert len(resolve("${a}", lambda _name: "${a}${b}" * 50).text) < 1_000_000


def test_the_note_names_what_would_change_the_value() -> None:
    assert resolve("${A:1}-${B:2}", KNOWN.get).note == "unless A or B is set"
    assert resolve("${a}", KNOWN.get).note == ""


@given(st.text(alphabet="${}:-ab", max_size=30))
def test_any_text_is_resolved(text: str) -> None:
    resolved = resolve(text, KNOWN.get)
    assert resolved == resolve(resolved.text, KNOWN.get) or resolved.assumed or resolved.open
