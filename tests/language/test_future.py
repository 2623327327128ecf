from __future__ import annotations

import datetime as dt

from reglint.language.evaluator import evaluate
from reglint.language.future import as_known_on
from reglint.language.parser import parse
from reglint.model.fact import Fact, FactTree, Record, Series, Unknown
from reglint.model.schema import ListType, ObjectType, ScalarType
from reglint.model.verdict import Reason

DAY = dt.date(2026, 11, 24)
DRILLS = ObjectType(
    {
        "last": ScalarType("date", set_by="evidence"),
        "next": ScalarType("date"),
        "held": ListType(ScalarType("timestamp", set_by="evidence")),
        "passed": ScalarType("boolean", set_by="evidence"),
    }
)
SCHEMA = ObjectType({"incident": ObjectType({"drills": DRILLS})})


def _platform(**drills: FactTree) -> Record:
    return Record("", {"incident": Record("incident", {"drills": Record("incident.drills", drills)})})


def _fact(name: str, value: bool | dt.date | Unknown) -> Fact:  # noqa: FBT001 - a fact's value
    return Fact(f"incident.drills.{name}", value)


def test_a_day_of_something_done_that_lies_ahead_is_unknown() -> None:
    later = dt.date(2026, 11, 25)
    future = Unknown(Reason.FUTURE, "2026-11-25 lies after 2026-11-24")
    known = as_known_on(DAY, _platform(last=_fact("last", later)), SCHEMA)
    assert known == _platform(last=_fact("last", future))
    tree = parse("incident.drills.last + months(12) >= now")
    assert not isinstance(tree, tuple)
    assert evaluate(tree, known, now=DAY).value == future


def test_what_may_lie_ahead_and_what_is_past_stay() -> None:
    missing = Unknown(Reason.MISSING)
    facts = _platform(
        last=_fact("last", DAY),
        next=_fact("next", dt.date(2027, 1, 1)),
        passed=_fact("passed", value=True),
        other=_fact("other", dt.date(2027, 1, 1)),
    )
    assert as_known_on(DAY, facts, SCHEMA) == facts
    assert as_known_on(DAY, _platform(last=_fact("last", missing)), SCHEMA) == _platform(
        last=_fact("last", missing)
    )


def test_the_day_of_a_timestamp_is_that_of_its_offset() -> None:
    east = dt.timezone(dt.timedelta(hours=8))
    moments = [dt.datetime(2026, 11, 24, 23, tzinfo=dt.UTC), dt.datetime(2026, 11, 25, 1, tzinfo=east)]
    items = tuple(_fact("held[]", moment) for moment in moments)
    known = as_known_on(DAY, _platform(held=Series("incident.drills.held", items)), SCHEMA)
    ahead = _fact("held[]", Unknown(Reason.FUTURE, "2026-11-25 lies after 2026-11-24"))
    assert known == _platform(held=Series("incident.drills.held", (items[0], ahead)))


def test_a_tree_of_another_shape_is_left_as_it_is() -> None:
    facts = _platform(last=Series("incident.drills.last", ()), held=_fact("held", dt.date(2027, 1, 1)))
    assert as_known_on(DAY, facts, SCHEMA) == facts
