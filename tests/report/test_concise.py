from __future__ import annotations

from tests.report.waived import with_waiver

from reglint.model.assessment import Assessment
from reglint.report.concise import render_concise


def test_a_line_for_each_breach_and_each_unknown(run: Assessment) -> None:
    assert render_concise(run, language="en", everything=False).splitlines() == [
        (
            "platform.yaml:4:34: unknown[eu-rts-sca-session-idle] would fail: idle time of the session web is"
            " 30 minutes (Delegated Regulation (EU) 2018/389 (2018), Art. 4(3)(d))"
        ),
        (
            "ledger/application.yml:2:52: warning[cn-csl-weak-secrets] strength of the secret"
            " spring.datasource.password is weak (Cybersecurity Law (2025), Art. 23 item 3)"
        ),
        (
            "ledger/logback.xml:3:17: error[cn-csl-log-retention] retention of the log stream FILE is 30 days"
            " (Cybersecurity Law (2025), Art. 23 item 3)"
        ),
        (
            "ledger/logback.xml:6:30: error[cn-csl-log-retention] retention of the log stream 审计 is 90 days"
            " (Cybersecurity Law (2025), Art. 23 item 3)"
        ),
        (
            "ledger/logback.xml:2:3: unknown[cn-csl-log-retention] a totalSizeCap may delete earlier;"
            " logging.streams[name=OLD].retention would settle it (Cybersecurity Law (2025), Art. 23 item 3)"
        ),
        (
            "unknown[cn-csl-incident-plan] nobody says it; incident.plan.exists would settle it"
            " (Cybersecurity Law (2025), Art. 23 item 3)"
        ),
        "unknown[cn-x-long] the rule ran out of steps (Cybersecurity Law (2025), Art. 23 item 3)",
    ]


def test_with_everything_passes_have_a_line_too(run: Assessment) -> None:
    lines = render_concise(run, language="en", everything=True).splitlines()
    assert [line.split("] ")[0] for line in lines[7:]] == [
        "ledger/logback.xml:3:17: pass[cn-csl-log-retention",
        "not-applicable[cn-aml-records",
    ]


def test_a_breach_that_is_lived_with_is_called_so(run: Assessment) -> None:
    lines = render_concise(with_waiver(run, "v1:FILE"), language="en", everything=False).splitlines()
    assert lines[2].startswith("ledger/logback.xml:3:17: waived[cn-csl-log-retention] ")
