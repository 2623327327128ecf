"""Dockerfiles (and Containerfiles) → nodes: the stages, and in each its instructions."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from reglint.documents.dockerfile_instructions import READERS, Part, instruction_members, keyword
from reglint.documents.dockerfile_lines import Instruction, Line, escape_character, instructions
from reglint.documents.limits import DEFAULT_LIMITS, Limits
from reglint.documents.repeated import Repeated
from reglint.documents.source import RefusalError, Source, read_with
from reglint.documents.templates import template_refusal
from reglint.model.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reglint.documents.node import Node, Reading

_SHOWN = 40


@dataclass(frozen=True, slots=True)
class _Named:
    """An instruction: its name in lower case, its offsets, what follows the name, its heredocs."""

    name: str
    span: tuple[int, int]
    rest: Line
    heredocs: tuple[Line, ...]


def read_dockerfile(text: str, path: str, *, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """The one document of a Dockerfile: `stages`, a sequence, and `arg`, what stands before the first one.

    A stage is a mapping: for each instruction's name, in lower case, the sequence of its instructions, also
    where there is one: `$.stages[-1].user[-1]` is who runs the image, `$.stages[*].env[*].*` is every
    variable. The key of a stage, so the place of what it lacks, is its FROM. An instruction is a mapping:

    - `from`: `image`, and of it `name`, `tag` and `digest`; `as`;
    - `env`, `arg`, `label`: names and values without their quotes; of `ARG NAME` the value is None;
    - `run`, `cmd`, `entrypoint`: `@args` of a list in JSON, `#text` of what a shell reads;
    - `healthcheck`: `cmd`, a sequence of one such instruction, or `@args` with NONE;
    - `onbuild`: the instruction, a sequence under its name;
    - any other: `@args`.

    Besides, `@from` is the sequence of the values of its flags `--from=…`, None where a flag has none, and
    `@heredocs` that of its heredocs. `$NAME` and `${NAME}` stay as written.
    """
    return read_with(_document, text, path, kind="dockerfile", limits=limits)


def _document(source: Source) -> tuple[Node, ...]:
    escape = escape_character(source.text)
    found = [_named(source, one) for one in instructions(source, escape)]
    firsts = [index for index, one in enumerate(found) if one.name == "from"]
    first = firsts[0] if firsts else len(found)
    for one in found[:first]:
        if one.name != "arg":
            message = f"No Dockerfile: {one.name.upper()} stands before the first FROM."
            raise source.refusal("syntax", message, one.span[0], hint="Begin with FROM and an image.")
    groups = [found[start:end] for start, end in pairwise([*firsts, len(found)])]
    stages = tuple(_stage(source, group, f"/stages/{i}", escape) for i, group in enumerate(groups))
    start = found[first].span[0] if firsts else len(source.text)
    span = (start, found[-1].span[1] if firsts else start)
    arguments = _instructions(source, found[:first], "", escape)
    root = {**arguments, "stages": source.node(stages, span, "/stages", key=start)}
    return (source.node(root, (0, len(source.text)), ""),)


def _named(source: Source, one: Instruction) -> _Named:
    name, rest = keyword(one.line)
    if not name:
        raise _unknown(source, one.line)
    last = one.heredocs[-1] if one.heredocs else one.line
    return _Named(name, (one.line.offsets[0], last.offsets[-1]), rest, one.heredocs)


def _stage(source: Source, found: list[_Named], pointer: str, escape: str) -> Node:
    start = found[0].span[0]
    members = _instructions(source, found, pointer, escape)
    return source.node(members, (start, found[-1].span[1]), pointer, key=start)


def _instructions(source: Source, found: Iterable[_Named], pointer: str, escape: str) -> dict[str, Node]:
    series = Repeated(pointer)
    for one in found:
        target = series.next_pointer(one.name)
        members = instruction_members(one.name, Part(source, one.rest, target, escape, one.heredocs))
        series.add(one.name, one.span, source.node(members, one.span, target, key=one.span[0]))
    return series.members(source)


def _unknown(source: Source, line: Line) -> RefusalError:
    offset = line.offsets[0]
    word = line.text.split(maxsplit=1)[0][:_SHOWN] if line.text.strip() else line.text[:1]
    near = closest(word, READERS)
    hint = f"Did you mean {near.upper()}?" if near else "Write FROM, RUN, COPY …"
    refusal = source.refusal("syntax", f'No Dockerfile: "{word}" is no instruction.', offset, hint=hint)
    return template_refusal(source, offset) or refusal
