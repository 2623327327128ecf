"""`${…}` in configuration: resolved where the file itself says the value, left open where it does not.

Spring writes `${name:default}` (Spring Framework, PropertySourcesPropertyResolver); Logback, shells and compose
write `${NAME:-default}`. Both are read everywhere: a default that begins with a minus sign is rarer than a shell's
default in a Spring file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

Lookup: TypeAlias = Callable[[str], str | None]

_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Resolved:
    """A text with its placeholders filled in as far as the file says.

    `assumed` are the names whose default was taken, `open` those that nothing gives a value; then `text` still
    has the placeholder in it.
    """

    text: str
    assumed: tuple[str, ...] = ()
    open: tuple[str, ...] = ()

    @property
    def note(self) -> str:
        """`unless A or B is set`, or nothing."""
        return f"unless {' or '.join(self.assumed)} is set" if self.assumed else ""


def resolve(text: str, lookup: Lookup, *, depth: int = _DEPTH) -> Resolved:
    """The text with each `${name}` replaced by its value, by its default, or left as it is.

    >>> resolve("${DAYS:-30} days", lambda name: None)
    Resolved(text='30 days', assumed=('DAYS',), open=())
    """
    parts: list[str] = []
    assumed: list[str] = []
    unset: list[str] = []
    rest = text
    while (start := rest.find("${")) >= 0:
        end = _closing(rest, start + 2)
        if end < 0:
            break
        one = _one(rest[start + 2 : end], rest[start : end + 1], lookup, depth)
        parts += [rest[:start], one.text]
        assumed += one.assumed
        unset += one.open
        rest = rest[end + 1 :]
    return Resolved("".join([*parts, rest]), tuple(dict.fromkeys(assumed)), tuple(dict.fromkeys(unset)))


def _one(inner: str, whole: str, lookup: Lookup, depth: int) -> Resolved:
    name, default = _split(inner)
    found = lookup(name) if depth else None
    if found is not None and found != whole:
        return resolve(found, lookup, depth=depth - 1)
    if default is None or not depth:
        return Resolved(whole, open=(name,))
    value = resolve(default, lookup, depth=depth - 1)
    return Resolved(value.text, (name, *value.assumed), value.open)


def _split(inner: str) -> tuple[str, str | None]:
    nested = inner.find("${")
    colon = inner.find(":")
    if colon < 0 or 0 <= nested < colon:
        return inner.strip(), None
    return inner[:colon].strip(), inner[colon + 1 :].removeprefix("-")


def _closing(text: str, start: int) -> int:
    depth = 1
    for index in range(start, len(text)):
        if text.startswith("${", index):
            depth += 1
        elif text[index] == "}":
            depth -= 1
            if not depth:
                return index
    return -1
