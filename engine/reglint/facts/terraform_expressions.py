"""Expressions of Terraform → what they come to, as far as the files say it.

Source: Terraform, "Expressions": precedence of operators, conditional expressions, references, templates.
What is not computed here (`for`, splats of what is known, most functions) is open, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from reglint.documents.hcl_expressions import expression
from reglint.documents.hcl_parts import Part, template_parts
from reglint.documents.hcl_syntax import IDENTIFIER, Expression, Kind, Scope
from reglint.documents.hcl_templates import quoted
from reglint.documents.limits import DEFAULT_LIMITS
from reglint.documents.node import Node
from reglint.documents.source import RefusalError, Source, line_starts
from reglint.facts.terraform_functions import FUNCTIONS, OPERATORS, falsehood, negative, truth
from reglint.facts.terraform_values import DEEPEST, Known, OpenError, composed, inside, is_open, scalar

Names: TypeAlias = Callable[[tuple[str, ...], Node, int], Known]
"""The steps of a reference, the node that it stands in, how deep → its value. Raises OpenError."""

_Term: TypeAlias = Callable[[], Known]
_NAME = re.compile(IDENTIFIER)
_NUMBER = re.compile(r"[0-9]++(?:\.[0-9]++)?")
_STEP = re.compile(rf"\.[ \t]*+({IDENTIFIER}|[0-9]++)")
_SPLAT = re.compile(r"\[\*\]|\.\*")
_PATH = re.compile(r"[A-Za-z_][\w.\[\]*-]{0,200}")
_SIGN = re.compile(r"==|!=|<=|>=|&&|\|\||/(?!\*)|[-+*%<>]")
_PRECEDENCE = ({"||"}, {"&&"}, {"==", "!="}, {"<", "<=", ">", ">="}, {"+", "-"}, {"*", "/", "%"})
_WORDS = {"true": True, "false": False, "null": None}
_MOST_SIGNS = 24


@dataclass(frozen=True, slots=True)
class _Reader:
    """An expression's text, the node that it stands in, what names mean there, and how deep that is."""

    scope: Scope
    at: Node
    names: Names
    depth: int

    def below(self) -> _Reader:
        if self.depth >= DEEPEST:
            raise OpenError
        return replace(self, depth=self.depth + 1)

    def skip(self, offset: int) -> int:
        return self.scope.skip(offset)

    @property
    def text(self) -> str:
        return self.scope.source.text


def evaluated(node: Node, names: Names, depth: int = 0) -> Known:
    """A node with every text in it filled in; what stays open keeps its own words in `${…}`."""
    if isinstance(node.value, tuple):
        items = [evaluated(one, names, depth + 1) for one in node.value]
        return composed(replace(node, value=tuple(one.node for one in items)), items)
    if isinstance(node.value, Mapping):
        members = {name: evaluated(one, names, depth + 1) for name, one in node.value.items()}
        made = replace(node, value={name: one.node for name, one in members.items()})
        return composed(made, members.values())
    if not isinstance(node.value, str) or not ("${" in node.value or "%{" in node.value):
        return Known(node)
    return _template(node, node.value, names, depth)


def _template(at: Node, text: str, names: Names, depth: int) -> Known:
    parts = template_parts(text)
    if len(parts) == 1 and parts[0].kind is not Kind.TEXT:
        return _known_or_open(at, parts[0], names, depth)
    found = [_known_or_open(at, part, names, depth) for part in parts]
    if any(isinstance(one.node.value, (tuple, Mapping)) for one in found):
        raise OpenError
    return composed(scalar(at, "".join(one.node.text for one in found)), found)


def _known_or_open(at: Node, part: Part, names: Names, depth: int) -> Known:
    """A part's value. An open one keeps its name; longer words of its may hold what nobody should see."""
    if part.kind is Kind.TEXT:
        return Known(scalar(at, part.text))
    try:
        return _expression(at, part.text, names, depth)
    except OpenError:
        shown = part.text if _PATH.fullmatch(part.text) else "an expression"
        return Known(scalar(at, f"${{{shown}}}"))


def _expression(at: Node, text: str, names: Names, depth: int) -> Known:
    scope = Scope(Source(text, at.path, "hcl", DEFAULT_LIMITS, line_starts(text))).below(0)
    reader = _Reader(scope, at, names, depth).below()
    try:
        term, end = _conditional(reader, reader.skip(0))
    except RefusalError as fault:
        raise OpenError from fault
    if reader.skip(end) < len(text):
        raise OpenError
    return term()


def _conditional(reader: _Reader, start: int) -> tuple[_Term, int]:
    asked, end = _operation(reader.below(), start, 0)
    if not reader.text.startswith("?", reader.skip(end)):
        return asked, end
    yes, end = _conditional(reader.below(), reader.skip(reader.skip(end) + 1))
    end = _expect(reader, end, ":")
    no, end = _conditional(reader.below(), reader.skip(end))

    def chosen() -> Known:
        condition = asked()
        value = (yes if truth(condition) else no)()
        return replace(value, assumed=tuple(dict.fromkeys((*value.assumed, *condition.assumed))))

    return chosen, end


def _operation(reader: _Reader, start: int, level: int) -> tuple[_Term, int]:
    if level == len(_PRECEDENCE):
        return _signed(reader, start)
    whole, end = _operation(reader, start, level + 1)
    for _ in range(_MOST_SIGNS):
        sign = _SIGN.match(reader.text, reader.skip(end))
        if sign is None or sign[0] not in _PRECEDENCE[level]:
            return whole, end
        right, end = _operation(reader, reader.skip(sign.end()), level + 1)
        whole = _operated(reader.at, sign[0], whole, right)
    raise OpenError


def _operated(at: Node, sign: str, left: _Term, right: _Term) -> _Term:
    return lambda: OPERATORS[sign](at, left, right)


def _signed(reader: _Reader, start: int) -> tuple[_Term, int]:
    sign = reader.text[start : start + 1]
    if sign not in ("!", "-"):
        return _with_steps(reader, start)
    term, end = _signed(reader.below(), reader.skip(start + 1))
    turned = falsehood if sign == "!" else negative
    return (lambda: turned(reader.at, term())), end


def _with_steps(reader: _Reader, start: int) -> tuple[_Term, int]:
    name = _NAME.match(reader.text, start)
    if name is None or name[0] in _WORDS or reader.text.startswith("(", reader.skip(name.end())):
        whole, end = _value(reader, start)
        steps, end = _steps(reader, end)
        return (lambda: _descended(whole(), [one() for one in steps])), end
    steps, end = _steps(reader, name.end())
    return (lambda: _named(reader, name[0], steps)), end


def _named(reader: _Reader, name: str, steps: list[_Term]) -> Known:
    found = [_step_text(one) for one in steps]
    return reader.names((name, *found), reader.at, reader.depth + 1)


def _step_text(step: _Term) -> str:
    """An index as text; `*` for one that is not known."""
    try:
        found = step()
    except OpenError:
        return "*"
    return "*" if is_open(found.node) else found.node.text


def _steps(reader: _Reader, end: int) -> tuple[list[_Term], int]:
    steps: list[_Term] = []
    while len(steps) <= DEEPEST:
        offset = reader.skip(end)
        step, splat = _STEP.match(reader.text, offset), _SPLAT.match(reader.text, offset)
        if splat is not None:
            steps.append(_said(reader.at, "*"))
            end = splat.end()
        elif step is not None:
            steps.append(_said(reader.at, step[1]))
            end = step.end()
        elif reader.text.startswith("[", offset):
            inner, end = _conditional(reader.below(), reader.skip(offset + 1))
            steps.append(inner)
            end = _expect(reader, end, "]")
        elif reader.text.startswith(".", offset):
            raise OpenError
        else:
            return steps, end
    raise OpenError


def _descended(whole: Known, steps: list[Known]) -> Known:
    return below(whole, tuple(one.node.text for one in steps))


def below(whole: Known, steps: tuple[str, ...]) -> Known:
    """What stands in a value at the end of some steps. Raises OpenError where nothing does."""
    node = whole.node
    if steps and is_open(node) and node.text.endswith("}") and node.text.startswith("${"):
        return replace(whole, node=scalar(node, f"{node.text[:-1]}.{'.'.join(steps)}}}"))
    for step in steps:
        if isinstance(node.value, Mapping) and step in node.value:
            node = node.value[step]
        elif isinstance(node.value, tuple) and step.isdecimal() and int(step[:9]) < len(node.value):
            node = node.value[int(step[:9])]
        else:
            raise OpenError
    return replace(whole, node=node)


def _value(reader: _Reader, start: int) -> tuple[_Term, int]:
    text = reader.text
    number = _NUMBER.match(text, start)
    if number is not None:
        return _said(reader.at, number[0], is_number=True), number.end()
    opening = text[start : start + 1]
    if opening == '"':
        one = quoted(reader.scope, start, expression)
        inner = reader.below()
        return (lambda: _template(inner.at, one.text, inner.names, inner.depth)), one.end
    if opening == "(":
        term, end = _conditional(reader.below(), reader.skip(start + 1))
        return term, _expect(reader, end, ")")
    if opening in ("[", "{"):
        one = expression(reader.scope, start)
        return (lambda: _collection(reader.below(), one)), one.end
    return _word_or_call(reader, start)


def _word_or_call(reader: _Reader, start: int) -> tuple[_Term, int]:
    name = _NAME.match(reader.text, start)
    if name is None:
        raise OpenError
    if name[0] in _WORDS:
        known = Known(scalar(reader.at, _WORDS[name[0]]))
        return (lambda: known), name.end()
    terms: list[_Term] = []
    offset = reader.skip(reader.skip(name.end()) + 1)
    while not reader.text.startswith(")", offset) and len(terms) <= DEEPEST:
        term, end = _conditional(reader.below(), offset)
        terms.append(term)
        offset = reader.skip(end)
        offset = reader.skip(offset + 1) if reader.text.startswith(",", offset) else offset
    call = FUNCTIONS.get(name[0])
    if call is None:
        raise OpenError
    return (lambda: call(reader.at, terms)), _expect(reader, offset, ")")


def _collection(reader: _Reader, one: Expression) -> Known:
    if one.kind is Kind.TUPLE:
        items = [_part(reader, item) for item in one.items]
        return composed(replace(reader.at, value=tuple(item.node for item in items), text=""), items)
    if one.kind is not Kind.OBJECT:
        raise OpenError
    members: dict[str, Known] = {}
    for key, value in zip(one.items[::2], one.items[1::2], strict=True):
        written = reader.text[key.start : key.end]
        name = key.text or (written if _NAME.fullmatch(written) else "")
        if not name or key.kind is Kind.TEMPLATE:
            raise OpenError
        members[name] = _part(reader, value)
    made = {name: member.node for name, member in members.items()}
    return composed(replace(reader.at, value=made, text=""), members.values())


def _part(reader: _Reader, one: Expression) -> Known:
    at = inside(reader.at, reader.text, one.start, one.end)
    return _known_or_open(
        at, Part(Kind.TEMPLATE, reader.text[one.start : one.end]), reader.names, reader.depth
    )


def _said(at: Node, text: str, *, is_number: bool = False) -> _Term:
    value = int(text) if is_number and text.isdecimal() and len(text) < 18 else text  # noqa: PLR2004 - digits
    known = Known(scalar(at, value, text))
    return lambda: known


def _expect(reader: _Reader, offset: int, mark: str) -> int:
    offset = reader.skip(offset)
    if not reader.text.startswith(mark, offset):
        raise OpenError
    return offset + len(mark)
