"""One slip, one line: mistakes in real rules, where each is said, and the words that mend it.

A row of slips.tsv changes one piece of a sound rule, shipped or of slip_rules.yaml. `at` is the text at which
the slip is said, `says` what the message must contain: the mend. `unnamed:` stands before what is said of a
slip whose mend can't be told, `uncaught:` before the reason why a slip is as sound as the rule.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest

from reglint.documents.lookup import plain
from reglint.documents.yaml import read_yaml
from reglint.language.checker import Checked, check
from reglint.language.fault import Fault
from reglint.language.parser import parse_syntax
from reglint.model.schema import ObjectType, ScalarType
from reglint.pipeline.knowledge import Knowledge, load_knowledge

Rules: TypeAlias = Mapping[str, str]

HERE = Path(__file__).parent
AT_THE_END = "(end)"
OTHER_FACTS = {
    "backup": ObjectType(
        {
            "last": ScalarType("timestamp"),
            "restored": ScalarType("date"),
            "share": ScalarType("percent"),
            "target": ScalarType("ip"),
        }
    ),
    "crypto": ObjectType({"minimum_tls": ScalarType("version")}),
    "users": ObjectType(
        {"daily_limit": ScalarType("money"), "minimum_age": ScalarType("integer", minimum=0)}
    ),
}


@dataclass(frozen=True)
class Slip:
    """A row of the table."""

    rule: str
    sound: str
    slip: str
    at: str
    says: str

    @property
    def outcome(self) -> str:
        """`named` where the message has to name the mend, else what stands before the colon."""
        word, colon, _ = self.says.partition(": ")
        return word if colon and word in {"unnamed", "uncaught"} else "named"

    def made_in(self, rule: str) -> str:
        """The rule with the slip. What is sound stands in it once."""
        assert rule.count(self.sound) == 1, f"{self.sound!r} does not stand once in {rule}"
        return rule.replace(self.sound, self.slip)


def read_slips() -> list[Slip]:
    with (HERE / "slips.tsv").open(encoding="utf-8", newline="") as file:
        return [Slip(**row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


SLIPS = read_slips()
CAUGHT = [slip for slip in SLIPS if slip.outcome != "uncaught"]
UNCAUGHT = [slip for slip in SLIPS if slip.outcome == "uncaught"]


def ids(slips: list[Slip]) -> list[str]:
    return [f"{slip.rule}: {slip.slip}" for slip in slips]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture(scope="module")
def shipped(knowledge: Knowledge) -> Rules:
    return {loaded.rule.id: loaded.rule.assertion for loaded in knowledge.packs.rules}


@pytest.fixture(scope="module")
def rules(shipped: Rules) -> Rules:
    (root,) = read_yaml((HERE / "slip_rules.yaml").read_text("utf-8"), "slip_rules.yaml").roots
    others = plain(root)
    assert isinstance(others, Mapping)
    return {**shipped, **others}


@pytest.fixture(scope="module")
def schema(knowledge: Knowledge) -> ObjectType:
    return ObjectType({**knowledge.vocabulary.schema.fields, **OTHER_FACTS})


def faults(source: str, schema: ObjectType) -> tuple[Fault, ...]:
    expression = parse_syntax(source)
    if isinstance(expression, tuple):
        return expression
    checked = check(expression, schema)
    return checked.warnings if isinstance(checked, Checked) else checked


def test_the_rules_are_sound_before_the_slip(rules: Rules, schema: ObjectType) -> None:
    assert {name: faults(rule, schema) for name, rule in rules.items()} == dict.fromkeys(rules, ())


@pytest.mark.parametrize("slip", CAUGHT, ids=ids(CAUGHT))
def test_a_slip_is_said_in_one_line_at_its_place_with_the_mend(
    slip: Slip, rules: Rules, schema: ObjectType
) -> None:
    source = slip.made_in(rules[slip.rule])
    (fault,) = faults(source, schema)
    assert source[fault.offset : fault.end] == slip.at.replace(AT_THE_END, "")
    assert slip.says.removeprefix("unnamed: ") in fault.message


@pytest.mark.parametrize("slip", UNCAUGHT, ids=ids(UNCAUGHT))
def test_a_slip_that_is_as_sound_as_the_rule_is_let_through(
    slip: Slip, rules: Rules, schema: ObjectType
) -> None:
    assert faults(slip.made_in(rules[slip.rule]), schema) == ()


def test_how_many_slips_are_caught_is_known() -> None:
    assert Counter(slip.outcome for slip in SLIPS) == {"named": 390, "unnamed": 13, "uncaught": 11}


def test_no_slip_is_told_twice() -> None:
    told = [(slip.rule, slip.sound, slip.slip) for slip in SLIPS]
    assert len({*told}) == len(told)


def test_every_shipped_rule_has_its_slips(shipped: Rules) -> None:
    assert {*shipped} - {slip.rule for slip in CAUGHT} == set()
