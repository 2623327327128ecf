"""How far a long piece of work has come: whoever does it tells, whoever watches listens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Told: TypeAlias = Callable[[int, int], None]
"""How many are done, of how many."""


def silent(_done: int, _total: int) -> None:
    """Tell nobody."""
