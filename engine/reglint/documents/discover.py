"""The files of a project: all that git would not ignore, less what tools have made."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pathspec import GitIgnoreSpec

from reglint.model.assessment import Skipped
from reglint.model.diagnostic import Diagnostic, Level

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
    "target": ("pom.xml", "Cargo.toml", "build.sbt"),
    "build": ("build.gradle", "build.gradle.kts"),
    "out": ("build.gradle", "build.gradle.kts", "pom.xml"),
    "dist": ("package.json", "setup.py", "pyproject.toml"),
    "bin": (".project",),
}
_COMPILED = ("build/classes", "build/resources", "target/classes", "target/test-classes")
_TESTS = ("src/test", "src/integrationTest", "src/testFixtures")
_MADE = "a folder that tools make"
_FOR_TESTS = "settings of tests, not of what runs"
_CLOSED = "can't be opened"


@dataclass(frozen=True, slots=True)
class Discovery:
    """Files by path relative to the root, with `/`, sorted; and what was passed over, with the reason.

    `closed` has a warning for each folder that can't be opened: what may be in it is not seen.
    """

    files: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    closed: tuple[Diagnostic, ...] = ()


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
    skipped.sort(key=lambda one: one.path)
    closed = (one for one in skipped if one.reason.startswith(_CLOSED))
    return Discovery(tuple(files), tuple(skipped), tuple(_warning(one) for one in closed))


def _walk(root: Path, folder: str, ignores: tuple[_Ignore, ...], skipped: list[Skipped]) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except OSError as fault:
        skipped.append(Skipped(f"{folder}/", f"{_CLOSED}: {fault.strerror}"))
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
    reason = _reason_to_pass(path, beside)
    if reason:
        skipped.append(Skipped(f"{path}/", reason))
        return
    yield from _walk(root, path, ignores, skipped)


def _reason_to_pass(path: str, beside: set[str]) -> str:
    """Why a folder holds nothing that counts; empty where it may. `beside` are the names in its parent."""
    name = path.rpartition("/")[2]
    if name in _GENERATED or beside.intersection(_BUILT_BY.get(name, ())) or _ends(path, _COMPILED):
        return _MADE
    return _FOR_TESTS if _ends(path, _TESTS) else ""


def _ends(path: str, folders: tuple[str, ...]) -> bool:
    return any(f"/{path}".endswith(f"/{one}") for one in folders)


def _warning(one: Skipped) -> Diagnostic:
    message = f"The folder {one.reason}. What may be in it is not seen."
    return Diagnostic("unreadable", message, one.path, level=Level.WARNING)


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
