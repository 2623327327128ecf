"""Laws that hold for every expression and every platform."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from decimal import Decimal
from random import Random
from typing import TypeAlias

from hypothesis import given
from hypothesis import strategies as st

from reglint.language.evaluator import evaluate
from reglint.language.names import facts_read
from reglint.language.outcome import Outcome
from reglint.language.parser import parse
from reglint.language.render import render
from reglint.language.scope import FUEL
from reglint.language.syntax import (
    MACROS,
    Binary,
    Call,
    Conditional,
    Expression,
    Index,
    ListLiteral,
    Literal,
    Macro,
    Member,
    Method,
    Name,
    Unary,
)
from reglint.language.witness import Witness, judge
from reglint.model.duration import Duration, DurationKind
from reglint.model.fact import Record, Unknown
from reglint.model.quantity import Money, Percent, Version
from reglint.model.verdict import Reason

NOW = dt.date(2026, 11, 24)
U = Unknown(Reason.UNRESOLVED)

Platform: TypeAlias = Callable[[object], Record]

NAMES = st.sampled_from(["a", "logging", "s", "in_", "now"])
VARIABLES = st.sampled_from(["x", "s"])
FIELDS = st.sampled_from(["b", "retention", "if", "all", "size", "has"])
DECIMALS = st.decimals(-(10**20), 10**20, allow_nan=False, places=6) | st.sampled_from(
    [Decimal("1E+20"), Decimal(-5), Decimal("0.0")]
)
CONSTANTS = st.one_of(
    st.booleans().map(lambda value: Literal("bool", value)),
    st.integers(-(2**63), 2**63 - 1).map(lambda value: Literal("int", value)),
    DECIMALS.map(lambda value: Literal("decimal", value)),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=6).map(lambda value: Literal("string", value)),
)
OPERATORS = st.sampled_from(["||", "&&", "<", "<=", ">", ">=", "==", "!=", "in", "+", "-", "*", "/", "%"])


def _compound(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(inner, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Member, inner, FIELDS),
        st.builds(Index, inner, inner),
        st.builds(Call, st.just("implies"), st.tuples(inner, inner)),
        st.builds(Call, st.just("has"), st.tuples(st.builds(Member, inner, FIELDS))),
        st.builds(Method, inner, st.just("contains"), st.tuples(inner)),
        st.builds(Macro, inner, st.sampled_from(MACROS), VARIABLES, inner),
        _unary(inner),
        st.builds(Binary, OPERATORS, inner, inner),
        st.builds(Conditional, inner, inner, inner),
        st.builds(ListLiteral, several),
    )


def _unary(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    return st.builds(Unary, st.sampled_from(["!", "-"]), inner)


TREES = st.recursive(CONSTANTS | st.builds(Name, NAMES), _compound, max_leaves=12)


@given(TREES)
def test_what_is_rendered_parses_to_the_same_tree(tree: Expression) -> None:
    parsed = parse(render(tree))
    assert parsed == tree or _too_many_macros(parsed)


def _too_many_macros(parsed: object) -> bool:
    return isinstance(parsed, tuple) and "macros" in parsed[0].message


VALUES = st.one_of(
    st.booleans(),
    st.integers(-3, 3),
    st.sampled_from([Decimal("1.5"), Decimal("1E+300"), "", "a", U, Unknown(Reason.NULL), NOW, dt.date.max]),
    st.datetimes(timezones=st.sampled_from([dt.UTC, None])),
    st.builds(Duration, st.sampled_from(DurationKind), st.integers(-9, 9)),
    st.sampled_from([Money(Decimal(1), "CNY"), Money(Decimal(1), "EUR"), Percent(Decimal(1)), Version("1")]),
)
FACTS = st.dictionaries(
    st.sampled_from(["a", "logging", "in_"]),
    st.recursive(
        VALUES,
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["b", "retention", "register", "observed"]), inner, max_size=2
            ).filter(
                lambda value: (
                    not any(
                        key in value and not isinstance(value[key], list) for key in ("register", "observed")
                    )
                )
            )
        ),
        max_leaves=8,
    ),
)


@given(TREES, FACTS)
def test_no_expression_and_no_platform_raise(platform: Platform, tree: Expression, values: object) -> None:
    facts = platform(values)
    outcome = evaluate(tree, facts, now=NOW, fuel=200)
    witnesses = judge(tree, facts, now=NOW, fuel=200)
    assert (isinstance(outcome.value, Unknown), len(witnesses) > 0) == (bool(outcome.doubts), True)
    assert all(isinstance(name, str) for name in facts_read(tree))


RELATIONS = st.sampled_from(["<", "<=", ">", ">=", "==", "!="])
LEAVES = ("p", "q", "n > 1", "n == 2", "d >= months(6)", "n in [0, 2]")
OF_AN_ELEMENT = ("x.p", "x.q", "x.n > 1", "x.n == n", "x.n in [0, 2]", "x.p == q")


def _conditions(leaves: Sequence[str], ranges: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.recursive(
        st.sampled_from(leaves) | ranges,
        lambda inner: st.one_of(
            st.tuples(inner, st.sampled_from(["&&", "||", "=="]), inner).map(
                lambda p: f"(({p[0]}) {p[1]} ({p[2]}))"
            ),
            inner.map(lambda condition: f"!({condition})"),
            st.tuples(inner, inner).map(lambda pair: f"implies({pair[0]}, {pair[1]})"),
            st.tuples(inner, inner, inner).map(lambda three: f"(({three[0]}) ? ({three[1]}) : ({three[2]}))"),
        ),
        max_leaves=4,
    )


def _ranges(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    quantified = st.tuples(st.sampled_from(["all", "exists", "exists_one"]), inner)
    return st.one_of(
        quantified.map(lambda pair: f"l.{pair[0]}(x, {pair[1]})"),
        st.tuples(inner, quantified).map(lambda p: f"l.filter(x, {p[0]}).{p[1][0]}(x, {p[1][1]})"),
        st.tuples(inner, RELATIONS, st.integers(0, 2)).map(
            lambda three: f"size(l.filter(x, {three[0]})) {three[1]} {three[2]}"
        ),
        st.tuples(st.sampled_from(["min(k)", "max(k)", "size(k)"]), RELATIONS, st.integers(0, 2)).map(
            lambda three: " ".join(map(str, three))
        ),
        st.just("2 in l.filter(x, x.p)[0].m"),
        st.just("l.all(x, x.m.all(y, y > 0))"),
    )


ELEMENT_CONDITIONS = _conditions(LEAVES + OF_AN_ELEMENT, st.just("x.m.exists(y, y == n)"))
ASSERTIONS = _conditions(LEAVES, _ranges(ELEMENT_CONDITIONS))

KINDS = st.sampled_from(["closed", "observed", "register"])
ELEMENTS = st.lists(
    st.fixed_dictionaries({"p": st.booleans(), "q": st.booleans(), "n": st.integers(0, 2)}).flatmap(
        lambda fields: st.lists(st.integers(0, 2), max_size=2).map(lambda m: {**fields, "m": m})
    ),
    max_size=3,
)
DAYS = st.sampled_from([Duration(DurationKind.EXACT, days * 86_400_000) for days in (180, 182, 184)])


@st.composite
def platforms(draw: st.DrawFn) -> tuple[dict[str, object], dict[str, object]]:
    """Two platforms: in the second, one unknown of the first is resolved."""
    elements = draw(ELEMENTS)
    flat: dict[str, object] = {
        "p": draw(st.booleans()),
        "q": draw(st.booleans()),
        "n": draw(st.integers(0, 2)),
    }
    flat |= {"d": draw(DAYS), "l": None}
    flat |= {f"l.{at}.{key}": value for at, fields in enumerate(elements) for key, value in fields.items()}
    numbers = draw(st.lists(st.integers(0, 2), max_size=3))
    flat |= {f"k.{at}": number for at, number in enumerate(numbers)}
    hidden = draw(st.sets(st.sampled_from(sorted(flat)), min_size=1))
    resolved = draw(st.sampled_from(sorted(hidden)))
    kind = draw(KINDS)
    return _nested(flat, hidden, kind, len(elements)), _nested(flat, hidden - {resolved}, kind, len(elements))


def _nested(flat: dict[str, object], hidden: set[str], kind: str, count: int) -> dict[str, object]:
    seen = {key: U if key in hidden else value for key, value in flat.items()}
    top = {key: value for key, value in seen.items() if "." not in key and key != "l"}
    elements = [
        {key.rpartition(".")[2]: value for key, value in seen.items() if key.startswith(f"l.{at}.")}
        | {"name": at}
        for at in range(count)
    ]
    numbers = [value for key, value in seen.items() if key.startswith("k.")]
    return {**top, "k": {kind: numbers}, "l": U if "l" in hidden else {kind: elements}}


def _evaluated(source: str, facts: Record, fuel: int = FUEL) -> tuple[Outcome, tuple[Witness, ...]]:
    tree = parse(source)
    assert not isinstance(tree, tuple)
    return evaluate(tree, facts, now=NOW, fuel=fuel), judge(tree, facts, now=NOW, fuel=fuel)


@given(ASSERTIONS, platforms())
def test_resolving_an_unknown_never_reverses_a_verdict(
    platform: Platform, source: str, pair: tuple[dict[str, object], dict[str, object]]
) -> None:
    before, after = (_evaluated(source, platform(values))[0].value for values in pair)
    assert isinstance(before, Unknown) or before == after


@given(ASSERTIONS, platforms())
def test_the_verdict_is_the_fold_of_the_witnesses(
    platform: Platform, source: str, pair: tuple[dict[str, object], dict[str, object]]
) -> None:
    outcome, witnesses = _evaluated(source, platform(pair[0]))
    assert _decided(outcome.value) == _folded([witness.outcome for witness in witnesses])


def _decided(value: object) -> object:
    return None if isinstance(value, Unknown) else value


def _folded(outcomes: list[bool | Unknown]) -> bool | None:
    known = [outcome for outcome in outcomes if not isinstance(outcome, Unknown)]
    if False in known:
        return False
    return True if len(known) == len(outcomes) else None


@given(ASSERTIONS, platforms(), st.randoms(use_true_random=False), st.integers(0, 120) | st.just(FUEL))
def test_the_order_of_elements_does_not_matter_however_many_steps_there_are(
    platform: Platform,
    source: str,
    pair: tuple[dict[str, object], dict[str, object]],
    random: Random,
    fuel: int,
) -> None:
    values = pair[0]
    listed = values["l"]
    if "[0]" in source or not isinstance(listed, dict):
        return
    shuffled = {kind: random.sample(items, len(items)) for kind, items in listed.items()}
    one, other = (_evaluated(source, platform({**values, "l": part}), fuel) for part in (listed, shuffled))
    assert _unordered(*one) == _unordered(*other)


def _unordered(outcome: Outcome, witnesses: tuple[Witness, ...]) -> object:
    parts = sorted((w.element, str(_decided(w.outcome)), w.would_fail) for w in witnesses)
    return _decided(outcome.value), set(outcome.facts), set(outcome.doubts), outcome.would_fail, parts
