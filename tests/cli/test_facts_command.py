from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from reglint.cli.main import commands
from reglint.documents.lookup import plain
from reglint.documents.yaml import read_yaml
from reglint.pipeline.schema import published
from reglint.report.facts_v1_schema import facts_v1_schema

TOP = Path(__file__).parents[2]
EXAMPLE = TOP / "examples" / "deficient"
MALL = TOP / "tests" / "corpus" / "mall-swarm"
DAY = ("--as-of", "2026-11-24")
PLATFORM = (
    'reglint: "1"\nplatform: {roles: {cn: [payment_institution], us: []}}\n'
    "logging: {streams: [{name: pay, retention: 7 months}]}\nsecrets: [{name: x, strength: weak}]\n"
)
Project = Callable[[dict[str, str]], Path]


def facts(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["facts", *DAY, *arguments])


def as_json(*arguments: str) -> Any:  # noqa: ANN401 - facts-v1, whose schema is tested
    return json.loads(facts(*arguments, "-f", "json").stdout)


def test_every_fact_is_a_line_with_its_basis_and_place(project: Project) -> None:
    result = facts(str(project({"platform.yaml": PLATFORM})))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "logging",
        "  logging.streams[name=pay].name = pay (declared, platform.yaml:3:28)",
        "  logging.streams[name=pay].retention = 7 months (declared, platform.yaml:3:44)",
        "",
        "platform",
        "  platform.roles.cn[0] = payment_institution (declared, platform.yaml:2:25)",
        "  platform.roles.us = [] (declared, platform.yaml:2:47)",
        "",
        "secrets",
        "  secrets[name=x].name = x (declared, platform.yaml:4:18)",
        "  secrets[name=x].strength = weak (declared, platform.yaml:4:31, a secret's class)",
        "",
        "6 facts: declared 6; 0 of them unknown.",
        "Files: 1 read, 0 skipped, 0 that no source reads (--files names them).",
    ]


def test_a_presumed_role_is_a_fact_without_a_place(project: Project) -> None:
    folder = project({"platform.yaml": 'reglint: "1"\nplatform: {name: a}\n'})
    known = as_json(str(folder), "--only", "platform.roles")["facts"]
    assert [(one["name"], one["value"], one["basis"], one["path"]) for one in known] == [
        ("platform.roles.cn[0]", "network_operator", "presumed", None)
    ]


def test_what_is_said_on_the_command_line_is_a_fact(project: Project) -> None:
    folder = project({"platform.yaml": PLATFORM})
    said = as_json(str(folder), "--set", "platform.mlps_level=3", "--only", "platform.mlps_level")["facts"]
    assert [(one["value"], one["path"]) for one in said] == [("3", "command line")]


def test_a_declaration_that_yields_is_shown_beside_what_is_seen() -> None:
    (retention,) = as_json(str(EXAMPLE), "--only", "logging.streams[name=FILE].retention")["facts"]
    assert (retention["value"], retention["basis"]) == ("30 days", "observed")
    assert retention["overruled"] == [
        {"value": "1 year", "basis": "declared", "path": "platform.yaml", "line": 61, "column": 50}
    ]


YIELDED = {
    "en": ["platform.yaml:3:63 says b (declared); what is seen counts"],
    "zh": ["platform.yaml:3:63 写作 b（声明）；以观察所得为准"],
    "ja": ["platform.yaml:3:63 には b とある（申告）。観測したものが優先する"],
}


@pytest.mark.parametrize(("language", "lines"), YIELDED.items(), ids=YIELDED)
def test_an_element_of_a_list_that_yields_is_shown_as_well(
    language: str, lines: list[str], project: Project
) -> None:
    said = 'logging: {streams: [{name: "syslog:server=a", shipped_to: [a, b]}]}\n'
    files = {
        "platform.yaml": f'reglint: "1"\n\n{said}',
        "nginx.conf": "http { access_log syslog:server=a; }\n",
    }
    shown = facts(str(project(files)), "--only", "*.shipped_to", "--lang", language).stdout.splitlines()
    assert [line.strip() for line in shown if line.startswith("      ")] == lines


ONLY = {
    "an area": ("logging", {"logging"}),
    "an area with a star": ("logging.*", {"logging"}),
    "two": ("logging,custody", {"logging", "custody"}),
    "a field of any element": ("*.retention", {"logging", "aml", "custody", "incident"}),
    "a field by its generic name": ("logging.streams[].retention", {"logging"}),
    "an element": ("logging.streams[name=FILE]", {"logging"}),
}


@pytest.mark.parametrize(("pattern", "areas"), ONLY.values(), ids=ONLY)
def test_a_pattern_picks_facts(pattern: str, areas: set[str]) -> None:
    known = as_json(str(EXAMPLE), "--only", pattern)["facts"]
    assert {one["name"].partition(".")[0] for one in known} == areas


def test_a_pattern_that_can_name_nothing_is_refused() -> None:
    result = facts(str(EXAMPLE), "--only", "loging.streams")
    assert (result.exit_code, result.stdout) == (2, "")
    assert (
        result.stderr == 'error[unknown-fact] No fact is named by "loging.streams". Did you mean "logging"?\n'
    )


@pytest.mark.parametrize("system", [EXAMPLE, MALL], ids=["example", "mall-swarm"])
def test_every_file_is_in_one_of_three_lists(system: Path) -> None:
    found = as_json(str(system))
    lists = (
        [one["path"] for one in found["sources"]],
        [one["path"] for one in found["skipped"]],
        found["unread"],
    )
    files = sorted(path for one in lists for path in one if not path.endswith("/"))
    there = (one for one in system.rglob("*") if one.is_file() and not one.is_symlink())
    passed = [path for path in lists[1] if path.endswith("/")]
    paths = (one.relative_to(system).as_posix() for one in there)
    assert files == sorted(path for path in paths if not path.startswith(tuple(passed)))


def test_all_files_are_named_where_it_is_wanted(project: Project) -> None:
    folder = project({"platform.yaml": PLATFORM, "a.md": "", "link.yaml": "a: [\n"})
    lines = facts(str(folder), "--files").stdout.splitlines()
    assert "read platform.yaml (platform; facts: 5)" in lines
    assert "no source reads a.md" in lines
    assert lines[-1] == "Files: 1 read, 0 skipped, 2 that no source reads."


PASSED_OVER = {
    "en": "skipped logs/ (git ignores it)",
    "zh": "跳过 logs/（git 忽略）",
    "ja": "省略 logs/（git が無視する）",
}


@pytest.mark.parametrize(("language", "line"), PASSED_OVER.items(), ids=PASSED_OVER)
def test_why_a_file_was_passed_over_is_in_the_language(language: str, line: str, project: Project) -> None:
    folder = project({"platform.yaml": PLATFORM, ".gitignore": "logs/\n", "logs/a.log": ""})
    assert line in facts(str(folder), "--files", "--lang", language).stdout.splitlines()


RESOURCES = {
    "main.tf": 'resource "aws_db_instance" "a" {}\nresource "aws_sns_topic" "b" {}\n',
    "more/main.tf": 'resource "aws_sns_topic" "c" {}\n',
    "compose.yaml": "services: {cache: {image: 'redis:7'}}\n",
}
PARTS = {
    "en": ["compose: all 1 read", "terraform-aws: 1 of 3 read; not read: aws_sns_topic ×2"],
    "zh": ["compose：1 项全部读取", "terraform-aws：共 3 项，读取 1 项；未读取：aws_sns_topic ×2"],
    "ja": [
        "compose：1 件をすべて読み取り",
        "terraform-aws：3 件のうち 1 件を読み取り。読んでいないもの：aws_sns_topic ×2",
    ],
}


@pytest.mark.parametrize(("language", "lines"), PARTS.items(), ids=PARTS)
def test_parts_that_no_selector_reached_are_counted_with_the_files(
    project: Project, language: str, lines: list[str]
) -> None:
    folder = str(project(RESOURCES))
    assert facts(folder, "--files", "--lang", language).stdout.splitlines()[-3:-1] == lines
    assert all(line not in facts(folder, "--lang", language).stdout for line in lines)


def test_a_part_is_read_that_another_source_of_its_view_reads(project: Project) -> None:
    text = 'resource "aws_ssm_parameter" "a" { value = "k7!fQz0p-Wd2m" }\n'
    assert as_json(str(project({"main.tf": text})))["parts"] == [
        {"source": "terraform-aws", "total": 1, "read": 1, "unread": {}}
    ]


def test_json_says_which_parts_are_read_and_how_many(project: Project) -> None:
    assert as_json(str(project(RESOURCES)))["parts"] == [
        {"source": "compose", "total": 1, "read": 1, "unread": {}},
        {"source": "terraform-aws", "total": 3, "read": 1, "unread": {"aws_sns_topic": 2}},
    ]


@pytest.mark.parametrize("language", ["en", "zh", "ja"])
@pytest.mark.parametrize("more", [(), ("--missing",)], ids=["facts", "missing"])
@pytest.mark.parametrize("system", [EXAMPLE, MALL], ids=["example", "mall-swarm"])
def test_the_published_schema_accepts_real_runs(system: Path, more: tuple[str, ...], language: str) -> None:
    jsonschema.Draft202012Validator(facts_v1_schema()).validate(
        as_json(str(system), *more, "--lang", language)
    )


def test_the_published_schema_is_the_one_that_the_models_give() -> None:
    text = json.dumps(facts_v1_schema(), ensure_ascii=False, indent=2)
    assert (TOP / "docs" / "schemas" / "facts-v1.schema.json").read_text("utf-8") == f"{text}\n"


def test_missing_facts_come_with_what_to_write_and_what_they_settle(project: Project) -> None:
    lines = facts(str(project({"platform.yaml": PLATFORM})), "--missing").stdout.splitlines()
    at = next(index for index, line in enumerate(lines) if line.startswith("custody.reserve_ratio: "))
    assert lines[at + 1 : at + 3] == ['  write "99.9 %"', "  settles 1: cn-reserve-full-deposit"]


def test_those_that_settle_most_come_first() -> None:
    missing = as_json(str(MALL), "--missing")["missing"]
    counts = [(-len(one["rules"]), -len(one["breaches"]), one["name"]) for one in missing]
    assert counts == sorted(counts)
    assert missing[0]["rules"]


@pytest.mark.parametrize("language", ["en", "zh", "ja"])
@pytest.mark.parametrize("system", [EXAMPLE, MALL], ids=["example", "mall-swarm"])
def test_a_skeleton_is_a_platform_file_before_and_after_it_is_filled_in(system: Path, language: str) -> None:
    schema = jsonschema.Draft202012Validator(published("platform"))
    result = facts(str(system), "--missing", "--yaml", "--lang", language)
    assert result.exit_code == 0
    schema.validate(plain(read_yaml(result.stdout, "platform.yaml").roots[0]))
    for one in as_json(str(system), "--missing")["missing"]:
        name, _, _ = one["name"].rpartition("[") if one["name"].endswith("]") else (one["name"], "", "")
        if one["example"] and "[" not in name:
            text = 'reglint: "1"\n' + nested(name.split("."), one["example"])
            schema.validate(plain(read_yaml(text, "platform.yaml").roots[0]))


def nested(steps: list[str], value: str) -> str:
    return "".join(f"{'  ' * depth}{step}:\n" for depth, step in enumerate(steps)).rstrip() + f" {value}\n"


def test_what_is_filled_in_is_missing_no_more(project: Project) -> None:
    folder = project({"platform.yaml": PLATFORM})
    names = {one["name"] for one in as_json(str(folder), "--missing")["missing"]}
    (folder / "platform.yaml").write_text(PLATFORM + 'custody: {reserve_ratio: "100 %"}\n')
    left = {one["name"] for one in as_json(str(folder), "--missing")["missing"]}
    assert names - left == {"custody.reserve_ratio"}


def test_a_skeleton_is_of_what_is_missing() -> None:
    assert facts(str(EXAMPLE), "--yaml").exit_code == 2


@pytest.mark.parametrize("more", [(), ("--missing",)], ids=["facts", "missing"])
def test_a_faulty_platform_file_is_said_beside(project: Project, more: tuple[str, ...]) -> None:
    result = facts(str(project({"platform.yaml": PLATFORM + "loging: {}\n"})), *more)
    assert (result.exit_code, 'did you mean "logging"?' in result.stderr) == (2, True)
    assert result.stdout


@pytest.mark.parametrize("more", [(), ("--missing",)], ids=["facts", "missing"])
def test_where_nothing_is_read_there_is_nothing_to_do(project: Project, more: tuple[str, ...]) -> None:
    result = facts(str(project({"a.md": ""})), *more)
    assert (result.exit_code, result.stdout) == (4, "")


@pytest.mark.parametrize("arguments", [("nowhere",), (str(EXAMPLE), "--role", "cn:paymet_institution")])
def test_what_can_not_be_meant_is_refused(arguments: tuple[str, ...]) -> None:
    assert facts(*arguments).exit_code == 2


def test_a_check_loads_nothing_of_facts_and_schemas(process: Callable[..., Any], project: Project) -> None:
    project({"platform.yaml": PLATFORM})
    code = (
        "import sys; from click.testing import CliRunner; from reglint.cli.main import commands;"
        "CliRunner().invoke(commands, ['check', '.']);"
        "print([name for name in sys.modules if name.startswith('reglint') and name.count('.') == 2"
        " and name.split('.')[2].startswith(('facts_', 'platform_schema', 'schema_', 'source_t'))],"
        " 'jsonschema' in sys.modules)"
    )
    assert process(sys.executable, "-c", code).stdout == "[] False\n"
