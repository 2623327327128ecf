from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest

from reglint.model.assessment import Assessment, Tally
from reglint.report.json_v1 import render_json, to_json, verdict_of
from reglint.report.json_v1_schema import json_v1_schema

VALIDATOR = jsonschema.Draft202012Validator(json_v1_schema())


def rendered(run: Assessment, language: str) -> list[dict[str, object]]:
    findings: list[dict[str, object]] = json.loads(render_json(run, language=language, everything=True))[
        "findings"
    ]
    return findings


def test_a_run_as_data(run: Assessment) -> None:
    assert {
        key: value
        for key, value in to_json(run, language="en", everything=False).items()
        if key != "findings"
    } == {
        "schema": "json-v1",
        "reglint": "0.1.0",
        "as_of": "2026-11-24",
        "language": "en",
        "jurisdictions": ["cn", "eu"],
        "packs": [
            {"name": "cn", "version": "1.0.0", "digest": f"sha256:{'0' * 64}", "trust": "shipped"},
            {"name": "own", "version": "0.2.0", "digest": f"sha256:{'1' * 64}", "trust": "local-path"},
        ],
        "platform": {
            "name": "示例支付",
            "path": "examples/pay",
            "roles": {"cn": ["payment_institution"]},
            "presumed": {"eu": ["bank"]},
        },
        "summary": {
            "cn": {
                "verdict": "fail",
                "in_force": 7,
                "pass": 2,
                "fail": 1,
                "warn": 1,
                "unknown": 2,
                "not_applicable": 1,
                "waived": 0,
                "not_in_force": 0,
                "pass_by_basis": {"declared": 1, "observed": 1},
                "unknown_by_reason": {"budget": 1, "missing": 1, "unresolved": 1},
            },
            "eu": {
                "verdict": "unknown",
                "in_force": 1,
                "pass": 0,
                "fail": 0,
                "warn": 0,
                "unknown": 1,
                "not_applicable": 0,
                "waived": 0,
                "not_in_force": 2,
                "pass_by_basis": {},
                "unknown_by_reason": {"applicability": 1},
            },
        },
        "sources": [
            {"path": "ledger/logback.xml", "format": "logback", "facts": 2},
            {"path": "platform.yaml", "format": "platform", "facts": 1},
        ],
        "skipped": [{"path": "gateway/nginx.conf", "reason": "a brace is not closed"}],
        "unread": {".md": 3, "LICENSE": 1},
        "diagnostics": [
            {
                "code": "nginx",
                "level": "warning",
                "message": "a brace is not closed",
                "path": "gateway/nginx.conf",
                "line": 4,
                "column": 1,
                "hint": None,
            },
            {
                "code": "usage",
                "level": "error",
                "message": "nothing to blame",
                "path": None,
                "line": None,
                "column": None,
                "hint": "Write something.",
            },
        ],
    }


def test_a_breach_as_data(run: Assessment) -> None:
    breach = replace(run, findings=run.findings[2:3])
    assert to_json(breach, language="en", everything=False)["findings"] == [
        {
            "rule": "cn-csl-log-retention",
            "jurisdiction": "cn",
            "verdict": "fail",
            "level": "error",
            "severity": "high",
            "binding": True,
            "says": "number",
            "status": "in_force",
            "title": "Network logs are kept for six months",
            "message": "retention of the log stream FILE is 30 days",
            "because": "Without logs nobody can tell what happened.",
            "reading": None,
            "remedy": "Keep each stream for 184 days or 6 months.",
            "path": "ledger/logback.xml",
            "line": 3,
            "column": 17,
            "pointer": "/a",
            "element": "logging.streams[name=FILE]",
            "environment": "default",
            "basis": "observed",
            "reason": None,
            "facts": [
                {
                    "name": "logging.streams[name=FILE].retention",
                    "value": "30 days",
                    "path": "ledger/logback.xml",
                    "line": 3,
                    "column": 17,
                    "basis": "observed",
                    "note": "unless LOG_DAYS is set",
                    "reason": None,
                    "attestation": None,
                }
            ],
            "cites": [
                {
                    "provision": "cn-csl#log-retention",
                    "instrument": "cn-csl",
                    "version": "2025",
                    "article": "23",
                    "paragraph": None,
                    "item": "3",
                    "point": None,
                    "sentence": None,
                    "label": "Art. 23 item 3",
                    "title": "Cybersecurity Law",
                    "force": "statute",
                    "url": "https://law.example/csl",
                }
            ],
            "waiver": None,
            "fingerprint": "v1:FILE",
        }
    ]


def test_an_unknown_says_what_would_settle_it(run: Assessment) -> None:
    (found,) = rendered(replace(run, findings=run.findings[5:6]), "zh")
    wanted = ("title", "message", "path", "line", "column", "pointer", "element", "basis", "level")
    assert {key: found[key] for key in wanted} == {
        "title": "有应急预案",
        "message": "无人说明；说明 incident.plan.exists 即可判定",
        **dict.fromkeys(wanted[2:]),
    }
    assert found["reason"] == {
        "code": "missing",
        "facts": ["incident.plan.exists"],
        "would": "unknown",
        "would_level": None,
        "detail": None,
    }
    assert found["facts"] == [
        {
            "name": "incident.plan.exists",
            "value": None,
            "path": None,
            "line": None,
            "column": None,
            "basis": None,
            "note": None,
            "reason": "missing",
            "attestation": None,
        }
    ]


def test_only_a_fail_has_a_level_and_what_would_fail_says_which_it_would_have(run: Assessment) -> None:
    (found,) = rendered(replace(run, findings=run.findings[:1]), "en")
    assert (found["verdict"], found["level"]) == ("unknown", None)
    assert found["reason"] == {
        "code": "applicability",
        "facts": ["platform.roles.eu"],
        "would": "fail",
        "would_level": "error",
        "detail": None,
    }


def test_a_conflict_is_of_no_jurisdiction(run: Assessment) -> None:
    conflict = replace(run.findings[2], jurisdiction="")
    (found,) = rendered(replace(run, findings=(conflict,)), "en")
    assert found["jurisdiction"] is None


def test_a_reading_is_shown_where_there_is_one(run: Assessment) -> None:
    (found,) = rendered(replace(run, findings=run.findings[1:2]), "zh")
    assert found["reading"] == "法律要求保护；我们解读为密钥不易猜。"


def test_passes_are_shown_with_everything_alone(run: Assessment) -> None:
    usual = [one.verdict for one in run.findings if one.verdict in ("fail", "unknown")]
    for everything, verdicts in ((False, usual), (True, [one.verdict for one in run.findings])):
        shown = json.loads(render_json(run, language="en", everything=everything))["findings"]
        assert [one["verdict"] for one in shown] == verdicts


@pytest.mark.parametrize("language", ["en", "zh", "ja"])
def test_the_published_schema_accepts_a_run(language: str, run: Assessment) -> None:
    document = json.loads(render_json(run, language=language, everything=True))
    assert list(VALIDATOR.iter_errors(document)) == []


def test_the_same_run_is_the_same_text(run: Assessment) -> None:
    turned = replace(run, tallies=dict(reversed(list(run.tallies.items()))))
    assert render_json(turned, language="en", everything=True) == render_json(
        run, language="en", everything=True
    )


WORDS = [
    (Tally(failed=1, warned=1, unknown=1, passed=1), "fail"),
    (Tally(warned=1, unknown=1, passed=1), "warn"),
    (Tally(unknown=1, passed=1), "unknown"),
    (Tally(passed=1, not_applicable=1), "pass"),
    (Tally(not_applicable=1), "not_applicable"),
    (Tally(), "not_applicable"),
]


@pytest.mark.parametrize(("tally", "word"), WORDS)
def test_a_jurisdiction_in_a_word(tally: Tally, word: str) -> None:
    assert verdict_of(tally) == word
