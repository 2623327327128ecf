from __future__ import annotations

from junitparser import JUnitXml
from tests.report.waived import with_waiver

from reglint.model.assessment import Assessment
from reglint.report.junit import render_junit

LAST = "cn-csl-log-retention logging.streams[name=审计] at ledger/logback.xml:6:30"


def read_back(run: Assessment, *, unknown: str = "warn") -> JUnitXml:
    text = render_junit(run, language="en", unknown=unknown)
    return JUnitXml.fromstring(text.partition("\n")[2])


def outcomes(run: Assessment, *, unknown: str = "warn") -> dict[str, list[str]]:
    return {
        suite.name: [", ".join(type(one).__name__ for one in case.result) or "passed" for case in suite]
        for suite in read_back(run, unknown=unknown)
    }


def test_a_suite_a_jurisdiction_and_a_test_case_a_finding(run: Assessment) -> None:
    assert outcomes(run) == {
        "reglint.cn": ["Failure", "Failure", "Failure", "Skipped", "Skipped", "Skipped", "passed", "Skipped"],
        "reglint.eu": ["Skipped"],
    }


def test_unknowns_are_errors_where_they_shall_fail(run: Assessment) -> None:
    assert outcomes(run, unknown="fail") == {
        "reglint.cn": ["Failure", "Failure", "Failure", "Error", "Error", "Error", "passed", "Skipped"],
        "reglint.eu": ["Error"],
    }


def test_the_counts_are_those_of_the_test_cases(run: Assessment) -> None:
    xml = read_back(run)
    assert (xml.tests, xml.failures, xml.errors) == (9, 3, 0)
    assert [(suite.tests, suite.failures, suite.skipped) for suite in xml] == [(8, 3, 4), (1, 0, 1)]


def test_a_failure_says_what_where_which_clause_and_what_to_do(run: Assessment) -> None:
    case = next(case for suite in read_back(run) for case in suite if case.name == LAST)
    assert case.classname == "reglint.cn.cn-csl"
    assert [(one.type, one.message, one.text) for one in case.result] == [
        (
            "error",
            "retention of the log stream 审计 is 90 days",
            (
                "ledger/logback.xml:6:30\nCybersecurity Law (2025), Art. 23 item 3\n"
                "Keep each stream for 184 days or 6 months."
            ),
        )
    ]


def test_a_breach_that_is_lived_with_is_skipped_with_its_reason(run: Assessment) -> None:
    case = [case for suite in read_back(with_waiver(run, "v1:审计")) for case in suite if case.name == LAST]
    assert [(one.type, one.message) for one in case[0].result] == [("waived", "Logs are archived on tape.")]
