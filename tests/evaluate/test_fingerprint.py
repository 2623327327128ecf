from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reglint.evaluate.applicability import Applicability
from reglint.evaluate.findings import finding
from reglint.evaluate.fingerprint import fingerprint
from reglint.language.witness import Witness
from reglint.model.fact import Fact
from reglint.model.place import Place
from reglint.model.rule import Rule
from reglint.model.verdict import Basis

PARTS = st.lists(st.text(st.characters(exclude_characters="\0"), max_size=5), min_size=2, max_size=2)
STREAM = "logging.streams[name=access]"
PLACE = Place("logback.xml", 9, 19)
APPLIES = Applicability(applies=True)


@given(PARTS, PARTS)
def test_only_the_same_parts_make_the_same_fingerprint(some: list[str], others: list[str]) -> None:
    assert (fingerprint("rule", *some) == fingerprint("rule", *others)) is (some == others)


def test_a_file_name_that_is_no_text_has_a_fingerprint() -> None:
    assert fingerprint("rule", "caf\udce9.yml").startswith("v1:")


def seen(value: str = "30 days", *, place: Place | None = PLACE) -> Fact:
    return Fact(f"{STREAM}.retention", value, Basis.OBSERVED, place)


BROKEN = Witness(outcome=False, element=STREAM, environment="prod", facts=(seen(),))
MOVED = replace(PLACE, line=12)
SAME = [
    ("another line", replace(BROKEN, facts=(seen(place=MOVED),))),
    ("another value", replace(BROKEN, facts=(seen("7 days"),))),
    ("now it passes", replace(BROKEN, outcome=True)),
]
OTHERS = [
    ("another file", replace(BROKEN, facts=(seen(place=Place("other.xml", 9, 19)),))),
    ("another element", replace(BROKEN, element="logging.streams[name=audit]")),
    ("another component", replace(BROKEN, component="gateway")),
    ("another environment", replace(BROKEN, environment="dev")),
    ("no place", replace(BROKEN, facts=(seen(place=None),))),
]


@pytest.mark.parametrize("witness", [row[1] for row in SAME], ids=[row[0] for row in SAME])
def test_a_fingerprint_survives(witness: Witness, rule: Rule) -> None:
    found = [finding(rule, (), one, APPLIES).fingerprint for one in (BROKEN, witness)]
    assert found[0] == found[1]


@pytest.mark.parametrize("witness", [row[1] for row in OTHERS], ids=[row[0] for row in OTHERS])
def test_a_fingerprint_differs(witness: Witness, rule: Rule) -> None:
    found = [finding(rule, (), one, APPLIES).fingerprint for one in (BROKEN, witness)]
    assert found[0] != found[1]


def test_on_the_whole_platform_the_fact_tells_findings_apart(rule: Rule) -> None:
    facts = (Fact("custody.reserve_ratio", "98 %"), Fact("custody.reconciled_every", "7 days"))
    whole = [Witness(outcome=False, facts=(fact,)) for fact in facts]
    assert len({finding(rule, (), one, APPLIES).fingerprint for one in whole}) == 2


def test_two_rules_never_share_a_fingerprint(rule: Rule) -> None:
    other = replace(rule, id="cn-csl-log-kinds")
    assert finding(rule, (), BROKEN, APPLIES).fingerprint != finding(other, (), BROKEN, APPLIES).fingerprint
