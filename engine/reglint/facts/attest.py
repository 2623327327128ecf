"""Attestations over declared facts: what somebody vouches for, on a day; what has ended is unknown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from reglint.facts.attestations import Claim, Claims
from reglint.facts.fact_path import changed_at, found_at
from reglint.facts.merge import walk
from reglint.model.diagnostic import Diagnostic, Level
from reglint.model.fact import Attestation, Fact, FactTree, Record, Series, Unknown
from reglint.model.schema import FactType, ListType, ObjectType
from reglint.model.verdict import Basis, Reason

OTHER_FILE = "the evidence is not the file that was attested"
UNSEEN = "the evidence can't be read"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file that an attestation names: its SHA-256, "" where it is not there; `fault` why it can't be read.

    `refused`: the name itself is none that is followed.
    """

    sha256: str = ""
    fault: str = ""
    refused: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    """A claim, and why nothing rests on it, if nothing does."""

    claim: Claim
    doubt: Unknown | None

    @property
    def attestation(self) -> Attestation | None:
        """The attestation where it holds."""
        return self.claim.attestation if self.doubt is None else None

    def speaks_of(self, tree: Fact | Series) -> bool:
        """Whether it is said in the file that attests it: what the command line says has no evidence."""
        own = self.claim.attestation.place
        return tree.place is not None and own is not None and tree.place.path == own.path


Look: TypeAlias = Callable[[str], Evidence]
"""The path of evidence, as written → what is there."""


def attest(
    facts: Record, claims: Claims, schema: ObjectType, *, day: dt.date, look: Look
) -> tuple[Record, tuple[Diagnostic, ...]]:
    """The declared facts as they are vouched for on a day, and what is wrong with the attestations.

    What a valid attestation names is attested, with all below it. What one names that has ended, has not
    begun, or whose evidence is another file than it was, is unknown. Where two speak of a fact, the one that
    names it more closely counts. That an element of a list is there, and which one it is, stays as declared.
    """
    diagnostics: list[Diagnostic] = list(claims.diagnostics)
    tree = facts
    for claim in sorted(claims.claims, key=lambda one: -len(one.steps)):
        if not any(map(_says_something, found_at(facts, claim.steps))):
            diagnostics.append(_fault(claim, "fact", f"{claim.fact} is not said in this file", Level.ERROR))
            continue
        doubt = _doubt_of_days(claim, day) if claim.spoilt is None else claim.spoilt
        if doubt is None:
            evidence = look(claim.file)
            doubt = _doubt_of_evidence(claim, evidence)
            diagnostics += _told_of_evidence(claim, evidence)
        elif claim.spoilt is None:
            diagnostics.append(_fault(claim, "expires", f"{claim.fact}: {doubt.detail}"))
        tree = _vouched(tree, schema, claim, doubt)
    return tree, tuple(diagnostics)


def _vouched(tree: Record, schema: ObjectType, claim: Claim, doubt: Unknown | None) -> Record:
    def change(inner: FactTree, kind: FactType, identity: tuple[str, ...]) -> FactTree:
        return _marked(inner, kind, _Word(claim, doubt), identity)

    changed = changed_at(tree, schema, claim.steps, change)
    return changed if isinstance(changed, Record) else tree


def _marked(tree: FactTree, kind: FactType, word: _Word, identity: tuple[str, ...] = ()) -> FactTree:
    if isinstance(tree, Fact):
        return _leaf(tree, word)
    if isinstance(tree, Record):
        return replace(
            tree, fields=_fields(tree, kind, word, identity), attested=tree.attested or word.attestation
        )
    if not tree.items and word.doubt is not None and word.speaks_of(tree):
        return Fact(tree.name, word.doubt, Basis.ATTESTED, tree.place, attested=word.claim.attestation)
    inner, names = (kind.item, kind.identity) if isinstance(kind, ListType) else (kind, ())
    items = tuple(_marked(item, inner, word, names) for item in tree.items)
    return replace(tree, items=items, attested=tree.attested or word.attestation)


def _fields(record: Record, kind: FactType, word: _Word, identity: tuple[str, ...]) -> dict[str, FactTree]:
    """The fields of a record, marked; in doubt its identity is kept, which says what is in doubt."""
    kinds = kind.fields if isinstance(kind, ObjectType) else {}
    kept = identity if word.doubt is not None else ()
    return {
        name: inner if name in kept else _marked(inner, kinds.get(name, kind), word)
        for name, inner in record.fields.items()
    }


def _leaf(fact: Fact, word: _Word) -> Fact:
    if isinstance(fact.value, Unknown) or fact.attested is not None or not word.speaks_of(fact):
        return fact
    said = replace(fact, basis=Basis.ATTESTED, attested=word.claim.attestation)
    return said if word.doubt is None else replace(said, value=word.doubt, shown="")


def _says_something(tree: FactTree) -> bool:
    if isinstance(tree, Series) and not tree.items:
        return True
    return any(
        not isinstance(fact.value, Unknown) or fact.value.reason is not Reason.NULL for fact in walk(tree)
    )


def _doubt_of_days(claim: Claim, day: dt.date) -> Unknown | None:
    on, expires = claim.attestation.on, claim.attestation.expires
    if expires is not None and day > expires:
        return Unknown(Reason.EXPIRED, f"its attestation ended on {expires}")
    if on is not None and day < on:
        return Unknown(Reason.FUTURE, f"its attestation begins on {on}")
    return None


def _doubt_of_evidence(claim: Claim, evidence: Evidence) -> Unknown | None:
    if evidence.fault:
        return Unknown(Reason.EVIDENCE, UNSEEN)
    if evidence.sha256 and evidence.sha256 != claim.sha256:
        return Unknown(Reason.EVIDENCE, OTHER_FILE)
    return None


def _told_of_evidence(claim: Claim, evidence: Evidence) -> Iterator[Diagnostic]:
    name = claim.attestation.evidence
    if evidence.fault:
        level = Level.ERROR if evidence.refused else Level.WARNING
        yield _fault(claim, "evidence", f"{name}: {evidence.fault}", level)
    elif not evidence.sha256:
        yield _fault(
            claim, "evidence", f"{name} is not there: the attestation stands, its evidence is not seen"
        )
    elif evidence.sha256 != claim.sha256:
        yield _fault(
            claim, "sha256", f"{name} is another file than was attested: its SHA-256 is {evidence.sha256}"
        )


def _fault(claim: Claim, field: str, message: str, level: Level = Level.WARNING) -> Diagnostic:
    place = claim.places[field]
    return Diagnostic("attestation", message, place.path, place.line, place.column, level=level)
