"""One instruction of a Dockerfile → the members of its node."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from reglint.documents.dockerfile_lines import Line
from reglint.documents.dockerfile_words import Pair, Word, assignments, flags, json_list, pairs, words
from reglint.documents.pointer import child
from reglint.documents.repeated import Repeated

if TYPE_CHECKING:
    from reglint.documents.node import Node
    from reglint.documents.source import RefusalError, Source

ARGUMENTS = "@args"
TEXT = "#text"
HEREDOCS = "@heredocs"
_KEYWORD = re.compile(r"([A-Za-z]+)(?:\s+|\Z)")


@dataclass(frozen=True, slots=True)
class Part:
    """What follows an instruction's name, its heredocs, and the pointer of its node."""

    source: Source
    line: Line
    pointer: str
    escape: str
    heredocs: tuple[Line, ...] = ()


Members: TypeAlias = "dict[str, Node]"


def keyword(line: Line) -> tuple[str, Line]:
    """The name of a line's instruction in lower case, "" where none is known, and the rest of the line."""
    match = _KEYWORD.match(line.text)
    name = match[1].lower() if match else ""
    return (name, line.part(match.end())) if match and name in READERS else ("", line)


def instruction_members(name: str, part: Part) -> dict[str, Node]:
    """The members of an instruction's node: its flags, its heredocs, and what its reader finds."""
    found, rest = flags(part.line)
    series: dict[str, list[Pair]] = {}
    for flag in found:
        series.setdefault(f"@{flag.name}", []).append(flag)
    members = {flag: _flag(part, flag, values) for flag, values in series.items()}
    if part.heredocs:
        bodies = (Word(line.text, line.span(0, len(line.text))) for line in part.heredocs)
        members[HEREDOCS] = _sequence(part, HEREDOCS, tuple(bodies), part.line)
    inner = Part(part.source, rest, part.pointer, part.escape)
    return {**members, **READERS[name](inner)}


def _from(part: Part) -> Members:
    found = words(part.line)
    names = [word.text or "" for word in found]
    if len(found) not in (1, 3) or (len(found) == 3 and names[1].lower() != "as"):  # noqa: PLR2004 - image AS name
        raise _refusal(part, "FROM takes an image, and AS and a name behind it.")
    image = part.line.part(0, len(names[0]))
    pieces = [("image", found[0]), *_image(image)]
    if len(found) > 1:
        pieces.append(("as", found[2]))
    return {name: _text(part, name, word, word.span[0]) for name, word in pieces}


def _image(image: Line) -> Iterable[tuple[str, Word]]:
    """The name, tag and digest of an image; a `:` or `@` within `${…}` parts nothing."""
    plain = _without_placeholders(image.text)
    named, at, digest = plain.partition("@")
    colon = named.find(":", named.rfind("/") + 1)
    end = len(named) if colon < 0 else colon
    yield "name", Word(image.text[:end], image.span(0, end))
    if colon >= 0:
        yield "tag", Word(image.text[colon + 1 : len(named)], image.span(colon + 1, len(named)))
    if at:
        start = len(named) + 1
        yield "digest", Word(image.text[start:], image.span(start, start + len(digest)))


def _without_placeholders(text: str) -> str:
    """The text with `_` for every character from the brace of a `${` to the one that closes it."""
    depth = 0
    shown: list[str] = []
    for index, character in enumerate(text):
        depth += text.startswith("${", index - 1)
        shown.append("_" if depth else character)
        depth -= character == "}" and depth > 0
    return "".join(shown)


def _pairs(part: Part) -> Members:
    return _pair_nodes(part, pairs(part.line, part.escape))


def _assignments(part: Part) -> Members:
    return _pair_nodes(part, assignments(part.line, part.escape))


def _command(part: Part) -> Members:
    """A command: `@args` where it is a list in JSON, `#text` where a shell reads it."""
    listed = json_list(part.line)
    return _shell_text(part) if listed is None else _arguments(part, listed)


def _words(part: Part) -> Members:
    listed = json_list(part.line)
    return _arguments(part, words(part.line) if listed is None else listed)


def _whole(part: Part) -> Members:
    line = part.line
    return _arguments(part, (Word(line.text, line.span(0, len(line.text))),) if line.text else ())


def _healthcheck(part: Part) -> Members:
    kind = re.match(r"(cmd|none)(?:\s+|\Z)", part.line.text, re.IGNORECASE)
    if kind is None:
        raise _refusal(part, "HEALTHCHECK takes CMD and a command, or NONE.")
    return _words(part) if kind[1].lower() == "none" else _nested(part, "cmd", part.line.part(kind.end()))


def _onbuild(part: Part) -> Members:
    name, rest = keyword(part.line)
    if name in ("", "onbuild", "from"):
        raise _refusal(part, "ONBUILD takes another instruction.")
    return _nested(part, name, rest)


READERS: Mapping[str, Callable[[Part], Members]] = MappingProxyType(
    {
        "add": _words,
        "arg": _assignments,
        "cmd": _command,
        "copy": _words,
        "entrypoint": _command,
        "env": _pairs,
        "expose": _words,
        "from": _from,
        "healthcheck": _healthcheck,
        "label": _pairs,
        "maintainer": _whole,
        "onbuild": _onbuild,
        "run": _command,
        "shell": _words,
        "stopsignal": _whole,
        "user": _whole,
        "volume": _words,
        "workdir": _whole,
    }
)
"""What stands behind the name of each instruction, in lower case → the members of its node."""


def _nested(part: Part, name: str, rest: Line) -> Members:
    """An instruction within another: a sequence of one under its name."""
    source = part.source
    start = part.line.offsets[0]
    below = Repeated(part.pointer)
    pointer = below.next_pointer(name)
    members = instruction_members(name, Part(source, rest, pointer, part.escape))
    span = (start, part.line.offsets[-1])
    below.add(name, span, source.node(members, span, pointer, key=start))
    return below.members(source)


def _pair_nodes(part: Part, found: Iterable[Pair]) -> Members:
    """A member for each name; of two equal ones the last holds, as for the builder."""
    return {pair.name: _text(part, pair.name, pair.value, pair.key) for pair in found}


def _arguments(part: Part, found: tuple[Word, ...]) -> Members:
    return {ARGUMENTS: _sequence(part, ARGUMENTS, found, part.line)}


def _shell_text(part: Part) -> Members:
    line = part.line
    word = Word(line.text, line.span(0, len(line.text)))
    return {TEXT: _text(part, TEXT, word, word.span[0])}


def _flag(part: Part, name: str, series: list[Pair]) -> Node:
    pointer = child(part.pointer, name)
    nodes = tuple(
        part.source.node(
            one.value.text, one.value.span, f"{pointer}/{index}", key=one.key, text=one.value.text or ""
        )
        for index, one in enumerate(series)
    )
    return part.source.node(nodes, (series[0].key, series[-1].value.span[1]), pointer, key=series[0].key)


def _sequence(part: Part, name: str, found: tuple[Word, ...], line: Line) -> Node:
    pointer = child(part.pointer, name)
    nodes = tuple(
        part.source.node(word.text, word.span, f"{pointer}/{index}", text=word.text or "")
        for index, word in enumerate(found)
    )
    start = line.offsets[0]
    span = (found[0].span[0], found[-1].span[1]) if found else (start, start)
    return part.source.node(nodes, span, pointer, key=start)


def _text(part: Part, name: str, word: Word, key: int) -> Node:
    return part.source.node(word.text, word.span, child(part.pointer, name), key=key, text=word.text or "")


def _refusal(part: Part, message: str) -> RefusalError:
    return part.source.refusal("syntax", f"No Dockerfile: {message}", part.line.offsets[0])
