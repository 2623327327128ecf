"""Secrets that a shell script writes in clear: set, as options of programs, in headers and in URLs.

Whether the script ever comes that way is not asked: what it holds stands in the file. Sources: the manuals of
mysql (`-p` with its value joined to it), redis-cli (`-a`), docker and helm (`login -p`), sshpass (`-p`), curl
(`-u user:password`, `-H`), openssl ("Pass Phrase Options"); RFC 3986 section 3.2.1 (userinfo).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reglint.documents.node import Node
from reglint.facts.convert.part import part_of
from reglint.facts.secret_name import names_a_secret

_BARE = r"[\"']?(?P<bare>(?:\$\{\{[^}]*\}\}|[^\s\"'&|;])+)"
_VALUE = rf"(?:\"(?P<double>[^\"\n]+)\"|'(?P<single>[^'\n]+)'|{_BARE})"
_NO_PAIR = r"(?![\w.\-]{1,100}=[^=\s\"'])"  # --from-literal=password=…
_ARGUMENTS = r"\s(?:[^\n|;&\\]|\\\n|\\.){0,500}?(?<=\s)"
"""The words of a command between its name and an option."""

_NAMED = (
    re.compile(rf"(?:--|-D|\b)(?P<name>[A-Za-z_][\w.\-]{{0,100}})={_NO_PAIR}{_VALUE}"),
    re.compile(rf"--(?P<name>[a-z][\w\-]{{0,100}}) +(?!-){_VALUE}"),
    re.compile(
        rf"(?:-H|--header)[ =]{{0,4}}[\"']?(?P<name>[\w\-]{{1,100}}): *(?:(?i:Bearer|Basic|token) +)?{_BARE}"
    ),
)
"""What has a name that tells whether it is a secret: set, as an option, in a header."""

_SURE = (
    re.compile(rf"(?P<name>(?i:Authorization)): *(?i:Bearer|Basic|token) +{_BARE}"),
    re.compile(rf"\b(?P<name>(?:mysql|mariadb)[\w\-]{{0,20}}){_ARGUMENTS}-p(?=\S){_VALUE}"),
    re.compile(rf"\b(?P<name>redis-cli){_ARGUMENTS}-a +{_VALUE}"),
    re.compile(rf"\b(?P<name>[a-z]{{1,20}}(?: registry)? login){_ARGUMENTS}-p[ =]+{_VALUE}"),
    re.compile(rf"\becho +(?:-n +)?{_VALUE} *\| *(?P<name>[a-z]{{1,20}}(?: registry)? login)\s"),
    re.compile(rf"\b(?P<name>sshpass) +-p *{_VALUE}"),
    re.compile(rf"\b(?P<name>curl|wget){_ARGUMENTS}(?:-u|--user)[ =]*[\"']?[^\s:\"']{{1,100}}:{_BARE}"),
    re.compile(rf"\b(?P<name>openssl){_ARGUMENTS}-pass(?:in|out)? +pass:{_VALUE}"),
    re.compile(r"\b(?P<name>[a-z][a-z0-9+.\-]{0,20})://[^\s/@:?#;\"'$]{0,100}:(?P<bare>[^\s/@\"'$]{1,500})@"),
)
"""What is a secret where it stands."""

_ALWAYS = frozenset({"authorization"})
_NO_SECRET = re.compile(r"=.*|(?:id|type)=.*|\.\*.*|\[.*|\d+:\d+|.*[$`].*", re.DOTALL)
"""A comparison, a secret of a build by its id, a pattern, ports, what a shell or an expression fills in."""


def secrets_in(script: Node) -> Iterator[tuple[str, Node]]:
    """The secrets that a script gives in clear, in its order: what each is called, and its value.

    One without a name is called as the program is that it is given to.
    """
    found: dict[int, tuple[str, Node]] = {}
    for match in _matches(script.text):
        group = _value_of(match)
        if not _NO_SECRET.fullmatch(match[group]) and not _is_remark(script.text, match.start()):
            found.setdefault(match.start(group), (match["name"], part_of(script, *match.span(group))))
    yield from (found[start] for start in sorted(found))


def _matches(text: str) -> Iterator[re.Match[str]]:
    for pattern in _NAMED:
        yield from (match for match in pattern.finditer(text) if _is_secret(match["name"]))
    for pattern in _SURE:
        yield from pattern.finditer(text)


def _is_secret(name: str) -> bool:
    return name.casefold() in _ALWAYS or names_a_secret(name.rpartition(".")[2])


def _value_of(match: re.Match[str]) -> str:
    """The group that the value is in."""
    return next(name for name in ("double", "single", "bare") if match.groupdict().get(name) is not None)


def _is_remark(text: str, at: int) -> bool:
    """Whether a line begins as a comment."""
    return text[text.rfind("\n", 0, at) + 1 : at].lstrip().startswith("#")
