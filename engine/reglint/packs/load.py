"""Loading: every sound rule of every pack, with the law it stands on, and what is wrong with the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from reglint.law.validate import said_at
from reglint.model.diagnostic import Diagnostic, Level
from reglint.model.place import Place
from reglint.model.rule import Rule
from reglint.model.schema import ObjectType
from reglint.packs.catalogue import read_catalogue
from reglint.packs.find import (
    PACK_FILE,
    NamedFile,
    PackFolder,
    local_pack,
    shipped_law,
    shipped_mappings,
    shipped_packs,
)
from reglint.packs.misread import Quoted, with_quotes
from reglint.packs.opened import OpenPack, open_pack
from reglint.packs.pack import Catalogue, LoadedRule, Packs
from reglint.packs.parse import Origin, parse_rules
from reglint.packs.references import day_faults, reference_faults, sequel_faults
from reglint.packs.role_words import with_roles
from reglint.packs.texts import read_document, read_text

Faults: TypeAlias = tuple[Diagnostic, ...]


def load_packs(schema: ObjectType, *, local: Iterable[Path] = ()) -> Packs:
    """The packs that are shipped and those in local folders, read against the schema of facts.

    A local pack stands in for the shipped one with its id; where its own rules can't be read, that is said. A
    faulty rule is left out and costs no other.
    """
    packs, pack_faults = _open((*shipped_packs(), *map(local_pack, local)))
    law = (*shipped_law(), *(file for pack in packs for file in pack.law))
    mappings = shipped_mappings("roles.yaml", "systems.yaml", "controls.yaml")
    catalogue, catalogue_faults = read_catalogue(law, mappings)
    written, rule_faults = _written(packs, with_roles(schema, catalogue.roles))
    rules, unsound = _sound(written, catalogue)
    faults = (*pack_faults, *catalogue_faults, *rule_faults, *unsound)
    faults = (*faults, *_missing_rules(packs, faults))
    return Packs(
        rules=tuple(sorted(rules, key=lambda loaded: loaded.rule.id)),
        catalogue=catalogue,
        used=tuple(pack.used for pack in packs),
        diagnostics=tuple(sorted(faults, key=_by_place)),
    )


def _open(folders: tuple[PackFolder, ...]) -> tuple[tuple[OpenPack, ...], Faults]:
    """The packs by id; a local one takes the place of a shipped one, never that of a local one."""
    packs: dict[str, OpenPack] = {}
    faults: list[Diagnostic] = []
    for folder in folders:
        pack, found = open_pack(folder)
        faults += found
        if pack is None:
            continue
        earlier = packs.get(pack.used.name)
        if earlier is None:
            packs[pack.used.name] = pack
        elif earlier.used.trust == "shipped":
            packs[pack.used.name] = replace(pack, stands_in=f"{folder.path}/{PACK_FILE}")
        else:
            faults.append(_same_pack(pack, folder))
    return tuple(packs[name] for name in sorted(packs)), tuple(faults)


def _same_pack(pack: OpenPack, folder: PackFolder) -> Diagnostic:
    message = f'Two of the folders named hold a pack "{pack.used.name}".'
    return said_at(Place(f"{folder.path}/{PACK_FILE}"), "duplicate-pack", message, "Name one of them.")


def _written(packs: tuple[OpenPack, ...], schema: ObjectType) -> tuple[tuple[LoadedRule, ...], Faults]:
    """The rules of all files that are sound by themselves."""
    rules: list[LoadedRule] = []
    faults: list[Diagnostic] = []
    for pack in packs:
        for file in pack.rules:
            found, wrong = _in_file(file, pack, schema)
            rules += found
            faults += wrong
    return tuple(rules), tuple(faults)


def _in_file(file: NamedFile, pack: OpenPack, schema: ObjectType) -> tuple[tuple[LoadedRule, ...], Faults]:
    """The sound rules of a file. Of a condition that YAML misreads, nothing else is said."""
    root, unread = read_document(file)
    quoted = with_quotes(read_text(file), file.path, root)
    if quoted.faults:
        root, unread = read_document(replace(file, data=quoted.text.encode()))
    if root is None:
        return (), (*quoted.faults, *unread)
    origin = Origin(quoted.text, shipped=pack.used.trust == "shipped")
    rules, wrong = parse_rules(root, file.path, jurisdiction=pack.jurisdiction, schema=schema, origin=origin)
    faults = (fault for fault in (*unread, *wrong) if fault.line not in quoted.lines)
    return tuple(rule for rule in rules if not _misread(rule, quoted)), (*quoted.faults, *faults)


def _misread(loaded: LoadedRule, quoted: Quoted) -> bool:
    places = loaded.rule.places
    return any(places[key].line in quoted.lines for key in ("assert", "when") if key in places)


def _sound(rules: tuple[LoadedRule, ...], catalogue: Catalogue) -> tuple[tuple[LoadedRule, ...], Faults]:
    """The rules whose references are there and whose names are theirs alone."""
    written = {loaded.rule.id: loaded.rule for loaded in rules}
    names: dict[str, Place] = {}
    sound: list[LoadedRule] = []
    faults: list[Diagnostic] = []
    for loaded in rules:
        rule = loaded.rule
        found = (*reference_faults(rule, catalogue), *sequel_faults(rule, written), *_taken(rule, names))
        found = found or tuple(day_faults(loaded, catalogue.instruments))
        faults += found
        sound += () if found else (loaded,)
        for name in (rule.id, *rule.aliases):
            names.setdefault(name, rule.places["id"])
    return tuple(sound), tuple(faults)


def _taken(rule: Rule, names: dict[str, Place]) -> Iterator[Diagnostic]:
    """A fault for each name of a rule that another bears already."""
    pointers = {"id": rule.id, **{f"aliases/{i}": alias for i, alias in enumerate(rule.aliases)}}
    for pointer, name in pointers.items():
        if name in names:
            message = f'A rule "{name}" is there already, at {names[name]}.'
            yield said_at(
                rule.places[pointer], "duplicate-id", message, "Write another id; ids are never reused."
            )


def _missing_rules(packs: tuple[OpenPack, ...], faults: Faults) -> Iterator[Diagnostic]:
    """An error where rules of a shipped pack are gone, and those that stand in for them can't be read."""
    faulty = {fault.path for fault in faults if fault.level is Level.ERROR}
    for pack in packs:
        if not pack.stands_in or not (faulty & {file.path for file in pack.rules} or not pack.rules):
            continue
        what = "not all of its rules could be read" if pack.rules else "it has no file of rules"
        message = f'The pack "{pack.used.name}" stands in for the one that is shipped, and {what}.'
        yield said_at(Place(pack.stands_in), "unread-rules", message, "Mend it, or give it an id of its own.")


def _by_place(fault: Diagnostic) -> tuple[str, int, int, str]:
    return fault.path or "", fault.line, fault.column, fault.code
