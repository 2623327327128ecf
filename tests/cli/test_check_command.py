"""Every option of `reglint check`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import jsonschema
import pytest
from click.testing import CliRunner, Result

from reglint.cli.main import commands
from reglint.report.json_v1_schema import json_v1_schema

Files: TypeAlias = Mapping[str, str | bytes]
Write: TypeAlias = Callable[[Files], Path]

TOP = Path(__file__).parents[2]
PLATFORM = 'reglint: "1"\nplatform: {roles: {cn: [payment_institution]}}\n'
NO_PLAN = f"{PLATFORM}incident: {{plan: {{exists: false}}}}\n"
PLAN = ("--select", "cn-csl-incident-plan")
DAY = ("--as-of", "2026-01-01")


def check(path: Path, *arguments: str, **variables: str) -> Result:
    return CliRunner().invoke(commands, ["check", str(path), *DAY, *arguments], env=variables)


def data(result: Result) -> dict[str, object]:
    document: dict[str, object] = json.loads(result.stdout)
    return document


def findings(result: Result) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(result.stdout)["findings"]
    return found


def rules(result: Result) -> set[object]:
    return {one["rule"] for one in findings(result)}


def test_the_path_is_here_unless_named(project: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project({"platform.yaml": NO_PLAN}))
    result = CliRunner().invoke(commands, ["check", *DAY, *PLAN])
    assert (result.exit_code, result.stdout.splitlines()[0][:21]) == (1, "platform.yaml:3:27: e")


@pytest.mark.parametrize("option", ["--jurisdiction", "-j"])
def test_jurisdictions(option: str, project: Write) -> None:
    root = project({"platform.yaml": PLATFORM})
    summaries = [
        data(check(root, "-f", "json-v1", *given))["jurisdictions"]
        for given in ([], [option, "cn"], [option, "cn,eu"], [option, "eu", option, "us"])
    ]
    assert summaries == [["cn", "eu", "jp", "us"], ["cn"], ["cn", "eu"], ["eu", "us"]]


def test_roles(project: Write) -> None:
    root = project({"platform.yaml": 'reglint: "1"\n'})
    result = check(root, "--role", "cn:commercial_bank", "--role", "eu:payment_institution", "-f", "json-v1")
    platform = data(result)["platform"]
    assert isinstance(platform, dict)
    assert platform["roles"] == {
        "cn": [
            "banking_institution",
            "commercial_bank",
            "financial_institution",
            "financial_sector_institution",
            "network_operator",
        ],
        "eu": [
            "financial_entity",
            "financial_institution",
            "obliged_entity",
            "payment_institution",
            "payment_service_provider",
        ],
    }


def test_facts_of_the_command_line(project: Write) -> None:
    root = project({"platform.yaml": NO_PLAN})
    result = check(root, "--set", "incident.plan.exists=true", *PLAN, "--all", "-f", "json-v1")
    (found,) = findings(result)
    assert (result.exit_code, found["verdict"], found["path"]) == (0, "pass", "command line")


def test_a_pack_of_ones_own(project: Write) -> None:
    pack = (
        'id: own\nversion: "1.0.0"\njurisdiction: cn\npublisher: We\nlicence: Apache-2.0\n'
        "title: {en: Own rules, zh: 自有规则}\n"
    )
    rule = (
        "instrument: cn-csl\nrules:\n  - id: cn-own-plan\n    title: {en: A plan, zh: 预案}\n"
        "    cites: [cn-csl#incident-plan]\n    binds: [network_operator]\n    control: incident.plan\n"
        "    severity: high\n    says: number\n    assert: incident.plan.exists\n"
        "    because: {en: Because, zh: 因为}\n    remedy: {en: Make one, zh: 制定}\n"
    )
    root = project({"platform.yaml": NO_PLAN, "own/pack.yaml": pack, "own/csl.yaml": rule})
    result = check(root, "--pack", str(root / "own"), "--select", "cn-own")
    assert (result.exit_code, result.stderr) == (1, "")
    assert "error[cn-own-plan]" in result.stdout
    assert "pack own 1.0.0 is local and unsigned" in result.stdout


def test_rules_are_selected_and_ignored(project: Write) -> None:
    root = project({"platform.yaml": PLATFORM})
    chosen = check(root, "--select", "cn-aml,cn-csl", "--ignore", "cn-csl-log-retention", "-f", "json-v1")
    assert {str(rule)[:6] for rule in rules(chosen)} == {"cn-aml", "cn-csl"}
    assert "cn-csl-log-retention" not in rules(chosen)


def test_the_day_moves_the_law(project: Write) -> None:
    root = project({"platform.yaml": f"{PLATFORM}logging: {{streams: [{{name: a, retention: 1 day}}]}}\n"})
    asked = ("--select", "cn-csl-log-retention")
    pages = [check(root, *asked, "--as-of", day).stdout for day in ("2025-12-31", "2026-01-01")]
    assert ["Art. 21 item 3" in pages[0], "Art. 23 item 3" in pages[1]] == [True, True]
    assert pages[0].count("As of 2025-12-31") == 1


LANGUAGES = [("en", "law"), ("zh", "法条"), ("ja", "法令")]


@pytest.mark.parametrize(("language", "word"), LANGUAGES)
def test_the_language(language: str, word: str, project: Write) -> None:
    root = project({"platform.yaml": NO_PLAN})
    asked = check(root, *PLAN, "--lang", language).stdout
    set_up = check(root, *PLAN, REGLINT_LANG=language).stdout
    assert (f"  = {word}: " in asked, asked == set_up) == (True, True)


def test_the_locale_is_no_language(project: Write) -> None:
    root = project({"platform.yaml": NO_PLAN})
    assert "  = law: " in check(root, *PLAN, LANG="zh_CN.UTF-8", LC_ALL="zh_CN.UTF-8").stdout


def test_several_outputs_of_one_run(project: Write) -> None:
    top = project({"pay/platform.yaml": NO_PLAN})
    root, files = top / "pay", (top / "out.json", top / "out.txt")
    outputs = ("-f", f"json-v1={files[0]}", "--format", f"text={files[1]}", "-f", "json")
    result = check(root, *PLAN, *outputs)
    assert json.loads(files[0].read_text("utf-8")) == data(result)
    assert files[1].read_text("utf-8") == check(root, *PLAN).stdout


def test_all_verdicts(project: Write) -> None:
    root = project({"platform.yaml": f"{NO_PLAN}custody: {{reserve_ratio: 100 %}}\n"})
    shown = [
        {one["verdict"] for one in findings(check(root, *more, "-f", "json-v1", "-j", "cn"))}
        for more in ([], ["--all"])
    ]
    assert shown[1] - shown[0] == {"pass", "not_applicable"}


@pytest.mark.parametrize(("level", "code"), [("error", 3), ("warning", 1), ("note", 1)])
def test_the_level_that_fails(level: str, code: int, project: Write) -> None:
    root = project({"platform.yaml": f"{PLATFORM}datastores: [{{name: a, tls: false}}]\n"})
    given = ("--set", "platform.mlps_level=3", "-j", "cn", "--fail-level", level)
    assert check(root, *given).exit_code == code


@pytest.mark.parametrize(("unknown", "code"), [("allow", 0), ("warn", 3), ("fail", 1)])
def test_what_unknowns_are_worth(unknown: str, code: int, project: Write) -> None:
    root = project({"platform.yaml": PLATFORM})
    assert check(root, *PLAN, "--unknown", unknown).exit_code == code


def test_reporting_alone(project: Write) -> None:
    root = project({"platform.yaml": NO_PLAN})
    assert check(root, *PLAN, "--exit-zero").exit_code == 0


def test_the_encoding_of_the_files(project: Write) -> None:
    text = f"{NO_PLAN}x-note: 应急预案由安全部门制定\n"
    root = project({"platform.yaml": text.encode("gb18030")})
    assert [check(root, *PLAN).exit_code, check(root, *PLAN, "--encoding", "gb18030").exit_code] == [2, 1]


@pytest.mark.parametrize(
    ("variables", "painted"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
    ids=["a pipe", "forced", "forbidden"],
)
def test_colour(variables: dict[str, str], project: Write, *, painted: bool) -> None:
    root = project({"platform.yaml": NO_PLAN})
    file = root / "out.txt"
    result = check(root, *PLAN, "-f", "text", "-f", f"text={file}", **variables)
    assert ("\x1b[31m" in result.stdout, "\x1b" in file.read_text("utf-8")) == (painted, False)


SYSTEMS = [
    TOP / "tests" / "corpus" / "mall-swarm",
    TOP / "tests" / "corpus" / "roncoo-pay",
    TOP / "examples" / "deficient",
]


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda path: path.name)
@pytest.mark.parametrize("more", [(), ("--all", "--lang", "zh")], ids=["usual", "all"])
def test_the_published_schema_accepts_real_runs(system: Path, more: tuple[str, ...]) -> None:
    document = data(check(system, "-f", "json-v1", *more))
    assert list(jsonschema.Draft202012Validator(json_v1_schema()).iter_errors(document)) == []


def test_the_same_run_is_the_same_text() -> None:
    pages = {check(SYSTEMS[0], "--all", "-f", name).stdout for name in ("text", "json-v1") for _ in range(2)}
    assert len(pages) == 2


def test_fingerprints_of_a_real_run_are_unique() -> None:
    found = [one["fingerprint"] for one in findings(check(SYSTEMS[0], "-f", "json-v1", "--all"))]
    assert len(found) == len(set(found))


def test_the_counts_of_a_real_run_add_up() -> None:
    summary = data(check(SYSTEMS[1], "-f", "json-v1", "--role", "cn:payment_institution"))["summary"]
    assert isinstance(summary, dict)
    parts = ("pass", "fail", "warn", "unknown", "not_applicable", "waived")
    sums = {name: sum(tally[part] for part in parts) for name, tally in summary.items()}
    assert sums == {name: tally["in_force"] for name, tally in summary.items()}
    assert all(sum(tally["pass_by_basis"].values()) == tally["pass"] for tally in summary.values())
