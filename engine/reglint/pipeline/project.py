"""A project on disk: its root, its platform file, its documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from reglint.documents.discover import Discovery, discover
from reglint.documents.formats import Document, format_of, read_document
from reglint.documents.limits import DEFAULT_LIMITS
from reglint.documents.text import decode
from reglint.facts.collect import Found
from reglint.facts.origin import BUILD_ROOTS
from reglint.model.assessment import Skipped
from reglint.model.diagnostic import Diagnostic

PLATFORM_FILES = frozenset({"platform.yaml", "platform.yml", "platform.json", "platform.toml"})
ROOT_MARKS = (*sorted(PLATFORM_FILES), "reglint.toml", ".git")


@dataclass(frozen=True, slots=True)
class Project:
    """A folder and how its files are read. Documents are read once, whoever asks for them."""

    root: Path
    encoding: str = "utf-8"
    _bytes: dict[str, bytes] = field(default_factory=dict)
    _documents: dict[tuple[str, str], Document] = field(default_factory=dict)

    def data(self, path: str) -> bytes:
        """A file's bytes, no more than one past the limit of a document."""
        if path not in self._bytes:
            with (self.root / path).open("rb") as file:
                self._bytes[path] = file.read(DEFAULT_LIMITS.bytes + 1)
        return self._bytes[path]

    def text(self, path: str) -> str | None:
        """A file's text; None where it can't be read or decoded."""
        try:
            text = decode(self.data(path), path, encoding=self.encoding)
        except OSError:
            return None
        return text if isinstance(text, str) else None

    def document(self, path: str, format_name: str) -> Document:
        """A file as a document of a format."""
        key = (path, format_name)
        if key not in self._documents:
            data = self.data(path)
            self._documents[key] = read_document(data, path, format_name, encoding=self.encoding)
        return self._documents[key]


def root_of(path: Path) -> Path:
    """The folder that a path's facts come from: itself, or the nearest above that looks like a project's root."""
    if path.is_dir():
        return path
    for folder in path.absolute().parents:
        if any((folder / mark).exists() for mark in ROOT_MARKS):
            return folder
    return path.parent


def platform_files(project: Project, files: Iterable[str]) -> tuple[str, ...]:
    """The platform files among a project's files: those of that name that say `reglint:`, or stand at the root."""
    named = [path for path in files if PurePosixPath(path).name in PLATFORM_FILES]
    return tuple(path for path in named if "/" not in path or b"reglint" in project.data(path))


def looked_at(
    project: Project, discovery: Discovery, platform: str | None
) -> tuple[list[Found], list[Skipped]]:
    """The files whose format reglint reads, with their text, and those that it can't open or decode."""
    found: list[Found] = []
    skipped: list[Skipped] = []
    for path in discovery.files:
        kind = format_of(path)
        if kind is None or path == platform:
            continue
        try:
            project.data(path)
        except OSError as fault:
            skipped.append(Skipped(path, f"can't be read: {fault.strerror}"))
            continue
        # What can't be decoded has no words to look for; the reader says so where a source asks for the file.
        found.append(Found(path, kind, project.text(path) or ""))
    return found, skipped


def build_roots(files: Iterable[str]) -> frozenset[str]:
    """The folders that hold a build or deploy file."""
    paths = (PurePosixPath(path) for path in files)
    return frozenset(str(path.parent) for path in paths if path.name in BUILD_ROOTS)


def unread(files: Iterable[str], known: Iterable[str]) -> dict[str, int]:
    """How many files nobody read, by suffix (by name where there is none)."""
    rest = set(files) - set(known)
    return dict(
        sorted(Counter(PurePosixPath(path).suffix or PurePosixPath(path).name for path in rest).items())
    )
