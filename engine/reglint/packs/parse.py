"""Rules from their files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from reglint.documents.lookup import walk
from reglint.documents.node import Node
from reglint.language.syntax import Expression
from reglint.law.instruments import text_of
from reglint.law.validate import member, read_entries, said_at
from reglint.model.diagnostic import Diagnostic, Level
from reglint.model.place import Place
from reglint.model.rule import Rule
from reglint.model.schema import ObjectType
from reglint.packs.expressions import read_expression
from reglint.packs.pack import LoadedRule
from reglint.packs.schema import InForceEntry, RuleEntry, RulesFile

Faults: TypeAlias = tuple[Diagnostic, ...]
Read: TypeAlias = Callable[[Node], tuple[Expression | None, Faults]]

_ALSO_WRITTEN_IN = {"jp": "ja"}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where rules come from: the text of their file, "" if it isn't known, and whether reglint ships them."""

    text: str = ""
    shipped: bool = False


_UNTOLD = Origin()


def parse_rules(
    root: Node, path: str, *, jurisdiction: str, schema: ObjectType, origin: Origin = _UNTOLD
) -> tuple[tuple[LoadedRule, ...], Faults]:
    """The sound rules of a document, in its order, and everything that is wrong with it.

    A rule is sound here by itself: its shape, its texts, and the types of its expressions. What it says of
    law, roles and controls is for `reference_faults`. A shipped rule may not ask in `when` whether a fact is
    there: it would be switched off where the fact is missing.
    """
    read = partial(read_expression, path=path, schema=schema, text=origin.text)
    presence = Level.ERROR if origin.shipped else Level.WARNING
    entries = read_entries(RulesFile, root, path, entries="rules")
    rules: list[LoadedRule] = []
    faults = list(entries.diagnostics)
    if entries.model is not None:
        for entry, node in zip(entries.model.rules, entries.nodes, strict=True):
            rule = _rule(entry, entries.model.instrument, jurisdiction, _places(node, path))
            loaded, found = _loaded(rule, node, read, partial(read, presence=presence))
            rules.extend(loaded)
            faults.extend(found)
    return tuple(rules), tuple(faults)


def _rule(entry: RuleEntry, instrument: str, jurisdiction: str, places: Mapping[str, Place]) -> Rule:
    days = entry.in_force or InForceEntry()
    return Rule(
        id=entry.id,
        jurisdiction=jurisdiction,
        instrument=instrument,
        title=text_of(entry.title),
        cites=tuple(entry.cites),
        binds=tuple(entry.binds),
        control=entry.control,
        severity=entry.severity,
        says=entry.says,
        assertion=entry.assertion,
        because=text_of(entry.because),
        remedy=text_of(entry.remedy),
        when=entry.when,
        reading=text_of(entry.reading),
        method=entry.method,
        status=entry.status,
        rows=tuple(entry.rows),
        since=days.since,
        until=days.until,
        replaces=entry.replaces,
        aliases=tuple(entry.aliases),
        mandatory=entry.mandatory,
        places=places,
    )


def _places(entry: Node, path: str) -> Mapping[str, Place]:
    """The place of the rule under "", of what is in it under `assert`, `cites/0`, `title/en` and so on."""
    start = len(entry.pointer) + 1
    return {node.pointer[start:]: node.place(path) for _, node in walk(entry)}


def _loaded(rule: Rule, entry: Node, read: Read, read_when: Read) -> tuple[tuple[LoadedRule, ...], Faults]:
    """The rule with its expressions, or nothing where one of them or one of its texts is faulty."""
    assertion, faults = read(member(entry, "assert"))
    when, more = read_when(member(entry, "when")) if rule.when else (None, ())
    faults = (*faults, *more, *_unwritten(rule))
    wrong = any(fault.level is Level.ERROR for fault in faults)
    return (() if wrong or assertion is None else (LoadedRule(rule, when, assertion),)), faults


def _unwritten(rule: Rule) -> Iterator[Diagnostic]:
    """A fault for every text that is not in the language of the rule's jurisdiction too."""
    language = _ALSO_WRITTEN_IN.get(rule.jurisdiction)
    texts = {"title": rule.title, "because": rule.because, "remedy": rule.remedy, "reading": rule.reading}
    for name, text in texts.items():
        if language and text and language not in text:
            message = f'"{name}" is not written in "{language}".'
            hint = f"Rules of {rule.jurisdiction} have it besides en and zh: write {language}: …."
            yield said_at(rule.places[name], "missing-text", message, hint)
