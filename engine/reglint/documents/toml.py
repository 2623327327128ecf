"""TOML text → nodes: the values from tomli, the places from a scan of the text."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, TypeAlias

import tomli

from reglint.documents.limits import DEFAULT_LIMITS, Limits
from reglint.documents.numbers import fraction, number_or_text, whole
from reglint.documents.pointer import child
from reglint.documents.source import RefusalError, Source, read_with
from reglint.documents.toml_places import Path, Spot, spots

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from reglint.documents.node import Node, Reading, Scalar

_TOKEN = re.compile(
    r"""\"{3}(?:[^"\\]++|\\[\s\S]|"(?!""))*+(?:"{3,5}|\\?\Z)|'{3}(?:[^']++|'(?!''))*+(?:'{3,5}|\Z)"""
    r"""|"(?:[^"\\\r\n]++|\\.)*+"?|'[^'\r\n]*+'?|\#[^\r\n]*+|[\[\]{}.,=\n]"""
)
_LINE_OF_FAULT = re.compile(r" \((?:at line ([0-9]+), column ([0-9]+)|at end of document)\)$")
_LONG_NUMBER = re.compile(r"[0-9][0-9_]{999}")

_Toml: TypeAlias = object


def read_toml(text: str, path: str, *, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """The one document of a TOML text. Floats come as Decimal, dates and times as their ISO 8601 text."""
    return read_with(_document, text, path, kind="toml", limits=limits)


def _document(source: Source) -> tuple[Node, ...]:
    _refuse_early(source)
    try:
        table = tomli.loads(source.text, parse_float=str)
    except tomli.TOMLDecodeError as fault:
        raise _refusal(source, str(fault)) from fault
    _check_depth(source, table, 0)
    return (_node(source, table, (), "", spots(source.text)),)


def _refuse_early(source: Source) -> None:
    """Refuse what tomli would answer with an overflow of the stack or of the digits of an integer."""
    depth = dots = 0
    for match in _TOKEN.finditer(source.text):
        mark = match[0]
        depth += (mark in ("[", "{")) - (mark in ("]", "}"))
        dots = 0 if mark in ("[", "{", ",", "=", "\n") else dots + (mark == ".")
        source.check_depth(max(depth, dots), match.start())
    number = _LONG_NUMBER.search(source.text)
    if number:
        raise source.refusal("number", "A number of a thousand digits is refused.", number.start())


def _refusal(source: Source, message: str) -> RefusalError:
    where = _LINE_OF_FAULT.search(message)
    offset = len(source.text)
    if where and where[1]:
        offset = source.starts[min(int(where[1]), len(source.starts)) - 1] + int(where[2]) - 1
    words = _LINE_OF_FAULT.sub("", message)
    return source.refusal("syntax", f"No TOML: {words}.", min(offset, len(source.text)))


def _check_depth(source: Source, value: _Toml, depth: int) -> None:
    if isinstance(value, dict | list):
        source.check_depth(depth + 1, 0)
        for part in value.values() if isinstance(value, dict) else value:
            _check_depth(source, part, depth + 1)


def _node(source: Source, value: _Toml, path: Path, pointer: str, places: Mapping[Path, Spot]) -> Node:
    spot = places.get(path, Spot(0, 0, 0))
    span = (spot.start, spot.end)
    key = spot.key if path and isinstance(path[-1], str) else None
    if isinstance(value, dict):
        members = {
            name: _node(source, member, (*path, name), child(pointer, name), places)
            for name, member in value.items()
        }
        return source.node(members, span, pointer, key=key)
    if isinstance(value, list):
        items = enumerate(value)
        nodes = tuple(_node(source, item, (*path, i), f"{pointer}/{i}", places) for i, item in items)
        return source.node(nodes, span, pointer, key=key)
    written = source.text[spot.start : spot.end]
    text = value if isinstance(value, str) and written[:1] in ('"', "'") else written
    return source.node(_scalar(source, value, written, spot.start), span, pointer, key=key, text=text)


def _scalar(source: Source, value: _Toml, written: str, offset: int) -> Scalar:
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return number_or_text(whole, str(value), source, offset)
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, str) and written[:1] not in ('"', "'"):
        return _fraction(source, value, offset)
    return str(value)


def _fraction(source: Source, text: str, offset: int) -> Decimal | int | str:
    if "n" in text:  # inf and nan are the only floats with letters other than e
        raise source.refusal("not-finite", f"{text} is no finite number.", offset, hint="Write a number.")
    return number_or_text(fraction, text, source, offset)
