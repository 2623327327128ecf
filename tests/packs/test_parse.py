from __future__ import annotations

import datetime as dt

import pytest

from reglint.documents.yaml import read_yaml
from reglint.language.parser import parse
from reglint.language.syntax import Expression
from reglint.model.place import Place
from reglint.model.rule import Method, Rule, Says, Severity, Status
from reglint.model.schema import ObjectType
from reglint.packs.pack import LoadedRule
from reglint.packs.parse import parse_rules

FULL = """\
instrument: cn-csl
rules:
  - id: cn-csl-logs
    aliases: [cn-csl-old-logs]
    title: {en: T, zh: 题}
    cites: [cn-csl#a, cn-csl#b]
    binds: [anyone]
    control: audit.logs
    severity: low
    says: duty
    method: attested
    status: draft
    when: platform.mlps_level >= 3
    assert: logging.streams.all(s, s.retention >= months(6))
    because: {en: B, zh: 因}
    remedy: {en: R, zh: 改}
    reading: {en: W, zh: 释}
    rows: [cn-row]
    in_force: {from: 2020-01-01, until: 2024-12-31}
    replaces: cn-csl-older
"""


def _tree(source: str) -> Expression:
    tree = parse(source)
    assert not isinstance(tree, tuple)
    return tree


def _parsed(
    text: str, schema: ObjectType, jurisdiction: str = "cn"
) -> tuple[tuple[LoadedRule, ...], list[str]]:
    (root,) = read_yaml(text, "csl.yaml").roots
    rules, faults = parse_rules(root, "csl.yaml", jurisdiction=jurisdiction, schema=schema)
    return rules, [str(fault) for fault in faults]


def test_a_rule_is_all_that_its_file_says(schema: ObjectType) -> None:
    rules, faults = _parsed(FULL, schema)
    assert (rules, faults) == (
        (
            LoadedRule(
                rule=Rule(
                    id="cn-csl-logs",
                    jurisdiction="cn",
                    instrument="cn-csl",
                    title={"en": "T", "zh": "题"},
                    cites=("cn-csl#a", "cn-csl#b"),
                    binds=("anyone",),
                    control="audit.logs",
                    severity=Severity.LOW,
                    says=Says.DUTY,
                    assertion="logging.streams.all(s, s.retention >= months(6))",
                    because={"en": "B", "zh": "因"},
                    remedy={"en": "R", "zh": "改"},
                    when="platform.mlps_level >= 3",
                    reading={"en": "W", "zh": "释"},
                    method=Method.ATTESTED,
                    status=Status.DRAFT,
                    rows=("cn-row",),
                    since=dt.date(2020, 1, 1),
                    until=dt.date(2024, 12, 31),
                    replaces="cn-csl-older",
                    aliases=("cn-csl-old-logs",),
                    places=rules[0].rule.places,
                ),
                when=_tree("platform.mlps_level >= 3"),
                assertion=_tree("logging.streams.all(s, s.retention >= months(6))"),
            ),
        ),
        [],
    )


PLACES = [
    ("", Place("csl.yaml", 3, 5, "/rules/0")),
    ("id", Place("csl.yaml", 3, 9, "/rules/0/id", 11)),
    ("cites", Place("csl.yaml", 6, 5, "/rules/0/cites")),
    ("cites/1", Place("csl.yaml", 6, 23, "/rules/0/cites/1", 8)),
    ("title/zh", Place("csl.yaml", 5, 24, "/rules/0/title/zh", 1)),
    ("assert", Place("csl.yaml", 14, 13, "/rules/0/assert", 48)),
    ("in_force/until", Place("csl.yaml", 19, 41, "/rules/0/in_force/until", 10)),
]


@pytest.mark.parametrize(("pointer", "place"), PLACES, ids=[row[0] or "the rule" for row in PLACES])
def test_a_rule_knows_where_each_part_of_it_stands(pointer: str, place: Place, schema: ObjectType) -> None:
    ((loaded,), _) = _parsed(FULL, schema)
    assert loaded.rule.places[pointer] == place


FAULTS = [
    (
        "an unknown key",
        "severity:",
        "severty:",
        'csl.yaml:8:5: error[unknown-key] Unknown key "severty". Did you mean "severity"?',
    ),
    (
        "a missing key",
        "    says: number\n",
        "",
        'csl.yaml:3:5: error[missing-key] "says" is missing. Write says: number.',
    ),
    (
        "an unknown severity",
        "high",
        "hihg",
        'csl.yaml:8:15: error[wrong-value] "hihg" cannot stand at "severity". Did you mean "high"?',
    ),
    (
        "an article for a provision",
        "cn-csl#log-retention",
        "Art. 23",
        (
            'csl.yaml:5:13: error[wrong-value] "Art. 23" is not written as "cites" must be. '
            "Write it like cn-csl#log-retention."
        ),
    ),
    (
        "nobody bound",
        "[network_operator]",
        "[]",
        'csl.yaml:6:5: error[wrong-value] "binds" is empty. Write [network_operator].',
    ),
    (
        "an assignment",
        "months(6))",
        "months(6) = 1)",
        "csl.yaml:10:61: error[expression] = is no operator; write ==",
    ),
    (
        "an unknown fact",
        "logging.",
        "loging.",
        'csl.yaml:10:13: error[unknown-fact] Unknown fact "loging"; did you mean "logging"?',
    ),
    (
        "an unknown field of an element",
        "s.retention",
        "s.retained",
        (
            "csl.yaml:10:38: error[unknown-fact] "
            'Unknown fact "logging.streams[].retained"; write one of retention.'
        ),
    ),
    (
        "a faulty when",
        "    says: number\n",
        "    says: number\n    when: 'platform.level > 3'\n",
        (
            "csl.yaml:10:21: error[unknown-fact] "
            'Unknown fact "platform.level"; did you mean "platform.mlps_level"?'
        ),
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "expected"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS]
)
def test_a_faulty_rule_is_left_out_and_said_at_its_place(
    old: str, new: str, expected: str, rule_text: str, schema: ObjectType
) -> None:
    assert old in rule_text
    rules, faults = _parsed(rule_text.replace(old, new, 1), schema)
    assert (rules, faults) == ((), [expected])


def test_a_faulty_rule_costs_no_other(rule_text: str, schema: ObjectType) -> None:
    other = rule_text.partition("rules:\n")[2].replace("log-retention", "other", 1).replace("high", "hihg")
    rules, faults = _parsed(rule_text + other, schema)
    assert ([loaded.rule.id for loaded in rules], len(faults)) == (["cn-csl-log-retention"], 1)


def test_a_rule_of_japan_is_written_in_japanese_too(rule_text: str, schema: ObjectType) -> None:
    text = rule_text.replace("{en: Because, zh: 因为}", "{en: Because, zh: 因为, ja: 理由}")
    assert _parsed(text, schema, "jp") == (
        (),
        [
            (
                'csl.yaml:4:5: error[missing-text] "title" is not written in "ja". '
                "Rules of jp have it besides en and zh: write ja: …."
            ),
            (
                'csl.yaml:12:5: error[missing-text] "remedy" is not written in "ja". '
                "Rules of jp have it besides en and zh: write ja: …."
            ),
        ],
    )


def test_a_file_that_holds_no_rules_gives_none(schema: ObjectType) -> None:
    rules, faults = _parsed("rules: {}", schema)
    assert (rules, [fault.partition(":")[2][:3] for fault in faults]) == ((), ["1:1", "1:1"])
