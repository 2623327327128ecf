"""SARIF 2.1.0: a run for code scanning. Results that no reviewer can act on are left out unless asked for.

Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", Errata 01.
"""

from __future__ import annotations

import json

from reglint.model.assessment import Assessment
from reglint.model.diagnostic import Diagnostic, Level
from reglint.model.verdict import Verdict
from reglint.report.page import TextOf
from reglint.report.sarif_places import to_uri
from reglint.report.sarif_results import results
from reglint.report.sarif_rules import rule_descriptors, taxonomies
from reglint.report.shown import hides_a_breach

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render_sarif(assessment: Assessment, text_of: TextOf, *, language: str, everything: bool) -> str:
    """The run as a SARIF log. Without `everything` only breaches and what would be one are results.

    `text_of` gives a file's text, from which the ends of regions are told.
    """
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(assessment, text_of, language, everything)]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _run(assessment: Assessment, text_of: TextOf, language: str, everything: bool) -> dict[str, object]:  # noqa: FBT001 - passed on
    rules = rule_descriptors(assessment.findings, language)
    shown = [
        one for one in assessment.findings if everything or one.verdict is Verdict.FAIL or hides_a_breach(one)
    ]
    return {
        "tool": {
            "driver": {
                "name": "reglint",
                "version": assessment.version,
                "semanticVersion": assessment.version,
                "language": language,
                "rules": list(rules.values()),
            }
        },
        "invocations": [_invocation(assessment)],
        "columnKind": "unicodeCodePoints",
        "language": language,
        "taxonomies": taxonomies(assessment.findings, language),
        "results": results(shown, tuple(rules), assessment, text_of, language),
        "properties": {"asOf": assessment.as_of.isoformat(), "jurisdictions": list(assessment.jurisdictions)},
    }


def _invocation(assessment: Assessment) -> dict[str, object]:
    faulty = any(one.level is Level.ERROR for one in assessment.diagnostics)
    return {
        "executionSuccessful": not faulty,
        "toolConfigurationNotifications": [_notification(one) for one in assessment.diagnostics],
    }


def _notification(one: Diagnostic) -> dict[str, object]:
    notification: dict[str, object] = {
        "descriptor": {"id": one.code},
        "level": one.level.value,
        "message": {"text": f"{one.message} {one.hint}".strip()},
    }
    if one.path is not None:
        region = {"startLine": one.line, "startColumn": one.column}
        where = {"artifactLocation": {"uri": to_uri(one.path)}, "region": region}
        notification["locations"] = [{"physicalLocation": where}]
    return notification
