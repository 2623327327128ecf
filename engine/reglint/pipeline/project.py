"""A project on disk: its root, its platform file, its documents."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeVar

from reglint.documents.discover import Discovery
from reglint.documents.formats import Document, format_of, read_document, too_large
from reglint.documents.limits import DEFAULT_LIMITS
from reglint.documents.names import is_nginx, may_be_nginx
from reglint.documents.text import decode
from reglint.facts.collect import Found
from reglint.facts.origin import BUILD_ROOTS
from reglint.facts.source import Match, Source, wanting
from reglint.model.assessment import Skipped
from reglint.model.diagnostic import Diagnostic, Level
from reglint.model.spelling import closest
from reglint.model.told import Told, silent

_Key = TypeVar("_Key")
_Kept = TypeVar("_Kept")

PLATFORM_FILES = frozenset({"platform.yaml", "platform.yml", "platform.json", "platform.toml"})
_PLATFORM_FORMATS = frozenset({"yaml", "json", "toml"})
_MOST_BYTES_KEPT = 8
_MOST_DOCUMENTS_KEPT = 64
ROOT_MARKS = (*sorted(PLATFORM_FILES), "reglint.toml", ".git")


@dataclass(frozen=True, slots=True)
class Project:
    """A folder and how its files are read. What was read last is kept, for whoever asks for it next."""

    root: Path
    encoding: str = "utf-8"
    _bytes: dict[str, bytes | Diagnostic] = field(default_factory=dict)
    _documents: dict[tuple[str, str], Document] = field(default_factory=dict)

    def data(self, path: str) -> bytes | Diagnostic:
        """A file's bytes, or why it can't be read: too many are not read at all."""
        if path not in self._bytes:
            _keep(self._bytes, path, self._read(path), _MOST_BYTES_KEPT)
        return self._bytes[path]

    def text(self, path: str) -> str | None:
        """A file's text; None where it can't be read or decoded."""
        text = self.decoded(path)
        return text if isinstance(text, str) else None

    def decoded(self, path: str) -> str | Diagnostic:
        """A file's text, or why it can't be read or decoded."""
        data = self.data(path)
        return decode(data, path, encoding=self.encoding) if isinstance(data, bytes) else data

    def document(self, path: str, format_name: str) -> Document:
        """A file as a document of a format."""
        key = (path, format_name)
        if key not in self._documents:
            data = self.data(path)
            document = (
                read_document(data, path, format_name, encoding=self.encoding)
                if isinstance(data, bytes)
                else Document(path, format_name, "", (), (data,))
            )
            _keep(self._documents, key, document, _MOST_DOCUMENTS_KEPT)
        return self._documents[key]

    def _read(self, path: str) -> bytes | Diagnostic:
        try:
            with (self.root / path).open("rb") as file:
                size = os.fstat(file.fileno()).st_size
                return too_large(path) if size > DEFAULT_LIMITS.bytes else file.read(DEFAULT_LIMITS.bytes + 1)
        except OSError as fault:
            return Diagnostic("unreadable", f"The file can't be read: {fault.strerror}.", path)


def root_of(path: Path) -> Path:
    """The folder that a path's facts come from: itself, or the nearest above that looks like a root."""
    if path.is_dir():
        return path
    above = path.resolve().parents
    return nearest_marked(above) or above[0]


def nearest_marked(folders: Iterable[Path]) -> Path | None:
    """The first of some folders that looks like a project's root."""
    marked = (folder for folder in folders if any((folder / mark).exists() for mark in ROOT_MARKS))
    return next(marked, None)


def folder_as_named(root: Path, path: Path) -> str:
    """A project's root in the words in which a path in it was given: `shop` of `shop/app/a.yaml`."""
    named = (folder for folder in (path, *path.parents) if folder.resolve() == root.resolve())
    return next(named, root).as_posix()


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
    named = [path for path in files if path.rpartition("/")[2] in PLATFORM_FILES]
    return tuple(path for path in named if "/" not in path or _says_reglint(project.data(path)))


def nearly_platform_files(files: Iterable[str]) -> Iterator[Diagnostic]:
    """A warning for each file at the root that is named nearly as a platform file: it is not read as one."""
    for path in (one for one in files if "/" not in one):
        name, kind = PurePosixPath(path), format_of(path)
        near = name.stem != "platform" and closest(name.stem, ("platform",), cutoff=0.8)
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
    """The format that a file's name speaks for; where it may be nginx's, the one that its text does."""
    kind = format_of(path)
    if kind is None and may_be_nginx(path) and is_nginx(project.text(path) or ""):
        return "nginx"
    return kind


def looked_at(
    project: Project,
    discovery: Discovery,
    platform: str | None,
    sources: Iterable[Source],
    told: Told = silent,
) -> tuple[list[Found], list[Skipped]]:
    """The files whose format reglint reads, and those of them that can't be opened or decoded.

    Only a file that a source may want by its name is opened, and its text is kept only where the source wants
    it by that, too. What can't be read has no words to look for; a source that knows the file by its name
    asks for it all the same, and learns what is wrong.
    """
    found: list[Found] = []
    skipped: list[Skipped] = []
    all_sources = tuple(sources)
    for done, path in enumerate(discovery.files):
        told(done, len(discovery.files))
        kind = kind_of(project, path) if path != platform else None
        if kind is not None:
            text = _text_wanted(project, path, wanting(path, kind, all_sources))
            found.append(Found(path, kind, text if isinstance(text, str) else ""))
            skipped += [Skipped(path, text.message)] if isinstance(text, Diagnostic) else []
    return found, skipped


def build_roots(files: Iterable[str]) -> frozenset[str]:
    """The folders that hold a build or deploy file."""
    parts = (path.rpartition("/") for path in files)
    return frozenset(folder or "." for folder, _, name in parts if name in BUILD_ROOTS)


def unread(files: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """The files that nobody read, sorted."""
    return tuple(sorted(set(files) - set(known)))


def by_suffix(files: Iterable[str]) -> dict[str, int]:
    """How many files there are of each suffix (of each name where there is none).

    >>> by_suffix(["docs/a.md", "b.md", ".bashrc", "LICENSE"])
    {'.bashrc': 1, '.md': 2, 'LICENSE': 1}
    """
    return dict(sorted(Counter(_suffixes(files)).items()))


def _text_wanted(project: Project, path: str, matches: tuple[Match, ...]) -> str | Diagnostic:
    """The text of a file that one of the matches wants; "" where none does."""
    text = project.decoded(path) if matches else ""
    if isinstance(text, Diagnostic) or any(match.text_fits(text) for match in matches):
        return text
    return ""


def _suffixes(files: Iterable[str]) -> Iterator[str]:
    for path in files:
        name = path.rpartition("/")[2]
        stem, dot, suffix = name.rpartition(".")
        yield f".{suffix}" if dot and stem and suffix else name


def _keep(kept: dict[_Key, _Kept], key: _Key, value: _Kept, most: int) -> None:
    """Keep a value; of more than so many, the oldest goes."""
    kept[key] = value
    if len(kept) > most:
        del kept[next(iter(kept))]


def _says_reglint(data: bytes | Diagnostic) -> bool:
    return isinstance(data, bytes) and b"reglint" in data
