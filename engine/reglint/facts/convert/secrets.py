"""Secrets: their class, whether there is one, and those inside URLs. No value leaves here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from reglint.documents.node import Node
from reglint.facts.convert.beside import settings_beside, written_name
from reglint.facts.convert.context import Context, Conversion, Converted, notes, unresolved
from reglint.facts.convert.part import part_of
from reglint.facts.convert.plain import FALSE, TRUE
from reglint.facts.secret import SHORT, is_address, length_class, strength
from reglint.facts.secret_name import user_names

UNFILLED = "the text stands for a value that is not in the file"

_SWITCHES = (TRUE | FALSE) - {"0", "1"}  # a setting with a secret's name that switches something on or off
_VARIABLE = re.compile(r"\$\$?([A-Za-z_]\w*)|\$\(([A-Za-z_]\w*)\)|%([A-Z_]+)%")
_BLANK = "the key has no value: whether the product then asks for none is not in the file"
_URL_CREDENTIALS = (
    re.compile(r"://(?P<user>[^\s/@:?#;]*):(?P<password>(?:\$\{[^{}]*\}|[^\s/@;?])++)@"),
    re.compile(r"[?&;](?:password|passwd|pwd)=(?P<password>(?:\$\{[^{}]*\}|[^&;\s\"'<>])++)", re.IGNORECASE),
    re.compile(r"LoginModule\b.*?\bpassword\s*=\s*\"(?P<password>[^\"\r\n]+)\"", re.DOTALL),
    re.compile(r"jdbc:oracle:\w+:(?P<user>[^\s/@]+)/(?P<password>[^\s/@]+)@", re.IGNORECASE),
)
_URL_USER = re.compile(r"[?&;]user(?:name)?=([^&;\s\"'<>]+)", re.IGNORECASE)
_IN_MEMORY = re.compile(r"jdbc:(?:h2:mem|hsqldb:mem|derby:memory):", re.IGNORECASE)


def secret_strength(node: Node | None, context: Context) -> Converted | None:
    """The class of a secret. What stands for a value that nobody has filled in is unresolved.

    A key without a value is an empty secret where a user stands beside it; elsewhere it may not be used. A
    database in memory has nobody to keep out.
    """
    if node is None or isinstance(node.value, (tuple, Mapping)) or node.text.casefold() in _SWITCHES:
        return None
    beside = settings_beside(node, context.tree)
    if "url" in beside and _IN_MEMORY.match(beside["url"].text):
        return None
    user = _user(node, beside, context) if len(beside) > 1 else None
    return judged(node, context, user=user)


def secret_if_given(node: Node | None, context: Context) -> Converted | None:
    """The class of a secret that is given; nothing where the key is there without a value."""
    if node is None or node.value is None or not context.resolve(node.text).text.strip():
        return None
    return secret_strength(node, context)


def url_secret(node: Node | None, context: Context) -> Converted | None:
    """The class of the password inside a URL, at its own place."""
    found = url_password(node)
    return None if node is None or found is None else judged(found, context, user=_url_user(node.text))


def url_password(node: Node | None) -> Node | None:
    """The password inside a URL (`user:password@`, `?password=`, Oracle's `user/password@`); None without."""
    if node is None or not isinstance(node.value, str):
        return None
    for pattern in _URL_CREDENTIALS:
        found = pattern.search(node.text)
        if found is not None:
            return part_of(node, *found.span("password"))
    return None


def judged(node: Node, context: Context, *, user: str | None = None) -> Converted | None:
    """The class of a node's text as a secret, with the word that being short alone makes none weak."""
    found = classified(node, context, user=user)
    if found is None or found.value != "set" or not found.note.startswith(SHORT):
        return found
    return replace(found, note=found.note.replace(SHORT, f"{SHORT}, which alone is not called weak", 1))


def classified(node: Node, context: Context, *, user: str | None = None) -> Converted | None:
    """The class of a node's text as a secret; None where the text is no secret, whatever its name."""
    resolved = context.resolve("" if node.value is None else node.text)
    if resolved.open and not resolved.assumed:
        return Converted("reference", node, f"read from {resolved.open[0]}")
    if is_address(resolved.text):
        return None
    secret_class = strength(resolved.text, user=user)
    if secret_class == "placeholder":  # noqa: S105 - the name of a class
        return replace(unresolved(node, UNFILLED), is_secret=True)
    if secret_class == "empty" and not user:  # noqa: S105 - the name of a class
        return unresolved(node, _BLANK)
    variable = _VARIABLE.fullmatch(resolved.text.strip())
    if secret_class == "reference" and variable is not None:  # noqa: S105 - the name of a class
        return Converted(secret_class, node, f"read from {variable[variable.lastindex or 0]}")
    note = notes(length_class(resolved.text), resolved.note)
    return Converted(secret_class, node, note, is_secret=True)


def given(node: Node | None, context: Context) -> Converted | None:
    """Whether a password is given: true for a value or a reference, unresolved for text that stands for one.

    None without a setting, and for one without a value.
    """
    if node is None:
        return None
    found = classified(node, context, user="-")
    if found is None:
        return Converted(value=True, node=node)
    if found.value == "empty":
        return None
    return replace(found, value=True) if isinstance(found.value, str) else found


def _url_user(text: str) -> str | None:
    for pattern in (_URL_CREDENTIALS[0], _URL_CREDENTIALS[-1]):
        found = pattern.search(text)
        if found is not None:
            return found["user"]
    named = _URL_USER.search(text)
    return None if named is None else named[1]


def _user(node: Node, beside: Mapping[str, Node], context: Context) -> str | None:
    names = user_names(written_name(node, context.tree))
    found = next((beside[name] for name in names if name in beside and beside[name].text), None)
    return None if found is None else context.resolve(found.text).text


CONVERSIONS: Mapping[str, Conversion] = {
    "secret_if_given": secret_if_given,
    "secret_strength": secret_strength,
    "url_secret": url_secret,
}
