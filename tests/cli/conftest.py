"""Folders with files, and reglint as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, TypeAlias

import pytest

Files: TypeAlias = Mapping[str, str | bytes]
Done: TypeAlias = "subprocess.CompletedProcess[str]"

TOP = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Callable[[Files], Path]:
    """A folder with files, by their paths in it."""

    def write(files: Files) -> Path:
        for path, content in files.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path

    return write


@pytest.fixture
def process(tmp_path: Path) -> Callable[..., Done]:
    """A command in the folder of the files, with a bare environment and more variables."""

    def run(
        *command: str,
        stdout: int | IO[str] = subprocess.PIPE,
        stderr: int | IO[str] = subprocess.PIPE,
        **variables: str,
    ) -> Done:
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        own = {
            "PYTHONPATH": str(TOP / "engine"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONIOENCODING": "utf-8",
        }
        return subprocess.run(  # noqa: S603 - the command is a test's own
            command,
            cwd=tmp_path,
            env=kept | own | variables,
            stdout=stdout,
            stderr=stderr,
            encoding="utf-8",
            check=False,
        )

    return run


@pytest.fixture
def reglint(process: Callable[..., Done]) -> Callable[..., Done]:
    """`python cli.py …` in the folder of the files."""

    def run(*arguments: str, **options: object) -> Done:
        return process(sys.executable, str(TOP / "cli.py"), *arguments, **options)

    return run
