"""A project on disk: its root, its platform file, its documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from reglint.documents.discover import Discovery
from reglint.documents.formats import Document, format_of, read_document
from reglint.documents.limits import DEFAULT_LIMITS
from reglint.documents.names import is_nginx
from reglint.documents.text import decode
from reglint.facts.collect import Found
from reglint.facts.origin import BUILD_ROOTS
from reglint.model.assessment import Skipped
from reglint.model.diagnostic import Diagnostic, Level
from reglint.model.spelling import closest

PLATFORM_FILES = frozenset({"platform.yaml", "platform.yml", "platform.json", "platform.toml"})
_PLATFORM_FORMATS = frozenset({"yaml", "json", "toml"})
ROOT_MARKS = (*sorted(PLATFORM_FILES), "reglint.toml", ".git")


@dataclass(frozen=True, slots=True)
class Project:
    """A folder and how its files are read. Documents are read once, whoever asks for them."""

    root: Path
    encoding: str = "utf-8"
    _bytes: dict[str, bytes | Diagnostic] = field(default_factory=dict)
    _documents: dict[tuple[str, str], Document] = field(default_factory=dict)

    def data(self, path: str) -> bytes | Diagnostic:
        """A file's bytes, no more than one past the limit of a document; or why it can't be read."""
        if path not in self._bytes:
            self._bytes[path] = self._read(path)
        return self._bytes[path]

    def text(self, path: str) -> str | None:
        """A file's text; None where it can't be read or decoded."""
        data = self.data(path)
        text = decode(data, path, encoding=self.encoding) if isinstance(data, bytes) else None
        return text if isinstance(text, str) else None

    def document(self, path: str, format_name: str) -> Document:
        """A file as a document of a format."""
        key = (path, format_name)
        if key not in self._documents:
            data = self.data(path)
            self._documents[key] = (
                read_document(data, path, format_name, encoding=self.encoding)
                if isinstance(data, bytes)
                else Document(path, format_name, "", (), (data,))
            )
        return self._documents[key]

    def _read(self, path: str) -> bytes | Diagnostic:
        try:
            with (self.root / path).open("rb") as file:
                return file.read(DEFAULT_LIMITS.bytes + 1)
        except OSError as fault:
            return Diagnostic("unreadable", f"The file can't be read: {fault.strerror}.", path)


def root_of(path: Path) -> Path:
    """The folder that a path's facts come from: itself, or the nearest above that looks like a root."""
    if path.is_dir():
        return path
    above = path.resolve().parents
    marked = (folder for folder in above if any((folder / mark).exists() for mark in ROOT_MARKS))
    return next(marked, above[0])


def inside(root: Path, path: Path) -> str:
    """A path of a project as it is shown: relative to the root, with `/`. Raises ValueError outside of it."""
    return path.resolve().relative_to(root.resolve()).as_posix()


def seen_from(folder: Path, root: Path) -> str:
    """The project's folder as it is written from a folder above it, with `/`.

    Empty where it is that folder, or does not lie below it: then paths are those of the project.
    """
    here, there = folder.resolve(), root.resolve()
    return there.relative_to(here).as_posix() if there != here and there.is_relative_to(here) else ""


def platform_files(project: Project, files: Iterable[str]) -> tuple[str, ...]:
    """The platform files among a project's: those of that name at the root, or that say `reglint`."""
    named = [path for path in files if PurePosixPath(path).name in PLATFORM_FILES]
    return tuple(path for path in named if "/" not in path or _says_reglint(project.data(path)))


def nearly_platform_files(files: Iterable[str]) -> Iterator[Diagnostic]:
    """A warning for each file at the root that is named nearly as a platform file: it is not read as one."""
    for path in files:
        name, kind = PurePosixPath(path), format_of(path)
        near = "/" not in path and name.stem != "platform" and closest(name.stem, ("platform",), cutoff=0.8)
        if near and kind in _PLATFORM_FORMATS:
            hint = f'Did you mean "platform{name.suffix}"?'
            message = "This is no platform file by its name."
            yield Diagnostic("platform-name", message, path, level=Level.WARNING, hint=hint)


def is_platform_file(project: Project, path: str) -> bool:
    """Whether a file is a platform file: one of that name, or a document with `reglint` at its head."""
    if PurePosixPath(path).name in PLATFORM_FILES:
        return True
    kind = format_of(path)
    if kind not in _PLATFORM_FORMATS or not _says_reglint(project.data(path)):
        return False
    roots = project.document(path, kind).roots
    return any(isinstance(root.value, Mapping) and "reglint" in root.value for root in roots)


def kind_of(project: Project, path: str) -> str | None:
    """The format that a file's name speaks for; of a `.conf` with any name, the one that its text does."""
    kind = format_of(path)
    if kind is None and path.lower().endswith(".conf") and is_nginx(path, project.text(path) or ""):
        return "nginx"
    return kind


def looked_at(
    project: Project, discovery: Discovery, platform: str | None
) -> tuple[list[Found], list[Skipped]]:
    """The files whose format reglint reads, with their text, and those of them that can't be opened.

    What can't be opened or decoded has no words to look for; a source that knows the file by its name asks
    for it all the same, and learns what is wrong.
    """
    kinds = {path: kind_of(project, path) for path in discovery.files if path != platform}
    found = [Found(path, kind, project.text(path) or "") for path, kind in kinds.items() if kind]
    faults = ((one.path, project.data(one.path)) for one in found)
    return found, [Skipped(path, fault.message) for path, fault in faults if isinstance(fault, Diagnostic)]


def build_roots(files: Iterable[str]) -> frozenset[str]:
    """The folders that hold a build or deploy file."""
    paths = (PurePosixPath(path) for path in files)
    return frozenset(str(path.parent) for path in paths if path.name in BUILD_ROOTS)


def unread(files: Iterable[str], known: Iterable[str]) -> dict[str, int]:
    """How many files nobody read, by suffix (by name where there is none)."""
    return dict(sorted(Counter(_suffixes(set(files) - set(known))).items()))


def _suffixes(files: Iterable[str]) -> Iterator[str]:
    for path in map(PurePosixPath, files):
        yield path.suffix or path.name


def _says_reglint(data: bytes | Diagnostic) -> bool:
    return isinstance(data, bytes) and b"reglint" in data
