"""The catalogue: the law, roles, controls and systems that rules of every pack refer to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from reglint.documents.node import Node
from reglint.law.consistent import repeated
from reglint.law.instruments import parse_instrument, text_of
from reglint.law.role_file import parse_roles
from reglint.law.roles import RoleTable
from reglint.law.spelling import did_you_mean
from reglint.law.validate import locator, member, read_entries, said_at
from reglint.model.diagnostic import Diagnostic
from reglint.model.law import Instrument
from reglint.packs.find import NamedFile
from reglint.packs.pack import Catalogue, Control, System
from reglint.packs.schema import ControlsFile, SystemsFile
from reglint.packs.texts import read_document

Faults: TypeAlias = tuple[Diagnostic, ...]


def read_catalogue(law: Iterable[NamedFile], mappings: Mapping[str, NamedFile]) -> tuple[Catalogue, Faults]:
    """The catalogue out of the files of instruments and of roles.yaml, systems.yaml and controls.yaml.

    `mappings` has these three under their names. What is wrong in one of them costs no other.
    """
    instruments, law_faults = read_instruments(law)
    roles, role_faults = read_roles(mappings["roles.yaml"], instruments)
    systems, system_faults = read_systems(mappings["systems.yaml"])
    controls, control_faults = read_controls(mappings["controls.yaml"], systems)
    catalogue = Catalogue(instruments, roles, controls, systems)
    return catalogue, (*law_faults, *role_faults, *system_faults, *control_faults)


def read_instruments(files: Iterable[NamedFile]) -> tuple[Mapping[str, Instrument], Faults]:
    """Instruments by id. The same file twice is one; two files that differ over one id are a fault."""
    instruments: dict[str, Instrument] = {}
    origins: dict[str, NamedFile] = {}
    faults: list[Diagnostic] = []
    for file in files:
        root, unread = read_document(file)
        instrument, wrong = parse_instrument(root, file.path) if root else (None, ())
        faults += [*unread, *wrong]
        if root is None or instrument is None:
            continue
        instruments.setdefault(instrument.id, instrument)
        first = origins.setdefault(instrument.id, file)
        if first.data != file.data:
            faults.append(_conflict(instrument.id, first, root, file))
    return instruments, tuple(faults)


def read_roles(file: NamedFile, instruments: Mapping[str, Instrument]) -> tuple[RoleTable, Faults]:
    """The roles by jurisdiction and id."""
    root, unread = read_document(file)
    roles, faults = parse_roles(root, file.path, instruments) if root else ({}, ())
    return roles, (*unread, *faults)


def read_systems(file: NamedFile) -> tuple[Mapping[str, System], Faults]:
    """The systems by id."""
    root, unread = read_document(file)
    if root is None:
        return {}, unread
    entries = read_entries(SystemsFile, root, file.path, entries="systems")
    found = entries.model.systems if entries.model else []
    systems = {entry.id: System(entry.id, text_of(entry.title), entry.seed) for entry in found}
    return systems, (*unread, *entries.diagnostics, *_repeated(entries.nodes, file.path))


def read_controls(file: NamedFile, systems: Mapping[str, System]) -> tuple[Mapping[str, Control], Faults]:
    """The controls by id; each is of a system that is there."""
    root, unread = read_document(file)
    if root is None:
        return {}, unread
    entries = read_entries(ControlsFile, root, file.path, entries="controls")
    controls = {
        entry.id: Control(entry.id, entry.system, text_of(entry.title), text_of(entry.objective))
        for entry in (entries.model.controls if entries.model else [])
    }
    strangers = (
        fault
        for node in entries.nodes
        for fault in _unknown_system(member(node, "system"), file.path, systems)
    )
    return controls, (*unread, *entries.diagnostics, *_repeated(entries.nodes, file.path), *strangers)


def _conflict(name: str, first: NamedFile, root: Node, file: NamedFile) -> Diagnostic:
    message = f'"{name}" says something else in {first.path}.'
    hint = "Make the two files the same, or give this one another id."
    return said_at(locator(root, file.path)("/id"), "instrument-conflict", message, hint)


def _repeated(entries: tuple[Node, ...], path: str) -> Iterator[Diagnostic]:
    ids = (member(entry, "id") for entry in entries)
    return repeated((identity.text, identity.place(path)) for identity in ids)


def _unknown_system(system: Node, path: str, systems: Mapping[str, System]) -> Iterator[Diagnostic]:
    if system.text not in systems:
        message = f'There is no system "{system.text}".'
        yield said_at(system.place(path), "unknown-system", message, did_you_mean(system.text, systems))
