"""The four verdicts, why an unknown is unknown, and what a fact rests on."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What a rule says of a platform. Unknown is never a pass."""

    PASS = "pass"  # noqa: S105 - a verdict, no password
    FAIL = "fail"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class Basis(StrEnum):
    """What a fact rests on, from the strongest to the weakest."""

    OBSERVED = "observed"
    ATTESTED = "attested"
    DECLARED = "declared"
    PRESUMED = "presumed"


class Reason(StrEnum):
    """Why something is unknown."""

    MISSING = "missing"
    NULL = "null"
    MISTYPED = "mistyped"
    UNRESOLVED = "unresolved"
    INDETERMINATE = "indeterminate"
    EXPIRED = "expired"
    EVIDENCE = "evidence"
    APPLICABILITY = "applicability"
    VACUOUS = "vacuous"
    OPEN_LIST = "open-list"
    UNREADABLE = "unreadable"
    CURRENCY = "currency"
    ARITHMETIC = "arithmetic"
    FUTURE = "future"
    NEEDS_HUMAN = "needs_human"
    BUDGET = "budget"
