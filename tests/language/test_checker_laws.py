"""What holds of every expression that the checker sees, and what it accepts on every platform."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from ipaddress import ip_address, ip_network
from typing import TypeAlias

from hypothesis import given
from hypothesis import strategies as st

from reglint.language.checker import Checked, check
from reglint.language.evaluator import evaluate
from reglint.language.outcome import Doubt
from reglint.language.parser import parse_syntax
from reglint.language.render import render
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
from reglint.language.types import word_of
from reglint.model.duration import Duration, DurationKind
from reglint.model.fact import Record, Unknown
from reglint.model.quantity import Money, Percent, Version
from reglint.model.schema import FactType, ListType, ObjectType, ScalarType
from reglint.model.verdict import Reason

Platform: TypeAlias = Callable[[object], Record]

NOW = dt.date(2026, 11, 24)
KINDS = ("boolean", "integer", "decimal", "string", "duration", "date", "timestamp", "version", "money",
         "percent", "ip", "cidr")  # fmt: skip
LEAVES: Mapping[str, FactType] = {
    **{kind: ScalarType(kind) for kind in KINDS},
    "level": ScalarType("integer", minimum=1, maximum=5),
    "home": ScalarType("enum", ("cn", "eu")),
    "key": ScalarType("string", sensitive=True),
}
SCHEMA = ObjectType(
    {
        "a": ObjectType(
            {**LEAVES, "texts": ListType(ScalarType("string")), "days": ListType(ScalarType("date"))}
        ),
        "l": ListType(ObjectType(LEAVES)),
    }
)
VALUES: Mapping[str, st.SearchStrategy[object]] = {
    "boolean": st.booleans(),
    "integer": st.integers(-3, 3),
    "level": st.integers(1, 5),
    "decimal": st.sampled_from([Decimal("0.5"), Decimal(2)]),
    "string": st.sampled_from(["", "cn", "10.0.0.1"]),
    "home": st.sampled_from(["cn", "eu"]),
    "key": st.sampled_from(["weak", "set"]),
    "duration": st.builds(Duration, st.sampled_from(DurationKind), st.integers(0, 9)),
    "date": st.sampled_from([NOW, dt.date(2026, 1, 31)]),
    "timestamp": st.just(dt.datetime(2026, 1, 1, tzinfo=dt.UTC)),
    "version": st.just(Version("1.2")),
    "money": st.sampled_from([Money(Decimal(1), "CNY"), Money(Decimal(2), "EUR")]),
    "percent": st.just(Percent(Decimal(1))),
    "ip": st.just(ip_address("10.0.0.1")),
    "cidr": st.just(ip_network("10.0.0.0/8")),
}
RECORDS = st.fixed_dictionaries(dict(VALUES))
PLATFORMS = st.fixed_dictionaries(
    {
        "a": st.tuples(RECORDS, st.lists(VALUES["string"]), st.lists(VALUES["date"])).map(
            lambda parts: {**parts[0], "texts": parts[1], "days": parts[2]}
        ),
        "l": st.lists(RECORDS, max_size=3),
    }
)

ARGUMENTS: Mapping[str, int | str] = {
    "days": 3, "months": 6, "hours": 4, "business_days": 2, "date": "2026-03-01", "version": "1.2",
    "percent": "1 %", "money": "1 CNY", "cidr": "10.0.0.0/8", "duration": "1 year",
    "timestamp": "2026-03-01T09:30:00+08:00",
}  # fmt: skip
FIELDS = st.sampled_from([*LEAVES, "texts", "days", "lost"])
NAMES = st.sampled_from([Name("a"), Name("l"), Name("x"), Name("now"), Name("lost")])


def _literal(value: bool | int | Decimal | str) -> Literal:  # noqa: FBT001 - the value of a constant
    kinds = {bool: "bool", int: "int", Decimal: "decimal", str: "string"}
    return Literal(kinds[type(value)], value)


LITERALS: list[bool | int | Decimal | str] = [
    *(True, 0, 1, -2, Decimal("0.5")),
    *("", "cn", "eu", "weak", "10.0.0.1"),
]
CONSTANTS = st.one_of(
    st.sampled_from(LITERALS).map(_literal),
    st.sampled_from(sorted(ARGUMENTS.items())).map(lambda item: Call(item[0], (_literal(item[1]),))),
)
FACTS = st.one_of(
    st.builds(Member, st.just(Name("a")), FIELDS),
    st.builds(Member, st.just(Name("x")), FIELDS),
    st.builds(Member, st.just(Index(Name("l"), _literal(0))), FIELDS),
    NAMES,
)
OPERATORS = st.sampled_from(["||", "&&", "<", "<=", ">", ">=", "==", "!=", "in", "+", "-", "*", "/", "%"])
FUNCTIONS = st.sampled_from(["size", "min", "max", "sum", "implies", "has", "lost"])
METHODS = st.sampled_from(["size", "contains", "startsWith", "lowerAscii", "containsIP", "glob", "lost"])


def _compound(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(inner, max_size=2).map(tuple)
    return st.one_of(
        st.builds(Binary, OPERATORS, inner, inner),
        st.builds(Binary, OPERATORS, FACTS, inner),
        st.builds(Call, FUNCTIONS, several),
        st.builds(Method, inner, METHODS, several),
        st.builds(Macro, st.just(Name("l")), st.sampled_from(MACROS), st.just("x"), inner),
        st.builds(Macro, inner, st.sampled_from(MACROS), st.just("x"), inner),
        st.builds(Unary, st.sampled_from(["!", "-"]), inner),
        st.builds(Conditional, inner, inner, inner),
        st.builds(ListLiteral, several),
        st.builds(Index, inner, inner),
    )


TREES = st.recursive(CONSTANTS | FACTS, _compound, max_leaves=6)


@given(TREES)
def test_any_tree_is_known_or_has_an_error_inside_its_text(tree: Expression) -> None:
    source = render(tree)
    parsed = parse_syntax(source)
    if isinstance(parsed, tuple):
        return
    checked = check(parsed, SCHEMA, expects=None)
    faults = checked.warnings if isinstance(checked, Checked) else checked
    assert all(0 <= fault.offset < fault.end <= len(source) for fault in faults)
    assert all("write " in fault.message or "did you mean" in fault.message for fault in faults), faults


SUMS = {
    "bool": (), "string": ("+ string string",), "enum": (), "version": (), "ip": (), "cidr": (),
    "int": ("+ int int", "- int int", "* int int", "/ int int", "% int int"),
    "decimal": ("+ int decimal", "/ decimal int", "* decimal decimal"),
    "duration": ("+ duration duration", "- date date", "- timestamp timestamp"),
    "date": ("+ date duration", "- date duration"), "timestamp": ("+ duration timestamp",),
    "money": ("+ money money", "* money int"), "percent": ("- percent percent",),
}  # fmt: skip
NAMED = {"bool": ["boolean"], "int": ["integer", "level"], "enum": ["home"]}
COMPARED = st.sampled_from(["==", "!=", "<", "<=", ">", ">="])


@st.composite
def of_type(draw: st.DrawFn, kind: str, depth: int) -> Expression:
    """An expression that is likely of the type: the checker has the last word."""
    choice = draw(st.integers(0, 5 if depth else 1))
    if kind == "bool" and choice > 1:
        return draw(conditions(depth - 1))
    if choice == 0 and kind in ARGUMENTS:
        return Call(kind, (_literal(ARGUMENTS[kind]),))
    if choice <= 1 or (choice > 3 and not SUMS[kind]):
        owners: list[Expression] = [Name("a"), Name("x"), Index(Name("l"), _literal(0))]
        owner = draw(st.sampled_from(owners))
        return Member(owner, draw(st.sampled_from(NAMED.get(kind, [kind]))))
    if choice > 3:
        op, left, right = draw(st.sampled_from(SUMS[kind])).split()
        return Binary(op, draw(of_type(left, depth - 1)), draw(of_type(right, depth - 1)))
    one, other = draw(of_type(kind, depth - 1)), draw(of_type(kind, depth - 1))
    return Conditional(draw(conditions(depth - 1)), one, other) if choice == 2 else Call("max", (one, other))


@st.composite
def conditions(draw: st.DrawFn, depth: int) -> Expression:
    """A condition on the facts of `a`, and on an element `x`."""
    kind = draw(st.sampled_from(sorted(SUMS)))
    left = draw(of_type(kind, max(depth, 0)))
    match draw(st.integers(0, 4 if depth > 0 else 0)):
        case 1:
            return Binary("in", left, ListLiteral((draw(of_type(kind, depth - 1)), left)))
        case 2:
            op = draw(st.sampled_from(["&&", "||"]))
            return Binary(op, draw(conditions(depth - 1)), draw(conditions(depth - 1)))
        case 3:
            macro = draw(st.sampled_from(["all", "exists", "exists_one"]))
            return Macro(Name("l"), macro, "x", draw(conditions(depth - 1)))
        case 4:
            return Unary("!", Call("implies", (draw(conditions(depth - 1)), draw(conditions(depth - 1)))))
    return Binary(draw(COMPARED), left, draw(of_type(kind, max(depth - 1, 0))))


LIKELY = conditions(2).map(lambda condition: Macro(Name("l"), "all", "x", condition))

OF_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "bool": bool, "int": int, "decimal": (int, Decimal), "string": str, "enum": str, "duration": Duration,
    "date": dt.date, "timestamp": dt.datetime, "version": Version, "money": Money, "percent": Percent,
    "ip": type(ip_address("10.0.0.1")), "cidr": type(ip_network("10.0.0.0/8")),
}  # fmt: skip


@given(TREES | LIKELY, PLATFORMS)
def test_what_is_accepted_has_its_type_and_is_never_mistyped(
    platform: Platform, tree: Expression, values: object
) -> None:
    checked = check(tree, SCHEMA, expects=None)
    if not isinstance(checked, Checked):
        return
    outcome = evaluate(tree, platform(values), now=NOW)
    reasons = {doubt.reason for doubt in outcome.doubts if not _is_of_the_platform(doubt)}
    assert Reason.MISTYPED not in reasons, (render(tree), outcome)
    kind = word_of(checked.type)
    assert (
        isinstance(outcome.value, Unknown)
        or kind not in OF_TYPES
        or isinstance(outcome.value, OF_TYPES[kind])
    )


def _is_of_the_platform(doubt: Doubt) -> bool:
    """A duration of the platform may hold hours, which move no date."""
    return doubt.detail == "cannot add hours to date"
