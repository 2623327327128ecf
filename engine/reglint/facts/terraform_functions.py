"""Operators and the few functions of Terraform that are computed: those that choose, name and convert."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from reglint.documents.node import Node
from reglint.facts.terraform_values import (
    Known,
    OpenError,
    composed,
    is_open,
    is_resource,
    reference_of,
    scalar,
)

_Term: TypeAlias = Callable[[], Known]
_LONGEST_NUMBER = 30


def truth(known: Known) -> bool:
    """A value as a condition. Raises OpenError for what is none."""
    if known.node.text in ("true", "false"):
        return known.node.text == "true"
    raise OpenError


def falsehood(at: Node, known: Known) -> Known:
    """`!a`."""
    return composed(scalar(at, not truth(known)), (known,))


def negative(at: Node, known: Known) -> Known:
    """`-a`."""
    return composed(_number_node(at, -_number(known)), (known,))


def _both(at: Node, left: _Term, right: _Term) -> Known:
    return _first_that(at, left, right, decides=False)


def _either(at: Node, left: _Term, right: _Term) -> Known:
    return _first_that(at, left, right, decides=True)


def _first_that(at: Node, left: _Term, right: _Term, *, decides: bool) -> Known:
    first = left()
    if truth(first) is decides:
        return first
    second = right()
    return composed(scalar(at, truth(second)), (first, second))


def _equal(at: Node, left: _Term, right: _Term) -> Known:
    one, other = left(), right()
    return composed(scalar(at, _same(one.node, other.node)), (one, other))


def _unequal(at: Node, left: _Term, right: _Term) -> Known:
    return falsehood(at, _equal(at, left, right))


def _same(one: Node, other: Node) -> bool:
    if any(node.value is None for node in (one, other)):
        given = other if one.value is None else one
        if is_open(given) and not is_resource(reference_of(given)):
            raise OpenError
        return one.value is None and other.value is None
    if any(is_open(node) or isinstance(node.value, (tuple, Mapping)) for node in (one, other)):
        raise OpenError
    return one.text == other.text


def _compared(compare: Callable[[Decimal, Decimal], bool]) -> Callable[[Node, _Term, _Term], Known]:
    def result(at: Node, left: _Term, right: _Term) -> Known:
        one, other = left(), right()
        return composed(scalar(at, compare(_number(one), _number(other))), (one, other))

    return result


def _computed(compute: Callable[[Decimal, Decimal], Decimal]) -> Callable[[Node, _Term, _Term], Known]:
    def result(at: Node, left: _Term, right: _Term) -> Known:
        one, other = left(), right()
        try:
            made = compute(_number(one), _number(other))
        except (InvalidOperation, ZeroDivisionError, OverflowError) as fault:
            raise OpenError from fault
        return composed(_number_node(at, made), (one, other))

    return result


def _number(known: Known) -> Decimal:
    text = known.node.text
    if len(text) > _LONGEST_NUMBER or isinstance(known.node.value, (bool, tuple, Mapping)):
        raise OpenError
    try:
        number = Decimal(text)
    except InvalidOperation as fault:
        raise OpenError from fault
    if not number.is_finite() or abs(number.adjusted()) > _LONGEST_NUMBER:
        raise OpenError
    return number


def _number_node(at: Node, number: Decimal) -> Node:
    if not number.is_finite() or abs(number.adjusted()) > _LONGEST_NUMBER:
        raise OpenError
    return scalar(at, int(number) if number == number.to_integral_value() else number)


def _text(change: Callable[[str], str]) -> Callable[[Node, Sequence[_Term]], Known]:
    def result(_at: Node, terms: Sequence[_Term]) -> Known:
        known = _closed(terms, 1)[0]
        if isinstance(known.node.value, (tuple, Mapping)) or known.node.value is None:
            raise OpenError
        return replace(known, node=scalar(known.node, change(known.node.text)))

    return result


def _to_number(_at: Node, terms: Sequence[_Term]) -> Known:
    known = _closed(terms, 1)[0]
    return replace(known, node=_number_node(known.node, _number(known)))


def _to_bool(_at: Node, terms: Sequence[_Term]) -> Known:
    known = _closed(terms, 1)[0]
    return replace(known, node=scalar(known.node, truth(known)))


def _as_given(_at: Node, terms: Sequence[_Term]) -> Known:
    return _exactly(terms, 1)[0]()


def _as_structure(_at: Node, terms: Sequence[_Term]) -> Known:
    """What is written as JSON, as what it holds: nobody here reads the text."""
    known = _exactly(terms, 1)[0]()
    if not isinstance(known.node.value, (tuple, Mapping)):
        raise OpenError
    return known


def _any_of(index: int) -> Callable[[Node, Sequence[_Term]], Known]:
    """Of a resource that is made several times, and of which only the name is known, any one."""

    def result(_at: Node, terms: Sequence[_Term]) -> Known:
        known = terms[index]() if index < len(terms) else None
        if known is None or not is_resource(reference_of(known.node)):
            raise OpenError
        return known

    return result


def _coalesce(_at: Node, terms: Sequence[_Term]) -> Known:
    for term in terms:
        found = term()
        if is_open(found.node) and not is_resource(reference_of(found.node)):
            raise OpenError
        if found.node.value not in (None, ""):
            return found
    raise OpenError


def _try(_at: Node, terms: Sequence[_Term]) -> Known:
    """The first of the values, when it is known; whether an open one would fail is not."""
    return _as_given(_at, terms[:1])


def _lookup(_at: Node, terms: Sequence[_Term]) -> Known:
    first, name, *rest = terms if len(terms) > 1 else _exactly(terms, 2)
    whole, key = first(), name()
    if not isinstance(whole.node.value, Mapping) or is_open(key.node):
        raise OpenError
    found = whole.node.value.get(key.node.text)
    if found is not None:
        return replace(whole, node=found)
    return _exactly(rest, 1)[0]()


def _merge(at: Node, terms: Sequence[_Term]) -> Known:
    wholes = _closed(terms, len(terms))
    members: dict[str, Node] = {}
    for one in wholes:
        if not isinstance(one.node.value, Mapping):
            raise OpenError
        members |= one.node.value
    return composed(replace(at, value=members, text=""), wholes)


def _contains(at: Node, terms: Sequence[_Term]) -> Known:
    whole, wanted = _closed(terms, 2)
    if not isinstance(whole.node.value, tuple) or any(map(is_open, whole.node.value)):
        raise OpenError
    found = any(one.text == wanted.node.text for one in whole.node.value)
    return composed(scalar(at, found), (whole, wanted))


def _length(at: Node, terms: Sequence[_Term]) -> Known:
    whole = _closed(terms, 1)[0]
    if whole.node.value is None or isinstance(whole.node.value, (bool, int, Decimal)):
        raise OpenError
    return composed(scalar(at, len(whole.node.value)), (whole,))


def _closed(terms: Sequence[_Term], count: int) -> list[Known]:
    found = [term() for term in _exactly(terms, count)]
    if any(is_open(one.node) for one in found):
        raise OpenError
    return found


def _exactly(terms: Sequence[_Term], count: int) -> Sequence[_Term]:
    if len(terms) != count or not count:
        raise OpenError
    return terms


OPERATORS: Mapping[str, Callable[[Node, _Term, _Term], Known]] = {
    "&&": _both,
    "||": _either,
    "==": _equal,
    "!=": _unequal,
    "<": _compared(operator.lt),
    "<=": _compared(operator.le),
    ">": _compared(operator.gt),
    ">=": _compared(operator.ge),
    "+": _computed(operator.add),
    "-": _computed(operator.sub),
    "*": _computed(operator.mul),
    "/": _computed(operator.truediv),
    "%": _computed(operator.mod),
}
FUNCTIONS: Mapping[str, Callable[[Node, Sequence[_Term]], Known]] = {
    "coalesce": _coalesce,
    "concat": _any_of(0),
    "contains": _contains,
    "element": _any_of(0),
    "join": _any_of(1),
    "jsonencode": _as_structure,
    "length": _length,
    "lookup": _lookup,
    "lower": _text(str.lower),
    "merge": _merge,
    "nonsensitive": _as_given,
    "one": _any_of(0),
    "sensitive": _as_given,
    "tobool": _to_bool,
    "tolist": _as_given,
    "tomap": _as_given,
    "tonumber": _to_number,
    "toset": _as_given,
    "tostring": _text(str),
    "trimspace": _text(str.strip),
    "try": _try,
    "upper": _text(str.upper),
}
