"""Where packs are: those that are shipped, and folders that the caller names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from reglint.documents.shipped import shipped

PACK_FILE = "pack.yaml"
MAX_DEPTH = 8
"""How deep the folders of a pack may nest."""


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file's bytes, and the path by which it is shown."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class PackFolder:
    """A folder with a pack.yaml. `path` is how the folder is shown; `trust` is shipped or local-path."""

    root: Traversable
    path: str
    trust: str


def shipped_packs() -> tuple[PackFolder, ...]:
    """The packs that come with reglint, by name."""
    folders = sorted(shipped("rules").iterdir(), key=lambda folder: folder.name)
    return tuple(
        PackFolder(folder, f"rules/{folder.name}", "shipped")
        for folder in folders
        if folder.joinpath(PACK_FILE).is_file()
    )


def local_pack(folder: Path) -> PackFolder:
    """The pack that a caller names by its folder. Whether there is one shows when it is loaded."""
    return PackFolder(folder, folder.as_posix(), "local-path")


def shipped_law() -> Iterator[NamedFile]:
    """The files of mappings/instruments, by name."""
    for name, data in files_in(shipped("mappings", "instruments")).items():
        yield NamedFile(f"mappings/instruments/{name}", data)


def shipped_mappings(*names: str) -> Mapping[str, NamedFile]:
    """The files in mappings/ with these names, under them."""
    return {name: NamedFile(f"mappings/{name}", shipped("mappings", name).read_bytes()) for name in names}


def files_in(folder: Traversable) -> Mapping[str, bytes]:
    """The bytes of the files under a folder by relative name, sorted, but for hidden files and links."""
    return dict(sorted((name, file.read_bytes()) for name, file in _files(folder, "", MAX_DEPTH)))


def digest(files: Mapping[str, bytes]) -> str:
    """`sha256:…` over the sorted names and bytes, each after its length, so that none runs into the next.

    >>> digest({})
    'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
    """
    total = hashlib.sha256()
    for name, data in sorted(files.items()):
        for part in (name.encode(), data):
            total.update(len(part).to_bytes(8, "big"))
            total.update(part)
    return f"sha256:{total.hexdigest()}"


def _files(folder: Traversable, prefix: str, depth: int) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.name.startswith(".") or (isinstance(entry, Path) and entry.is_symlink()):
            continue
        if entry.is_file():
            yield prefix + entry.name, entry
        elif depth > 0:
            yield from _files(entry, f"{prefix}{entry.name}/", depth - 1)
