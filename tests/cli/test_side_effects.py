"""What `reglint check` does to a machine: it reads files, and writes those that it is told to."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[1] / "corpus" / "roncoo-pay"
WATCHED = """\
import os, sys
CHANGES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.utime")
OTHERS = ("os.truncate", "os.system", "os.exec", "os.posix_spawn", "os.fork", "subprocess.", "shutil.")
def watch(event, arguments):
    writes = event == "open" and (
        isinstance(arguments[1], str) and set(arguments[1]) & set("wax+")
        or arguments[1] is None and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    )
    if writes or event.startswith(("socket.", "tempfile.", *CHANGES, *OTHERS)):
        sys.__stderr__.write(f"{event} {arguments[0] if arguments else ''}\\n")
from reglint.cli.main import main
sys.addaudithook(watch)
main()
"""
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.mark.parametrize("arguments", [[], ["--all", "--lang", "zh", "-f", "json-v1"]], ids=["text", "json"])
def test_check_opens_no_socket_and_writes_no_file(arguments: list[str], process: Run, tmp_path: Path) -> None:
    done = process(sys.executable, "-c", WATCHED, "check", str(CORPUS), "--exit-zero", *arguments)
    assert (done.returncode, done.stderr, list(tmp_path.iterdir())) == (0, "", [])
    assert done.stdout


def test_check_writes_the_file_that_is_asked_for(process: Run, tmp_path: Path) -> None:
    outputs = ["-f", "json-v1=out.json"]
    done = process(sys.executable, "-c", WATCHED, "check", str(CORPUS), "--exit-zero", *outputs)
    part = tmp_path.resolve() / ".out.json.part"
    assert done.stderr.splitlines() == [f"open {part}", f"os.rename {part}"]
    assert [one.name for one in tmp_path.iterdir()] == ["out.json"]


def test_the_watch_sees_what_it_is_there_to_see(process: Run) -> None:
    script = WATCHED.replace("main()\n", "import socket; socket.socket(); open('a', 'w'); os.mkdir('b')\n")
    seen = [line.split()[0] for line in process(sys.executable, "-c", script).stderr.splitlines()]
    assert seen == ["socket.__new__", "open", "os.mkdir"]
