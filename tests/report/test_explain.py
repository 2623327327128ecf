"""Pages of explain, as they were read."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from tests.report.explain_knowledge import small_knowledge

from reglint.language.parser import parse
from reglint.model.diagnostic import Diagnostic
from reglint.pipeline.explain import find_with
from reglint.pipeline.explain_applied import apply_with
from reglint.pipeline.knowledge import Knowledge
from reglint.pipeline.request import Nothing, Refused, Request
from reglint.report.columns import columns
from reglint.report.explain_found import ClauseFound, RuleApplied, RuleFound
from reglint.report.explain_pages import render
from reglint.report.explain_schema import explain_v1_schema
from reglint.report.explain_tree_text import outline
from reglint.report.page import WIDTH

DAY = dt.date(2026, 11, 24)
GOLDEN = Path(__file__).parent / "golden"
PLATFORM = """\
reglint: "1"
platform: {mlps_level: 3}
custody: {reserve_ratio: "98 %"}
logging:
  streams:
    - {name: payment, kind: audit, retention: 180 days}
    - {name: access, retention: 1 year, shipped_to: [archive]}
    - {name: debug, kind: debug}
  stores: [{name: archive, retention: 30 days}]
network:
  endpoints:
    - {server: pay.example, port: 443, tls: true}
    - {server: pay.example, port: 80, tls: false, redirect_only: false}
"""
PAGES = {
    "explain-rule-en": ("cn-law-logs", "en"),
    "explain-rule-zh": ("cn-law-endpoints", "zh"),
    "explain-rule-ja": ("cn-law-logs", "ja"),
    "explain-ended-en": ("cn-law-old", "en"),
    "explain-draft-en": ("cn-law-stores", "en"),
    "explain-clause-en": ("cn-law#logs", "en"),
    "explain-clause-zh": ("cn-law#logs", "zh"),
    "explain-clause-ended-en": ("cn-law#old", "en"),
    "explain-penalty-en": ("cn-law#fine", "en"),
}
APPLIED = {
    "explain-fail-en": ("cn-law-logs", "en", "operator"),
    "explain-fail-zh": ("cn-law-logs", "zh", "operator"),
    "explain-would-en": ("cn-law-endpoints", "en", "bank"),
    "explain-unsaid-en": ("cn-law-endpoints", "en", ""),
    "explain-unknown-ja": ("cn-law-stores", "ja", "operator"),
    "explain-others-en": ("cn-law-logs", "en", "customer"),
}

WAIVERS = """\
waivers:
  - {rule: cn-law-logs, element: "logging.streams[name=payment]", reason: archived elsewhere,
     approver: Head of IT, requested: 2026-11-01, until: 2027-03-31, risk: medium}
"""
WAIVED = {
    "en": ("fail; every breach is waived", "waiver: Head of IT, until 2027-03-31: archived elsewhere"),
    "zh": ("不合规；违反均已豁免", "豁免：Head of IT，至 2027-03-31 止：archived elsewhere"),
    "ja": ("不適合。違反はすべて免除されている", "免除：Head of IT、2027-03-31 まで：archived elsewhere"),
}

Found = RuleFound | RuleApplied | ClauseFound
Shown = Callable[..., Found]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return small_knowledge()


@pytest.fixture
def named(knowledge: Knowledge) -> Shown:
    """A rule or a clause by its name."""

    def find(name: str) -> Found:
        found = find_with(knowledge, name, DAY)
        assert not isinstance(found, Refused)
        return found

    return find


@pytest.fixture
def applied(knowledge: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shown:
    """A rule on the platform by its name."""
    (tmp_path / "platform.yaml").write_text(PLATFORM, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def apply(name: str, role: str = "operator") -> Found:
        roles = (("cn", role),) if role in {"operator", "bank"} else ()
        said = (("platform.roles.cn", "[]"),) if role == "customer" else ()
        found = apply_with(knowledge, name, Request(Path(), DAY, roles=roles, facts=said))
        assert not isinstance(found, (Refused, Nothing))
        return found

    return apply


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_as_it_was_read(page: str, named: Shown) -> None:
    name, language = PAGES[page]
    assert render(named(name), "text", language=language, colour=False) + "\n" == _golden(page)


@pytest.mark.parametrize("page", APPLIED)
def test_a_page_of_a_platform_is_as_it_was_read(page: str, applied: Shown) -> None:
    name, language, role = APPLIED[page]
    assert render(applied(name, role), "text", language=language, colour=False) + "\n" == _golden(page)


@pytest.mark.parametrize("language", ["en", "zh", "ja"])
def test_no_line_is_wider_than_a_page(language: str, named: Shown, applied: Shown) -> None:
    pages = [
        *(render(named(name), "text", language=language, colour=False) for name, _ in PAGES.values()),
        *(render(applied(name), "text", language=language, colour=False) for name, *_ in APPLIED.values()),
    ]
    wide = {line for page in pages for line in page.splitlines()[1:] if columns(line) > WIDTH}
    assert {line for line in wide if len(line.split()) > 2} == set()


def test_colours_change_no_word(named: Shown, applied: Shown) -> None:
    for found in (named("cn-law-logs"), named("cn-law#logs"), applied("cn-law-logs")):
        coloured = render(found, "text", language="en", colour=True)
        assert "\x1b[" in coloured
        assert re.sub("\x1b\\[[0-9]*m", "", coloured) == render(found, "text", language="en", colour=False)


def test_many_elements_that_come_to_the_same_are_counted(knowledge: Knowledge, tmp_path: Path) -> None:
    streams = "".join(f"    - {{name: s{at}, retention: {at % 2 + 1} days}}\n" for at in range(60))
    (tmp_path / "platform.yaml").write_text(
        f'reglint: "1"\nlogging:\n  streams:\n{streams}', encoding="utf-8"
    )
    found = apply_with(knowledge, "cn-law-logs", Request(tmp_path, DAY, roles=(("cn", "bank"),)))
    assert isinstance(found, RuleApplied)
    page = render(found, "text", language="en", colour=False)
    assert page.count("… and 48 more: fa") == 2


def test_a_rule_in_json_has_the_sentence_and_the_expression(named: Shown) -> None:
    shown = json.loads(render(named("cn-law-endpoints"), "json", language="en", colour=False))
    assert (shown["schema"], shown["as_of"], shown["language"]) == ("explain-v1", "2026-11-24", "en")
    rule = shown["rule"]
    assert rule["applies_where"] == "The level under China's multi-level protection scheme is at least 3."
    assert rule["says"] == (
        "For every endpoint whose exposure is the public internet: it uses TLS, it only redirects to TLS,"
        " or the proxy that ends TLS for the endpoint is stated."
    )
    assert (rule["when"], rule["level"], rule["in_force"]) == ("platform.mlps_level >= 3", "warning", True)
    assert [cite["provision"] for cite in rule["cites"]] == ["cn-law#networks", "cn-law#logs"]


def test_a_platform_in_json_has_a_tree_with_facts_at_its_leaves(applied: Shown) -> None:
    shown = json.loads(render(applied("cn-law-stores"), "json", language="en", colour=False))["platform"]
    assert shown["assert"]["inside"][1] == {
        "expression": 'custody.reserve_ratio >= percent("100 %")',
        "role": None,
        "element": None,
        "component": None,
        "environment": None,
        "value": False,
        "reason": None,
        "decides": True,
        "facts": [
            {
                "name": "custody.reserve_ratio",
                "value": "98 %",
                "basis": "declared",
                "reason": None,
                "note": None,
                "path": "platform.yaml",
                "line": 3,
                "column": 26,
            }
        ],
        "inside": [],
        "left_out": {"true": 0, "false": 0, "unknown": 0},
    }
    assert shown["to_pass"][1:] == [
        {
            "element": None,
            "component": None,
            "environment": None,
            "needs": (
                "The share of the client reserve that is deposited would have to be at least 100%;"
                " custody.reserve_ratio is 98% (platform.yaml:3:26)."
            ),
            "facts": shown["assert"]["inside"][1]["facts"],
        }
    ]
    assert [(one["element"], one["verdict"]) for one in shown["elements"]] == [
        (None, "unknown"),
        (None, "fail"),
    ]


@pytest.mark.parametrize("language", WAIVED)
def test_a_breach_that_is_waived_says_by_whom_and_until_when(
    applied: Shown, tmp_path: Path, language: str
) -> None:
    (tmp_path / "reglint-waivers.yaml").write_text(WAIVERS, encoding="utf-8")
    page = render(applied("cn-law-logs"), "text", language=language, colour=False).splitlines()
    verdict, waiver = WAIVED[language]
    assert page[1].endswith(verdict)
    assert waiver in [line.strip() for line in page]


def test_a_breach_that_nobody_waives_is_no_less_for_one_that_is_waived(
    applied: Shown, tmp_path: Path
) -> None:
    (tmp_path / "reglint-waivers.yaml").write_text(WAIVERS, encoding="utf-8")
    more = PLATFORM.replace("  streams:\n", "  streams:\n    - {name: other, retention: 1 day}\n")
    (tmp_path / "platform.yaml").write_text(more, encoding="utf-8")
    page = render(applied("cn-law-logs"), "text", language="en", colour=False)
    assert page.splitlines()[1].endswith(": fail")
    assert page.count("waiver: ") == 1


def test_a_waiver_that_is_over_waives_nothing(applied: Shown, tmp_path: Path) -> None:
    text = WAIVERS.replace("until: 2027-03-31", "until: 2026-11-23")
    (tmp_path / "reglint-waivers.yaml").write_text(text, encoding="utf-8")
    assert "waive" not in render(applied("cn-law-logs"), "text", language="en", colour=False)


def test_an_ignore_on_the_line_is_told_too(applied: Shown, tmp_path: Path) -> None:
    ignored = '180 days}  # reglint: ignore[cn-law-logs] reason="moved soon"'
    (tmp_path / "platform.yaml").write_text(PLATFORM.replace("180 days}", ignored), encoding="utf-8")
    page = render(applied("cn-law-logs"), "text", language="en", colour=False)
    assert "waiver: ignored on the line: moved soon" in page


def test_a_waiver_in_json_is_as_findings_have_it(applied: Shown, tmp_path: Path) -> None:
    (tmp_path / "reglint-waivers.yaml").write_text(WAIVERS, encoding="utf-8")
    shown = json.loads(render(applied("cn-law-logs"), "json", language="en", colour=False))
    jsonschema.validate(shown, explain_v1_schema())
    elements = shown["platform"]["elements"]
    assert [(one["element"], one["verdict"], bool(one["waiver"])) for one in elements] == [
        ("logging.streams[name=payment]", "fail", True),
        ("logging.streams[name=access]", "pass", False),
    ]
    assert elements[0]["waiver"] == {
        "kind": "waiver",
        "reason": "archived elsewhere",
        "approver": "Head of IT",
        "requested": "2026-11-01",
        "until": "2027-03-31",
        "risk": "medium",
        "compensating": None,
        "evidence": None,
        "path": "reglint-waivers.yaml",
        "line": 2,
        "column": 5,
    }


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "… and 1 more: false"),
        ("zh", "……另有 1 个对象：假"),
        ("ja", "……ほか 1 件の対象：偽"),
    ],
)
def test_elements_for_which_there_is_no_room_are_counted(applied: Shown, language: str, line: str) -> None:
    found = applied("cn-law-logs")
    assert isinstance(found, RuleApplied)
    first, *_ = found.assertion.inside
    assertion = replace(found.assertion, inside=(first,), left_out={False: 1})
    page = render(replace(found, assertion=assertion), "text", language=language, colour=False)
    assert line in [one.strip() for one in page.splitlines()]
    shown = json.loads(render(replace(found, assertion=assertion), "json", language="en", colour=False))
    jsonschema.validate(shown, explain_v1_schema())
    assert shown["platform"]["assert"]["left_out"] == {"true": 0, "false": 1, "unknown": 0}


def test_a_clause_in_json_has_its_labels_by_version(named: Shown) -> None:
    clause = json.loads(render(named("cn-law#logs"), "json", language="zh", colour=False))["clause"]
    assert [(one["version"], one["label"], one["in_force"]) for one in clause["labels"]] == [
        ("2016", "第二十一条第三项", False),
        ("2025", "第二十三条第三项", True),
    ]
    assert clause["rules"] == ["cn-law-logs", "cn-law-endpoints"]
    assert [(one["provision"], one["label"]) for one in clause["penalties"]] == [
        ("cn-law#fine", "第六十一条第一款"),
        ("cn-law#old-fine", "2025-12-31 终止"),
    ]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a && b && c", "… && …"),
        ("!a", "!…"),
        ("implies(a, b)", "implies(…, …)"),
        ("a ? b : c", "… ? … : …"),
        ("x.filter(a, a.b).all(c, c.d)", "x.filter(a, …).all(c, …)"),
        ("a >= b", "a >= b"),
    ],
)
def test_what_stands_further_down_is_left_out(source: str, shown: str) -> None:
    expr = parse(source)
    assert not isinstance(expr, tuple)
    assert outline(expr) == shown


def test_rules_that_could_not_be_read_may_cite_a_clause(named: Shown) -> None:
    clause = named("cn-law#fine")
    assert isinstance(clause, ClauseFound)
    faulty = replace(clause, diagnostics=(Diagnostic("yaml", "x", "a.yaml"),))
    pages = [render(one, "text", language="en", colour=False) for one in (clause, faulty)]
    assert ["no rule cites it" in page for page in pages] == [True, False]
    assert "rules that could not be read may cite it" in pages[1]
    assert json.loads(render(faulty, "json", language="en", colour=False))["diagnostics"] == [
        {
            "code": "yaml",
            "level": "error",
            "message": "x",
            "path": "a.yaml",
            "line": 1,
            "column": 1,
            "hint": None,
        }
    ]


def _golden(page: str) -> str:
    return (GOLDEN / f"{page}.txt").read_text(encoding="utf-8")
