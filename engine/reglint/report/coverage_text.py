"""Which systems the law is encoded for, for the terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from reglint.model.text import Text, in_language
from reglint.packs.coverage import Cell, Coverage
from reglint.report.columns import columns, padded, wrapped
from reglint.report.page import WIDTH

_REASON, _OPEN = "–", "?"
_COLUMN = 6


def coverage_text(found: Coverage, language: str) -> str:
    """A row a system with the number of rules in each jurisdiction, and the reasons for none below."""
    titles = [in_language(system.title, language) for system, _ in found.rows]
    width = max(map(columns, titles), default=0) + 2
    lines = [padded("", width) + "".join(where.rjust(_COLUMN) for where in found.jurisdictions)]
    for title, (_, cells) in zip(titles, found.rows, strict=True):
        counts = (_count(cells[where]).rjust(_COLUMN) for where in found.jurisdictions)
        lines.append(padded(title, width) + "".join(counts))
    lines += ["", *wrapped(in_language(_WORDS["key"], language), width=WIDTH), ""]
    for where in found.jurisdictions:
        lines += _reasons(found, where, language)
    return "\n".join(lines).rstrip()


def coverage_json(found: Coverage, language: str) -> str:
    """The same as JSON: `jurisdictions`, and `systems` with a cell for each."""
    shape = {
        "schema": "coverage-v1",
        "jurisdictions": list(found.jurisdictions),
        "systems": [
            {
                "id": system.id,
                "title": in_language(system.title, language),
                "seed": system.seed,
                "cells": {where: _as_json(cell, language) for where, cell in cells.items()},
            }
            for system, cells in found.rows
        ],
    }
    return json.dumps(shape, ensure_ascii=False, indent=2)


def _count(cell: Cell) -> str:
    if cell.rules:
        return str(len(cell.rules))
    return _OPEN if cell.is_open else _REASON


def _reasons(found: Coverage, where: str, language: str) -> Iterator[str]:
    """Each reason of a jurisdiction once, with the systems that it is about."""
    systems: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for system, cells in found.rows:
        cell = cells[where]
        if not cell.rules and not cell.is_open:
            reason = in_language(cell.reason, language)
            systems.setdefault((reason, cell.provisions), []).append(in_language(system.title, language))
    for (reason, provisions), titles in systems.items():
        yield from wrapped(_joined(titles, language), width=WIDTH, first=f"{where}  ", rest="    ")
        cited = f" ({', '.join(provisions)})" if provisions else ""
        yield from wrapped(reason + cited, width=WIDTH, first="    ", rest="    ")


def _joined(titles: Iterable[str], language: str) -> str:
    return in_language(_WORDS["between"], language).join(titles)


def _as_json(cell: Cell, language: str) -> Mapping[str, object]:
    return {
        "rules": list(cell.rules),
        "drafts": list(cell.drafts),
        "provisions": list(cell.provisions),
        "reason": in_language(cell.reason, language) if cell.reason else "",
    }


_WORDS: Mapping[str, Text] = {
    "key": {
        "en": "A number: active rules. –: none, for the reason below. ?: none yet, and nobody has said why.",
        "zh": "数字：有效规则数。–：无规则，理由见下。?：尚无规则，理由未说明。",
        "ja": "数字：有効なルールの数。–：ルールなし、理由は下記。?：ルールはまだなく、理由も未記載。",
    },
    "between": {"en": ", ", "zh": "、", "ja": "、"},
}
