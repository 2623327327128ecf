"""One clear line and its exit code, as a shell sees them."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import pytest

Files: TypeAlias = Mapping[str, str | bytes]
Write: TypeAlias = Callable[[Files], Path]
Run: TypeAlias = Callable[..., "subprocess.CompletedProcess[str]"]

CLI = Path(__file__).parents[2] / "cli.py"
PLATFORM = 'reglint: "1"\nplatform: {roles: {cn: [payment_institution], eu: [], us: [], jp: []}}\n'
SOUND: Files = {"platform.yaml": PLATFORM}
TWO: Files = {**SOUND, "deploy/platform.yml": PLATFORM}
BROKEN_FOUND: Files = {**SOUND, "app/logback.xml": "<configuration>\n"}
IN_CHINESE: Files = {**SOUND, "app/application.yml": "名: 支付宝\n".encode("gb18030")}
PACK = """\
id: own
version: "1.0.0"
jurisdiction: cn
title: {en: Own rules, zh: 自有规则}
publisher: We
licence: Apache-2.0
"""
RULE = """\
instrument: cn-csl
rules:
  - id: cn-own-plan
    title: {en: A plan, zh: 预案}
    cites: [cn-csl#incident-plan]
    binds: [network_operator]
    control: incident.plan
    severity: high
    says: number
    assert: incidant.plan.exists
    because: {en: Because, zh: 因为}
    remedy: {en: Make one, zh: 制定}
"""
OPEN = ["--select", "cn-csl-incident-plan"]
GOOD = ["--set", "incident.plan.exists=true", *OPEN]
BAD = ["--set", "incident.plan.exists=false", *OPEN]

Refusal: TypeAlias = tuple[str, Files, str, int, str]
AT = r":\d+:\d+: error\[[\w-]+\] "
NO = r"error\[usage\] Invalid value for '(?:--format' / '-f|{})'(?: \(env var: '\w+'\))?: "
REFUSED: list[Refusal] = [
    ("no such path", {}, "nowhere", 2, r"error\[no-such-path\] nowhere is not there\. Name a .*"),
    ("a broken file, named", BROKEN_FOUND, "app/logback.xml", 2, rf"app/logback\.xml{AT}.*"),
    ("a Chinese file, named", IN_CHINESE, "app/application.yml", 2, rf"app/application\.yml{AT}.*gb18030.*"),
    ("a broken platform file", {"platform.yaml": "reglint: ["}, ".", 2, rf"platform\.yaml{AT}.*"),
    (
        "an unknown jurisdiction",
        SOUND,
        ". -j xx",
        2,
        r'error\[unknown-jurisdiction\] .*"xx"\. Write one of cn, .*',
    ),
    (
        "an unknown role",
        SOUND,
        ". --role cn:payment_institutio",
        2,
        r'error\[unknown-role\] cn has no role "payment_institutio"\. Did you mean "payment_institution"\?',
    ),
    ("a role elsewhere", SOUND, ". --role xx:bank", 2, r'error\[unknown-role\] .*"xx"\. Write one of cn, .*'),
    ("no role", SOUND, ". --role bank", 2, NO.format("--role") + "write it as in cn:payment_institution"),
    ("no day", SOUND, ". --as-of 1.1.2026", 2, NO.format("--as-of") + r'"1\.1\.2026" is no date; write .*'),
    (
        "no fact",
        SOUND,
        ". --set mlps_level",
        2,
        NO.format("--set") + r"write it as in platform\.mlps_level=3",
    ),
    (
        "an unknown fact",
        SOUND,
        ". --set platform.mlps_leval=3",
        2,
        r'error\[set\] "platform\.mlps_leval": unknown fact "mlps_leval"; did you mean "mlps_level"\?',
    ),
    (
        "an unknown format",
        SOUND,
        ". -f oscar",
        2,
        NO + 'there is no format "oscar"; write one of text, concise, json-v1, sarif, junit, github, gitlab',
    ),
    (
        "an unknown language",
        SOUND,
        ". --lang fr",
        2,
        NO.format("--lang") + "'fr' is not one of 'en', 'zh', 'ja'.",
    ),
    (
        "an unknown encoding",
        SOUND,
        ". --encoding utf-9",
        2,
        NO.format("--encoding") + '"utf-9" is no encoding; .*',
    ),
    ("an unknown option", SOUND, ". --frobnicate", 2, r"error\[usage\] No such option.*--frobnicate.*"),
    ("two paths, one of nothing", SOUND, ". more", 2, r"error\[no-such-path\] more is not there\. .*"),
    (
        "no such pack",
        SOUND,
        ". --pack nowhere",
        2,
        NO.format("--pack") + r"Directory 'nowhere' does not exist\.",
    ),
    (
        "two platform files",
        TWO,
        ".",
        2,
        r"error\[two-platforms\] There are 2 platform files: deploy/platform\.yml, platform\.yaml\. .*",
    ),
    ("an empty folder", {}, ".", 4, r"\.: no file of the project was read"),
    ("nothing to read", {"README.md": "# A\n"}, ".", 4, r"\.: no file of the project was read"),
    ("no rule", SOUND, ". --select cn-csl --ignore cn", 4, r"\.: no rule was selected"),
    (
        "a rule that is not there",
        SOUND,
        ". --select cn-csl-log-retenton",
        2,
        r'error\[unknown-rule\] No rule is meant by --select "cn-csl-log-retenton"\. Did you mean .*',
    ),
    ("a device", {}, "/dev/null", 2, r"error\[no-such-path\] /dev/null is no regular file\. .*"),
    (
        "no law yet",
        SOUND,
        ". --as-of 1999-01-01",
        4,
        r"\.: no rule that was selected is in force on 1999-01-01",
    ),
]


@pytest.mark.parametrize("row", [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_can_not_be_done_is_one_line(
    row: tuple[Files, str, int, str], project: Write, reglint: Run
) -> None:
    files, arguments, code, line = row
    project(files)
    done = reglint("check", *arguments.split())
    assert (done.returncode, done.stdout) == (code, "")
    assert re.fullmatch(f"{line}\n", done.stderr), done.stderr


UNKNOWN_KEY: Files = {"platform.yaml": f"{PLATFORM}loging: {{}}\n"}
WRONG_TYPE: Files = {"platform.yaml": f"{PLATFORM}custody: {{reserve_ratio: 98}}\n"}
FAULTY_RULE: Files = {**SOUND, "own/pack.yaml": PACK, "own/csl.yaml": RULE}
NO_PACK: Files = {**SOUND, "own/README.md": ""}
FAULTY: list[tuple[str, Files, str, str]] = [
    (
        "an unknown key",
        UNKNOWN_KEY,
        ".",
        rf'platform\.yaml{AT}unknown fact "loging"; did you mean "logging"\?.*',
    ),
    ("a wrong type", WRONG_TYPE, ".", rf"platform\.yaml{AT}custody\.reserve_ratio: 98 .*write 99\.9 %"),
    ("no mapping", {"platform.yaml": ""}, ".", rf"platform\.yaml{AT}.*"),
    (
        "a wrong shape where the command line says more",
        {"platform.yaml": f"{PLATFORM}incident: no\n"},
        ".",
        rf"platform\.yaml{AT}incident is a mapping.*",
    ),
    ("a faulty rule", FAULTY_RULE, ". --pack own", rf"own/csl\.yaml{AT}.*incidant.*incident.*"),
    ("a folder that is no pack", NO_PACK, ". --pack own", rf"own{AT}own has no pack\.yaml\. .*"),
]


@pytest.mark.parametrize("row", [row[1:] for row in FAULTY], ids=[row[0] for row in FAULTY])
def test_what_is_faulty_in_our_input_stands_beside_the_findings(
    row: tuple[Files, str, str], project: Write, reglint: Run
) -> None:
    files, arguments, line = row
    project(files)
    done = reglint("check", *arguments.split(), *BAD)
    assert done.returncode == 2
    assert re.fullmatch(f"{line}\n", done.stderr), done.stderr
    assert "error[cn-csl-incident-plan]" in done.stdout


CODES: list[tuple[str, list[str], int]] = [
    ("a breach", BAD, 1),
    ("no breach", GOOD, 0),
    ("an unknown", OPEN, 3),
    ("an unknown, allowed", [*OPEN, "--unknown", "allow"], 0),
    ("an unknown, warned of", [*OPEN, "--unknown", "warn"], 3),
    ("an unknown, refused", [*OPEN, "--unknown", "fail"], 1),
    ("a breach, forgiven", [*BAD, "--exit-zero"], 0),
    ("a breach, whatever is allowed", [*BAD, "--unknown", "allow", "--fail-level", "note"], 1),
]


@pytest.mark.parametrize(("arguments", "code"), [row[1:] for row in CODES], ids=[row[0] for row in CODES])
def test_what_is_found_is_the_exit_code(
    arguments: list[str], code: int, project: Write, reglint: Run
) -> None:
    project(SOUND)
    done = reglint("check", ".", *arguments)
    assert (done.returncode, done.stderr) == (code, "")


def test_a_broken_file_that_was_only_found_is_a_warning(project: Write, reglint: Run) -> None:
    project(BROKEN_FOUND)
    done = reglint("check", ".", *GOOD)
    assert done.returncode == 0
    assert re.fullmatch(r"app/logback\.xml:\d+:\d+: warning\[\S+\] .*\n", done.stderr)
    assert "1 skipped" in done.stdout


def test_a_symbolic_link_that_is_named_is_one_line(project: Write, reglint: Run) -> None:
    root = project({**SOUND, "app/a.md": ""})
    (root / "app" / "application.yml").symlink_to(root / "platform.yaml")
    done = reglint("check", "app/application.yml")
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(r"app/application\.yml:1:1: error\[symbolic-link\] .*\n", done.stderr)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this user may read everything")
def test_a_file_that_may_not_be_read_is_one_line(project: Write, reglint: Run) -> None:
    (project(SOUND) / "platform.yaml").chmod(0)
    done = reglint("check", "platform.yaml")
    line = "platform.yaml:1:1: error[unreadable] The file can't be read: Permission denied.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", line)


@pytest.mark.parametrize("file", ["nowhere/out.json", "platform.yaml/out.json", "deploy"])
def test_an_output_that_can_not_be_written_is_one_line(file: str, project: Write, reglint: Run) -> None:
    root = project({**SOUND, "deploy/a.md": ""})
    before = sorted(root.rglob("*"))
    done = reglint("check", ".", "-f", f"json-v1={file}", *GOOD)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(rf"error\[output\] {re.escape(file)} can't be written: .*\.\n", done.stderr)
    assert sorted(root.rglob("*")) == before
