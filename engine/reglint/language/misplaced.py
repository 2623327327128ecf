"""What to write for a token or an expression that stands where the grammar has no place for it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from reglint.language.foreign import INFIX, NO_NAMES, NULLS, RESERVED
from reglint.language.suggest import shown
from reglint.language.syntax import RELATIONS, Binary, Expression, Member, Name, descend
from reglint.language.tokens import Token

EACH_ELEMENT = "no sign stands for each element; write .all(x, x.field …)"
NOW_IS_TAKEN = "now is the day of the assessment; write another name, such as x"

_SHOWN = 30
_LONGEST_VARIABLE = 3
_OPERAND = {"name", "number", "text", "."}
_NULL = "an unset fact is unknown, never null; write"


def in_place_of(token: Token, wanted: str) -> str:
    """What is said of a token that stands where something else is needed."""
    if token.kind == "name" and token.text.lower() in INFIX:
        return f"{token.text} is no operator; write {INFIX[token.text.lower()]}"
    if token.kind == "end":
        return f"the expression ends too early; {wanted}"
    if token.kind == "!":
        return "! follows a condition; write && or || before it"
    return f"{wanted}, not {_quoted(token)}"


def after_the_end(token: Token) -> str:
    """What is said of a token after which nothing more can follow."""
    match token.kind:
        case ")" | "]":
            return f"{token.kind} closes nothing; leave it out"
        case ",":
            return "a comma stands between arguments; write && or || between conditions"
        case "name":
            return in_place_of(token, "write an operator, or a dot before a field")
    return in_place_of(token, "write an operator or end here")


def no_operand(token: Token) -> str:
    """What is said of a token where an operand is needed."""
    return in_place_of(token, "write a fact, a constant or a call")


def no_name(word: str) -> str:
    """What is said of a word that can be no name; "" for one that can."""
    if word in NULLS:
        return f"{_NULL} has(x.field) or !has(x.field)"
    if word in NO_NAMES:
        return f"{word} is no name; write {NO_NAMES[word]}"
    return f"{word} is a reserved word; write {RESERVED[word]}" if word in RESERVED else ""


def compared_with_null(operator: str, left: Expression) -> str:
    """What is said of `left == null` or `left != null`."""
    return f"{_NULL} {'!' if operator == '==' else ''}has({shown(left)})"


def without_brackets(function: Token, tokens: Iterable[Token]) -> tuple[str, int]:
    """What is said of a function whose argument follows without brackets, and where the argument ends."""
    first, *rest = takewhile(lambda token: token.kind in _OPERAND, tokens)
    text, end = first.text, first.end
    for token in rest:
        if token.start != end:
            break
        text, end = text + token.text, token.end
    return f"arguments stand in ( ); write {function.text}({text})", end


def several_in_brackets(first: Expression) -> str:
    """What is said of `(first, …)`."""
    return f"( ) holds one value; write [{shown(first)}, …] for a list"


def no_condition_of(macro: str, arguments: tuple[Expression, ...]) -> str:
    """What is said of a macro without a variable and one condition."""
    return f"{macro} takes a variable and a condition; write {_macro(macro, arguments)}"


def _macro(macro: str, arguments: tuple[Expression, ...]) -> str:
    match arguments:
        case ():
            return f".{macro}(x, x.field …), or .{macro} alone for a field"
        case (Name(field),) if len(field) > _LONGEST_VARIABLE:
            return f".{macro}(x, x.{field})"
        case (Binary(sign, Name(field)) as condition,) if (
            sign in RELATIONS and len(field) > _LONGEST_VARIABLE
        ):
            return f".{macro}(x, x.{shown(condition)})"
        case (condition,) if variable := _variable(condition):
            return f".{macro}({variable}, {shown(condition)})"
        case (Name(variable), first, _, *_):
            return f".{macro}({variable}, {shown(first)} && …), or || between conditions"
    return f".{macro}(x, x.field …)"


def _variable(condition: Expression) -> str:
    """The short name of which the condition reads a field, "" if there is none."""
    owners = (found.operand for found in descend(condition) if isinstance(found, Member))
    names = (owner.name for owner in owners if isinstance(owner, Name))
    return next((name for name in names if len(name) <= _LONGEST_VARIABLE and name != "now"), "")


def _quoted(token: Token) -> str:
    text = token.text[:_SHOWN]
    return text if token.kind == "text" else f'"{text}"'
