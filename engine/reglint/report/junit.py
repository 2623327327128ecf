"""JUnit XML, as Jenkins reads it: a suite a jurisdiction, a test case a finding.

Source: junit-10.xsd of Jenkins' xUnit plugin. It knows no place of a test case, so the place is in its name.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from reglint.model.assessment import Assessment
from reglint.model.finding import Finding
from reglint.model.text import in_language
from reglint.model.verdict import Verdict
from reglint.report.message import Titles
from reglint.report.shown import full_message, law_words
from reglint.report.visible import visible
from reglint.report.words import verdict_word


def render_junit(assessment: Assessment, *, language: str, unknown: str) -> str:
    """Every finding: a pass is a plain test case, a fail a failure, the rest are skipped with their reason.

    Where `unknown` is `fail`, an unknown is an error.
    """
    root = Element("testsuites", name="reglint")
    findings = sorted(assessment.findings, key=attrgetter("jurisdiction"))
    for jurisdiction, group in groupby(findings, key=attrgetter("jurisdiction")):
        suite = SubElement(root, "testsuite", name=f"reglint.{jurisdiction or 'reglint'}")
        _cases(suite, group, assessment.titles, language, unknown)
    _count(root)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode")


def _cases(suite: Element, findings: Iterable[Finding], titles: Titles, language: str, unknown: str) -> None:
    for one in findings:
        case = SubElement(suite, "testcase", classname=_class(one), name=visible(_name(one)))
        outcome = _outcome(one, unknown)
        if outcome:
            words = full_message(one, titles, language) if one.waiver is None else one.waiver.reason
            child = SubElement(case, outcome, type=_type(one), message=visible(words))
            child.text = _details(one, language) if outcome != "skipped" else None
    for outcome, attribute in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
        suite.set(attribute, str(len(suite.findall(f"testcase/{outcome}"))))
    suite.set("tests", str(len(suite)))


def _count(root: Element) -> None:
    for attribute in ("tests", "failures", "errors"):
        root.set(attribute, str(sum(int(suite.get(attribute, "0")) for suite in root)))


def _class(one: Finding) -> str:
    instrument = one.cites[0].instrument if one.cites else "reglint"
    return f"reglint.{one.jurisdiction or 'reglint'}.{instrument}"


def _name(one: Finding) -> str:
    """The rule, the element and the place: no two test cases of a suite may be taken for one."""
    where = f" at {one.place}" if one.place is not None else ""
    return f"{one.rule}{f' {one.element}' if one.element else ''}{where}"


def _outcome(one: Finding, unknown: str) -> str | None:
    if one.verdict is Verdict.PASS:
        return None
    if one.verdict is Verdict.FAIL:
        return "failure" if one.waiver is None else "skipped"
    return "error" if one.verdict is Verdict.UNKNOWN and unknown == "fail" else "skipped"


def _type(one: Finding) -> str:
    if one.waiver is not None:
        return "waived"
    if one.verdict is Verdict.FAIL and one.level is not None:
        return one.level.value
    return verdict_word(one.verdict, "en")


def _details(one: Finding, language: str) -> str:
    lines = (str(one.place or ""), law_words(one, language), in_language(one.remedy, language))
    return "\n".join(visible(line) for line in lines if line)
