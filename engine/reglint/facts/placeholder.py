"""`${…}` in configuration: resolved where the file itself says the value, left open where it does not.

Each product writes a default in its own way, and none reads another's:

- `spring` (Spring Framework, `PropertySourcesPropertyResolver`): `${name:default}`; `${n:-1}` is minus 1;
- `logback` (Logback manual, "Variable substitution"): `${name:-default}`;
- `shell` (POSIX, "Parameter Expansion", and compose, "Interpolation"): `${NAME:-default}`, `${NAME-default}`,
  `${NAME:?message}`, and `$NAME`, which is left as it stands; `$$` is a dollar sign;
- `terraform` (Terraform, "Strings and Templates"): `${expression}`, which has no default;
- `either`, where a setting may stand in a file of any of them: `${name:default}` and `${name:-default}`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Lookup: TypeAlias = Callable[[str], str | None]
Style: TypeAlias = Literal["spring", "logback", "shell", "terraform", "either"]

_DEPTH = 8
_MOST = 1000  # placeholders that one text may come to: values that repeat each other grow beyond any bound
_SHELL = re.compile(r"(\w+)(?::?([-?+])(.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A text with its placeholders filled in as far as the file says.

    `assumed` are the names whose default was taken, `open` those that nothing gives a value; then `text`
    still has the placeholder in it.
    """

    text: str
    assumed: tuple[str, ...] = ()
    open: tuple[str, ...] = ()

    @property
    def note(self) -> str:
        """`unless A or B is set`, or nothing."""
        return f"unless {' or '.join(self.assumed)} is set" if self.assumed else ""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What placeholders mean and how they are written, and how many have been met."""

    lookup: Lookup
    split: Callable[[str], tuple[str, str | None]]
    met: Iterator[int] = field(default_factory=itertools.count)


def resolve(text: str, lookup: Lookup, *, style: Style = "either") -> Resolved:
    """The text with each `${name}` replaced by its value, by its default, or left as it is.

    >>> resolve("${DAYS:-30} days", lambda name: None)
    Resolved(text='30 days', assumed=('DAYS',), open=())
    """
    if "${" not in text:
        return Resolved(text)
    return _resolved(text, _Reading(lookup, _SPLITS[style]), _DEPTH)


def _resolved(text: str, reading: _Reading, depth: int) -> Resolved:
    parts: list[str] = []
    assumed: list[str] = []
    unset: list[str] = []
    rest = text
    while (start := rest.find("${")) >= 0:
        end = _closing(rest, start + 2)
        if end < 0:
            break
        one = _one(rest[start : end + 1], reading, depth)
        parts += [rest[:start], one.text]
        assumed += one.assumed
        unset += one.open
        rest = rest[end + 1 :]
    return Resolved("".join([*parts, rest]), tuple(dict.fromkeys(assumed)), tuple(dict.fromkeys(unset)))


def _one(whole: str, reading: _Reading, depth: int) -> Resolved:
    name, default = reading.split(whole[2:-1])
    is_spent = not depth or next(reading.met) >= _MOST
    found = None if is_spent else reading.lookup(name)
    if found is not None and found != whole:
        return _resolved(found, reading, depth - 1)
    if default is None or is_spent:
        return Resolved(whole, open=(name,))
    value = _resolved(default, reading, depth - 1)
    return Resolved(value.text, (name, *value.assumed), value.open)


def _spring(inner: str) -> tuple[str, str | None]:
    return _split_at(inner, ":")


def _logback(inner: str) -> tuple[str, str | None]:
    return _split_at(inner, ":-")


def _terraform(inner: str) -> tuple[str, str | None]:
    return inner, None


def _either(inner: str) -> tuple[str, str | None]:
    name, default = _split_at(inner, ":")
    return name, None if default is None else default.removeprefix("-")


def _shell(inner: str) -> tuple[str, str | None]:
    match = _SHELL.fullmatch(inner)
    if match is None:
        return inner, None
    return match[1], match[3] if match[2] == "-" else None


def _split_at(inner: str, sign: str) -> tuple[str, str | None]:
    """The name and the default behind the first sign, unless that stands in an inner placeholder."""
    nested, at = inner.find("${"), inner.find(sign)
    if at < 0 or 0 <= nested < at:
        return inner.strip(), None
    return inner[:at].strip(), inner[at + len(sign) :]


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


_SPLITS: dict[Style, Callable[[str], tuple[str, str | None]]] = {
    "spring": _spring,
    "logback": _logback,
    "shell": _shell,
    "terraform": _terraform,
    "either": _either,
}
