"""What is costly to read, kept between runs in the user's cache folder, as JSON.

An entry is worth something only to the very bytes that it was made from and to the version of reglint that
made it: a stale, damaged or unreadable one is made anew, and where none can be written reglint works without.
JSON can hold nothing that runs.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from reglint import __version__

Plain: TypeAlias = object
"""Data of JSON: dicts with texts for keys, lists, texts, whole numbers, true, false, null."""

_PRIVATE = 0o700


def cache_folder(environment: Mapping[str, str]) -> Path | None:
    """Where the user's caches are; None where the environment does not say.

    Source: XDG Base Directory Specification, `XDG_CACHE_HOME`; LOCALAPPDATA is its like on Windows.

    >>> str(cache_folder({"HOME": "/home/a", "XDG_CACHE_HOME": "no/absolute/path"}))
    '/home/a/.cache/reglint'
    """
    home = environment.get("HOME", "")
    named = (
        environment.get("XDG_CACHE_HOME", ""),
        environment.get("LOCALAPPDATA", ""),
        home and f"{home}/.cache",
    )
    absolute = (Path(one) for one in named if one and Path(one).is_absolute())
    return next((folder / "reglint" for folder in absolute), None)


def key_of(files: Iterable[tuple[str, bytes]]) -> str:
    """The digest of files by name, and of the version of reglint that reads them."""
    digest = hashlib.sha256(__version__.encode())
    for name, data in files:
        digest.update(f"\n{name} {len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()


def kept(folder: Path | None, name: str, key: str, make: Callable[[], Plain]) -> Plain:
    """What `make` gives, from the entry of that name where it has the key, else made and kept."""
    file = None if folder is None else folder / f"{name}.json"
    found = None if file is None else _read(file, key)
    if found is None:
        found = make()
        if file is not None:
            _write(file, key, found)
    return found


def _read(file: Path, key: str) -> Plain | None:
    """What an entry holds; None where there is none, or one of another key, or a damaged one."""
    try:
        head, _, body = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    return json.loads(body) if head == _head(key, body) else None


def _write(file: Path, key: str, found: Plain) -> None:
    """Keep it as a whole or not at all, beside other runs that may do the same."""
    body = json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    with contextlib.suppress(OSError):
        file.parent.mkdir(_PRIVATE, parents=True, exist_ok=True)
        part.write_bytes(_head(key, body) + b"\n" + body)
        part.replace(file)
    with contextlib.suppress(OSError):
        part.unlink(missing_ok=True)


def _head(key: str, body: bytes) -> bytes:
    """The first line of an entry: what it was made from, and what it is to hold."""
    return f"{key} {hashlib.sha256(body).hexdigest()}".encode()
