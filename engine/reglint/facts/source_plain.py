"""Sources from plain data that has been checked: what `source_schema` gives, and the cache keeps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from reglint.documents.select import Selector
from reglint.facts.source import Counted, Extraction, Match, Setting, Source
from reglint.facts.where import QUESTIONS

Checked: TypeAlias = Mapping[str, Any]
"""Every field of a source file, of the types that `source_schema` has for it; lists for tuples."""


def source_of(said: Checked) -> Source:
    """The source that checked data describes. Its selectors are known to be sound."""
    return Source(
        id=said["id"],
        title=said["title"],
        reads=tuple(said["reads"]),
        matches=tuple(_match(one) for one in said["match"]),
        extractions=tuple(_extraction(one) for one in said["facts"]),
        counted=_counted(said["counts"]),
        view=said["view"],
        placeholders=said["placeholders"],
        profiles=said["profiles"],
        readers=said["readers"],
    )


def _counted(said: Checked | None) -> Counted:
    if said is None:
        return Counted()
    return Counted(_selectors(said["each"]), _selectors(said["through"]), said["kind"] == "key")


def _match(said: Checked) -> Match:
    return Match(
        names=tuple(said["names"]),
        exceptions=tuple(said["exceptions"]),
        has=_selectors(said["has"]),
        lacks=_selectors(said["lacks"]),
        contains=tuple(said["contains"]),
        surely=tuple(said["surely"]),
    )


def _extraction(said: Checked) -> Extraction:
    return Extraction(
        each=_selectors(said["each"]),
        into=said["into"],
        settings={name: _setting(one) for name, one in said["settings"].items()},
        named=tuple(said["named"]),
        unless=_selectors(said["unless"]),
        where=QUESTIONS.get(said["where"]),
    )


def _setting(said: Checked) -> Setting:
    return Setting(
        selectors=_selectors(said["selectors"]),
        conversion=said["conversion"],
        constant=said["value"],
        default=said["absent"],
        doc=said["doc"],
        unsaid=said["unsaid"],
    )


def _selectors(texts: Iterable[str]) -> tuple[Selector, ...]:
    return tuple(Selector(text) for text in texts)
