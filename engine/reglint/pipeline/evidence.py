"""The files that attestations name: their digests, inside the project alone."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from reglint.documents.limits import MAX_EVIDENCE
from reglint.facts.attest import Evidence

_CHUNK = 1 << 20


def evidence_in(root: Path, name: str, *, limit: int = MAX_EVIDENCE) -> Evidence:
    """What is at a path of a project: the SHA-256 of a regular file, or why there is none.

    A path or a link that leads out of the project is refused. No more than `limit` bytes are read, and what
    is no regular file is not opened: a pipe would never end.
    """
    inside = Path(os.path.realpath(root))
    target = Path(os.path.realpath(inside / name.replace("\0", "")))
    if "\0" in name or target == inside or not target.is_relative_to(inside):
        return Evidence(fault="evidence is a path below the platform file's folder", refused=True)
    try:
        return _seen(target, limit)
    except FileNotFoundError:
        return Evidence()
    except OSError as fault:
        return Evidence(fault=f"it can't be read: {fault.strerror}")


def _seen(target: Path, limit: int) -> Evidence:
    facts = target.stat()
    if not stat.S_ISREG(facts.st_mode):
        return Evidence(fault="it is no regular file")
    if facts.st_size > limit:
        return Evidence(fault=f"it has more than {limit:,} bytes and is not read")
    digest = hashlib.sha256()
    with target.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return Evidence(digest.hexdigest())
