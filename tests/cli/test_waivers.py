"""Waivers and ignores, as a user meets them: the same in every format, and in the exit code."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

Project: TypeAlias = Callable[[Mapping[str, str]], Path]
Reglint: TypeAlias = Callable[..., "subprocess.CompletedProcess[str]"]

NGINX = "http {\n  server { listen 80; server_name a.example; }%s\n}\n"
IGNORE = ' # reglint: ignore[cn-csl-endpoint-encryption-in-transit] reason="TLS ends at the balancer"'
WAIVERS = """\
waivers:
  - {rule: cn-csl-endpoint-encryption-in-transit, path: nginx.conf, reason: TLS ends at the balancer,
     approver: CISO, requested: 2026-11-01, until: 2027-03-31}
"""
CHECK = (
    "check", ".", "--role", "cn:network_operator", "--set", "platform.mlps_level=3",
    "--select", "cn-csl-endpoint,reglint", "--fail-level", "warning", "--as-of",
)  # fmt: skip


def test_a_breach_moves_the_exit_code_until_somebody_answers_for_it(
    project: Project, reglint: Reglint
) -> None:
    project({"nginx.conf": NGINX % ""})
    assert reglint(*CHECK, "2026-11-24").returncode == 1
    project({"reglint-waivers.yaml": WAIVERS})
    assert reglint(*CHECK, "2026-11-24").returncode == 0


def test_when_the_waiver_is_over_the_breach_counts_again(project: Project, reglint: Reglint) -> None:
    project({"nginx.conf": NGINX % "", "reglint-waivers.yaml": WAIVERS})
    done = reglint(*CHECK, "2027-04-01", "-f", "concise")
    assert done.returncode == 1
    assert [line.partition("] ")[0] for line in done.stdout.splitlines()] == [
        "nginx.conf:2:12: warning[cn-csl-endpoint-encryption-in-transit",
        "reglint-waivers.yaml:2:5: warning[reglint-expired-waiver",
    ]


def test_an_ignore_is_the_same_in_every_format(project: Project, reglint: Reglint) -> None:
    project({"nginx.conf": NGINX % IGNORE})
    formats = ("concise", "json-v1", "sarif", "junit", "github", "gitlab", "text")
    outputs = [word for name in formats for word in ("-f", f"{name}={name}.out")]
    assert reglint(*CHECK, "2026-11-24", *outputs).returncode == 0
    said = {name: (project({}) / f"{name}.out").read_text("utf-8") for name in formats}
    assert said["concise"].startswith("nginx.conf:2:12: waived[cn-csl-endpoint-encryption-in-transit] ")
    [finding] = json.loads(said["json-v1"])["findings"]
    assert (finding["verdict"], finding["waiver"]["kind"]) == ("fail", "ignore")
    [result] = json.loads(said["sarif"])["runs"][0]["results"]
    assert (result["kind"], result["suppressions"][0]["kind"]) == ("fail", "inSource")
    assert '<skipped type="waived" message="TLS ends at the balancer" />' in said["junit"]
    assert (said["github"].strip(), json.loads(said["gitlab"])) == ("", [])
    assert "  = waiver: ignored on the line: TLS ends at the balancer\n" in said["text"]
    assert "0 findings of 0 rules" in said["text"]


def test_an_ignore_without_a_rule_ignores_nothing(project: Project, reglint: Reglint) -> None:
    project({"nginx.conf": NGINX % " # reglint: ignore"})
    done = reglint(*CHECK, "2026-11-24")
    assert done.returncode == 1
    assert 'nginx.conf:2:48: warning[ignore] "ignore" is no ignore. Write ignore[' in done.stderr


def test_a_faulty_waiver_file_is_an_error(project: Project, reglint: Reglint) -> None:
    project({"nginx.conf": NGINX % "", "reglint-waivers.yaml": WAIVERS.replace("approver", "aprover")})
    done = reglint(*CHECK, "2026-11-24")
    assert done.returncode == 2
    assert 'reglint-waivers.yaml:3:6: error[unknown-key] Unknown key "aprover".' in done.stderr


def test_where_a_rule_is_selected_its_waivers_are_reported(project: Project, reglint: Reglint) -> None:
    other = WAIVERS.partition("\n")[2].replace("endpoint-encryption-in-transit", "log-retention")
    project({"nginx.conf": NGINX % "", "reglint-waivers.yaml": WAIVERS + other})
    chosen = [word.removesuffix(",reglint") for word in CHECK]
    done = reglint(*chosen, "2027-04-01", "-f", "concise")
    assert [line.partition("] ")[0] for line in done.stdout.splitlines()] == [
        "nginx.conf:2:12: warning[cn-csl-endpoint-encryption-in-transit",
        "reglint-waivers.yaml:2:5: warning[reglint-expired-waiver",
    ]


def test_a_misspelt_rule_in_a_waiver_or_an_ignore_is_told(project: Project, reglint: Reglint) -> None:
    files = {"nginx.conf": NGINX % IGNORE.replace("transit", "transt")}
    project({**files, "reglint-waivers.yaml": WAIVERS.replace("transit", "transt")})
    done = reglint(*CHECK, "2026-11-24", "-f", "concise")
    meant = 'No rule has the id "cn-csl-endpoint-encryption-in-transt". Did you mean'
    assert [
        line.partition(' "cn-csl-endpoint-encryption-in-transit')[0] for line in done.stderr.splitlines()
    ] == [
        f"reglint-waivers.yaml:2:5: warning[unknown-rule] {meant}",
        f"nginx.conf:2:48: warning[unknown-rule] {meant}",
    ]


def test_a_waiver_that_ends_before_it_is_asked_for_is_a_fault(project: Project, reglint: Reglint) -> None:
    project({"nginx.conf": NGINX % "", "reglint-waivers.yaml": WAIVERS.replace("2026-11-01", "2027-11-01")})
    done = reglint(*CHECK, "2027-01-01", "-f", "concise")
    assert done.returncode == 2
    assert done.stderr == (
        "reglint-waivers.yaml:2:5: error[waiver] until 2027-03-31 lies before requested 2027-11-01. "
        "Write the day of the request, and a later last day.\n"
    )


def test_a_waiver_is_not_heard_before_it_is_asked_for(project: Project, reglint: Reglint) -> None:
    project({"nginx.conf": NGINX % "", "reglint-waivers.yaml": WAIVERS})
    codes = [reglint(*CHECK, day, "-f", "concise") for day in ("2026-10-31", "2026-11-01")]
    assert [done.returncode for done in codes] == [1, 0]
    assert codes[0].stderr == (
        "reglint-waivers.yaml:2:5: warning[waiver-unbegun] The waiver is requested on 2026-11-01, "
        "after 2026-10-31: it is not heard yet.\n"
    )


def test_a_last_day_of_an_ignore_that_is_none_is_told(project: Project, reglint: Reglint) -> None:
    project({"nginx.conf": NGINX % IGNORE.replace("reason", "until=2027-13-31 reason")})
    done = reglint(*CHECK, "2026-11-24", "-f", "concise")
    assert done.returncode == 1
    assert done.stderr.startswith('nginx.conf:2:48: warning[ignore] "2027-13-31" is no day of the calendar: ')
