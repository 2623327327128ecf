"""Options of a Java program: system properties (`-Dname=value`) and arguments (`--name=value`).

Sources: JDK, "The java Command" (options stand before the main class or `-jar FILE`, whatever follows is the
program's; of a property that is set twice the last holds; `JDK_JAVA_OPTIONS` stands before the command
line's); JVM TI, "The JAVA_TOOL_OPTIONS Environment Variable" (read before the command line; `_JAVA_OPTIONS`
of HotSpot after it); Spring Boot, "Accessing Command Line Properties" (what stands twice is joined by a
comma), where a `--` alone ends the options. `JAVA_OPTS` is a custom of scripts that start Java.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from reglint.documents.node import Node
from reglint.facts.command_words import words_in
from reglint.facts.container_commands import Command
from reglint.facts.convert.part import part_of

JAVA_VARIABLES = ("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JAVA_OPTS", "_JAVA_OPTIONS")
"""Variables whose words are options of Java's."""

Options: TypeAlias = Mapping[str, Node]
"""Values by the names that the options give them."""

_Words: TypeAlias = tuple[Node, ...]

_JAVA = re.compile(r"java(?:\.exe)?")
_BEFORE, _AFTER, _LOOSE = ("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"), "_JAVA_OPTIONS", "JAVA_OPTS"
_PROPERTY = re.compile(r"-D([\w.\-\[\]]+)=")
_ARGUMENT = re.compile(r"--([A-Za-z][\w.\-\[\]]*)=?")
_SPRING = re.compile(r"(?:spring|server|management|logging)\.[\w.\-\[\]]+")
_EXPANDED = re.compile(r"\$\{(\w+)\}")
_WITH_A_WORD = frozenset(
    {
        *("-cp", "-classpath", "--class-path", "-p", "--module-path", "--upgrade-module-path"),
        *("--add-modules", "--add-opens", "--add-exports", "--add-reads", "--limit-modules"),
        *("--patch-module", "--enable-native-access", "--source"),
    }
)
_STARTS = frozenset({"-jar", "-m", "--module"})


@dataclass(frozen=True, slots=True)
class JavaOptions:
    """System properties and arguments of a program.

    There are several `properties` where their order is not known: each may be what holds.
    """

    properties: tuple[Options, ...]
    arguments: Options


def java_options(commands: Sequence[Command], variables: Mapping[str, Node]) -> JavaOptions:
    """The options that a container's commands and variables give to the one program of Java's it runs.

    Of a program that only the image names, an argument counts by a name of Spring's. Of several programs of
    Java's none is known to be meant.
    """
    given = {name: words_in(variables[name]) for name in JAVA_VARIABLES if name in variables}
    words, arguments = _words(commands, given)
    before = [word for name in _BEFORE for word in given.get(name, ())]
    sure = _properties([*before, *words, *given.get(_AFTER, ())])
    is_placed = any(one.text == f"${{{_LOOSE}}}" for one in _of_java(commands))
    loose = {} if is_placed else _properties(given.get(_LOOSE, ()))
    orders = ({**loose, **sure}, {**sure, **loose})
    differ = any(name in sure and sure[name].text != one.text for name, one in loose.items())
    return JavaOptions(orders if differ else orders[:1], _arguments(arguments))


def _words(commands: Sequence[Command], given: Mapping[str, _Words]) -> tuple[_Words, _Words]:
    """The options of Java itself on a command line, and the words of its program."""
    if any(_JAVA.fullmatch(one.program) for one in commands):
        return _split(_expanded(_of_java(commands), given))
    unnamed = [one for one in commands if not one.program]
    said = unnamed[0].words if len(unnamed) == 1 else ()
    return (), tuple(one for one in said if _is_springs(one))


def _of_java(commands: Iterable[Command]) -> _Words:
    """The words of the one program of Java's."""
    programs = [one for one in commands if _JAVA.fullmatch(one.program)]
    return programs[0].words if len(programs) == 1 else ()


def _expanded(words: Iterable[Node], given: Mapping[str, _Words]) -> _Words:
    """The words with those of a variable that a script puts between them."""
    found: list[Node] = []
    for word in words:
        match = _EXPANDED.fullmatch(word.text)
        found += given.get(match[1], (word,)) if match is not None else (word,)
    return tuple(found)


def _split(words: _Words) -> tuple[_Words, _Words]:
    """The options of Java itself, and the words of its program."""
    index = 0
    while index < len(words):
        text = words[index].text
        if text in _STARTS:
            return words[:index], words[index + 2 :]
        if not text.startswith(("-", "@", "$")):
            return words[:index], words[index + 1 :]
        index += 2 if text in _WITH_A_WORD else 1
    return words, ()


def _properties(words: Iterable[Node]) -> Options:
    return dict(_values(words, _PROPERTY))


def _arguments(words: Iterable[Node]) -> Options:
    found: dict[str, Node] = {}
    for name, value in _values(_before_the_end(words), _ARGUMENT):
        text = f"{found[name].text},{value.text}" if name in found else value.text
        found[name] = replace(value, value=text, text=text)
    return found


def _before_the_end(words: Iterable[Node]) -> Iterator[Node]:
    for word in words:
        if word.text == "--":
            return
        yield word


def _values(words: Iterable[Node], option: re.Pattern[str]) -> Iterator[tuple[str, Node]]:
    for word in words:
        match = option.match(word.text)
        if match is not None and (match[0].endswith("=") or match.end() == len(word.text)):
            value = part_of(word, match.end(), len(word.text))
            named = replace(value, pointer=f"/{match[1]}")
            yield match[1], replace(named, key_line=word.line, key_column=word.column)


def _is_springs(word: Node) -> bool:
    match = _ARGUMENT.match(word.text)
    return word.text == "--" or (match is not None and _SPRING.fullmatch(match[1]) is not None)
