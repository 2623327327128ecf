"""Slips of the pen: expressions of the conformance tests with a few pieces exchanged, doubled or lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random

_PIECE = re.compile(
    r"""[rRbB]*(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*') | \w+(?:\.[0-9]+)? | \s | &&|\|\||[<>=!]= | .""",
    re.VERBOSE | re.DOTALL,
)
_SIGNS = (*"0189xXuUeE.,:?()[]{}'\"\\+-*/%<>=!&|", " ", "\n", "\r", "\N{NO-BREAK SPACE}", "中")


def mutants(sources: Sequence[str], count: int) -> Iterator[str]:
    """As many expressions as `count`, the same at every run."""
    random = Random(50)  # noqa: S311 - nothing secret hangs on it
    pool = [piece for source in sources for piece in _PIECE.findall(source)]
    for _ in range(count):
        pieces = _PIECE.findall(random.choice(sources))
        for _ in range(random.randint(1, 3)):
            _slip(pieces, pool, random)
        yield "".join(pieces)


def _slip(pieces: list[str], pool: Sequence[str], random: Random) -> None:
    at = random.randrange(len(pieces) + 1)
    match random.choice(("exchange", "insert", "double", "lose", "sign")):
        case "exchange":
            pieces[at : at + 1] = [random.choice(pool)]
        case "insert":
            pieces.insert(at, random.choice(pool))
        case "double":
            pieces[at:at] = pieces[at - 1 : at]
        case "lose":
            del pieces[at : at + 1]
        case "sign":
            pieces.insert(at, random.choice(_SIGNS))
