"""The words of a text, each at its own place: as compose splits a command, and as a shell reads a script.

Sources: POSIX, "Shell Command Language" (quoting, lists of commands, redirection); Compose Specification,
"command" (a text is split as a shell would, and no shell runs it).
"""

from __future__ import annotations

import re
from dataclasses import replace

from reglint.documents.node import Node
from reglint.facts.convert.part import part_of

_PIECE = r"""\\.|"(?:[^"\\]|\\.)*+"|'[^']*+'"""
_WORD = re.compile(rf"""(?:{_PIECE}|[^\s"'\\])++""", re.DOTALL)
_TOKEN = re.compile(
    r"(?P<blank>\\\n|[^\S\n]+)"
    rf"""|(?P<moved>\d?(?:>>?|<)(?:&\d|[ \t]*(?:{_PIECE}|[^\s"'\\;&|<>()])++))"""
    r"""|(?P<comment>\#[^\n]*)|(?P<ends>&&|;|\n|&(?!&))"""
    rf"""|(?P<word>(?:{_PIECE}|\$\{{[^{{}}\s]*\}}|[^\s"'\\;&|<>()`{{}}])++)""",
    re.DOTALL,
)
_QUOTED = re.compile(r"""\\(.)|"((?:[^"\\]|\\.)*+)"|'([^']*+)'""", re.DOTALL)
_WHOLE = re.compile(r"""["][^"\\]*+"|'[^']*+'""")
_ESCAPED = re.compile(r"""\\(["\\$`])""")
_VARIABLE = re.compile(r"\$\$?(?:(\w+)|\{(\w+)\})")
_NESTED = re.compile(r"\$\(|`")
_BRANCHES = frozenset({"if", "for", "while", "until", "case", "function", "!", "[", "[[", "trap", "eval"})


def words_in(node: Node) -> tuple[Node, ...]:
    """The words of a text, without their quotes."""
    return tuple(_word(node, *match.span()) for match in _WORD.finditer(node.text))


def commands_in(script: Node) -> tuple[tuple[Node, ...], ...]:
    """The commands of a script, each its words; `$NAME` reads `${NAME}`.

    Of a script that branches, pipes or nests there are none: what it runs is not certain.
    """
    commands: list[list[Node]] = [[]]
    end = 0
    for match in _TOKEN.finditer(script.text):
        if match.start() != end:
            return ()
        end = match.end()
        if match["ends"]:
            commands.append([])
        elif match["word"]:
            commands[-1].append(_expanding(_word(script, *match.span())))
    is_known = end == len(script.text) and _NESTED.search(script.text) is None
    plain = [tuple(one) for one in commands if one]
    return tuple(plain) if is_known and not any(one[0].text in _BRANCHES for one in plain) else ()


def _word(node: Node, start: int, end: int) -> Node:
    if _WHOLE.fullmatch(node.text, start, end):
        return part_of(node, start + 1, end - 1)
    part = part_of(node, start, end)
    text = _QUOTED.sub(_bare, part.text)
    return replace(part, value=text, text=text)


def _bare(match: re.Match[str]) -> str:
    if match[2] is not None:
        return _ESCAPED.sub(r"\1", match[2])
    return match[1] if match[1] is not None else match[3]


def _expanding(word: Node) -> Node:
    text = _VARIABLE.sub(lambda match: f"${{{match[1] or match[2]}}}", word.text)
    return replace(word, value=text, text=text)
