"""Everything that is shipped, loaded once, and folders with files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reglint.pipeline.knowledge import Knowledge, load_knowledge

Files = Callable[..., Path]


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The shipped vocabulary and packs."""
    return load_knowledge()


@pytest.fixture
def project(tmp_path: Path) -> Callable[[dict[str, str | bytes]], Path]:
    """A folder with files, by their paths in it."""

    def write(files: dict[str, str | bytes]) -> Path:
        for path, content in files.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path

    return write
