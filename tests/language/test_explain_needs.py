"""What would make a rule pass."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from tests.language.typed_documents import NOW

from reglint.facts.shipped import shipped_vocabulary
from reglint.language.explain import Step, steps
from reglint.language.explain_decided import decided
from reglint.language.explain_needs import Need, Needed, Needs, needs, needs_by_element
from reglint.language.parser import parse
from reglint.language.render import render
from reglint.language.sentence.needs import requirement
from reglint.model.duration import Duration, parse_duration
from reglint.model.fact import Record, Unknown
from reglint.model.verdict import Reason

SCHEMA = shipped_vocabulary().schema


SUBJECT = "the level under China's multi-level protection scheme"


LEVEL = f"{SUBJECT} would have to be"


BANK = "the depository of the client reserve would have to be stated"


NO_PLAN = "it would have to hold that there is no incident plan"


MISSING = Unknown(Reason.MISSING)


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


def test_an_element_that_a_filter_leaves_out_is_decided_by_the_filter(
    explained: Callable[[str, object], Step],
) -> None:
    step = explained('logging.streams.filter(s, s.kind == "access").all(s, s.retention >= months(6))', LOGS)
    assert {part.decides for one in step.inside for part in one.inside if part.role == "filter"} == {True}
    assert {part.decides for one in step.inside for part in one.inside if part.role != "filter"} == {False}


@pytest.mark.parametrize(
    ("source", "needed"),
    [
        ("incident.plan.exists", None),
        ("platform.mlps_level >= 3", f"{LEVEL} at least 3"),
        ("!(platform.mlps_level < 3)", f"{LEVEL} at least 3"),
        ("!incident.plan.exists", NO_PLAN),
        ("has(platform.mlps_level) && platform.mlps_level >= 3", f"{LEVEL} at least 3"),
        (
            "platform.mlps_level >= 3 && has(custody.bank)",
            ("and", f"{LEVEL} at least 3", BANK),
        ),
        (
            "platform.mlps_level >= 3 || has(custody.bank)",
            ("or", f"{LEVEL} at least 3", BANK),
        ),
        (
            "implies(platform.mlps_level >= 2, has(custody.bank))",
            ("or", BANK, f"{LEVEL} less than 2"),
        ),
        (
            "!implies(platform.mlps_level >= 3, incident.plan.exists)",
            ("and", NO_PLAN, f"{LEVEL} at least 3"),
        ),
        ("platform.mlps_level >= 2 ? has(custody.bank) : true", BANK),
        (
            "incident.drills.every <= days(1) ? has(custody.bank) : !incident.plan.exists",
            (
                "it would have to hold that if the interval between incident drills is at most 1 day,"
                " the depository of the client reserve is stated; otherwise, there is no incident plan"
            ),
        ),
        (
            'incident.plan.covers.exists(c, c != "computer_virus")',
            (
                "it would have to hold that there is at least one risk that the incident plan covers"
                " that is not computer viruses"
            ),
        ),
        ('!incident.plan.covers.exists(c, c != "network_attack")', "it would have to be network attacks"),
    ],
)
def test_what_would_make_it_pass(
    explained: Callable[[str, object], Step], source: str, needed: object
) -> None:
    facts = {
        "incident": {"plan": {"exists": True, "covers": ["computer_virus"]}},
        "platform": {"mlps_level": 2},
    }
    found = needs(explained(source, facts))
    assert (found if found is None else _in_words(found)) == needed


def test_elements_need_what_each_of_them_lacks(explained: Callable[[str, object], Step]) -> None:
    step = explained("logging.streams.all(s, s.retention >= months(6)) && platform.mlps_level >= 3", LOGS)
    assert [(part.element, _in_words(needed)) for part, needed in needs_by_element(step)] == [
        ("logging.streams[a]", "its retention would have to be at least 6 months"),
        ("logging.streams[c]", "its retention would have to be at least 6 months"),
        ("", f"{LEVEL} at least 3"),
    ]


@pytest.mark.parametrize(
    ("source", "needed"),
    [
        ("platform.mlps_level > 2 && platform.mlps_level < 5", f"{LEVEL} more than 2 and less than 5"),
        ("5 > platform.mlps_level && !(platform.mlps_level <= 2)", f"{LEVEL} less than 5 and more than 2"),
        ("!(platform.mlps_level <= 2 || platform.mlps_level >= 5)", f"{LEVEL} more than 2 and less than 5"),
        (
            "platform.mlps_level > 2 && platform.mlps_level != 3 && platform.mlps_level < 5",
            (
                f"it would have to hold that {SUBJECT} is more than 2, {SUBJECT} is not 3, and {SUBJECT}"
                " is less than 5"
            ),
        ),
        ("platform.mlps_level > 2 && size(incident.plan.covers) < 2", f"{LEVEL} more than 2"),
        (
            "platform.mlps_level > 2 || platform.mlps_level > 5",
            ("or", f"{LEVEL} more than 2", f"{LEVEL} more than 5"),
        ),
    ],
)
@pytest.mark.parametrize("form", ["{}", "[1].all(n, {})"], ids=["alone", "of an element"])
def test_a_bound_that_holds_is_kept_beside_one_that_does_not(
    explained: Callable[[str, object], Step], source: str, needed: object, form: str
) -> None:
    facts = {"platform": {"mlps_level": 2}, "incident": {"plan": {"covers": ["computer_virus"]}}}
    ((_, found),) = needs_by_element(explained(form.format(source), facts))
    assert _in_words(found) == needed


def test_a_bound_that_is_said_in_days_too_comes_last(explained: Callable[[str, object], Step]) -> None:
    step = explained("logging.streams.all(s, s.retention >= months(6) && s.retention <= years(2))", LOGS)
    found = [_days(needed) for _, needed in needs_by_element(step)]
    words = "its retention would have to be at most 2 years and at least 6 months"
    assert [(said, str(days)) for said, days in found] == [(words, "184 days")] * 2


def test_each_element_that_must_not_be_there_has_its_own_need(
    explained: Callable[[str, object], Step],
) -> None:
    step = explained('!logging.streams.exists(s, s.kind == "audit" && has(s.retention))', LOGS)
    other = "its kind would have to be other than audit log"
    assert [(part.element, _in_words(needed)) for part, needed in needs_by_element(step)] == [
        (f"logging.streams[{name}]", ("or", other, "its retention would have to be left out"))
        for name in "ab"
    ]


def test_where_more_may_be_there_that_must_not_the_list_is_needed(
    explained: Callable[[str, object], Step],
) -> None:
    step = explained("!logging.streams.exists(s, s.immutable == false)", _observed("audit"))
    assert [(part.element, _in_words(needed)) for part, needed in needs_by_element(step)] == [
        ("", "it would have to hold that there is no log stream that is not protected against change")
    ]


def test_what_passes_needs_nothing(explained: Callable[[str, object], Step]) -> None:
    assert [*needs_by_element(explained("logging.streams.all(s, has(s.kind))", LOGS))] == []


def test_a_filter_that_is_open_is_one_way_to_settle_an_element(
    explained: Callable[[str, object], Step],
) -> None:
    facts = {"logging": {"streams": [{"name": "a", "retention": parse_duration("30 days"), "kind": MISSING}]}}
    step = explained('logging.streams.filter(s, s.kind == "audit").all(s, s.retention >= months(6))', facts)
    assert [_in_words(needed) for _, needed in needs_by_element(step)] == [
        (
            "or",
            "its retention would have to be at least 6 months",
            "its kind would have to be other than audit log",
        )
    ]


def _observed(*kinds: object) -> object:
    streams = [
        {"name": name, "kind": kind, "immutable": True} for name, kind in zip("abc", kinds, strict=False)
    ]
    return {"logging": {"streams": {"observed": streams}}}


PROTECTED = 'logging.streams.filter(s, s.kind == "audit").all(s, s.immutable)'


NO_AUDIT = "it would have to hold that there is at least one log stream whose kind is audit log"


def test_where_no_element_counts_for_sure_one_has_to(explained: Callable[[str, object], Step]) -> None:
    step = explained(PROTECTED, _observed(MISSING, "debug", MISSING))
    ((part, needed),) = needs_by_element(step)
    assert isinstance(needed, Need)
    assert (part, _in_words(needed)) == (step, NO_AUDIT)
    names = ["logging.streams[a].kind", "logging.streams[c].kind"]
    assert [fact.name for fact in needed.facts] == names
    assert {fact.value for fact in needed.facts} == {MISSING}
    marked = ["logging.streams[a]", 's.kind == "audit"', "logging.streams[c]", 's.kind == "audit"']
    assert [*_marked(step)][1:] == marked


def test_where_no_element_counts_for_sure_one_has_to_in_each_list(
    explained: Callable[[str, object], Step],
) -> None:
    step = explained(f"[1].all(one, {PROTECTED})", _observed(MISSING))
    assert [_in_words(needed) for _, needed in needs_by_element(step)] == [NO_AUDIT]


@pytest.mark.parametrize("kinds", [("audit", MISSING), ("debug",)], ids=["one counts", "none can"])
def test_where_filters_leave_nothing_open_no_element_has_to_count(
    explained: Callable[[str, object], Step], kinds: tuple[object, ...]
) -> None:
    step = explained(PROTECTED, _observed(*kinds))
    assert NO_AUDIT not in [_in_words(needed) for _, needed in needs_by_element(step)]


def test_a_list_that_nobody_gives_is_needed_as_a_whole(explained: Callable[[str, object], Step]) -> None:
    step = explained("logging.streams.all(s, s.immutable)", {})
    assert [(part.element, _in_words(needed)) for part, needed in needs_by_element(step)] == [
        ("", "it would have to hold that every log stream is protected against change")
    ]


@pytest.mark.parametrize(
    ("source", "days"),
    [
        ("s.retention >= months(6)", "184 days"),
        ("s.retention > months(6)", "185 days"),
        ("!(s.retention < months(6))", "184 days"),
        ("s.retention == months(6)", None),
        ("s.retention >= days(184)", None),
        ('s.kind == "security" && s.retention >= months(6)', None),
    ],
)
def test_a_bound_in_months_is_said_in_days_too(
    explained: Callable[[str, object], Step], source: str, days: str | None
) -> None:
    step = explained(f"logging.streams.all(s, {source})", LOGS)
    found = dict(_days(needed) for _, needed in needs_by_element(step))
    assert {str(one) if one is not None else None for one in found.values()} == {days}


@pytest.mark.parametrize(("bound", "days"), [("<= months(1)", 28), ("< months(1)", 27)])
def test_a_bound_from_above_takes_the_shortest_months(
    explained: Callable[[str, object], Step], bound: str, days: int
) -> None:
    found = needs(
        explained(
            f"incident.drills.every {bound}", {"incident": {"drills": {"every": parse_duration("90 days")}}}
        )
    )
    assert isinstance(found, Need)
    assert str(found.days) == f"{days} days"


def _in_words(needed: Needed) -> object:
    if isinstance(needed, Needs):
        return needed.joint, *map(_in_words, needed.parts)
    return requirement(needed.claim, "en")


def _days(needed: Needed) -> tuple[str, Duration | None]:
    return (requirement(needed.claim, "en"), needed.days) if isinstance(needed, Need) else ("", None)
