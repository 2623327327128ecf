"""Conditions that YAML reads as something else, for want of quotes around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from reglint.documents.lookup import walk
from reglint.documents.node import Node
from reglint.language.bounds import MAX_SOURCE
from reglint.language.parser import parse, parse_syntax
from reglint.law.validate import said_at
from reglint.model.diagnostic import Diagnostic
from reglint.model.place import Place

Said: TypeAlias = tuple[int, str]  # the column, and the message

_CONDITION = re.compile(r"(?P<key>[ ]*(?:-[ ]+)?(?:assert|when):[ \t]+)(?P<value>\S.*)")
_NO_KEY = re.compile(r"(?P<key>[ ]*(?:-[ ]+)?(?:assert|when))(?P<sign>:|[ ]*=[ ]*)(?P<value>[^\s=].*)")
_BLOCK = re.compile(r"[|>][0-9+-]{0,2}(?:[ ]+#.*)?")
_OF_ANY_KEY = re.compile(r"[ ]*[^\s#].*?:[ \t]+[^\s#].*")
_OF_RULES = 3  # steps on the way to the condition of a rule: rules, its number, the key
_KEYS = {"assert", "when"}
_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'(?!')""")
_TEXT = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'""")
_OWN_SIGNS = frozenset("!&*@`%[]{},|>")
_OWN_STARTS = ("- ", "? ", ": ")
_LONGEST_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Quoted:
    """A text in which every condition is a text to YAML, and a fault for each that it would have misread."""

    text: str
    faults: tuple[Diagnostic, ...] = ()

    @property
    def lines(self) -> frozenset[int]:
        """The lines of the conditions that were misread. What else is said of them is of no use."""
        return frozenset(fault.line for fault in self.faults)


def with_quotes(text: str, path: str, root: Node | None = None) -> Quoted:
    """The text of a file of rules, so that the rest of it is read whatever one condition lacks.

    `root` is what YAML makes of the text, None where that is nothing. A condition that YAML reads as a text
    is left alone, unless it has a tag or is no expression: `a.b == "x` where a comment cuts it off.
    """
    lines = text.split("\n")
    faults: list[Diagnostic] = []
    doubtful = None if root is None else {*_lines_in_doubt(root, lines)}
    for number, line in _first_lines(lines):
        found = _CONDITION.fullmatch(line) or _NO_KEY.fullmatch(line)
        if found is None or len(line) > MAX_SOURCE or not (doubtful is None or number in doubtful):
            continue
        more = _more_lines(lines, number, _indent(line))
        said = _of_key(found) if found.re is _NO_KEY else _of_value(found, goes_on=bool(more))
        if said is not None:
            column, message = said
            hint = _hint(found["key"].strip(" -:\t"), "" if more else _meant(found["value"]))
            faults.append(said_at(Place(path, number, column), "unquoted", message, hint))
            key = found["key"].rstrip(": \t")
            lines[number - 1 : more.stop] = [f"{key}: {_in_quotes(found['value'])}", *("#" for _ in more)]
    return Quoted("\n".join(lines) if faults else text, tuple(faults))


def _lines_in_doubt(root: Node, lines: Sequence[str]) -> Iterator[int]:
    """The lines of the conditions that are no expressions to us as YAML reads them, or have a tag."""
    for steps, node in walk(root):
        if len(steps) == _OF_RULES and steps[0] == "rules" and steps[-1] in _KEYS:
            tagged = re.search(r":[ ]+!(?!!)", lines[node.key_line - 1][: node.column])
            if tagged or isinstance(parse_syntax(node.text), tuple):
                yield node.key_line


def _first_lines(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines with their numbers, but for those that go on with the value of a key before."""
    within = -1
    for number, line in enumerate(lines, start=1):
        if within >= 0 and (not line.strip() or _indent(line) > within):
            continue
        within = _indent(line) if _OF_ANY_KEY.fullmatch(line.rstrip()) else -1
        yield number, line.rstrip()


def _more_lines(lines: Sequence[str], number: int, indent: int) -> range:
    """The lines, counted from 0, that go on with the value in a line whose key is indented so far."""
    stop = number
    while stop < len(lines) and (not lines[stop].strip() or _indent(lines[stop]) > indent):
        stop += 1
    while stop > number and not lines[stop - 1].strip():
        stop -= 1
    return range(number, stop)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" -"))


def _of_key(found: re.Match[str]) -> Said:
    sign = found["sign"].strip()
    message = "No blank follows the colon." if sign == ":" else f"A colon stands after a key, and no {sign}."
    return found.end("key") + found["sign"].index(sign) + 1, message


def _of_value(found: re.Match[str], *, goes_on: bool) -> Said | None:
    value = found["value"]
    spot = _misread_at(value, goes_on=goes_on)
    if spot is None:
        return None
    message = f"{value[spot]} has a meaning of its own in YAML, and the condition is not read."
    return found.start("value") + spot + 1, message


def _misread_at(value: str, *, goes_on: bool = False) -> int | None:
    """Where YAML takes a value, as far as it stands on its first line, for something else than a text."""
    if value[0] in "\"'":
        closed = _QUOTED.match(value)
        whole = goes_on if closed is None else re.fullmatch(r"(?:\s+#.*)?", value[closed.end() :])
        return None if whole else 0
    if _BLOCK.fullmatch(value):
        return None
    if value[0] in _OWN_SIGNS or value.startswith(_OWN_STARTS):
        return 0
    return next(_inside(value), None)


def _inside(value: str) -> Iterator[int]:
    """Where a value without quotes has a colon that makes a key of it, or a comment that starts in a text."""
    texts = [found.span() for found in _TEXT.finditer(value)]
    for found in re.finditer(r":(?=\s|$)|(?<=\s)#", value):
        if found[0] == "#" and not any(start < found.start() < end for start, end in texts):
            return
        yield found.start()


def _hint(key: str, condition: str) -> str:
    written = _written(condition)
    if not written or len(written) > _LONGEST_SHOWN:
        return f"Write {key}: >- and the condition on the next line."
    return f"Write {key}: {written}."


def _meant(value: str) -> str:
    """The condition that is meant by a value, without YAML's signs at its ends; "" if it can't be told."""
    value = value[2:] if value.startswith(_OWN_STARTS) else value
    inside = value[1:-1] if value[0] == value[-1] else ""
    readings = (value, inside, value.strip("\"'`{} "), value.lstrip("|>*@% "))
    return next((text for text in readings if text and not isinstance(parse(text), tuple)), "")


def _written(condition: str) -> str:
    """The condition as it stands in YAML, in quotes if it needs some; "" where a block is easier to read."""
    if not condition or _misread_at(condition) is None:
        return condition
    if "'" not in condition:
        return _in_quotes(condition)
    return "" if '"' in condition or "\\" in condition else f'"{condition}"'


def _in_quotes(value: str) -> str:
    doubled = value.replace("'", "''")
    return f"'{doubled}'"
