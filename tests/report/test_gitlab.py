from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
from tests.report.waived import with_waiver

from reglint.model.assessment import Assessment
from reglint.report.gitlab import render_gitlab

# What GitLab's documentation asks of a violation.
REPORT = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def violations(run: Assessment, *, everything: bool = False) -> list[dict[str, object]]:
    report: list[dict[str, object]] = json.loads(render_gitlab(run, language="en", everything=everything))
    jsonschema.validate(report, REPORT)
    return report


def test_breaches_and_what_would_be_one(run: Assessment) -> None:
    assert [(one["check_name"], one["severity"], one["location"]) for one in violations(run)] == [
        ("eu-rts-sca-session-idle", "minor", {"path": "platform.yaml", "lines": {"begin": 4}}),
        ("cn-csl-weak-secrets", "critical", {"path": "ledger/application.yml", "lines": {"begin": 2}}),
        ("cn-csl-log-retention", "critical", {"path": "ledger/logback.xml", "lines": {"begin": 3}}),
        ("cn-csl-log-retention", "critical", {"path": "ledger/logback.xml", "lines": {"begin": 6}}),
    ]


def test_what_stands_in_no_file_is_shown_at_the_folder(run: Assessment) -> None:
    listed = violations(run, everything=True)
    assert [one["location"] for one in listed if one["check_name"] == "cn-csl-incident-plan"] == [
        {"path": "examples/pay", "lines": {"begin": 1}}
    ]


def test_no_two_fingerprints_are_equal(run: Assessment) -> None:
    first = run.findings[2]
    twice = violations(replace(run, findings=(first, first)))
    assert len({one["fingerprint"] for one in twice}) == 2


def test_a_fingerprint_is_the_same_in_the_next_run(run: Assessment) -> None:
    assert violations(run) == violations(run)


def test_a_breach_that_is_lived_with_is_no_news(run: Assessment) -> None:
    assert len(violations(with_waiver(run, "v1:FILE"))) == len(violations(run)) - 1
