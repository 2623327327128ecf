"""What the README says to type is typed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
LEFT_BEHIND = shutil.ignore_patterns(
    ".git", ".venv*", "build", "dist", "*.egg-info", "__pycache__", ".*_cache"
)


def command(kind: str) -> str:
    blocks = re.findall(
        rf"^```sh {kind}\n(.*?)^```$", (TOP / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    assert len(blocks) == 1
    return str(blocks[0])


def example() -> list[str]:
    """The lines that the README says are printed; of the last, which it cuts short, nothing."""
    (block,) = re.findall(
        r"^```text\n(.*?)^```$", (TOP / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    return [line for line in str(block).splitlines() if not line.endswith("…")]


def test_the_run_command_checks_the_example_on_a_fresh_machine(tmp_path: Path) -> None:
    shutil.copytree(TOP, tmp_path / "clone", ignore=LEFT_BEHIND)
    (tmp_path / "home").mkdir()
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path / "home"), "LC_ALL": "C"}
    environment |= {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
    done = subprocess.run(  # noqa: S603 - the command is the README's own
        [shutil.which("bash") or "bash", "-euo", "pipefail", "-c", command("run")],
        cwd=tmp_path / "clone",
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "ledger/src/main/resources/logback.xml:9:19: error[cn-csl-log-retention]" in done.stdout
    assert [line for line in example() if line not in done.stdout.splitlines()] == []


TOURS = re.findall(
    r"^```sh tour (\S+)\n(.*?)^```$", (TOP / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
)
"""The folder below the examples in which a tour begins, and its lines."""


@pytest.mark.parametrize(("folder", "lines"), TOURS, ids=["developer", "officer", "regulator"])
def test_every_command_of_a_tour_ends_as_the_readme_says(folder: str, lines: str, tmp_path: Path) -> None:
    examples = shutil.copytree(TOP / "examples", tmp_path / "examples")
    for path, text in re.findall(
        r"^```yaml (\S+)\n(.*?)^```$", (TOP / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    ):
        (examples / path).parent.mkdir(exist_ok=True)
        (examples / path).write_text(text, "utf-8")
    for line in lines.splitlines():
        done = typed(line, examples / folder)
        said = re.search(r"# exit (\d)", line)
        assert (line, done.returncode, done.stderr) == (line, int(said[1]) if said else 0, "")


def typed(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A line of the README, typed in a folder with the command that stands beside this Python."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(  # noqa: S603 - the command is the README's own
        [shutil.which("bash") or "bash", "-euo", "pipefail", "-c", line],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_test_command_is_what_continuous_integration_runs() -> None:
    runner = (TOP / ".ci" / "run").read_text("utf-8")
    assert "```sh test$" in runner
    assert command("test").endswith(".venv/bin/pytest\n")
