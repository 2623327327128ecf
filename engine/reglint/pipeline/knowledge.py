"""What a check knows before it sees a platform: the facts there can be, the sources, the packs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reglint.facts.shipped import Vocabulary, shipped_vocabulary
from reglint.packs import load
from reglint.packs.pack import Packs


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The vocabulary of facts and the rules that are written in it, the same for every platform and day."""

    vocabulary: Vocabulary
    packs: Packs


def load_knowledge(local: Iterable[Path] = ()) -> Knowledge:
    """What is shipped, and the packs in local folders besides."""
    vocabulary = shipped_vocabulary()
    return Knowledge(vocabulary, load.load_packs(vocabulary.schema, local=local))


def load_packs(local: Iterable[Path] = ()) -> Packs:
    """The shipped packs and those in local folders: rules, the law they stand on, and what is wrong."""
    return load_knowledge(local).packs
