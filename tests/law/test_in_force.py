from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from reglint.law.cite import cite, unknown_provision
from reglint.law.in_force import Absence, NotStanding, Standing, first_days, standing, stands, version_on
from reglint.model.law import (
    Citation,
    Force,
    Instrument,
    InstrumentVersion,
    Location,
    Provision,
    Suspension,
)


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


OLD = InstrumentVersion("2016", "old", since=_day("2017-06-01"), until=_day("2025-12-31"))
NEW = InstrumentVersion("2025", "new", since=_day("2026-01-01"))
AT_OLD, AT_NEW = Location("21", item="3"), Location("23", item="3")
MOVED = Provision("moved", {"2016": AT_OLD, "2025": AT_NEW}, {"en": "Keep logs"})
ADDED = Provision("added", {"2025": Location("20")}, {"en": "New"})
REPEALED = Provision("repealed", {"2016": Location("40")}, {"en": "Gone"})
LATE = Provision("late", {"2025": Location("9", since=_day("2026-07-01"))}, {"en": "Later than its law"})
SUNSET = Provision("sunset", {"2025": Location("8", until=_day("2026-06-30"))}, {"en": "Ends before its law"})
LAW = Instrument(
    id="cn-csl",
    jurisdiction="cn",
    titles={"en": "Cybersecurity Law"},
    force=Force.STATUTE,
    issuer={},
    authority={},
    versions=(OLD, NEW),
    provisions={it.id: it for it in (MOVED, ADDED, REPEALED, LATE, SUNSET)},
)
STAYED = replace(LAW, suspended=(Suspension(_day("2026-03-01"), _day("2026-03-31"), "a court"),))
ENJOINED = replace(LAW, suspended=(Suspension(_day("2026-03-01"), None, "a court"),))
PROPOSAL = replace(LAW, force=Force.PROPOSAL)
SEEN = replace(
    LAW,
    versions=(InstrumentVersion("2025", "", since=None, seen=_day("2016-11-14")),),
)
UNDATED = replace(LAW, versions=(InstrumentVersion("2025", ""),))

VERSIONS = [
    ("before the first day", LAW, "2017-05-31", None),
    ("on the first day", LAW, "2017-06-01", OLD),
    ("on the last day", LAW, "2025-12-31", OLD),
    ("on the next version's first day", LAW, "2026-01-01", NEW),
    ("far ahead", LAW, "2099-01-01", NEW),
    ("the day before a suspension", STAYED, "2026-02-28", NEW),
    ("on a suspension's first day", STAYED, "2026-03-01", None),
    ("on a suspension's last day", STAYED, "2026-03-31", None),
    ("the day after a suspension", STAYED, "2026-04-01", NEW),
    ("under an open suspension", ENJOINED, "2099-01-01", None),
    ("a proposal", PROPOSAL, "2026-01-01", None),
    ("before it was seen", SEEN, "2016-11-13", None),
    ("on the day it was seen", SEEN, "2016-11-14", SEEN.versions[0]),
    ("without any day", UNDATED, "2026-01-01", None),
]


@pytest.mark.parametrize(
    ("instrument", "day", "expected"), [row[1:] for row in VERSIONS], ids=[row[0] for row in VERSIONS]
)
def test_a_version_is_in_force_on_its_days(
    instrument: Instrument, day: str, expected: InstrumentVersion | None
) -> None:
    assert version_on(instrument, _day(day)) == expected


STANDING = [
    ("in the old version", LAW, "moved", "2025-12-31", Standing(OLD, AT_OLD)),
    ("in the new version", LAW, "moved", "2026-01-01", Standing(NEW, AT_NEW)),
    ("before the law", LAW, "moved", "2017-05-31", NotStanding(Absence.UPCOMING, OLD.since)),
    ("not yet added", LAW, "added", "2025-12-31", NotStanding(Absence.UPCOMING, NEW.since)),
    ("repealed", LAW, "repealed", "2026-01-01", NotStanding(Absence.ENDED, OLD.until)),
    ("later than its law", LAW, "late", "2026-06-30", NotStanding(Absence.UPCOMING, _day("2026-07-01"))),
    ("on its own first day", LAW, "late", "2026-07-01", Standing(NEW, LATE.at["2025"])),
    ("on its own last day", LAW, "sunset", "2026-06-30", Standing(NEW, SUNSET.at["2025"])),
    ("after its own last day", LAW, "sunset", "2026-07-01", NotStanding(Absence.ENDED, _day("2026-06-30"))),
    ("suspended", STAYED, "moved", "2026-03-15", NotStanding(Absence.SUSPENDED, _day("2026-03-31"))),
    ("suspended without end", ENJOINED, "moved", "2026-03-15", NotStanding(Absence.SUSPENDED)),
    ("a proposal", PROPOSAL, "moved", "2026-03-15", NotStanding(Absence.PROPOSAL)),
    ("before it was seen", SEEN, "moved", "2016-11-13", NotStanding(Absence.UNSEEN, _day("2016-11-14"))),
    (
        "seen, but its own day is known",
        SEEN,
        "late",
        "2016-01-01",
        NotStanding(Absence.UPCOMING, _day("2026-07-01")),
    ),
    ("in no dated version", UNDATED, "moved", "2026-01-01", NotStanding(Absence.UNKNOWN)),
    ("nowhere", LAW, "no-such", "2026-01-01", NotStanding(Absence.UNKNOWN)),
]


@pytest.mark.parametrize(
    ("instrument", "provision", "day", "expected"),
    [row[1:] for row in STANDING],
    ids=[row[0] for row in STANDING],
)
def test_a_provision_stands_or_it_is_said_why_not(
    instrument: Instrument, provision: str, day: str, expected: Standing | NotStanding
) -> None:
    assert standing(instrument, provision, _day(day)) == expected


def test_a_location_without_own_days_stands_on_any() -> None:
    assert stands(AT_NEW, _day("1900-01-01"))


def test_first_days_are_those_of_versions_and_after_suspensions() -> None:
    assert first_days(STAYED, "moved") == (OLD.since, NEW.since, _day("2026-04-01"))


def test_no_day_comes_after_the_last_of_the_calendar() -> None:
    forever = replace(LAW, suspended=(Suspension(_day("2026-03-01"), dt.date.max, "a court"),))
    assert first_days(forever, "added") == (NEW.since,)


def test_an_unknown_provision_has_no_first_day() -> None:
    assert first_days(LAW, "no-such") == ()


def test_a_citation_says_where_the_provision_stands_on_the_day() -> None:
    assert cite(LAW, "moved", _day("2026-01-01")) == Citation(
        provision="cn-csl#moved",
        instrument="cn-csl",
        version="2025",
        location=AT_NEW,
        label={"en": "Art. 23 item 3", "zh": "第二十三条第三项", "ja": "第二十三条第三号"},
        title={"en": "Cybersecurity Law"},
        url="new",
        force=Force.STATUTE,
        duty={"en": "Keep logs"},
    )


def test_there_is_no_citation_of_what_does_not_stand() -> None:
    assert cite(LAW, "repealed", _day("2026-01-01")) is None


UNKNOWN = [
    ("cn-csl#moved", ""),
    ("cn-csl#move", 'cn-csl has no provision "move". Did you mean "moved"?'),
    ("cn-cls#moved", 'There is no instrument "cn-cls". Did you mean "cn-csl"?'),
]


@pytest.mark.parametrize(("cited", "expected"), UNKNOWN, ids=[row[0] for row in UNKNOWN])
def test_a_citation_of_nothing_is_said_with_what_may_be_meant(cited: str, expected: str) -> None:
    assert unknown_provision(cited, {"cn-csl": LAW}) == expected
