"""reglint-waivers.yaml: what somebody answers for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from reglint.documents.node import Node
from reglint.evaluate.waiver_schema import WaiverEntry, WaiversFile
from reglint.law.validate import read_entries
from reglint.model.diagnostic import Diagnostic, Level
from reglint.model.waiver import Waiver

WAIVER_FILE = "reglint-waivers.yaml"


def read_waivers(root: Node, path: str) -> tuple[tuple[Waiver, ...], tuple[Diagnostic, ...]]:
    """The sound waivers of a file, in its order, and everything that is wrong with the others."""
    entries = read_entries(WaiversFile, root, path, entries="waivers")
    if entries.model is None:
        return (), entries.diagnostics
    read = zip(entries.model.waivers, entries.nodes, strict=True)
    waivers = tuple(_waiver(entry, node, path) for entry, node in read)
    ended = tuple(_ends_before_it_begins(one) for one in waivers if _is_backwards(one))
    return tuple(one for one in waivers if not _is_backwards(one)), (*entries.diagnostics, *ended)


def unbegun(waivers: Iterable[Waiver], day: dt.date) -> Iterator[Diagnostic]:
    """A warning for each waiver that is asked for on a later day: until then it is not heard."""
    for one in waivers:
        if one.requested is not None and one.requested > day:
            message = f"The waiver is requested on {one.requested}, after {day}: it is not heard yet."
            yield _at(one, "waiver-unbegun", message, "", Level.WARNING)


def _is_backwards(one: Waiver) -> bool:
    return one.until is not None and one.requested is not None and one.until < one.requested


def _ends_before_it_begins(one: Waiver) -> Diagnostic:
    message = f"until {one.until} lies before requested {one.requested}."
    return _at(one, "waiver", message, "Write the day of the request, and a later last day.", Level.ERROR)


def _at(one: Waiver, code: str, message: str, hint: str, level: Level) -> Diagnostic:
    place = one.place
    return Diagnostic(code, message, place.path, place.line, place.column, hint, level=level)


def _waiver(entry: WaiverEntry, node: Node, path: str) -> Waiver:
    return Waiver(
        rule=entry.rule,
        reason=entry.reason,
        place=node.place(path),
        until=entry.until,
        path=entry.path or "",
        element=entry.element or "",
        approver=entry.approver,
        requested=entry.requested,
        risk=entry.risk or "",
        compensating=entry.compensating or "",
        evidence=entry.evidence or "",
    )
