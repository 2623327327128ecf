"""The files of a project: all that git would not ignore, less what tools have made."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pathspec import GitIgnoreSpec

from reglint.model.assessment import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SILENT = frozenset({".git", ".hg", ".svn"})
_GENERATED = frozenset(
    {
        ".gradle",
        ".idea",
        ".terraform",
        ".tox",
        ".venv",
        "__pycache__",
        "bower_components",
        "node_modules",
        "site-packages",
        "venv",
    }
)
_BUILT_BY = {
    "target": ("pom.xml", "Cargo.toml"),
    "build": ("build.gradle", "build.gradle.kts"),
    "bin": (".project",),
}


@dataclass(frozen=True, slots=True)
class Discovery:
    """Files by path relative to the root, with `/`, sorted; and what was passed over, with the reason."""

    files: tuple[str, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class _Ignore:
    """The .gitignore of one folder: its patterns count below that folder."""

    folder: str
    spec: GitIgnoreSpec

    def covers(self, path: str) -> bool | None:
        """Whether a path is ignored, or taken back by a `!` pattern; None where no pattern speaks of it."""
        inner = path.removeprefix(f"{self.folder}/") if self.folder else path
        return self.spec.check_file(inner).include


def discover(root: Path, observe: tuple[str, ...] = ()) -> Discovery:
    """The regular files under a folder, or under those of its folders and files that `observe` names.

    Symbolic links are not followed: a link may lead out of the project.
    """
    skipped: list[Skipped] = []
    files = sorted(_walk(root, "", (), skipped))
    if observe:
        wanted = tuple(one.strip("/").removeprefix("./") for one in observe)
        files = [path for path in files if any(path == one or path.startswith(f"{one}/") for one in wanted)]
        skipped = [one for one in skipped if any(one.path.startswith(prefix) for prefix in wanted)]
    return Discovery(tuple(files), tuple(sorted(skipped, key=lambda one: one.path)))


def _walk(root: Path, folder: str, ignores: tuple[_Ignore, ...], skipped: list[Skipped]) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except OSError as fault:
        skipped.append(Skipped(f"{folder}/", f"can't be opened: {fault.strerror}"))
        return
    names = {entry.name for entry in entries}
    if ".gitignore" in names:
        ignores = (*ignores, _read_ignore(root / folder / ".gitignore", folder))
    for entry in entries:
        path = f"{folder}/{entry.name}".removeprefix("/")
        if entry.is_symlink():
            skipped.append(Skipped(path, "a symbolic link is not followed"))
        elif entry.is_dir():
            if entry.name not in _SILENT and not _ignored(f"{path}/", ignores):
                yield from _descend(root, path, names, ignores, skipped)
        elif entry.is_file() and not _ignored(path, ignores):
            yield path


def _descend(
    root: Path, path: str, beside: set[str], ignores: tuple[_Ignore, ...], skipped: list[Skipped]
) -> Iterator[str]:
    name = path.rpartition("/")[2]
    if name in _GENERATED or beside.intersection(_BUILT_BY.get(name, ())):
        skipped.append(Skipped(f"{path}/", "a folder that tools make"))
        return
    yield from _walk(root, path, ignores, skipped)


def _ignored(path: str, ignores: tuple[_Ignore, ...]) -> bool:
    for ignore in reversed(ignores):
        covered = ignore.covers(path)
        if covered is not None:
            return covered
    return False


def _read_ignore(path: Path, folder: str) -> _Ignore:
    try:
        lines = path.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    return _Ignore(folder, GitIgnoreSpec.from_lines(lines))
