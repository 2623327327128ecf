"""What a container runs: its programs and the words behind each, as far as that is certain.

Sources: Docker, "Dockerfile reference" (`ENTRYPOINT` and `CMD`: a list is run as it is, a text by a shell);
Compose Specification, "entrypoint", "command"; Kubernetes, "Define a Command and Arguments for a Container".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reglint.documents.node import Node
from reglint.facts.command_words import commands_in, words_in

_SHELL = re.compile(r"(?:sh|bash|ash|dash|zsh)")
_SCRIPT = re.compile(r"-[a-z]*c")
_ASSIGNMENT = re.compile(r"\w+=.*", re.DOTALL)
_BEFORE = {  # programs that run another one, and how many words of their own follow
    **dict.fromkeys(("exec", "nohup", "tini", "dumb-init", "env", "docker-entrypoint.sh"), 0),
    **dict.fromkeys(("gosu", "su-exec", "chpst"), 1),
}


@dataclass(frozen=True, slots=True)
class Command:
    """A program's name without its folder, and the words behind it; "" for the image's own entrypoint."""

    program: str
    words: tuple[Node, ...]


def commands_of(container: Node, *, has_shell: bool = False) -> tuple[Command, ...]:
    """The commands of a container, in the words of compose; none where what it runs is not certain.

    Where it `has_shell`, as a Dockerfile, a text is a script, and behind one that is the entrypoint no
    command counts.
    """
    members = container.value if isinstance(container.value, Mapping) else {}
    said = [members[name] for name in ("entrypoint", "command") if name in members]
    if has_shell and said and said[0].text:
        return tuple(_scripted(said[0]))
    words = tuple(word for one in said for word in _words(one))
    return tuple(_commands(words))


def _words(said: Node) -> tuple[Node, ...]:
    if isinstance(said.value, tuple):
        return tuple(one for one in said.value if not isinstance(one.value, (tuple, Mapping)))
    return words_in(said)


def _scripted(script: Node) -> Iterator[Command]:
    for words in commands_in(script):
        yield from _commands(words)


def _commands(words: tuple[Node, ...]) -> Iterator[Command]:
    rest = _unwrapped(words)
    if not rest:
        return
    name = _name(rest[0].text)
    if name.startswith("-") or "$" in name:
        yield Command("", rest if name.startswith("-") else rest[1:])
    elif not _SHELL.fullmatch(name):
        yield Command(name, rest[1:])
    elif len(rest) > 2 and _SCRIPT.fullmatch(rest[1].text):  # noqa: PLR2004 - a shell, its option, the script
        yield from _scripted(rest[2])


def _unwrapped(words: tuple[Node, ...]) -> tuple[Node, ...]:
    """The words from the program on that is run in the end."""
    while words:
        name = _name(words[0].text)
        if _ASSIGNMENT.fullmatch(words[0].text):
            words = words[1:]
        elif name in _BEFORE and not (len(words) > 1 and name == "exec" and words[1].text.startswith("-")):
            words = words[1 + _BEFORE[name] :]
            words = words[1:] if words and words[0].text == "--" else words
        else:
            break
    return words


def _name(word: str) -> str:
    return word.rpartition("/")[2]
