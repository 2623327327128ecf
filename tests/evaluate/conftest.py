"""A rule on log retention, the article that it cites, and platforms with log streams."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reglint.language.parser import parse
from reglint.language.syntax import Expression
from reglint.model.duration import parse_duration
from reglint.model.fact import Fact, Record, Series
from reglint.model.law import Citation, Force, Location
from reglint.model.place import Place
from reglint.model.rule import Rule, Says, Severity
from reglint.model.verdict import Basis
from reglint.packs.pack import LoadedRule

RULE = Rule(
    id="cn-csl-log-retention",
    jurisdiction="cn",
    instrument="cn-csl",
    title={"en": "Logs are kept"},
    cites=("cn-csl#log-retention",),
    binds=("network_operator",),
    control="audit.log-retention",
    severity=Severity.HIGH,
    says=Says.NUMBER,
    assertion="logging.streams.all(s, s.retention >= months(6))",
    because={"en": "Because"},
    remedy={"en": "Keep them"},
)
CITATION = Citation(
    "cn-csl#log-retention",
    "cn-csl",
    "2025",
    Location("23", item="3"),
    {"en": "Art. 23 item 3"},
    {"en": "Cybersecurity Law"},
    "",
    Force.STATUTE,
    {},
)


@pytest.fixture(scope="session")
def rule() -> Rule:
    """The rule of the Cybersecurity Law on log retention; it says `number`, and is of high severity."""
    return RULE


@pytest.fixture(scope="session")
def citation() -> Citation:
    """Art. 23 item 3, which binds."""
    return CITATION


@pytest.fixture(scope="session")
def loaded() -> Callable[[Rule], LoadedRule]:
    """A rule with its expressions read."""

    def load(rule: Rule) -> LoadedRule:
        return LoadedRule(rule, tree(rule.when) if rule.when is not None else None, tree(rule.assertion))

    return load


@pytest.fixture(scope="session")
def platform() -> Callable[..., Record]:
    """A platform whose log streams, by name, are kept so long; None where nobody says how long.

    They are declared in platform.yaml, one a line, the first on line 3.
    """

    def say(**retentions: str | None) -> Record:
        lines = enumerate(retentions.items(), start=3)
        items = tuple(stream(name, text, line) for line, (name, text) in lines)
        return Record("", {"logging": Record("logging", {"streams": Series("logging.streams", items)})})

    return say


def stream(name: str, retention: str | None, line: int) -> Record:
    element = f"logging.streams[name={name}]"
    place = Place("platform.yaml", line, 5)
    field = f"{element}.retention"
    fields = {} if retention is None else {"retention": fact(field, retention, place)}
    return Record(element, fields, place)


def fact(name: str, retention: str, place: Place) -> Fact:
    return Fact(name, parse_duration(retention), Basis.DECLARED, place, retention)


def tree(text: str) -> Expression:
    expr = parse(text)
    assert not isinstance(expr, tuple)
    return expr
