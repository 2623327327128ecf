"""A pack with its files in memory: who it is, and which of its files hold rules and law."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from reglint import __version__
from reglint.documents.node import Node
from reglint.law.validate import locator, read_entries, said_at
from reglint.model.assessment import PackUsed
from reglint.model.diagnostic import Diagnostic, Level
from reglint.packs.find import PACK_FILE, NamedFile, PackFolder, digest, files_in
from reglint.packs.schema import PackFile
from reglint.packs.texts import read_document

_YAML = {".yaml", ".yml"}
_MAYBE_RULES = {*_YAML, ".json"}


@dataclass(frozen=True, slots=True)
class OpenPack:
    """A pack whose pack.yaml is sound. `rules` and `law` are its files of rules and of instruments.

    `stands_in` is the path of its pack.yaml where it takes the place of a shipped pack, else empty.
    """

    used: PackUsed
    jurisdiction: str
    rules: tuple[NamedFile, ...]
    law: tuple[NamedFile, ...]
    stands_in: str = ""


def open_pack(folder: PackFolder) -> tuple[OpenPack | None, tuple[Diagnostic, ...]]:
    """The pack in a folder, and what is wrong with its pack.yaml. Without a sound one there is no pack."""
    if not folder.root.joinpath(PACK_FILE).is_file():
        hint = f"Name the folder that {PACK_FILE} is in."
        return None, (Diagnostic("no-pack", f"{folder.path} has no {PACK_FILE}.", folder.path, hint=hint),)
    files = files_in(folder.root)
    manifest = NamedFile(f"{folder.path}/{PACK_FILE}", files[PACK_FILE])
    root, unread = read_document(manifest)
    if root is None:
        return None, unread
    entries = read_entries(PackFile, root, manifest.path)
    faults = (*unread, *entries.diagnostics, *_unmet(entries.model, root, manifest.path))
    if entries.model is None or any(fault.level is Level.ERROR for fault in faults):
        return None, faults
    opened = _opened(entries.model, folder, files)
    return opened, (*faults, *_astray(opened, entries.model, folder, files))


def _astray(
    opened: OpenPack, pack: PackFile, folder: PackFolder, files: Mapping[str, bytes]
) -> Iterator[Diagnostic]:
    """A warning where a local pack brings no rules though a file of it might hold some."""
    if opened.rules or folder.trust == "shipped":
        return
    apart = (f"{pack.instruments}/", f"{pack.cases}/", PACK_FILE)
    likely = (name for name in files if PurePosixPath(name).suffix in _MAYBE_RULES)
    name = next((name for name in likely if not name.startswith(apart)), None)
    if name is not None:
        message = "The pack has no rules: this file is not read."
        hint = f"Put its rules into YAML files beside {PACK_FILE} or in its folder rules/."
        yield Diagnostic("no-rules", message, f"{folder.path}/{name}", hint=hint, level=Level.WARNING)


def _unmet(pack: PackFile | None, root: Node, path: str) -> Iterator[Diagnostic]:
    """A fault where the pack needs a later reglint than this."""
    wanted = pack.requires.reglint if pack and pack.requires else None
    if wanted is not None and _numbers(__version__) < _numbers(wanted.removeprefix(">=")):
        message = f"The pack needs reglint {wanted}, and this is {__version__}."
        yield said_at(
            locator(root, path)("/requires/reglint"), "needs-later", message, "Install a later reglint."
        )


def _numbers(version: str) -> tuple[int, ...]:
    """The numbers of a version, without the zeros at its end: 1.2 and 1.2.0 are one."""
    numbers = [int(part) for part in version.split(".") if part.isdecimal()]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def _opened(pack: PackFile, folder: PackFolder, files: Mapping[str, bytes]) -> OpenPack:
    used = PackUsed(pack.id, pack.version, digest(files), folder.trust)
    return OpenPack(
        used,
        pack.jurisdiction,
        rules=tuple(_named(folder, files, {"", "rules"})),
        law=tuple(_named(folder, files, {pack.instruments})),
    )


def _named(folder: PackFolder, files: Mapping[str, bytes], parents: set[str]) -> Iterator[NamedFile]:
    """The YAML files, but pack.yaml, that lie in one of the folders."""
    for name, data in files.items():
        path = PurePosixPath(name)
        parent = "" if path.parent == PurePosixPath() else path.parent.as_posix()
        if path.suffix in _YAML and parent in parents and name != PACK_FILE:
            yield NamedFile(f"{folder.path}/{name}", data)
