"""Laws of lists that may be longer than was seen, and of conditions that say the same of a list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reglint.language.evaluator import evaluate
from reglint.language.parser import parse
from reglint.model.fact import Record, Unknown
from reglint.model.verdict import Reason

U = Unknown(Reason.UNRESOLVED)

Platform: TypeAlias = Callable[[object], Record]

BOOLS = st.sampled_from([True, False, U])
NUMBERS = st.sampled_from([0, 1, 2, U])
ELEMENTS = st.fixed_dictionaries({"p": BOOLS, "q": BOOLS, "n": NUMBERS, "m": st.lists(NUMBERS, max_size=2)})
KINDS = st.sampled_from(["closed", "observed", "register"])
RELATIONS = st.sampled_from(["<", "<=", ">", ">=", "==", "!="])

GUARDS = st.sampled_from(["true", "x.p", "!x.q", "x.n == 1", "x.m.exists(y, y == x.n)", "x.n in x.m"])
ALIKE: Mapping[str, tuple[str, str]] = {
    "there is one": ("size(l.filter(x, {0})) > 0", "l.exists(x, {0})"),
    "there is none": ("size(l.filter(x, {0})) == 0", "!l.exists(x, {0})"),
    "there is exactly one": ("size(l.filter(x, {0})) == 1", "l.exists_one(x, {0})"),
    "there is not exactly one": ("l.filter(x, {0}).size() != 1", "!l.exists_one(x, {0})"),
    "there is one of several kinds": (
        "size(l.filter(x, x.p).filter(x, {0})) >= 1",
        "l.filter(x, x.p).exists(x, {0})",
    ),
    "a number is there": ("1 in k", "k.exists(x, x == 1)"),
    "a number is not there": ("!(1 in k)", "size(k.filter(x, x == 1)) < 1"),
}


DOCUMENTS = st.builds(
    lambda kind, elements, numbers: {"l": {kind: elements}, "k": {kind: numbers}},
    KINDS,
    st.lists(ELEMENTS, max_size=3),
    st.lists(NUMBERS, max_size=3),
)


@pytest.mark.parametrize("pair", ALIKE.values(), ids=ALIKE)
@given(GUARDS, DOCUMENTS)
@settings(max_examples=60)
def test_what_says_the_same_comes_to_the_same(
    platform: Platform, pair: tuple[str, str], guard: str, document: object
) -> None:
    facts = platform(document)
    one, other = (_verdict(source.format(guard), facts) for source in pair)
    assert one == other


def _conditions() -> st.SearchStrategy[str]:
    counted = st.sampled_from(["size(l)", "size(k)", "max(k)", "min(k)", "sum(k)", "size(l.filter(x, x.p))"])
    quantified = st.tuples(st.sampled_from(["exists", "exists_one"]), GUARDS)
    atoms = st.one_of(
        st.tuples(counted, RELATIONS, st.integers(0, 3)).map(lambda three: " ".join(map(str, three))),
        st.tuples(counted, RELATIONS, counted).map(" ".join),
        quantified.map(lambda pair: f"l.{pair[0]}(x, {pair[1]})"),
        quantified.map(lambda pair: f"l.filter(x, x.q).{pair[0]}(x, {pair[1]})"),
        st.sampled_from(["1 in k", "k == [1, 2]", "k != [1]", "k in [[0], [1]]", "k == k"]),
    )
    return st.recursive(
        atoms,
        lambda inner: st.one_of(
            inner.map(lambda condition: f"!({condition})"),
            st.tuples(inner, st.sampled_from(["&&", "||"]), inner).map(
                lambda p: f"(({p[0]}) {p[1]} ({p[2]}))"
            ),
        ),
        max_leaves=3,
    )


@st.composite
def growing(draw: st.DrawFn) -> Iterator[object]:
    """Two platforms with lists that were only observed: in the second, there is one element more of each."""
    before, after = {}, {}
    for name, drawn in (("l", ELEMENTS), ("k", NUMBERS)):
        items = draw(st.lists(drawn, max_size=3))
        at = draw(st.integers(0, len(items)))
        before[name] = {"observed": items}
        after[name] = {"observed": [*items[:at], draw(drawn), *items[at:]]}
    return iter((before, after))


@given(_conditions(), growing())
@settings(max_examples=400)
def test_what_more_elements_could_change_is_not_decided(
    platform: Platform, source: str, documents: Iterator[object]
) -> None:
    """`all` is not among the conditions: of a list that was only observed it speaks of what was seen."""
    before, after = (_verdict(source, platform(document)) for document in documents)
    assert before is None or before == after


def _verdict(source: str, facts: Record) -> object:
    """What a condition comes to; None where it is unknown."""
    tree = parse(source)
    assert not isinstance(tree, tuple)
    value = evaluate(tree, facts, now=dt.date(2026, 11, 24)).value
    return None if isinstance(value, Unknown) else value
