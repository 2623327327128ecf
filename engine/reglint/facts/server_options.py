"""Options of a database server on its command line, as the document that its own source reads.

Sources: MySQL, "Specifying Program Options" (`--name=value`, `--name value`; a `--` alone ends them);
PostgreSQL, "Parameter Interaction via the Shell" (`-c name=value`, `--name=value`, `-l` for `ssl`); Redis,
"Passing arguments using the command line" (`--name` and its arguments). The images of all three put their
server before words that begin with a dash.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from reglint.documents.node import Node
from reglint.facts.container_commands import Command
from reglint.facts.convert.part import part_of
from reglint.facts.option_files import option_files
from reglint.facts.tree import text_of

_Words: TypeAlias = tuple[Node, ...]
_Said: TypeAlias = dict[str, list[Node]]
_OPTION = re.compile(r"--([A-Za-z][\w.\-]*)(=?)")
_SETTING = re.compile(r"\s*([A-Za-z_][\w.]*)\s*=\s*")
_SWITCH = re.compile(r"(?:skip|disable|enable)[-_].+")


@dataclass(frozen=True, slots=True)
class ServerOptions:
    """The source of the product by its id, and the document that the options come to."""

    source: str
    root: Node


@dataclass(frozen=True, slots=True)
class _Product:
    """A source's id, how the server's program is called, its images, and how its options are read."""

    source: str
    program: re.Pattern[str]
    images: re.Pattern[str]
    read: Callable[[_Words, Node], Node | None]


def server_options(container: Node, commands: tuple[Command, ...]) -> ServerOptions | None:
    """What the options say of the one server that a container runs; None without any."""
    image = text_of(container, "image")
    found = [(one, known) for one in commands for known in _PRODUCTS if _runs(one, known, image)]
    if len(found) != 1:
        return None
    command, product = found[0]
    root = product.read(command.words, container)
    return None if root is None else ServerOptions(product.source, root)


def _runs(command: Command, product: _Product, image: str) -> bool:
    """Whether a command is a product's server, by its program, else by the image that names none."""
    if command.program:
        return product.program.fullmatch(command.program) is not None
    return product.images.search(image) is not None


def _mysql(words: _Words, holder: Node) -> Node | None:
    said: _Said = {}
    for index, word in enumerate(words):
        if word.text == "--":
            break
        match = _OPTION.match(word.text)
        if match is None:
            continue
        is_long = not match[2] and index + 1 < len(words) and not _SWITCH.fullmatch(match[1])
        following = words[index + 1] if is_long and not words[index + 1].text.startswith("-") else None
        said.setdefault(match[1], []).append(_value(word, match) if following is None else following)
    if not said:
        return None
    group = replace(holder, value=_series(said), text="", pointer="/mysqld")
    return option_files(replace(holder, value={"mysqld": group}, text="", pointer=""))


def _postgres(words: _Words, holder: Node) -> Node | None:
    said: _Said = {}
    for index, word in enumerate(words):
        match = _OPTION.match(word.text)
        if word.text == "--":
            break
        if word.text == "-l":
            said.setdefault("ssl", []).append(replace(word, value="on", text="on"))
        elif match is not None and match[2]:
            said.setdefault(_parameter(match[1]), []).append(_value(word, match))
        setting = _setting(word, words[index + 1 : index + 2])
        named = _SETTING.match(setting.text) if setting is not None else None
        if setting is not None and named is not None:
            value = part_of(setting, named.end(), len(setting.text))
            said.setdefault(_parameter(named[1]), []).append(_at(value, setting))
    return replace(holder, value=_series(said), text="", pointer="") if said else None


def _setting(word: Node, following: _Words) -> Node | None:
    """What `-c` gives, which may be a word of its own."""
    if word.text == "-c":
        return following[0] if following else None
    return part_of(word, 2, len(word.text)) if word.text.startswith("-c") else None


def _redis(words: _Words, holder: Node) -> Node | None:
    lines: _Said = {}
    name = ""
    for word in words:
        match = _OPTION.match(word.text)
        if match is not None:
            name = match[1].casefold()
            value = (_value(word, match),) if match[2] else ()
            lines.setdefault(name, []).append(replace(word, value=value, text=""))
        elif name:
            last = lines[name][-1]
            before = last.value if isinstance(last.value, tuple) else ()
            lines[name][-1] = replace(last, value=(*before, word))
    said = {key: [replace(one, value={"@args": one}) for one in series] for key, series in lines.items()}
    return replace(holder, value=_series(said), text="", pointer="") if said else None


def _parameter(name: str) -> str:
    return name.replace("-", "_").casefold()


def _value(word: Node, match: re.Match[str]) -> Node:
    if not match[2]:
        return replace(_at(word, word), value=None, text="")
    return _at(part_of(word, match.end(), len(word.text)), word)


def _at(value: Node, word: Node) -> Node:
    """A value whose key is the word that it stands in."""
    return replace(value, key_line=word.line, key_column=word.column)


def _series(said: _Said) -> Mapping[str, Node]:
    return {
        name: replace(values[0], value=tuple(values), text="", pointer=f"/{name}")
        for name, values in said.items()
    }


_PRODUCTS = (
    _Product(
        "mysql",
        re.compile(r"mysqld(?:_safe)?|mariadbd(?:-safe)?"),
        re.compile(r"(?:^|/)(?:mysql|mysql-server|mariadb|percona)(?:[:@]|$)"),
        _mysql,
    ),
    _Product(
        "postgresql",
        re.compile(r"postgres|postmaster"),
        re.compile(r"(?:^|/)(?:postgres|postgis|timescaledb)(?:[:@]|$)"),
        _postgres,
    ),
    _Product(
        "redis",
        re.compile(r"(?:redis|valkey|keydb)-server"),
        re.compile(r"(?:^|/)(?:redis|valkey|keydb)(?:[:@]|$)"),
        _redis,
    ),
)
