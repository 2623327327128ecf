"""GitLab Code Quality: an array of violations, which a merge request shows beside the lines that it changes.

Source: GitLab Docs, "Code Quality report format".
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator

from reglint.model.assessment import Assessment
from reglint.model.diagnostic import Level
from reglint.model.finding import Finding
from reglint.report.message import Titles
from reglint.report.shown import annotated, full_message, law_words
from reglint.report.visible import visible
from reglint.report.words import say

_SEVERITIES = {"critical": "blocker", "high": "critical", "medium": "major", "low": "minor"}


def render_gitlab(assessment: Assessment, *, language: str, everything: bool) -> str:
    """Breaches and what would be one; with `everything`, unknowns. No two fingerprints are equal.

    A breach that is lived with is left out: it is no news in any merge request. One that stands in no file
    is shown at the project's folder, since GitLab wants a path.
    """
    shown = [one for one in annotated(assessment.findings, everything=everything) if one.waiver is None]
    fingerprints = unique(one.fingerprint for one in shown)
    violations = [
        _violation(one, fingerprint, assessment, language)
        for one, fingerprint in zip(shown, fingerprints, strict=True)
    ]
    return json.dumps(violations, ensure_ascii=False, indent=2)


def unique(fingerprints: Iterable[str]) -> Iterator[str]:
    """A digest of each, and of how often it has come before.

    >>> len({*unique(["a", "a", "b"])})
    3
    """
    seen: Counter[str] = Counter()
    for one in fingerprints:
        yield hashlib.sha256(f"{one}\0{seen[one]}".encode()).hexdigest()
        seen[one] += 1


def _violation(one: Finding, fingerprint: str, assessment: Assessment, language: str) -> dict[str, object]:
    place = one.place
    return {
        "description": visible(_description(one, assessment.titles, language)),
        "check_name": one.rule,
        "fingerprint": fingerprint,
        "severity": _severity(one),
        "location": {
            "path": place.path if place is not None else assessment.platform.path,
            "lines": {"begin": place.line if place is not None else 1},
        },
    }


def _description(one: Finding, titles: Titles, language: str) -> str:
    law = law_words(one, language)
    return full_message(one, titles, language) + (say("bases", language, bases=law) if law else "")


def _severity(one: Finding) -> str:
    if one.doubt is not None:
        return "minor"
    return "info" if one.level is Level.NOTE else _SEVERITIES[one.severity]
