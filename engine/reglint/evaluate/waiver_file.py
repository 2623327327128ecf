"""reglint-waivers.yaml: what somebody answers for."""

from __future__ import annotations

from reglint.documents.node import Node
from reglint.evaluate.waiver_schema import WaiverEntry, WaiversFile
from reglint.law.validate import read_entries
from reglint.model.diagnostic import Diagnostic
from reglint.model.waiver import Waiver

WAIVER_FILE = "reglint-waivers.yaml"


def read_waivers(root: Node, path: str) -> tuple[tuple[Waiver, ...], tuple[Diagnostic, ...]]:
    """The sound waivers of a file, in its order, and everything that is wrong with the others."""
    entries = read_entries(WaiversFile, root, path, entries="waivers")
    if entries.model is None:
        return (), entries.diagnostics
    read = zip(entries.model.waivers, entries.nodes, strict=True)
    return tuple(_waiver(entry, node, path) for entry, node in read), entries.diagnostics


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
