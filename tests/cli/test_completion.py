"""What a shell is told when somebody presses the tabulator."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import TypeAlias

import pytest

Reglint: TypeAlias = Callable[..., "CompletedProcess[str]"]

SYNTAX = {"bash": ["bash", "-n"], "zsh": ["zsh", "-n"], "fish": ["fish", "--no-execute"]}
COMPLETED = [
    ("reglint che", "check"),
    ("reglint law sh", "show"),
    ("reglint check --exit-", "--exit-zero"),
    ("reglint check --lang j", "ja"),
    ("reglint check --select cn-csl-log-", "cn-csl-log-retention"),
    ("reglint check --select cn-reserve,cn-csl-log-", "cn-reserve,cn-csl-log-retention"),
    ("reglint check -f sar", "sarif"),
    ("reglint check -j e", "eu"),
    ("reglint check --role cn:online_payment", "cn:online_payment_institution"),
    ("reglint explain cn-csl#log-", "cn-csl#log-retention"),
    ("reglint law show cn-cs", "cn-csl"),
    ("reglint completion f", "fish"),
]


@pytest.mark.parametrize("shell", SYNTAX)
def test_the_script_is_one_that_its_shell_reads(reglint: Reglint, tmp_path: Path, shell: str) -> None:
    done = reglint("completion", shell)
    assert (done.returncode, done.stderr) == (0, "")
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"NOT RUN: {shell} is not on the PATH")
    script = tmp_path / "script"
    script.write_text(done.stdout, "utf-8")
    read = subprocess.run(  # noqa: S603 - the shells are those above
        [program, *SYNTAX[shell][1:], str(script)], capture_output=True, text=True, check=False
    )
    assert (read.returncode, read.stderr) == (0, "")


@pytest.mark.parametrize(("line", "word"), COMPLETED)
def test_what_is_begun_is_completed(reglint: Reglint, line: str, word: str) -> None:
    done = reglint(_REGLINT_COMPLETE="bash_complete", COMP_WORDS=line, COMP_CWORD=str(line.count(" ")))
    assert (done.returncode, done.stdout, done.stderr) == (0, f"plain,{word}\n", "")


def test_where_a_path_is_meant_the_shell_completes_it(reglint: Reglint) -> None:
    done = reglint(_REGLINT_COMPLETE="bash_complete", COMP_WORDS="reglint check dep", COMP_CWORD="2")
    assert done.stdout == "file,dep\n"


def test_a_shell_that_is_not_known_is_refused(reglint: Reglint) -> None:
    done = reglint("completion", "cmd")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'bash', 'zsh', 'fish'" in done.stderr
