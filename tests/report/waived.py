"""The run of the tests with a breach that is lived with."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from reglint.model.assessment import Assessment
from reglint.model.place import Place
from reglint.model.waiver import Waiver

WAIVER = Waiver(
    rule="cn-csl-log-retention",
    reason="Logs are archived on tape.",
    place=Place("reglint-waivers.yaml", 2, 5),
    until=dt.date(2027, 3, 31),
    approver="CISO",
)


def with_waiver(run: Assessment, fingerprint: str) -> Assessment:
    """The run in which the finding of a fingerprint is waived."""
    findings = (
        replace(one, waiver=WAIVER) if one.fingerprint == fingerprint else one for one in run.findings
    )
    return replace(run, findings=tuple(findings))
