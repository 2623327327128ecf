"""What `facts`, `source test` and the cache show of a secret: nothing, not six characters of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.canary_texts import SOUND
from tests.test_canary import CANARY, ENCODED, PIECES

from reglint.cli.main import commands

Project = Callable[[dict[str, str]], Path]
VIEWS = [
    (),
    ("--lang", "zh"),
    ("-f", "json"),
    ("--missing",),
    ("--missing", "--yaml"),
    ("--missing", "-f", "json"),
]


@pytest.fixture
def folder(project: Project) -> Path:
    """Files of every format with a secret in each."""
    return project(
        {path: text.replace("CANARY", CANARY).replace("ENCODED", ENCODED) for path, text in SOUND.items()}
    )


def leaks(text: str) -> list[str]:
    return [line for line in text.splitlines() if any(piece in line for piece in PIECES)]


@pytest.mark.parametrize("view", VIEWS, ids=" ".join)
def test_facts_show_no_secret(view: tuple[str, ...], folder: Path) -> None:
    result = CliRunner().invoke(commands, ["facts", str(folder), *view])
    assert result.exit_code in (0, 2), result.output  # one of the files is faulty
    assert (leaks(result.output), len(result.stdout) > len(str(folder))) == ([], True)


def test_sources_show_no_secret(folder: Path) -> None:
    assert list(shown(folder)) == []


def shown(folder: Path) -> Iterator[str]:
    for file in sorted(one for one in folder.rglob("*") if one.is_file()):
        yield from leaks(CliRunner().invoke(commands, ["source", "test", str(file)]).output)


def test_the_cache_holds_no_secret(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    caches = tmp_path_factory.mktemp("caches")
    monkeypatch.setenv("XDG_CACHE_HOME", str(caches))
    CliRunner().invoke(commands, ["check", str(folder)])
    entries = [one for one in caches.rglob("*") if one.is_file()]
    assert [one.name for one in entries] == ["vocabulary.json"]
    assert leaks(entries[0].read_text("utf-8")) == []
