"""nginx configuration → nodes: directives by name, their arguments, their blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reglint.documents.limits import DEFAULT_LIMITS, Limits
from reglint.documents.nginx_tokens import Token, tokens
from reglint.documents.pointer import child
from reglint.documents.repeated import Repeated
from reglint.documents.source import RefusalError, Source, read_with
from reglint.documents.templates import template_refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reglint.documents.node import Node, Reading

ARGUMENTS = "@args"


def read_nginx(text: str, path: str, *, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """The one document of an nginx configuration: for each directive's name a sequence of directives.

    A directive is a mapping: `@args` is the sequence of its arguments, all text; the other members are the
    directives of its block. Its place is its name. `include` stays a directive. The code of a Lua block is
    the last argument of its directive.
    """
    return read_with(_document, text, path, kind="nginx", limits=limits)


def _document(source: Source) -> tuple[Node, ...]:
    stream = tokens(source)
    block, _ = _block(source, stream, "", 0, None)
    return (source.node(block, (0, len(source.text)), ""),)


def _block(
    source: Source, stream: Iterator[Token], pointer: str, depth: int, brace: Token | None
) -> tuple[dict[str, Node], int]:
    """The directives up to the closing brace, or up to the end of the file where none is open."""
    block = Repeated(pointer)
    for token in stream:
        if token.is_mark and token.text == "}" and brace is not None:
            return block.members(source), token.end
        if token.is_mark:
            raise _unexpected(source, token)
        target = block.next_pointer(token.text)
        node, end = _directive(source, stream, token, target, depth)
        block.add(token.text, (token.start, end), node)
    if brace is not None:
        raise source.refusal("syntax", "No nginx configuration: this { has no }.", brace.start)
    return block.members(source), len(source.text)


def _directive(
    source: Source, stream: Iterator[Token], name: Token, pointer: str, depth: int
) -> tuple[Node, int]:
    arguments: list[Token] = []
    for token in stream:
        if not token.is_mark:
            arguments.append(token)
            continue
        if token.text == "}":
            break
        members: dict[str, Node] = {}
        end = token.end
        if token.text == "{":
            source.check_depth(depth + 1, token.start)
            is_lua = name.text.endswith("_by_lua_block")
            arguments = [*arguments, next(stream)] if is_lua else arguments
            members, end = _block(source, stream, pointer, depth + 1, token)
        value = {ARGUMENTS: _arguments(source, name, arguments, pointer), **members}
        return source.node(value, (name.start, end), pointer, key=name.start), end
    hint = "Write ; after its last argument."
    message = f'No nginx configuration: "{name.text[:80]}" is not ended.'
    raise source.refusal("syntax", message, name.start, hint=hint)


def _arguments(source: Source, name: Token, arguments: list[Token], pointer: str) -> Node:
    pointer = child(pointer, ARGUMENTS)
    nodes = tuple(
        source.node(token.text, (token.start, token.end), f"{pointer}/{index}", text=token.text)
        for index, token in enumerate(arguments)
    )
    span = (arguments[0].start, arguments[-1].end) if arguments else (name.end, name.end)
    return source.node(nodes, span, pointer, key=name.start)


def _unexpected(source: Source, token: Token) -> RefusalError:
    template = template_refusal(source, token.start) or template_refusal(source, max(token.start - 1, 0))
    message = f"No nginx configuration: {token.text} stands where a directive is expected."
    return template or source.refusal("syntax", message, token.start)
