"""`attestations:` of a platform file as they are written: who vouches for which fact, by what, until when."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reglint.documents.credentials import mask_credentials
from reglint.documents.node import Node
from reglint.facts.fact_path import Step, fault_of, parse_path
from reglint.facts.leaf import did_you_mean
from reglint.model.diagnostic import Diagnostic
from reglint.model.fact import Attestation, Unknown
from reglint.model.place import Place
from reglint.model.quantity import parse_date
from reglint.model.schema import ObjectType
from reglint.model.verdict import Reason

FIELDS = ("fact", "evidence", "sha256", "by", "on", "expires")
"""All of them are wanted."""

_DAYS = frozenset({"on", "expires"})
_DIGEST = re.compile(r"[0-9a-fA-F]{64}")


@dataclass(frozen=True, slots=True)
class Claim:
    """An attestation of the facts at a path. `spoilt` is why nothing rests on it, where it is faulty itself.

    `file` is the evidence as it is written, `sha256` its digest in lower case; `places` has the place of each
    field that is there.
    """

    fact: str
    steps: tuple[Step, ...]
    attestation: Attestation
    file: str
    sha256: str
    places: Mapping[str, Place]
    spoilt: Unknown | None = None


@dataclass(frozen=True, slots=True)
class Claims:
    """The attestations whose fact there can be, and what is wrong with any."""

    claims: tuple[Claim, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def read_attestations(root: Node, schema: ObjectType) -> Claims:
    """The attestations of a platform file by the schema of facts; a fault is a diagnostic at its place."""
    listed = root.value.get("attestations") if isinstance(root.value, Mapping) else None
    if listed is None or listed.value is None:
        return Claims(())
    if not isinstance(listed.value, tuple):
        return Claims((), (_fault(listed, f"attestations is a list; {_write()}"),))
    faults: list[Diagnostic] = []
    claims: dict[str, Claim] = {}
    for item in listed.value:
        claim = _claim(item, schema, faults)
        if claim is not None and claims.setdefault(claim.fact, claim) is not claim:
            faults.append(_fault(item, f"{claim.fact} is attested twice; keep the one that holds"))
    return Claims(tuple(claims.values()), tuple(faults))


def _claim(item: Node, schema: ObjectType, faults: list[Diagnostic]) -> Claim | None:
    """The claim of one entry; None where it is not known what it speaks of."""
    if not isinstance(item.value, Mapping):
        faults.append(_fault(item, f"an attestation is a mapping; {_write()}"))
        return None
    faults += _strangers(item.value)
    texts = {name: _text(item.value.get(name)) for name in FIELDS}
    wrong = dict(_wrong(item, texts))
    faults += wrong.values()
    fact = texts["fact"]
    steps = parse_path(fact) if "fact" not in wrong else None
    if steps is None:
        return None
    fault = fault_of(steps, schema)
    if fault:
        faults.append(_fault(item.value["fact"], fault, code="unknown-fact"))
        return None
    places = {name: node.place() for name, node in item.value.items()}
    return Claim(
        fact,
        steps,
        _attestation(texts, item),
        texts["evidence"],
        texts["sha256"].lower(),
        places,
        _spoilt(wrong),
    )


def _strangers(fields: Mapping[str, Node]) -> Iterator[Diagnostic]:
    for key, node in fields.items():
        if key not in FIELDS and not key.startswith("x-"):
            message = f'unknown key "{mask_credentials(key)}"{did_you_mean(key, list(FIELDS))}'
            place = node.key_place()
            yield Diagnostic("attestation", message, place.path, place.line, place.column)


def _wrong(item: Node, texts: Mapping[str, str]) -> Iterator[tuple[str, Diagnostic]]:
    """A fault for each field that is missing or malformed, by the field."""
    fields = item.value if isinstance(item.value, Mapping) else {}
    for name, text in texts.items():
        fault = _fault_of_text(name, text) if name in fields else f"{name} is missing; {_write()}"
        if fault:
            yield name, _fault(fields.get(name, item), fault)
    on, expires = (_day(texts[name]) for name in ("on", "expires"))
    if on and expires and expires < on:
        yield "expires", _fault(fields["expires"], f"{expires} is before {on}, the day of the attestation")


def _fault_of_text(name: str, text: str) -> str:
    if not text:
        return f"{name} is one text; {_write()}"
    if name in _DAYS and _day(text) is None:
        return f'"{mask_credentials(text)}" is no day; write {name}: 2026-03-01'
    if name == "sha256" and not _DIGEST.fullmatch(text):
        return "a SHA-256 is 64 hexadecimal digits; write what sha256sum says of the evidence"
    if name == "fact" and parse_path(text) is None:
        return f'"{mask_credentials(text)}" is no name of a fact; write incident.plan'
    return ""


def _spoilt(wrong: Mapping[str, Diagnostic]) -> Unknown | None:
    """A malformed day is one that is over; without the rest there is no evidence."""
    if _DAYS & wrong.keys():
        return Unknown(Reason.EXPIRED, "the days of its attestation are not clear")
    return Unknown(Reason.EVIDENCE, "its attestation is incomplete") if wrong else None


def _attestation(texts: Mapping[str, str], item: Node) -> Attestation:
    return Attestation(
        mask_credentials(texts["by"]),
        mask_credentials(texts["evidence"]),
        _day(texts["on"]),
        _day(texts["expires"]),
        item.place(),
    )


def _day(text: str) -> dt.date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _text(node: Node | None) -> str:
    """What is written, as text: a digest of digits alone is a number to YAML."""
    return node.text.strip() if node is not None else ""


def _write() -> str:
    return "write {fact: incident.plan, evidence: docs/plan.pdf, sha256: …, by: …, on: …, expires: …}"


def _fault(node: Node, message: str, *, code: str = "attestation") -> Diagnostic:
    place = node.place()
    return Diagnostic(code, message, place.path, place.line, place.column)
