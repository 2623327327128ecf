"""Logstash pipelines → nodes: sections, the plugins in them, their settings."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, TypeAlias

from reglint.documents.limits import DEFAULT_LIMITS, Limits
from reglint.documents.logstash_tokens import Token, refused, tokens
from reglint.documents.pointer import child
from reglint.documents.repeated import Repeated
from reglint.documents.source import RefusalError, Source, read_with
from reglint.documents.templates import template_refusal

if TYPE_CHECKING:
    from reglint.documents.node import Node, Reading

_Stream: TypeAlias = deque[Token]

CONDITION = "@condition"
_SECTIONS = frozenset({"input", "filter", "output"})


def read_logstash(text: str, path: str, *, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """The one document of a pipeline: `input`, `filter` and `output`, each the sequence of its sections.

    A section holds for each plugin's name the sequence of plugins, a plugin for each setting's name the
    sequence of its values, all text; arrays are sequences, hashes mappings, and a plugin as a value (`codec`)
    is a mapping with its name. Branches are `if`, `else if` and `else`, with `@condition` and their plugins.
    """
    return read_with(_document, text, path, kind="logstash", limits=limits)


def _document(source: Source) -> tuple[Node, ...]:
    stream = deque(tokens(source))
    sections = Repeated("")
    while stream:
        name = stream.popleft()
        if name.is_mark or name.text not in _SECTIONS:
            raise _unexpected(source, name, "input, filter or output")
        pointer = sections.next_pointer(name.text)
        brace = _expect(source, stream, "{")
        members, end = _plugins(source, stream, pointer, brace, 1)
        sections.add(name.text, (name.start, end), source.node(members, (name.start, end), pointer))
    return (source.node(sections.members(source), (0, len(source.text)), ""),)


def _plugins(
    source: Source, stream: _Stream, pointer: str, brace: Token, depth: int
) -> tuple[dict[str, Node], int]:
    source.check_depth(depth, brace.start)
    block = Repeated(pointer)
    while (first := _next(source, stream, brace)).text != "}" or not first.is_mark:
        if first.is_mark:
            raise _unexpected(source, first, "a plugin")
        name, condition = _branch(stream, first)
        target = block.next_pointer(name)
        inner = _expect(source, stream, "{")
        is_branch = condition is not None or name == "else"
        read = _plugins if is_branch else _settings
        members, end = read(source, stream, target, inner, depth + 1)
        if condition is not None:
            span = (condition.start, condition.end)
            members[CONDITION] = source.node(
                condition.text, span, child(target, CONDITION), text=condition.text
            )
        block.add(name, (first.start, end), source.node(members, (first.start, end), target, key=first.start))
    return block.members(source), first.end


def _branch(stream: _Stream, first: Token) -> tuple[str, Token | None]:
    """A plugin's name, or the keyword of a branch and its condition."""
    if first.text == "else" and stream and stream[0].text == "if":
        stream.popleft()
        return "else if", stream.popleft() if stream else None
    return first.text, stream.popleft() if first.text == "if" and stream else None


def _settings(
    source: Source, stream: _Stream, pointer: str, brace: Token, depth: int
) -> tuple[dict[str, Node], int]:
    source.check_depth(depth, brace.start)
    block = Repeated(pointer)
    while (name := _next(source, stream, brace)).text != "}" or not name.is_mark:
        if name.is_mark:
            raise _unexpected(source, name, "a setting")
        _expect(source, stream, "=>")
        value, end = _value(source, stream, block.next_pointer(name.text), name, depth)
        block.add(name.text, (name.start, end), value)
        if stream and stream[0].is_mark and stream[0].text == ",":
            stream.popleft()
    return block.members(source), name.end


def _value(source: Source, stream: _Stream, pointer: str, name: Token, depth: int) -> tuple[Node, int]:
    first = _next(source, stream, name)
    if not first.is_mark:
        if stream and stream[0].is_mark and stream[0].text == "{":
            return _plugin_value(source, stream, pointer, first, depth)
        node = source.node(first.text, (first.start, first.end), pointer, key=name.start, text=first.text)
        return node, first.end
    if first.text == "{":
        members, end = _settings(source, stream, pointer, first, depth + 1)
        return source.node(members, (first.start, end), pointer, key=name.start), end
    if first.text == "[":
        return _array(source, stream, pointer, first, depth + 1)
    raise _unexpected(source, first, "a value")


def _plugin_value(source: Source, stream: _Stream, pointer: str, name: Token, depth: int) -> tuple[Node, int]:
    target = child(child(pointer, name.text), 0)
    members, end = _settings(source, stream, target, stream.popleft(), depth + 1)
    series = Repeated(pointer)
    series.add(name.text, (name.start, end), source.node(members, (name.start, end), target, key=name.start))
    return source.node(series.members(source), (name.start, end), pointer), end


def _array(source: Source, stream: _Stream, pointer: str, bracket: Token, depth: int) -> tuple[Node, int]:
    source.check_depth(depth, bracket.start)
    items: list[Node] = []
    while stream:
        if stream[0].is_mark and stream[0].text in ("]", ","):
            mark = stream.popleft()
            if mark.text == "]":
                span = (bracket.start, mark.end)
                return source.node(tuple(items), span, pointer, key=bracket.start), mark.end
            continue
        item, _ = _value(source, stream, child(pointer, len(items)), stream[0], depth)
        items.append(item)
    raise refused(source, "this [ has no ].", bracket.start)


def _next(source: Source, stream: _Stream, opened: Token) -> Token:
    if not stream:
        raise refused(source, f"something is missing behind this {opened.text[:80]}.", opened.start)
    return stream.popleft()


def _expect(source: Source, stream: _Stream, mark: str) -> Token:
    if not stream:
        raise refused(source, f"it ends where {mark} is expected.", len(source.text))
    token = stream.popleft()
    if not token.is_mark or token.text != mark:
        raise _unexpected(source, token, mark)
    return token


def _unexpected(source: Source, token: Token, wanted: str) -> RefusalError:
    refusal = refused(source, f"something else stands where {wanted} is expected.", token.start)
    return template_refusal(source, token.start) or refusal
