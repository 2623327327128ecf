"""Inline ignores: `# reglint: ignore[cn-csl-log-retention] until=2027-03-31 reason="…"` in a comment."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reglint.documents.source import line_starts
from reglint.model.diagnostic import Diagnostic, Level
from reglint.model.place import Place
from reglint.model.quantity import parse_date
from reglint.model.waiver import Waiver

MARK = "reglint:"
_LONG_AGO = dt.date.min
_EXAMPLE = 'ignore[{rule}] until=2027-03-31 reason="kept in the archive"'
_SOME_RULE = "cn-csl-log-retention"
_COMMENT = re.compile(
    r"(?P<before>.*?)(?P<opening>(?<!\S)(?:#|//|--|;|!)|<!--)[ \t]*reglint:[ \t]*(?P<said>.*)"
)
_IGNORE = re.compile(
    r"ignore\[(?P<rules>[^\]]*)\](?P<words>(?:[ \t]+[a-z]+=(?:\"[^\"]*\"|[^ \t\"]+))*)[ \t]*"
)
_WORD = re.compile(r"([a-z]+)=(?:\"([^\"]*)\"|([^ \t\"]+))")
_RULE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


@dataclass(frozen=True, slots=True)
class _Comment:
    """What a line says to reglint, and whether nothing else stands on it."""

    line: int
    column: int
    said: str
    alone: bool


def read_ignores(text: str, path: str) -> tuple[tuple[Waiver, ...], tuple[Diagnostic, ...]]:
    """The ignores of a file, one for each rule that they name, and what is wrong with the others.

    An ignore on a line of its own covers the next line that is not another one. It has a reason; a last day
    that is no day is over.
    """
    if MARK not in text:
        return (), ()
    comments = {one.line: one for one in _comments(text)}
    ignores: list[Waiver] = []
    faults: list[Diagnostic] = []
    for one in comments.values():
        match = _IGNORE.fullmatch(one.said)
        fault = f'"{one.said}" is no ignore.' if match is None else _fault(match)
        if match is None or fault:
            hint = f"Write {_EXAMPLE.format(rule=_rule_in(one.said))}."
            faults.append(Diagnostic("ignore", fault, path, one.line, one.column, hint, level=Level.WARNING))
        else:
            place = Place(path, one.line, one.column)
            ignores += _ignores(match, place, _covered(one, comments))
            faults += _no_day(match, place)
    return tuple(ignores), tuple(faults)


def _comments(text: str) -> Iterator[_Comment]:
    starts = (*line_starts(text), len(text))
    for number, (start, end) in enumerate(pairwise(starts), 1):
        line = text[start:end].rstrip("\r\n")
        match = _COMMENT.fullmatch(line) if MARK in line else None
        if match is not None:
            said = match["said"].strip()
            said = said.removesuffix("-->").rstrip() if match["opening"] == "<!--" else said
            yield _Comment(number, match.start("opening") + 1, said, alone=not match["before"].strip())


def _rule_in(said: str) -> str:
    """The first id in what is said, so that the example in the hint is about the rule that is meant."""
    found = _RULE.search(said.partition("reason=")[0])
    return found[0] if found else _SOME_RULE


def _fault(match: re.Match[str]) -> str:
    rules = [rule.strip() for rule in match["rules"].split(",")]
    strange = next((rule for rule in rules if not _RULE.fullmatch(rule)), None)
    if strange is not None:
        return f'"{strange}" is the id of no rule: an ignore names what it ignores.'
    words = _words(match["words"])
    unheard = next((word for word in words if word not in {"until", "reason"}), "")
    if unheard:
        return f'An ignore has no "{unheard}".'
    return "" if words.get("reason") else "An ignore gives its reason."


def _ignores(match: re.Match[str], place: Place, line: int) -> Iterator[Waiver]:
    words = _words(match["words"])
    until = _day(words["until"]) if "until" in words else None
    for rule in match["rules"].split(","):
        yield Waiver(rule.strip(), words["reason"], place, until, inline=True, line=line)


def _no_day(match: re.Match[str], place: Place) -> Iterator[Diagnostic]:
    """A warning where the last day is none: the ignore counts as over."""
    try:
        parse_date(_words(match["words"]).get("until", "2000-01-01"))
    except ValueError as fault:
        hint = "The ignore counts as over."
        yield Diagnostic(
            "ignore", str(fault), place.path, place.line, place.column, hint, level=Level.WARNING
        )


def _words(text: str) -> dict[str, str]:
    return {name: quoted or plain for name, quoted, plain in _WORD.findall(text)}


def _day(text: str) -> dt.date:
    """The last day; one that is no day has passed."""
    try:
        return parse_date(text)
    except ValueError:
        return _LONG_AGO


def _covered(one: _Comment, comments: dict[int, _Comment]) -> int:
    line = one.line
    while line in comments and comments[line].alone:
        line += 1
    return line
