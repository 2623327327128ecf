"""How much a reader takes from a stranger before it refuses."""

from __future__ import annotations

from dataclasses import dataclass

MAX_DIGITS = 18  # what a signed 64-bit integer holds in full, whatever the digits
MAX_EVIDENCE = 256 * 1024 * 1024  # what is read of a file that an attestation names


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one file may be: its size in bytes, how deep it nests, how many values it holds.

    A value counts once for each place where an alias repeats it, and once more for every 256 code points of
    its pointer: long names above many values cost as much memory as the values themselves.
    """

    bytes: int = 4 * 1024 * 1024
    depth: int = 64
    nodes: int = 400_000


DEFAULT_LIMITS = Limits()
