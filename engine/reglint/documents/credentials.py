"""Credentials in running text: what may not be shown, whatever else is known of a line."""

from __future__ import annotations

from collections.abc import Iterator

from reglint.documents.credential_patterns import ACL, CLIENTS, COMMENT, PATTERNS, SECRET_WORD

REDACTED = "‹redacted›"


def credential_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where credentials stand in a text: userinfo of URLs, values of `password=`, `--requirepass`, `-p…`.

    It rather names too much than too little: a comment that speaks of a secret is one as a whole. The spans
    may overlap.
    """
    gated = (pattern for gate, pattern in (CLIENTS, ACL) if gate.search(text))
    matches = (match for pattern in (*PATTERNS, *gated) for match in pattern.finditer(text))
    return (*(match.span(match.lastindex or 0) for match in matches), *_comments(text))


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


def _comments(text: str) -> Iterator[tuple[int, int]]:
    for match in COMMENT.finditer(text):
        if SECRET_WORD.search(match[1]):
            yield match.span(1)
