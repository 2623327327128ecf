"""An expression on a platform, a line a part: what it comes to, and the facts that it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reglint.language.explain import Step
from reglint.language.explain_decided import value_of
from reglint.language.render import render
from reglint.language.syntax import Binary, Call, Conditional, Expression, Macro, Name, Unary
from reglint.model.fact import Unknown
from reglint.report.columns import padded, wrapped
from reglint.report.explain_facts_text import fact_line, short
from reglint.report.explain_words import told
from reglint.report.message import Titles
from reglint.report.page import DIM, WIDTH, Paint
from reglint.report.visible import visible

_MOST_ELEMENTS = 12
"""How many elements that come to the same are shown, those that decided first."""

_DEEPER = "  "
_HOLE = Name("…")
_VALUE = 9  # columns of the longest value, and a blank or two
_COLOURS = {True: "32", False: "31", None: "33"}


@dataclass(frozen=True, slots=True)
class Pen:
    """The language and the paint of a tree, and the titles of facts."""

    language: str
    paint: Paint
    titles: Titles


def tree_text(step: Step, pen: Pen, *, depth: int = 1) -> Iterator[str]:
    """The part and those inside it, each further in; `*` marks what decided."""
    yield from _line(step, pen, depth)
    if not step.inside or (step.outcome.facts and _is_about_list(step)):
        yield from _facts(step, pen, depth)
    shown, hidden = _shown(step)
    for part in shown:
        yield from tree_text(part, pen, depth=depth + 1)
    for key, counts in (("more", hidden), ("left_out", step.left_out)):
        for value, count in counts.items():
            more = told(key, pen.language, count=count, value=_value_word(value, pen.language))
            yield f"{_DEEPER * (depth + 1)}  {more}"


def value_word(step: Step, language: str) -> str:
    """What a part comes to, in a word."""
    return _value_word(value_of(step), language)


def outline(expr: Expression) -> str:
    """An expression with its parts left out, where these are shown by themselves.

    >>> outline(Binary("&&", Name("a"), Name("b")))
    '… && …'
    """
    match expr:
        case Binary("&&" | "||" as operator):
            return render(Binary(operator, _HOLE, _HOLE))
        case Unary("!"):
            return render(Unary("!", _HOLE))
        case Call("implies"):
            return render(Call("implies", (_HOLE, _HOLE)))
        case Conditional():
            return render(Conditional(_HOLE, _HOLE, _HOLE))
        case Macro(operand, macro, variable):
            return render(Macro(_unfiltered(operand), macro, variable, _HOLE))
    return render(expr)


def _value_word(value: bool | None, language: str) -> str:  # noqa: FBT001 - a value of three-valued logic
    return told({True: "true", False: "false", None: "unknown"}[value], language)


def _unfiltered(operand: Expression) -> Expression:
    """A list, its filters shortened: each element shows what they come to."""
    if isinstance(operand, Macro):
        return Macro(_unfiltered(operand.operand), operand.macro, operand.variable, _HOLE)
    return operand


def _line(step: Step, pen: Pen, depth: int) -> Iterator[str]:
    mark = "* " if step.decides else "  "
    word = padded(value_word(step, pen.language), _VALUE)
    indent = _DEEPER * depth
    before = f"{indent}{mark}"
    lines = wrapped(
        visible(_named(step, pen.language)), width=WIDTH - _VALUE, first=before, rest=indent + "    "
    )
    first, *rest = lines
    coloured = pen.paint(word, _COLOURS[value_of(step)] if step.decides else DIM)
    yield f"{before}{coloured}{first.removeprefix(before)}"
    yield from (" " * _VALUE + line for line in rest)


def _named(step: Step, language: str) -> str:
    if step.role == "element":
        where = ", ".join(filter(None, (step.component, step.environment)))
        element = short(step.element)
        return f"{element} ({where})" if where else element
    expr = outline(step.expr) if step.inside else render(step.expr)
    return told("filter", language, expr=expr) if step.role == "filter" else expr


def _is_about_list(step: Step) -> bool:
    """Whether the list itself is what decided: it is empty, or there may be more."""
    return isinstance(step.outcome.value, Unknown) and all(value_of(part) is not None for part in step.inside)


def _facts(step: Step, pen: Pen, depth: int) -> Iterator[str]:
    indent = _DEEPER * depth + "  " + " " * _VALUE
    for fact in step.outcome.facts:
        text = fact_line(fact, pen.language, pen.titles)
        lines = wrapped(text, width=WIDTH, first=indent, rest=indent + _DEEPER)
        yield from (line if step.decides else pen.paint(line, DIM) for line in lines)


def _until(step: Step) -> int:
    """How many parts count: nothing does behind a filter that leaves the element out."""
    out = step.role == "element" and any(
        value_of(part) is False for part in step.inside if part.role == "filter"
    )
    return len(step.inside) - out


def _shown(step: Step) -> tuple[list[Step], Counter[bool | None]]:
    """The parts that are shown, in order, and how many more there are of each value."""
    counts: Counter[bool | None] = Counter()
    shown: list[Step] = []
    hidden: Counter[bool | None] = Counter()
    for part in step.inside[: _until(step)]:
        counts[value_of(part)] += 1
        if part.role == "element" and counts[value_of(part)] > _MOST_ELEMENTS:
            hidden[value_of(part)] += 1
        else:
            shown.append(part)
    return shown, hidden
