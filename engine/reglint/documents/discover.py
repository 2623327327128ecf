"""The files of a project: all that git would not ignore, less what tools have made."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from reglint.documents.gitignore import NAME, Ignore, ignores_above, is_ignored, read_ignore
from reglint.documents.made import reason_to_pass, reason_to_pass_file
from reglint.model.assessment import Skipped
from reglint.model.diagnostic import Diagnostic, Level

if TYPE_CHECKING:
    from pathlib import Path

_SILENT = frozenset({".git", ".hg", ".svn"})
_LINK = "a symbolic link is not followed"
_DEVICE = "no regular file: a socket, a pipe or a device"
_CLOSED = "can't be opened"
_IGNORED = "git ignores it"
_MOST_NAMED = 20  # ignored files of one folder: more are said in one entry


@dataclass(frozen=True, slots=True)
class Discovery:
    """Files by path relative to the root, with `/`, sorted; and what was passed over, with the reason.

    What git ignores is passed over: a folder, not what is in it; many files of one folder as `logs/*`.
    `closed` has a warning for each folder that can't be opened: what may be in it is not seen.
    """

    files: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    closed: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """What was met so far. A folder still to be opened has the rules that hold in it."""

    files: list[str] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    folders: list[tuple[str, tuple[Ignore, ...]]] = field(default_factory=list)


def discover(root: Path, observe: tuple[str, ...] = ()) -> Discovery:
    """The regular files under a folder, or under those of its folders and files that `observe` names.

    Symbolic links are not followed: a link may lead out of the project, or back into it. Nothing is opened
    but folders and `.gitignore` files.
    """
    found = _Found(folders=[("", ignores_above(root))])
    while found.folders:
        _open(root, *found.folders.pop(), found)
    wanted = tuple(one.removeprefix("./").strip("/") for one in observe)
    files = sorted(path for path in found.files if _is_wanted(path, wanted))
    skipped = [one for one in (*found.skipped, *_ignored(found.ignored)) if _is_wanted(one.path, wanted)]
    skipped.sort(key=lambda one: one.path)
    closed = (one for one in skipped if one.reason.startswith(_CLOSED))
    return Discovery(tuple(files), tuple(skipped), tuple(_warning(one) for one in closed))


def _open(root: Path, folder: str, ignores: tuple[Ignore, ...], found: _Found) -> None:
    """Sort what is in a folder, whose path ends with `/` unless it is the root."""
    try:
        with os.scandir(root / folder) as scanned:
            entries = list(scanned)
    except OSError as fault:
        found.skipped.append(Skipped(folder or "/", f"{_CLOSED}: {fault.strerror}"))
        return
    names = {entry.name for entry in entries}
    own = read_ignore(root / folder / NAME, below=folder) if NAME in names else None
    rules = ignores if own is None else (*ignores, own)
    for entry in entries:
        _sort(entry, folder, names, rules, found)


def _sort(
    entry: os.DirEntry[str], folder: str, beside: set[str], rules: tuple[Ignore, ...], found: _Found
) -> None:
    path = folder + entry.name
    if entry.is_symlink():
        found.skipped.append(Skipped(path, _LINK))
    elif entry.is_dir(follow_symlinks=False):
        inner = f"{path}/"
        if entry.name in _SILENT:
            return
        reason = _IGNORED if is_ignored(inner, rules) else reason_to_pass(path, beside)
        if reason:
            found.skipped.append(Skipped(inner, reason))
        else:
            found.folders.append((inner, rules))
    elif is_ignored(path, rules):
        found.ignored.append(path)
    else:
        _sort_file(entry, path, found)


def _sort_file(entry: os.DirEntry[str], path: str, found: _Found) -> None:
    regular = entry.is_file(follow_symlinks=False)
    reason = reason_to_pass_file(entry.name) if regular else _DEVICE
    if reason:
        found.skipped.append(Skipped(path, reason))
    else:
        found.files.append(path)


def _ignored(paths: Iterable[str]) -> Iterator[Skipped]:
    """An entry for each file, or one for all of a folder where they are many."""
    for folder, members in groupby(sorted(paths, key=_folder_of), key=_folder_of):
        files = list(members)
        if len(files) > _MOST_NAMED:
            yield Skipped(f"{folder}*", f"git ignores {len(files)} files of this folder")
        else:
            yield from (Skipped(path, _IGNORED) for path in files)


def _folder_of(path: str) -> str:
    """The folder of a file, with `/` at its end; nothing for the root."""
    return path[: path.rfind("/") + 1]


def _is_wanted(path: str, wanted: tuple[str, ...]) -> bool:
    return not wanted or any(path.rstrip("/") == one or path.startswith(f"{one}/") for one in wanted)


def _warning(one: Skipped) -> Diagnostic:
    message = f"The folder {one.reason}. What may be in it is not seen."
    return Diagnostic("unreadable", message, one.path, level=Level.WARNING)
