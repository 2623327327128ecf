"""No two conditions of different meaning have one sentence, however they are put together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from random import Random
from typing import TypeAlias

import pytest
from tests.language.typed_documents import seeded

from reglint.facts.shipped import shipped_vocabulary
from reglint.language.parser import parse
from reglint.language.sentence.text import as_text, sentence
from reglint.language.syntax import Binary, Call, Conditional, Expression, Macro, Unary

SCHEMA = shipped_vocabulary().schema
COUNT = 300
DEEPEST = 3
PLATFORM = (
    "incident.plan.exists",
    "governance.security_officer.appointed",
    "platform.mlps_level >= 3",
    "has(custody.bank)",
)
STREAM = (
    "s.immutable",
    "s.retention >= months(6)",
    's.kind == "debug"',
    'logging.stores.exists(t, t.name == "a")',
)
AROUND = {
    "alone": ("{}", PLATFORM),
    "every": ("logging.streams.all(s, {})", STREAM),
    "some": ("logging.streams.exists(s, {})", STREAM),
    "guard": ("logging.streams.filter(s, {}).all(s, s.retention >= months(12))", STREAM),
    "count": ("size(logging.streams.filter(s, {})) >= 2", STREAM),
    "times": ("size(logging.streams.filter(s, {})) * 2 < 10", STREAM),
    "plus": ("size(logging.streams.filter(s, {})) + 2 < 10", STREAM),
}

JOINTS = {"en": (" and ", " or "), "zh": ("并且", "或者"), "ja": ("かつ", "又は")}
BETWEEN = {
    "en": r"(?i)\bif [^:;()]*|\bunless [^:;()]*|, except |[:;()]",
    "zh": "，则|，但|，否则|[：；（）“”]",
    "ja": "場合は|場合を除き|ものが|もののすべて|ものを除く|ものの数|[：；。（）「」]",
}
"""What parts a condition from what follows, each of which may be joined in its own way."""

Table: TypeAlias = tuple[bool, ...]

_JOINTS: Mapping[str, Callable[[bool, bool], bool]] = {
    "&&": lambda left, right: left and right,
    "||": lambda left, right: left or right,
    "==": lambda left, right: left == right,
    "!=": lambda left, right: left != right,
}


_JOINED: tuple[Callable[[Expression, Expression], Expression], ...] = (
    lambda left, right: Binary("&&", left, right),
    lambda left, right: Binary("||", left, right),
    lambda left, right: Binary("==", left, right),
    lambda left, right: Call("implies", (left, right)),
)


@pytest.mark.parametrize("language", ["en", "zh", "ja"])
@pytest.mark.parametrize("around", AROUND)
def test_conditions_that_differ_never_read_the_same(around: str, language: str) -> None:
    form, written = AROUND[around]
    atoms = tuple(_parsed(source) for source in written)
    read: dict[str, dict[Table, Expression]] = {}
    for combined in _combinations(atoms, seeded(len(around))):
        text = as_text(sentence(_put(form, combined), SCHEMA, language))
        read.setdefault(text, {}).setdefault(_table(combined, atoms), combined)
    assert {text: [*found.values()] for text, found in read.items() if len(found) > 1} == {}


@pytest.mark.parametrize("language", ["en", "zh", "ja"])
@pytest.mark.parametrize("around", AROUND)
def test_no_clause_is_joined_by_and_and_by_or(around: str, language: str) -> None:
    form, written = AROUND[around]
    atoms = tuple(_parsed(source) for source in written)
    combined = _combinations(atoms, seeded(len(around)))
    said = (sentence(_put(form, inside), SCHEMA, language) for inside in combined)
    clauses = (part for lines in said for line in lines for part in re.split(BETWEEN[language], line.text))
    assert {clause for clause in clauses if all(joint in clause for joint in JOINTS[language])} == set()


def _parsed(source: str) -> Expression:
    expr = parse(source)
    assert not isinstance(expr, tuple), expr
    return expr


def _put(form: str, inside: Expression) -> Expression:
    """The condition in the place of `{}`."""
    return _replaced(_parsed(form.format("platform.open")), _parsed("platform.open"), inside)


def _replaced(expr: Expression, old: Expression, new: Expression) -> Expression:
    match expr:
        case Macro(operand, macro, variable, body):
            return Macro(_replaced(operand, old, new), macro, variable, _replaced(body, old, new))
        case Call(function, arguments):
            return Call(function, tuple(_replaced(each, old, new) for each in arguments))
        case Binary(operator, left, right):
            return Binary(operator, _replaced(left, old, new), _replaced(right, old, new))
    return new if expr == old else expr


def _combinations(atoms: tuple[Expression, ...], random: Random) -> Iterator[Expression]:
    """Each way to bracket three atoms, with and without denials, and deeper ones at random."""
    first, second, third, _ = atoms
    for outer, inner in product(_JOINED, repeat=2):
        for one, two in product((first, Unary("!", first)), (second, Unary("!", second))):
            yield outer(inner(one, two), third)
            yield outer(one, inner(two, third))
            yield outer(one, Unary("!", inner(two, third)))
    yield from (_combined(atoms, random, DEEPEST) for _ in range(COUNT))


def _combined(atoms: tuple[Expression, ...], random: Random, depth: int) -> Expression:
    """The atoms put together at random."""

    def inner() -> Expression:
        return _combined(atoms, random, depth - 1)

    match random.choice(("atom", "not", "joint", "joint", "implies", "choice")) if depth else "atom":
        case "not":
            return Unary("!", inner())
        case "joint":
            operator = random.choice(("&&", "&&", "||", "||", "==", "!="))
            return Binary(operator, inner(), inner())
        case "implies":
            return Call("implies", (inner(), inner()))
        case "choice":
            return Conditional(inner(), inner(), inner())
    return random.choice(atoms)


def _table(expr: Expression, atoms: tuple[Expression, ...]) -> Table:
    """What the condition comes to where each of the atoms holds or does not."""
    return tuple(
        _holds(expr, dict(zip(atoms, held, strict=True)))
        for held in product((False, True), repeat=len(atoms))
    )


def _holds(expr: Expression, held: Mapping[Expression, bool]) -> bool:
    if expr in held:
        return held[expr]
    match expr:
        case Unary(_, operand):
            return not _holds(operand, held)
        case Call(_, (guard, body)):
            return not _holds(guard, held) or _holds(body, held)
        case Conditional(condition, yes, no):
            return _holds(yes if _holds(condition, held) else no, held)
        case Binary(operator, left, right):
            return _JOINTS[operator](_holds(left, held), _holds(right, held))
    raise AssertionError(expr)
