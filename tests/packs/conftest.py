"""A small law, a small pack and a small schema of facts, for the tests of loading."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TypeAlias

import pytest

from reglint.documents.yaml import read_yaml
from reglint.model.law import (
    Force,
    Instrument,
    InstrumentVersion,
    Location,
    Provision,
    Role,
)
from reglint.model.schema import ListType, ObjectType, ScalarType
from reglint.packs.pack import Catalogue, Control, LoadedRule, System
from reglint.packs.parse import parse_rules

Amended: TypeAlias = Callable[[str, str], LoadedRule]

RULE = """\
instrument: cn-csl
rules:
  - id: cn-csl-log-retention
    title: {en: Logs are kept, zh: 留存日志}
    cites: [cn-csl#log-retention]
    binds: [network_operator]
    control: audit.log-retention
    severity: high
    says: number
    assert: logging.streams.all(s, s.retention >= months(6))
    because: {en: Because, zh: 因为}
    remedy: {en: Keep them, zh: 留存}
"""


@pytest.fixture(scope="session")
def rule_text() -> str:
    """A file with one sound rule of ten lines, the first of them the third of the file."""
    return RULE


@pytest.fixture(scope="session")
def schema() -> ObjectType:
    """Streams of logs with a retention, and the level of a platform."""
    stream = ObjectType({"retention": ScalarType("duration")})
    return ObjectType(
        {
            "logging": ObjectType({"streams": ListType(stream)}),
            "platform": ObjectType({"mlps_level": ScalarType("integer")}),
        }
    )


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """A law of two versions, one role and one control in China; a role in Japan; a proposal in China."""
    versions = (
        InstrumentVersion("2016", "", since=dt.date(2017, 6, 1), until=dt.date(2025, 12, 31)),
        InstrumentVersion("2025", "", since=dt.date(2026, 1, 1)),
    )
    places = {
        "log-retention": {"2016": Location("21", item="3"), "2025": Location("23", item="3")},
        "old-duty": {"2016": Location("40")},
        "new-duty": {"2025": Location("20")},
    }
    provisions = {name: Provision(name, at, {}) for name, at in places.items()}
    law = Instrument("cn-csl", "cn", {"en": "CSL"}, Force.STATUTE, {}, {}, versions, provisions)
    bill = Instrument("cn-bill", "cn", {"en": "Bill"}, Force.PROPOSAL, {}, {}, versions, provisions)
    return Catalogue(
        instruments={"cn-csl": law, "cn-bill": bill},
        roles={
            "cn": {"network_operator": Role("network_operator", "cn", {})},
            "jp": {"bank": Role("bank", "jp", {})},
        },
        controls={"audit.log-retention": Control("audit.log-retention", "audit", {}, {})},
        systems={"audit": System("audit", {})},
    )


@pytest.fixture(scope="session")
def amended(schema: ObjectType) -> Amended:
    """The sound rule with one text in it replaced once, read as a rule of China."""

    def load(old: str, new: str) -> LoadedRule:
        (root,) = read_yaml(RULE.replace(old, new, 1), "csl.yaml").roots
        (rule,), _ = parse_rules(root, "csl.yaml", jurisdiction="cn", schema=schema)
        return rule

    return load
