"""Agreement with CEL's own evaluator (cel-cpp, as the package cel-expr-python) on random conditions.

Durations in months and business days, dates, versions, money, percentages and addresses are no types of CEL,
and `implies min max sum containsIP glob` are no functions of it: they have no peer. All the rest is compared.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product
from typing import TypeAlias

import pytest
from tests.language.typed_documents import NOW, VALUES, seeded, typed_document
from tests.language.typed_expressions import Grammar, condition, written

from reglint.language.checker import Checked, check
from reglint.language.evaluator import evaluate
from reglint.language.parser import parse, parse_syntax
from reglint.language.render import render
from reglint.language.syntax import Call, Expression, Literal, Macro, descend
from reglint.model.duration import Duration, DurationKind
from reglint.model.fact import Fact, FactTree, Record, Series, Value
from reglint.model.schema import FactType, ListType, ObjectType, ScalarType

cel = pytest.importorskip(
    "cel_expr_python.cel",
    reason="NOT RUN: agreement with CEL's own evaluator; pip install cel-expr-python",
)
strings = pytest.importorskip("cel_expr_python.ext.ext_strings")

Verdict: TypeAlias = bool | None
"""What a condition comes to; None where it is unknown, or in CEL an error or refused."""
InCel: TypeAlias = Callable[[Expression, Record], Verdict]

LEAVES: Mapping[str, FactType] = {
    "flag": ScalarType("boolean"),
    "count": ScalarType("integer"),
    "share": ScalarType("decimal"),
    "text": ScalarType("string"),
    "home": ScalarType("enum", ("cn", "eu")),
}


def _register(item: FactType) -> ListType:
    return ListType(item, inventory=False)


COUNTS = _register(ScalarType("integer"))
PARTS = _register(ObjectType({**LEAVES, "counts": COUNTS, "parts": _register(ObjectType(LEAVES))}))
AREA = ObjectType({**LEAVES, "counts": COUNTS, "texts": _register(ScalarType("string")), "parts": PARTS})
SCHEMA = ObjectType(
    {**LEAVES, "opened": ScalarType("timestamp"), "kept": ScalarType("duration"), "area": AREA}
)

VARIABLES = {
    "flag": cel.Type.BOOL, "count": cel.Type.INT, "share": cel.Type.DOUBLE, "text": cel.Type.STRING,
    "home": cel.Type.STRING, "opened": cel.Type.TIMESTAMP, "kept": cel.Type.DURATION,
    "area": cel.Type.Map(cel.Type.STRING, cel.Type.DYN),
}  # fmt: skip

# Decimals are halves and quarters, which floats hold exactly.
COMMON: Mapping[str, Sequence[Value]] = {
    **VALUES,
    "duration": [
        value for value in VALUES["duration"] if isinstance(value, Duration) and value.kind == "exact"
    ],
    "string": ("", "a", "ab", "B", "中文", "～É", "🐱", "e\u0301"),
}
SUMS = {
    "integer": ("+ integer integer", "- integer integer", "* integer integer", "/ integer integer",
                "% integer integer"),
    "decimal": ("+ decimal decimal", "- decimal decimal", "* decimal decimal"),
    "string": ("+ string string",),
    "duration": ("+ duration duration", "- duration duration", "- timestamp timestamp"),
    "timestamp": ("+ timestamp duration", "+ duration timestamp", "- timestamp duration"),
}  # fmt: skip
CONDITIONS = ("comparison", "membership", "listed", "logic", "negation", "choice", "quantified", "counted",
              "searched", "indexed")  # fmt: skip


@pytest.fixture(scope="module")
def in_cel() -> InCel:
    environment = cel.NewEnv(variables=VARIABLES, extensions=[strings.ExtStrings()])

    def verdict(expr: Expression, facts: Record) -> Verdict:
        try:
            result = environment.compile(render(expr)).eval(data=_plain(facts))
        except RuntimeError:
            return None
        return bool(result.value()) if result.type() == cel.Type.BOOL else None

    return verdict


def test_a_complete_document_has_the_verdict_that_it_has_in_cel(in_cel: InCel) -> None:
    drawn = _drawn(4000, absent=0, productions=(*CONDITIONS, "presence"))
    verdicts = [(expr, _ours(expr, facts), in_cel(expr, facts)) for expr, facts in drawn]
    assert [(render(expr), ours) for expr, ours, theirs in verdicts if _differs(expr, ours, theirs)] == []
    assert {ours for _, ours, _ in verdicts} == {True, False, None}


def test_a_missing_fact_is_unknown_where_cel_has_an_error(in_cel: InCel) -> None:
    drawn = _drawn(2000, absent=0.2, productions=CONDITIONS)
    verdicts = [(expr, _ours(expr, facts), in_cel(expr, facts)) for expr, facts in drawn]
    assert [(render(expr), ours) for expr, ours, theirs in verdicts if _differs(expr, ours, theirs)] == []
    assert {ours for _, ours, _ in verdicts} == {True, False, None}


NEAR = ("2026-01-31T09:30:00Z", "2026-01-31T17:30:00+08:00", "2024-02-29T23:59:59.999999Z",
        "2026-02-29T00:00:00Z", "2026-01-31T09:30:00.0000001Z")  # fmt: skip
MOMENTS = (*NEAR, "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "9999-12-31T23:59:59-08:00")
SPANS = ("0s", "1ms", "90m", "36h", "3155760000s", "315576000001s")


def test_times_compute_to_the_ends_of_the_calendar_as_they_do_in_cel(in_cel: InCel) -> None:
    sums = [
        *_filled("timestamp({0}) == timestamp({1})", MOMENTS, MOMENTS),
        *_filled("timestamp({0}) + duration({1}) >= timestamp({2})", MOMENTS, SPANS, MOMENTS),
        *_filled("timestamp({0}) - duration({1}) < timestamp({2})", MOMENTS, SPANS, MOMENTS),
        *_filled("timestamp({0}) - timestamp({1}) <= duration({2})", NEAR, NEAR, SPANS),
        *_filled("duration({0}) + duration({1}) > duration({2})", SPANS, SPANS, SPANS),
    ]
    sound = [expr for expr in sums if isinstance(check(expr, SCHEMA), Checked)]
    nothing = Record("", {})
    assert [render(expr) for expr in sound if _ours(expr, nothing) is not in_cel(expr, nothing)] == []
    assert len(sound) > 200


DIFFERENCES = {
    "decimals are exact": ("0.1 + 0.2 == 0.3", True, False),
    "products of decimals are exact": ("share * 1.1 == 3.3", True, False),
    "a decimal over zero is unknown, not infinite": ("share / (share - share) > 1.0", None, True),
    "a whole number is a decimal where one is needed": ("area.share + area.count == 4.0", True, None),
    "a whole number beside a decimal is exact": ("area.most < 9223372036854775808.0", True, False),
    "durations reach beyond 292 years": (
        'timestamp("9999-12-31T00:00:00Z") - timestamp("0001-01-01T00:00:00Z") > kept',
        True,
        None,
    ),
    "durations have their usual units": ('kept == duration("10 days")', True, None),
    "an empty inventory shows nothing": ("area.bare.all(x, x > 0)", None, True),
    "an observed inventory may hold more": ("area.seen.exists(x, x > 2)", None, False),
    "what was not seen may be there": ("3 in area.seen", None, False),
    "an unknown in a filter stays with its element": (
        "area.counts.filter(x, 6 / x > 1).all(x, x < 5)",
        True,
        None,
    ),
    "an unknown in a filter that is counted stays with its element": (
        "size(area.counts.filter(x, 6 / x > 1)) >= 1",
        True,
        None,
    ),
    "two that match are not one, whatever the third is": (
        "[area.count, 2, area.counts[0]].exists_one(x, 6 / x > 1)",
        False,
        None,
    ),
    "an observed inventory has no size": ("size(area.seen) == 2", None, True),
    "an observed inventory may hold another match": ("area.seen.exists_one(x, x > 1)", None, True),
    "what an absent object has is not there": ("has(area.lost.flag)", False, None),
}
"""What differs and why: a condition, what it comes to here, and in CEL."""

DIFFERING_SCHEMA = ObjectType(
    {
        "share": ScalarType("decimal"),
        "kept": ScalarType("duration"),
        "area": ObjectType(
            {
                "share": ScalarType("decimal"),
                "count": ScalarType("integer"),
                "most": ScalarType("integer"),
                "bare": ListType(ScalarType("integer")),
                "seen": ListType(ScalarType("integer")),
                "counts": COUNTS,
                "lost": ObjectType(LEAVES),
            }
        ),
    }
)
TWO = (Fact("area.counts[0]", 0), Fact("area.counts[1]", 2))
DIFFERING = Record(
    "",
    {
        "share": Fact("share", Decimal(3)),
        "kept": Fact("kept", Duration(DurationKind.EXACT, 10 * 86_400_000)),
        "area": Record(
            "area",
            {
                "share": Fact("area.share", Decimal(3)),
                "count": Fact("area.count", 1),
                "most": Fact("area.most", 2**63 - 1),
                "bare": Series("area.bare", ()),
                "seen": Series("area.seen", TWO, closed=False),
                "counts": Series("area.counts", TWO, inventory=False),
            },
        ),
    },
)


@pytest.mark.parametrize(("source", "ours", "theirs"), DIFFERENCES.values(), ids=DIFFERENCES)
def test_a_difference_from_cel_is_meant(in_cel: InCel, source: str, ours: Verdict, theirs: Verdict) -> None:
    expr = parse_syntax(source)
    assert not isinstance(expr, tuple)
    assert isinstance(check(expr, DIFFERING_SCHEMA), Checked)
    assert (_ours(expr, DIFFERING), in_cel(expr, DIFFERING)) == (ours, theirs)


def _drawn(count: int, *, absent: float, productions: tuple[str, ...]) -> Iterator[tuple[Expression, Record]]:
    """Conditions that the checker accepts, each with a document."""
    grammar = Grammar(productions, SUMS, _written, COMMON)
    for seed in range(count):
        random = seeded(seed)
        expr = condition(SCHEMA, random, grammar)
        if isinstance(check(expr, SCHEMA), Checked):
            yield expr, typed_document(SCHEMA, random, absent=absent, values=COMMON)


def _differs(expr: Expression, ours: Verdict, theirs: Verdict) -> bool:
    """Whether the verdicts differ, but for an error that stays with its element here: it is meant."""
    return ours is not theirs and not (theirs is None and any(map(_keeps_errors_apart, descend(expr))))


def _keeps_errors_apart(expr: Expression) -> bool:
    """Whether errors of elements are looked at one by one: in a filter before a macro, in a count."""
    match expr:
        case Macro(Macro(), _, _, _) | Macro(_, "exists_one", _, _) | Call("size", (Macro(),)):
            return True
    return False


def _filled(form: str, *parts: Sequence[str]) -> Iterator[Expression]:
    """The expressions that a form makes with texts of every choice, but for those that don't parse."""
    for texts in product(*parts):
        expr = parse(form.format(*(f'"{text}"' for text in texts)))
        if not isinstance(expr, tuple):
            yield expr


def _written(value: Value) -> Expression:
    if isinstance(value, Duration):
        return Call("duration", (Literal("string", f"{value.amount // 1000}s"),))
    return written(value)


def _ours(expr: Expression, facts: Record) -> Verdict:
    value = evaluate(expr, facts, now=NOW).value
    return value if isinstance(value, bool) else None


def _plain(tree: FactTree) -> object:
    """The facts as the values of Python that CEL takes."""
    if isinstance(tree, Record):
        return {name: _plain(field) for name, field in tree.fields.items()}
    if isinstance(tree, Series):
        return [_plain(item) for item in tree.items]
    match tree.value:
        case Decimal():
            return float(tree.value)
        case Duration(_, amount):
            return dt.timedelta(milliseconds=amount)
    return tree.value
