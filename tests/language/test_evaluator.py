from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TypeAlias

import pytest

from reglint.language.evaluator import evaluate
from reglint.language.outcome import Doubt, Outcome
from reglint.language.parser import parse
from reglint.model.fact import Fact, Record, Unknown
from reglint.model.place import Place
from reglint.model.quantity import Version
from reglint.model.verdict import Reason

NOW = dt.date(2026, 11, 24)
T, F, U = True, False, Unknown(Reason.UNRESOLVED)

Platform: TypeAlias = Callable[[object], Record]


def _outcome(source: str, facts: Record, *, fuel: int = 1000) -> Outcome:
    tree = parse(source)
    assert not isinstance(tree, tuple)
    return evaluate(tree, facts, now=NOW, fuel=fuel)


def _names(facts: tuple[Fact, ...]) -> list[str]:
    return [fact.name for fact in facts]


@pytest.mark.parametrize(
    ("left", "right", "values"),
    [
        (T, T, [T, T, T, F]),
        (T, F, [F, T, F, F]),
        (T, U, [U, T, U, F]),
        (F, T, [F, T, T, T]),
        (F, F, [F, F, T, T]),
        (F, U, [F, U, T, T]),
        (U, T, [U, T, T, U]),
        (U, F, [F, U, U, U]),
        (U, U, [U, U, U, U]),
    ],
)
def test_logic_has_three_values(
    platform: Platform, left: object, right: object, values: list[object]
) -> None:
    facts = platform({"a": left, "b": right})
    sources = ("a && b", "a || b", "implies(a, b)", "!a")
    assert [_outcome(source, facts).value for source in sources] == values


@pytest.mark.parametrize(
    ("elements", "every", "some", "one"),
    [
        ([], Unknown(Reason.VACUOUS, "nothing is listed that the rule is about"), F, F),
        ([T], T, T, T),
        ([F], F, F, F),
        ([U], U, U, U),
        ([T, T], T, T, F),
        ([T, F], F, T, T),
        ([T, U], U, T, U),
        ([F, U], F, U, U),
        ([T, T, U], U, T, F),
        ([T, F, U], F, T, U),
    ],
)
def test_quantifiers_have_three_values(
    platform: Platform, elements: list[object], every: object, some: object, one: object
) -> None:
    facts = platform({"a": [{"b": element} for element in elements]})
    sources = ("a.all(x, x.b)", "a.exists(x, x.b)", "a.exists_one(x, x.b)")
    assert [_outcome(source, facts).value for source in sources] == [every, some, one]


@pytest.mark.parametrize(
    ("items", "shown"),
    [("TF", "1 of 2 elements"), ("TT", "2 elements"), ("FF", "0 of 2 elements"), ("F", "0 of 1 element")],
)
def test_a_count_behind_a_filter_says_of_how_many(platform: Platform, items: str, shown: str) -> None:
    facts = platform({"a": [{"b": item == "T"} for item in items]})
    (fact,) = _outcome("size(a.filter(x, x.b)) > 5", facts).facts
    assert (fact.value, fact.shown) == (items.count("T"), shown)


@pytest.mark.parametrize(
    ("listed", "source", "value"),
    [
        ({"register": []}, "a.all(x, x.b)", True),
        ({"register": []}, "a.exists(x, x.b)", False),
        ({"observed": []}, "a.all(x, x.b)", Reason.VACUOUS),
        ({"observed": []}, "a.exists(x, x.b)", Reason.OPEN_LIST),
        ({"observed": [{"b": False}]}, "a.exists(x, x.b)", Reason.OPEN_LIST),
        ({"observed": [{"b": False}]}, "a.exists_one(x, x.b)", Reason.OPEN_LIST),
        ({"observed": [{"b": False}, {"b": True}]}, "a.exists(x, x.b)", True),
        ({"observed": [{"b": True}]}, "a.all(x, x.b)", True),
        ({"observed": [{"b": True}]}, "a.exists_one(x, x.b)", Reason.OPEN_LIST),
        ({"observed": [{"b": True}] * 2}, "a.exists_one(x, x.b)", False),
        ({"observed": [{"b": True}, {"b": U}]}, "a.exists_one(x, x.b)", Reason.UNRESOLVED),
        ({"observed": ["p"]}, "'q' in a", Reason.OPEN_LIST),
        ({"observed": ["p"]}, "'p' in a", True),
        (["p"], "'q' in a", False),
        ([{"b": False}], "a.filter(x, x.b).all(x, x.c)", True),
        ({"observed": [{"b": False}]}, "a.filter(x, x.b).all(x, x.c)", Reason.VACUOUS),
        ({"observed": [{"b": U, "c": True}]}, "a.filter(x, x.b).all(x, x.c)", Reason.UNRESOLVED),
        ([{"b": U, "c": True}], "a.filter(x, x.b).all(x, x.c)", True),
        ([{"b": True, "c": False}], "a.filter(x, x.b).filter(y, y.b).all(z, z.c)", False),
        ([{"b": False, "c": True}], "a.filter(x, x.b).exists(x, x.c)", False),
        ([{"b": True, "c": True}], "a.filter(x, x.b).exists_one(x, x.c)", True),
        ([{"b": True}, {"b": False}], "size(a.filter(x, x.b))", 1),
        ([{"b": True}, {"b": U}], "size(a.filter(x, x.b))", Reason.UNRESOLVED),
        (["p", "q"], "'p' in a.filter(x, x != 'p')", False),
        ([[], ["p"]], "a.exists(x, size(x) == 1)", True),
        ({"b": True}, "a.all(x, x.b)", Reason.MISTYPED),
        (3, "a.all(x, x)", Reason.MISTYPED),
    ],
)
def test_lists_say_what_they_show(platform: Platform, listed: object, source: str, value: object) -> None:
    found = _outcome(source, platform({"a": listed})).value
    assert (found.reason if isinstance(found, Unknown) else found) == value


@pytest.mark.parametrize(
    ("source", "value", "names"),
    [
        ("t && f", False, ["f"]),
        ("f && t && f2", False, ["f", "f2"]),
        ("f && u", False, ["f"]),
        ("f || f2", False, ["f", "f2"]),
        ("t || f", True, ["t"]),
        ("t && t2", True, ["t", "t2"]),
        ("t && u && u2", U, ["u", "u2"]),
        ("f || u", U, ["u"]),
        ("implies(t, f)", False, ["f", "t"]),
        ("implies(t, u)", U, ["u"]),
        ("implies(f, u)", True, ["f"]),
        ("implies(u, t)", True, ["t"]),
        ("t ? f : u", False, ["f", "t"]),
        ("f ? t : u", U, ["u"]),
        ("n >= 2", False, ["n"]),
        ("n == u", U, ["u"]),
        ("n == b.c", Unknown(Reason.MISSING), ["b.c"]),
        ("has(b.c)", False, ["b.c"]),
        ("has(b.d)", True, ["b.d"]),
        ("has(zz.y.z)", False, ["zz.y.z"]),
        ("l.all(x, x.e)", False, ["l[0].e", "l[1].e"]),
        ("l.exists(x, x.e)", False, ["l[0].e", "l[1].e"]),
        ("size(l) == 2", True, ["l"]),
        ("size(none) == 0", True, ["none"]),
        ("'p' in none", False, ["none"]),
        ("none.exists(x, x)", False, ["none"]),
        ("size(seen) > 1", True, ["seen"]),
        ("size(seen.filter(x, x.e)) < n", False, ["seen", "n"]),
        ("size(l.filter(x, x.e)) < 1", True, ["l"]),
        ("r.all(x, x)", True, ["r"]),
        ("none.all(x, x)", Unknown(Reason.VACUOUS, "nothing is listed that the rule is about"), ["none"]),
        ("l[1].e", False, ["l[1].e"]),
        ("b['d']", 1, ["b.d"]),
        ("[n, 2].exists(x, x == 1)", True, ["n"]),
        ("[n, n].exists_one(x, x == 1)", False, ["n"]),
    ],
)
def test_the_facts_are_those_that_decided(
    platform: Platform, source: str, value: object, names: list[str]
) -> None:
    facts = platform(
        {"t": T, "t2": T, "f": F, "f2": F, "u": U, "u2": U, "n": 1, "b": {"d": 1}}
        | {"l": [{"e": F}, {"e": F}], "none": [], "r": {"register": []}}
        | {"seen": {"observed": [{"e": T}, {"e": U}]}}
    )
    outcome = _outcome(source, facts)
    assert (outcome.value, _names(outcome.facts)) == (value, names)


@pytest.mark.parametrize(
    ("source", "would_fail", "facts", "doubts"),
    [
        ("implies(u, f)", True, ["f", "u"], ["u"]),
        ("implies(u, u2)", False, ["u2", "u"], ["u", "u2"]),
        ("implies(t, u)", False, ["u"], ["u"]),
        ("implies(t, implies(u, f))", True, ["f", "u"], ["u"]),
        ("implies(u2, implies(u, f))", True, ["f", "u", "u2"], ["u2", "u"]),
        ("l.filter(x, x.c).all(x, x.f)", True, ["l[0].f", "l[0].c"], ["l[0].c"]),
        ("u ? f : t", True, ["f", "u"], ["u"]),
        ("u ? t : t", False, ["u"], ["u"]),
        ("u2 && implies(u, f)", True, ["f", "u", "u2"], ["u", "u2"]),
        ("f2 || implies(u, f)", True, ["f", "u", "f2"], ["u"]),
        ("u2 || implies(u, f)", False, ["u2", "f", "u"], ["u2", "u"]),
        ("!implies(u, f)", False, ["f", "u"], ["u"]),
        ("[1].exists(x, implies(u, f))", True, ["f", "u"], ["u"]),
    ],
)
def test_an_unknown_guard_over_a_false_requirement_would_fail(
    platform: Platform, source: str, would_fail: object, facts: list[str], doubts: list[str]
) -> None:
    outcome = _outcome(
        source, platform({"t": T, "f": F, "f2": F, "u": U, "u2": U, "l": [{"f": F}, {"c": F}]})
    )
    said = (outcome.would_fail, _names(outcome.facts), [doubt.fact for doubt in outcome.doubts])
    assert (type(outcome.value), *said) == (Unknown, would_fail, facts, doubts)


def test_a_missing_setting_is_unknown_at_its_record() -> None:
    place = Place("platform.yaml", 3, 1)
    facts = Record("", {"logging": Record("logging", {}, place)})
    missing = Unknown(Reason.MISSING)
    assert _outcome("logging.retention >= months(6)", facts) == Outcome(
        missing,
        (Fact("logging.retention", missing, place=place),),
        (Doubt("logging.retention", Reason.MISSING),),
    )


@pytest.mark.parametrize(
    ("value", "there"),
    [
        (1, T),
        (U, T),
        (Unknown(Reason.MISTYPED), T),
        (Unknown(Reason.NULL), F),
        (Unknown(Reason.MISSING), F),
        ([], T),
        ({}, T),
    ],
)
def test_has_is_never_unknown(platform: Platform, value: object, there: object) -> None:
    assert _outcome("has(a.b)", platform({"a": {"b": value}})).value == there


@pytest.mark.parametrize(
    ("source", "steps"),
    [
        ("a.all(x, x == false)", 2 + 9 * (1 + 3) + 2),
        ("a.filter(x, true).all(x, x == false)", 2 + 9 * (1 + 1 + 3) + 2),
        ("a == a", 3 + 4 * 9 + 2),
        ("false in a", 3 + 9 + 2),
        ("max(n) == 8", 4 + 9 + 9 + 2 + 2),
        ("a.all(x, a.all(y, y == x))", 2 + 9 * (1 + 2 + 9 * (1 + 3) + 2) + 2),
        ("t.contains(t)", 3 + 2 * 4_000 // 100),
        ("t.glob('*')", 3 + 4_001 // 20),
        ("t.lowerAscii() == t", 4 + 4_000 // 100 + 2 * 4_000 // 1_000),
        ("t + t > t", 5 + 2 * 4 + 8 + 4),
        ("t in [t]", 4 + 4 + 1),
        ("t in texts", 3 + 1 + 4),
    ],
)
def test_steps_are_counted_and_too_many_are_unknown(platform: Platform, source: str, steps: int) -> None:
    text = "x" * 4_000
    facts = platform({"a": [False] * 9, "n": list(range(9)), "t": text, "texts": [text]})
    out = Unknown(Reason.BUDGET, "the rule takes too many steps")
    assert (_outcome(source, facts, fuel=steps).value, _outcome(source, facts, fuel=steps - 1).value) == (
        True,
        out,
    )


@pytest.mark.parametrize("fuel", [0, 40, 60, 80, 100])
@pytest.mark.parametrize("turn", range(3))
def test_no_order_decides_where_the_steps_run_out(platform: Platform, fuel: int, turn: int) -> None:
    elements = [{"ok": True, "m": [1] * 9}, {"ok": False, "m": []}, {"ok": True, "m": [1]}]
    facts = platform({"a": elements[turn:] + elements[:turn]})
    steps = 2 + 3 * (1 + 5) + 10 * (1 + 3) + 2  # the nine facts of a list that all are 1 are two steps more
    out = Unknown(Reason.BUDGET, "the rule takes too many steps")
    sources = ("a.all(x, x.m.all(y, y == 1) && x.ok)", "a.all(x, x.ok && x.m.all(y, y == 1))")
    found = [_outcome(source, facts, fuel=fuel) for source in sources]
    assert [outcome.value for outcome in found] == [out if fuel < steps else False] * 2


def test_equal_versions_in_facts_are_equal(platform: Platform) -> None:
    facts = platform({"tls": {"minimum": Version("1.2")}})
    assert _outcome("tls.minimum >= version('1.2.0')", facts).value is True


def test_a_variable_hides_a_fact(platform: Platform) -> None:
    assert _outcome("a.all(a, a.b)", platform({"a": [{"b": True}]})).value is True
