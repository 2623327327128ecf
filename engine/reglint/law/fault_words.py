"""The words for what a schema refuses: what stands there, what is wrong with it, what to write instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reglint.documents.node import Node
from reglint.law.spelling import did_you_mean
from reglint.law.strict_schema import Fault
from reglint.law.wanted import JsonSchema, example, keys_of, wanted_at, words_of


def said(fault: Fault, node: Node, wanted: JsonSchema) -> tuple[str, str]:
    """What is wrong at a node, and what to write instead, by the JSON Schema of the whole document."""
    if fault.kind == "extra_forbidden":
        return _unknown_key(fault, wanted_at(wanted, fault.route[:-1]))
    here = wanted_at(wanted, fault.route)
    return _SAID.get(fault.kind, _other)(fault, node, here)


def _unknown_key(fault: Fault, parent: JsonSchema) -> tuple[str, str]:
    hint = did_you_mean(str(fault.route[-1]), keys_of(parent), show_all=20)
    return f"Unknown key {_key(fault.route)}.", hint


def _missing(fault: Fault, _: Node, here: JsonSchema) -> tuple[str, str]:
    return f"{_key(fault.route)} is missing.", f"Write {fault.route[-1]}: {example(here)}."


def _not_a_word(fault: Fault, node: Node, here: JsonSchema) -> tuple[str, str]:
    hint = did_you_mean(node.text, words_of(here), show_all=20)
    return f"{_shown(node)} cannot stand at {_key(fault.route)}.", hint


def _not_text(fault: Fault, node: Node, here: JsonSchema) -> tuple[str, str]:
    if not node.text or node.value is None:
        return _another_kind(fault, node, here)
    message = f"{_key(fault.route)} is a text, and {node.text} is {_kind(node)}."
    return message, f'Write it in quotes: "{node.text}".'


def _another_kind(fault: Fault, node: Node, here: JsonSchema) -> tuple[str, str]:
    return f"At {_key(fault.route)} stands {_kind(node)}.", f"Write {example(here)}."


def _refused(fault: Fault, node: Node, here: JsonSchema) -> tuple[str, str]:
    return f"{_shown(node)} {fault.words}.", f"Write it like {example(here)}."


def _misspelt(fault: Fault, node: Node, here: JsonSchema) -> tuple[str, str]:
    return f"{_shown(node)} is not written as {_key(fault.route)} must be.", f"Write it like {example(here)}."


def _empty(fault: Fault, _: Node, here: JsonSchema) -> tuple[str, str]:
    return f"{_key(fault.route)} is empty.", f"Write {example(here)}."


def _other(fault: Fault, node: Node, _: JsonSchema) -> tuple[str, str]:
    return f"{_shown(node)} cannot stand at {_key(fault.route)}.", f"{fault.words}."


def _key(route: tuple[str | int, ...]) -> str:
    """The last key of a route, in quotes; for an element of a list the key of the list."""
    names = [step for step in route if isinstance(step, str)]
    return f'"{names[-1]}"' if names else "the document"


def _shown(node: Node) -> str:
    return f'"{node.text}"' if node.text else _kind(node)


def _kind(node: Node) -> str:
    match node.value:
        case None:
            return "nothing"
        case bool():
            return "a boolean"
        case str():
            return "a text"
        case tuple():
            return "a list"
        case Mapping():
            return "a mapping"
        case _:
            return "a number"


_SAID: Mapping[str, Callable[[Fault, Node, JsonSchema], tuple[str, str]]] = {
    "dict_type": _another_kind,
    "enum": _not_a_word,
    "list_type": _another_kind,
    "literal_error": _not_a_word,
    "missing": _missing,
    "model_type": _another_kind,
    "string_pattern_mismatch": _misspelt,
    "string_too_short": _empty,
    "string_type": _not_text,
    "too_short": _empty,
    "value_error": _refused,
}
