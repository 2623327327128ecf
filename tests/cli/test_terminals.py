"""Every door, every terminal, every end that a run can come to."""

from __future__ import annotations

import os
import subprocess
import sys
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
OPEN = ["--select", "cn-csl-incident-plan"]
GOOD = ["--set", "incident.plan.exists=true", *OPEN]
BAD = ["--set", "incident.plan.exists=false", *OPEN]
DOORS = [[str(CLI)], ["-m", "reglint"], ["-c", "from reglint.cli.door import main; main()"]]


@pytest.mark.parametrize(
    "arguments", [["check", ".", *BAD], ["check", "nowhere"], ["--version"], ["chek"], []], ids=" ".join
)
def test_every_door_leads_to_the_same_program(arguments: list[str], project: Write, process: Run) -> None:
    project(SOUND)
    done = [process(sys.executable, *door, *arguments) for door in DOORS]
    assert len({(one.returncode, one.stdout, one.stderr) for one in done}) == 1


def test_without_a_command_the_help_is_an_error(reglint: Run) -> None:
    done = reglint()
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Usage: reglint [OPTIONS]")


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize(
    "arguments", [["--help"], ["check", "-h"], ["law", "-h"], ["law", "show", "-h"]], ids=" ".join
)
def test_help_is_no_error_on_any_terminal(arguments: list[str], encoding: str, reglint: Run) -> None:
    done = reglint(*arguments, PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr, done.stdout[:7]) == (0, "", "Usage: ")


@pytest.mark.parametrize("language", ["en", "zh", "ja"])
def test_a_terminal_that_knows_ascii_alone_is_written_to(language: str, project: Write, reglint: Run) -> None:
    project({"platform.yaml": f"{PLATFORM}incident: {{plan: {{exists: false}}}}   # 预案\n"})
    done = reglint("check", ".", *OPEN, "--lang", language, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr, done.stdout.isascii()) == (1, "", True)


def test_json_is_utf8_on_any_terminal(project: Write, reglint: Run) -> None:
    project(SOUND)
    command = ["check", ".", *BAD, "-f", "json-v1", "--lang", "zh"]
    pages = {
        reglint(*command, PYTHONIOENCODING=encoding).stdout for encoding in ("utf-8", "ascii", "gb18030")
    }
    assert [("应急预案" in page, page[-2:]) for page in pages] == [(True, "}\n")]


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_reader_that_goes_away_is_silence(stream: str, project: Write, reglint: Run) -> None:
    keys = "".join(f"key{number}: 1\n" for number in range(4000))
    project({"platform.yaml": f"{PLATFORM}{keys}"})
    reading, writing = os.pipe()
    os.close(reading)
    done = reglint("check", ".", *BAD, **{stream: writing})
    os.close(writing)
    other = done.stderr if stream == "stdout" else done.stdout
    assert (done.returncode, "Traceback" in other, "Exception" in other) == (2, False, False)


@pytest.mark.skipif(os.name == "nt", reason="a shell with pipes")
def test_head_ends_a_long_page_in_silence(project: Write, process: Run) -> None:
    project(SOUND)
    check = f"'{sys.executable}' '{CLI}' check . --all {' '.join(BAD)}"
    done = process("bash", "-c", f"{check} | head -n 1; echo ${{PIPESTATUS[0]}}")
    assert (done.stderr, done.stdout.splitlines()[1:]) == ("", ["1"])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_one_line(project: Write, reglint: Run) -> None:
    project(SOUND)
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = reglint("check", ".", *GOOD, stdout=full)
    line = "error[output] standard output can't be written: No space left on device.\n"
    assert (done.returncode, done.stderr) == (2, line)


@pytest.mark.skipif(os.name == "nt", reason="a shell that closes")
def test_without_standard_output_the_exit_code_is_all(project: Write, process: Run) -> None:
    project(SOUND)
    done = process("bash", "-c", f"'{sys.executable}' '{CLI}' check . {' '.join(BAD)} >&-")
    assert (done.returncode, done.stderr) == (1, "")


DOOR = """\
import reglint.cli.main as door
@door.commands.command("stumble")
def stumble():
    raise {fault}
door.main()
"""


def test_a_fault_of_reglint_is_70_with_its_traceback(process: Run) -> None:
    done = process(sys.executable, "-c", DOOR.format(fault="ZeroDivisionError('by design')"), "stumble")
    assert (done.returncode, done.stdout) == (70, "")
    assert done.stderr.startswith("Traceback (most recent call last):\n")
    assert done.stderr.endswith("ZeroDivisionError: by design\n")


def test_a_user_who_stops_it_is_130(process: Run) -> None:
    done = process(sys.executable, "-c", DOOR.format(fault="KeyboardInterrupt"), "stumble")
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, "", "")


STOPPED = """\
import sys
class Stop:
    def find_spec(self, name, path=None, target=None):
        if name == "reglint.cli.check":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Stop())
from reglint.cli.door import main
main()
"""


def test_a_user_who_stops_it_while_it_loads_is_130(process: Run) -> None:
    done = process(sys.executable, "-c", STOPPED, "check")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
