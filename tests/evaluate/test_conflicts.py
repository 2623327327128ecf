from __future__ import annotations

from dataclasses import replace

from reglint.evaluate.conflicts import BECAUSE, REMEDY, RULE, TITLE, conflict_findings
from reglint.facts.merge import Conflict
from reglint.model.diagnostic import Level
from reglint.model.fact import Fact
from reglint.model.finding import Finding
from reglint.model.place import Place
from reglint.model.verdict import Basis, Verdict

NAME = "datastores[name=orders].tls"
SEEN = Fact(NAME, value=False, basis=Basis.OBSERVED, place=Place("app/application.yml", 4, 10))
SAID = Fact(NAME, value=True, basis=Basis.DECLARED, place=Place("platform.yaml", 7, 40))


def test_a_declaration_that_the_configuration_contradicts_is_a_warning_where_it_stands() -> None:
    (found,) = conflict_findings([Conflict(SEEN, SAID)])
    assert found == Finding(
        rule=RULE,
        jurisdiction="",
        verdict=Verdict.FAIL,
        severity="medium",
        says="number",
        binding=False,
        title=TITLE,
        because=BECAUSE,
        remedy=REMEDY,
        cites=(),
        facts=(SEEN, SAID),
        element="datastores[name=orders]",
        place=SAID.place,
        basis=Basis.OBSERVED,
        level=Level.WARNING,
        fingerprint=found.fingerprint,
    )


def test_conflicts_over_two_files_are_two_findings() -> None:
    elsewhere = replace(SEEN, place=Place("app/application-dev.yml", 4, 10))
    found = conflict_findings([Conflict(SEEN, SAID), Conflict(elsewhere, SAID)])
    assert len({one.fingerprint for one in found}) == 2


def test_a_conflict_is_the_same_on_another_line_and_without_a_place() -> None:
    moved = replace(SAID, place=Place("platform.yaml", 9, 40))
    found = conflict_findings([Conflict(SEEN, SAID), Conflict(SEEN, moved)])
    assert len({one.fingerprint for one in found}) == 1
    (nowhere,) = conflict_findings([Conflict(replace(SEEN, place=None), replace(SAID, place=None))])
    assert nowhere.place is None


def test_no_conflict_is_no_finding() -> None:
    assert list(conflict_findings([])) == []
