"""Credentials in running text: what may not be shown, whatever else is known of a line."""

from __future__ import annotations

import re

REDACTED = "‹redacted›"

_VALUE = r"""(?:"([^"\r\n]+)|'([^'\r\n]+)|([^\s&;,"'<>\]})]+))"""
_WORD = r"(?:pass(?:word|wd|phrase)?|pwd|secret|token|credentials?|(?:api|access|secret|private)[._-]?key)"
_GAP = r"""["']?(?:=|[,\s]{1,4}(?!-))"""
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"""://([^\s"'<>/?#@:]{0,128}:(?![0-9]{1,5}/)[^\s"'<>]{0,2048}|[^\s"'<>/?#@]{1,2048})@""",
        rf"{_WORD}[0-9]{{0,4}}\s{{0,4}}=\s{{0,4}}{_VALUE}",
        rf"""{_WORD}[0-9]{{0,4}}["']\s{{0,4}}:\s{{0,4}}{_VALUE}""",
        rf"{_WORD}[0-9]{{0,4}}\s{{0,4}}:\s{{1,4}}(?!#\s){_VALUE}",
        rf"{_WORD}[\w.-]{{0,32}}>\s{{0,64}}([^<\r\n]+)",
        rf"[$]\w{{0,32}}{_WORD}\s{{1,4}}{_VALUE}",
        rf"""--?[\w-]{{0,32}}{_WORD}{_GAP}{_VALUE}""",
        rf"""\b(?:requirepass|masterauth){_GAP}{_VALUE}""",
        rf"\b(?:Basic|Bearer)\s{{1,4}}{_VALUE}",
        r"""(?:^|[\s"'])-p([^\s"',\]]+)""",
    )
)
_CLIENT = re.compile(r"\b(?:mysql\w*|mariadb\w*|redis-cli|mongo\w*|psql|sshpass|curl|ldapsearch)\b")
_CLIENT_OPTION = re.compile(rf"""(?:^|[\s"'])-[apuw]{_GAP}{_VALUE}""")


def credential_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where credentials stand in a text: userinfo of URLs, values of `password=`, `--requirepass`, `-p…`.

    It rather names too much than too little. The spans may overlap.
    """
    patterns = (*_PATTERNS, _CLIENT_OPTION) if _CLIENT.search(text) else _PATTERNS
    matches = (match for pattern in patterns for match in pattern.finditer(text))
    return tuple(match.span(match.lastindex or 0) for match in matches)


def mask_credentials(text: str) -> str:
    """The text with ‹redacted› in the place of every credential.

    >>> mask_credentials("redis://:hunter2@cache:6379 --requirepass s3cret")
    'redis://‹redacted›@cache:6379 --requirepass ‹redacted›'
    """
    for start, end in reversed(joined(credential_spans(text))):
        text = f"{text[:start]}{REDACTED}{text[end:]}"
    return text


def joined(spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """The spans in order, those that touch or overlap as one, the empty ones left out.

    >>> joined(((4, 6), (0, 2), (5, 9), (3, 3)))
    ((0, 2), (4, 9))
    """
    result: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)
