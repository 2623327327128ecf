"""A rule on a platform, part by part: what decided, and what would make it pass."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.language.typed_documents import NOW, typed_document
from tests.language.typed_expressions import Grammar, condition, written

from reglint.facts.shipped import shipped_vocabulary
from reglint.language.checker import Checked, check
from reglint.language.evaluator import evaluate
from reglint.language.explain import Step, steps
from reglint.language.explain_decided import decided, value_of
from reglint.language.explain_needs import Needed, Needs, needs, needs_by_element
from reglint.language.explain_room import MOST_PARTS
from reglint.language.parser import parse
from reglint.language.render import render
from reglint.language.sentence.needs import requirement
from reglint.language.syntax import Name, descend
from reglint.model.duration import parse_duration
from reglint.model.fact import Record, Unknown
from reglint.model.schema import ObjectType
from reglint.model.verdict import Reason

SCHEMA = shipped_vocabulary().schema


LOGS = {
    "logging": {
        "streams": [
            {"name": "a", "retention": parse_duration("30 days"), "kind": "audit"},
            {"name": "b", "retention": parse_duration("1 year"), "kind": "audit"},
            {"name": "c", "retention": parse_duration("1 day"), "kind": "debug"},
        ]
    }
}


@pytest.fixture
def explained(platform: Callable[[object], Record]) -> Callable[[str, object], Step]:
    """An expression on plain facts, with what decided marked."""

    def explain(source: str, facts: object) -> Step:
        expr = parse(source)
        assert not isinstance(expr, tuple), expr
        return decided(steps(expr, platform(facts), SCHEMA, now=NOW))

    return explain


def _marked(step: Step) -> Iterator[str]:
    """The parts that decided, outermost first; elements by name."""
    if step.decides:
        yield step.element or render(step.expr)
        for part in step.inside:
            yield from _marked(part)


@pytest.mark.parametrize(
    ("source", "marked"),
    [
        ("incident.plan.exists && platform.mlps_level >= 3", ["platform.mlps_level >= 3"]),
        ("incident.plan.exists || platform.mlps_level >= 3", ["incident.plan.exists"]),
        ("!incident.plan.exists", ["incident.plan.exists"]),
        (
            "implies(incident.plan.exists, platform.mlps_level >= 3)",
            ["incident.plan.exists", "platform.mlps_level >= 3"],
        ),
        (
            "implies(platform.mlps_level >= 3, incident.plan.exists)",
            ["platform.mlps_level >= 3", "incident.plan.exists"],
        ),
        (
            "implies(incident.plan.exists, incident.drills.every <= days(1))",
            ["incident.drills.every <= days(1)"],
        ),
        (
            "incident.plan.exists ? platform.mlps_level >= 3 : false",
            ["incident.plan.exists", "platform.mlps_level >= 3"],
        ),
        (
            "platform.mlps_level >= 3 ? true : incident.plan.exists",
            ["platform.mlps_level >= 3", "incident.plan.exists"],
        ),
        ("incident.drills.every <= days(1) ? true : false", ["incident.drills.every <= days(1)", "false"]),
        (
            "incident.drills.every <= days(1) ? 1 < 2 : incident.plan.exists",
            ["incident.drills.every <= days(1)"],
        ),
        ("incident.drills.every <= days(1) || !incident.plan.exists", ["incident.drills.every <= days(1)"]),
        (
            'incident.plan.covers.exists_one(c, c == "computer_virus")',
            ["incident.plan.covers[0]", 'c == "computer_virus"'],
        ),
        (
            'incident.plan.covers.exists_one(c, c == "network_attack")',
            ["incident.plan.covers[0]", 'c == "network_attack"'],
        ),
    ],
)
def test_what_decided_is_marked(
    explained: Callable[[str, object], Step], source: str, marked: list[str]
) -> None:
    facts = {
        "incident": {"plan": {"exists": True, "covers": ["computer_virus"]}},
        "platform": {"mlps_level": 2},
    }
    assert [*_marked(explained(source, facts))][1:] == marked


@pytest.mark.parametrize(
    ("source", "marked"),
    [
        ('exists_one(c, c == "computer_virus")', [0]),
        ('exists_one(c, c != "computer_virus")', [1, 2]),
        ('exists_one(c, c == "system_fault")', [0, 1, 2]),
    ],
    ids=["one is", "two are", "none is"],
)
def test_of_exactly_one_those_that_are_it_decide(
    explained: Callable[[str, object], Step], source: str, marked: list[int]
) -> None:
    covers = ["computer_virus", "network_attack", "network_intrusion"]
    step = explained(f"incident.plan.covers.{source}", {"incident": {"plan": {"covers": covers}}})
    assert [at for at, part in enumerate(step.inside) if part.decides] == marked


def test_a_requirement_that_is_false_decides_with_the_guard_that_is_open(
    explained: Callable[[str, object], Step],
) -> None:
    source = "implies(incident.drills.every <= days(1), platform.mlps_level >= 3)"
    step = explained(source, {"platform": {"mlps_level": 2}})
    assert [*_marked(step)][1:] == ["incident.drills.every <= days(1)", "platform.mlps_level >= 3"]


def test_a_requirement_that_is_met_leaves_nothing_to_a_guard(
    explained: Callable[[str, object], Step],
) -> None:
    source = "implies(incident.drills.every <= days(1), platform.mlps_level >= 2)"
    step = explained(source, {"platform": {"mlps_level": 2}})
    assert [*_marked(step)][1:] == ["platform.mlps_level >= 2"]


def _numbers(count: int) -> str:
    return f"[{', '.join(map(str, range(count)))}]"


def _parts(step: Step) -> int:
    return 1 + sum(map(_parts, step.inside))


@pytest.mark.parametrize(
    "body",
    [
        "a + b + c < 180",
        "a + b + c < 20",
        "a < 30 && b < 30 && c < 30",
        "!(a == b) || implies(b == c, c < 3)",
        "!(a == b && b == c) ? a < 3 : c < 3",
    ],
)
@pytest.mark.parametrize(
    "form",
    [
        "{many}.all(a, {some}.all(b, {few}.all(c, {body})))",
        "{many}.all(a, {many}.exists(b, {few}.exists(c, {body})))",
        "{many}.filter(a, {some}.exists(b, a < b)).all(a, {some}.all(b, {few}.exists_one(c, {body})))",
    ],
    ids=["all", "exists", "filter"],
)
def test_of_whatever_a_rule_looks_at_so_many_parts_are_shown(
    explained: Callable[[str, object], Step], form: str, body: str
) -> None:
    step = explained(form.format(many=_numbers(40), some=_numbers(20), few=_numbers(8), body=body), {})
    assert 300 < _parts(step) <= MOST_PARTS


def test_all_of_a_list_that_is_not_long_is_shown(explained: Callable[[str, object], Step]) -> None:
    step = explained(f"{_numbers(60)}.all(a, a < 3 || a == 4)", {})
    assert (len(step.inside), _parts(step), sum(step.left_out.values())) == (60, 241, 0)


def test_of_a_long_list_those_that_decide_are_shown_first(
    explained: Callable[[str, object], Step],
) -> None:
    streams = [{"name": f"s{at}", "immutable": at % 1000 != 999} for at in range(5000)]
    step = explained("logging.streams.all(s, s.immutable)", {"logging": {"streams": streams}})
    assert [part.element for part in step.inside if value_of(part) is False] == [
        f"logging.streams[s{at}]" for at in (999, 1999, 2999, 3999, 4999)
    ]
    shown = len(step.inside)
    assert (shown, step.left_out) == (MOST_PARTS // 2 - 1, {True: 5000 - shown})


def test_what_decides_and_is_left_out_is_needed_as_a_whole(
    explained: Callable[[str, object], Step],
) -> None:
    streams = [{"name": f"s{at}", "immutable": False} for at in range(MOST_PARTS)]
    step = explained("logging.streams.all(s, s.immutable)", {"logging": {"streams": streams}})
    *of_elements, (whole, needed) = needs_by_element(step)
    assert len(of_elements) == MOST_PARTS // 2 - 1
    assert (whole, _in_words(needed)) == (
        step,
        "it would have to hold that every log stream is protected against change",
    )


def test_a_rule_that_took_too_many_steps_is_not_opened(explained: Callable[[str, object], Step]) -> None:
    listed = _numbers(60)
    step = explained(f"{listed}.all(a, {listed}.all(b, {listed}.all(c, a + b + c < 180)))", {})
    assert (step.outcome.value, step.inside) == (
        Unknown(Reason.BUDGET, "the rule takes too many steps"),
        (),
    )


def test_parts_of_parts_share_their_steps(explained: Callable[[str, object], Step]) -> None:
    """Denied forty times, the lists would be looked at forty times."""
    lists = f"{_numbers(40)}.all(a, {_numbers(20)}.all(b, {_numbers(12)}.all(c, a + b + c < 99)))"
    deep = _depth(explained("!" * 40 + lists, {}))
    assert 1 < deep < 40
    assert _depth(explained("!" * deep + lists, {})) == deep


def _depth(step: Step) -> int:
    return 1 + _depth(step.inside[0]) if step.inside else 0


def test_of_a_quantifier_the_elements_that_break_it_decide(explained: Callable[[str, object], Step]) -> None:
    step = explained('logging.streams.filter(s, s.kind != "debug").all(s, s.retention >= months(6))', LOGS)
    assert [(part.element, value_of(part), part.decides) for part in step.inside] == [
        ("logging.streams[a]", False, True),
        ("logging.streams[b]", True, False),
        ("logging.streams[c]", True, False),
    ]
    assert [*_marked(step)][1:] == ["logging.streams[a]", 's.kind != "debug"', "s.retention >= months(6)"]


@settings(max_examples=150)
@given(st.randoms(use_true_random=False))
def test_what_is_shown_adds_up_to_what_the_rule_comes_to(random: Random) -> None:
    productions = (
        "comparison",
        "membership",
        "logic",
        "negation",
        "implication",
        "choice",
        "quantified",
        "presence",
    )
    expr = condition(SCHEMA, random, Grammar(productions, {}, written))
    read = {part.name for part in descend(expr) if isinstance(part, Name)}
    document = typed_document(ObjectType({n: k for n, k in SCHEMA.fields.items() if n in read}), random)
    if not isinstance(check(expr, SCHEMA), Checked):
        return
    step = decided(steps(expr, document, SCHEMA, now=NOW))
    assert step.outcome.value == evaluate(expr, document, now=NOW).value
    assert (needs(step) is None) == (value_of(step) is True)
    assert all(
        any(part.decides for part in one.inside) for one in _decisive(step) if one.inside and _settled(one)
    )


def _decisive(step: Step) -> Iterator[Step]:
    if step.decides:
        yield step
        for part in step.inside:
            yield from _decisive(part)


def _settled(step: Step) -> bool:
    """Whether the parts say it all: an open list may leave a result open that no part does."""
    return value_of(step) is not None


def _in_words(needed: Needed) -> object:
    if isinstance(needed, Needs):
        return needed.joint, *map(_in_words, needed.parts)
    return requirement(needed.claim, "en")
