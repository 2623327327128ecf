"""Exit codes: what a shell, a hook or a pipeline learns of a run."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from reglint.model.assessment import Assessment
from reglint.model.diagnostic import Level
from reglint.model.verdict import Verdict


class Exit(IntEnum):
    """0 nothing found, 1 findings, 2 could not work, 3 unknowns remain, 4 nothing to do.

    Besides: 70 a fault of reglint, 130 stopped by the user.
    """

    CLEAN = 0
    FINDINGS = 1
    ERROR = 2
    UNKNOWN = 3
    NOTHING = 4
    CRASH = 70
    INTERRUPTED = 130


_GRAVEST_FIRST = (Exit.ERROR, Exit.FINDINGS, Exit.UNKNOWN, Exit.NOTHING, Exit.CLEAN)
_LOUDNESS = (Level.NOTE, Level.WARNING, Level.ERROR)


def exit_of(assessment: Assessment, *, fail_level: Level, unknown: str, exit_zero: bool = False) -> Exit:
    """The exit code of a run. `unknown` is allow, warn or fail.

    Errors beat findings, findings beat unknowns; `exit_zero` forgives the last two. A breach that is waived
    moves nothing.
    """
    if any(one.level is Level.ERROR for one in assessment.diagnostics):
        return Exit.ERROR
    return Exit.CLEAN if exit_zero else _found(assessment, fail_level, unknown)


def gravest(codes: Iterable[Exit]) -> Exit:
    """The exit code of runs over several projects: errors beat findings, findings beat unknowns.

    >>> gravest([Exit.UNKNOWN, Exit.FINDINGS, Exit.CLEAN]).name
    'FINDINGS'
    """
    return min(codes, key=_GRAVEST_FIRST.index)


def _found(assessment: Assessment, fail_level: Level, unknown: str) -> Exit:
    loud = _LOUDNESS[_LOUDNESS.index(fail_level) :]
    breaches = (one for one in assessment.findings if one.verdict is Verdict.FAIL and one.waiver is None)
    if any(one.level in loud for one in breaches):
        return Exit.FINDINGS
    open_questions = any(one.verdict is Verdict.UNKNOWN for one in assessment.findings)
    if not open_questions or unknown == "allow":
        return Exit.CLEAN
    return Exit.FINDINGS if unknown == "fail" else Exit.UNKNOWN
