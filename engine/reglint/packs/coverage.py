"""Which systems of the domain the law of each jurisdiction is encoded for, and why not where it is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from reglint.documents.node import Node
from reglint.law.cite import unknown_provision
from reglint.law.instruments import text_of
from reglint.law.spelling import did_you_mean
from reglint.law.validate import member, read_entries, said_at
from reglint.model.diagnostic import Diagnostic
from reglint.model.rule import Status
from reglint.model.text import Text
from reglint.packs.find import NamedFile
from reglint.packs.pack import Packs, System
from reglint.packs.schema import CoverageEntry, CoverageFile
from reglint.packs.texts import read_document


@dataclass(frozen=True, slots=True)
class Cell:
    """A system in a jurisdiction: active rules, drafts, provisions that are named, the reason for no rule."""

    rules: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    reason: Text = field(default_factory=dict)

    @property
    def is_open(self) -> bool:
        """Whether nothing is there and nobody says why."""
        return not (self.rules or self.provisions or self.reason)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every system, in the order of the list, with its cell in each jurisdiction."""

    jurisdictions: tuple[str, ...]
    rows: tuple[tuple[System, Mapping[str, Cell]], ...]


def coverage(packs: Packs, file: NamedFile) -> tuple[Coverage, tuple[Diagnostic, ...]]:
    """The coverage of the packs, with what mappings/coverage.yaml says of cells; and what is wrong in it."""
    root, unread = read_document(file)
    if root is None:
        return _coverage(packs, ()), unread
    entries = read_entries(CoverageFile, root, file.path, entries="cells")
    said = tuple(entries.model.cells) if entries.model else ()
    found = _coverage(packs, said)
    strange = (fault for node in entries.nodes for fault in _strangers(node, file.path, packs))
    return found, (*unread, *entries.diagnostics, *strange, *_needless(entries.nodes, file.path, found))


def _coverage(packs: Packs, said: Iterable[CoverageEntry]) -> Coverage:
    jurisdictions = tuple(sorted({loaded.rule.jurisdiction for loaded in packs.rules}))
    words = {(system, where): one for one in said for system in one.systems for where in one.jurisdictions}
    rows = []
    for system in packs.catalogue.systems.values():
        names = ((where, words.get((system.id, where))) for where in jurisdictions)
        rows.append((system, {where: _cell(packs, system.id, where, one) for where, one in names}))
    return Coverage(jurisdictions, tuple(rows))


def _cell(packs: Packs, system: str, jurisdiction: str, said: CoverageEntry | None) -> Cell:
    rules = [
        loaded.rule
        for loaded in packs.rules
        if loaded.rule.jurisdiction == jurisdiction
        and packs.catalogue.controls[loaded.rule.control].system == system
    ]
    return Cell(
        tuple(rule.id for rule in rules if rule.status is Status.ACTIVE),
        tuple(rule.id for rule in rules if rule.status is Status.DRAFT),
        tuple(said.provisions) if said else (),
        text_of(said.reason) if said else {},
    )


def _strangers(node: Node, path: str, packs: Packs) -> Iterator[Diagnostic]:
    """Systems and provisions that there are not."""
    systems = packs.catalogue.systems
    for one in _members(node, "systems"):
        if one.text not in systems:
            message = f'There is no system "{one.text}".'
            yield said_at(one.place(path), "unknown-system", message, did_you_mean(one.text, systems))
    for one in _members(node, "provisions"):
        if why := unknown_provision(one.text, packs.catalogue.instruments):
            yield said_at(one.place(path), "unknown-provision", why)


def _needless(nodes: Iterable[Node], path: str, found: Coverage) -> Iterator[Diagnostic]:
    """A reason for no rule where there is one."""
    cells = {system.id: cell for system, cell in found.rows}
    for node in nodes:
        for system in _members(node, "systems"):
            for where in _members(node, "jurisdictions"):
                cell = cells.get(system.text, {}).get(where.text)
                if cell is not None and cell.rules:
                    message = f"{system.text} has rules in {where.text}, {cell.rules[0]} for one."
                    hint = "Leave the system out of this reason."
                    yield said_at(system.place(path), "needless-reason", message, hint)


def _members(node: Node, name: str) -> tuple[Node, ...]:
    if not isinstance(node.value, Mapping) or name not in node.value:
        return ()
    listed = member(node, name).value
    return listed if isinstance(listed, tuple) else ()
