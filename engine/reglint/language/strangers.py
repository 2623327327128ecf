"""Names that mean nothing where they stand: no fact, no variable. What is meant by them."""

from __future__ import annotations

from reglint.language.builtins import CONSTRUCTORS, FUNCTIONS
from reglint.language.foreign import NAMES
from reglint.language.repair import form_of
from reglint.language.suggest import constant_of, did_you_mean, listed, nearest
from reglint.language.syntax import Expression, ListLiteral, Literal, Name
from reglint.language.type_scope import TypeScope
from reglint.language.types import ListOf, Scalar, Type
from reglint.model.schema import ListType, ObjectType
from reglint.model.spelling import closest

_SHORT = 2


def stranger(name: str, scope: TypeScope) -> str:
    """What is said of a name that means nothing in a scope."""
    if instead := NAMES.get(name.lower()):
        return f"{name} is no fact; write {instead}"
    if name in CONSTRUCTORS:
        return f"{name} is a function; write {form_of(name)}"
    if name in FUNCTIONS:
        return f"{name} is a function; write {name}(…)"
    if meant := _of_variable(name, scope):
        return f'unknown fact "{name}"; {did_you_mean(meant)}'
    return f'unknown fact "{name}"; {nearest(name, (*scope.schema.fields, *scope.variables))}'


def beside(known: Type, other: Expression, scope: TypeScope) -> bool:
    """Whether the expression beside a value is a word that lacks its quotes; then it is said.

    In a list in brackets, the first such word stands for all.
    """
    kind = known.item if isinstance(known, ListOf) else known
    words = other.items if isinstance(other, ListLiteral) else (other,)
    for word in words:
        if isinstance(word, Name) and isinstance(kind, Scalar) and _is_word(word.name, kind, scope):
            what = "a group of facts" if scope.has(word.name) else "no fact"
            message = f"{word.name} is {what}; write {_instead(word.name, kind)}"
            scope.say(word.span, message, "unknown-fact")
            return True
    return False


def is_group(name: str, scope: TypeScope) -> bool:
    """Whether a name stands for several facts: it is comparable with none of them."""
    grouped = isinstance(scope.schema.fields.get(name), (ObjectType, ListType))
    return grouped and name not in scope.variables


def _of_variable(name: str, scope: TypeScope) -> str:
    """What is meant of the variables around: a field of one of them, or one for a short name."""
    for variable, kind in reversed([*scope.variables.items()]):
        if isinstance(kind, ObjectType) and name in kind.fields:
            return f"{variable}.{name}"
    short = len(name) <= _SHORT and scope.variables
    return [*scope.variables][-1] if short else ""


def _is_word(name: str, kind: Scalar, scope: TypeScope) -> bool:
    """Whether a name can only be a constant of the kind that is written wrong."""
    if kind.kind == "enum" and name in kind.words and is_group(name, scope):
        return True
    if scope.has(name) or kind.kind == "any" or (kind.kind == "string" and kind.words):
        return False
    if name in kind.words:
        return True
    told = name.lower() in NAMES or name in CONSTRUCTORS or name in FUNCTIONS
    return not (told or closest(name, scope.variables) or _of_variable(name, scope))


def _instead(name: str, kind: Scalar) -> str:
    if kind.kind != "enum":
        return constant_of(kind.kind, Literal("string", name))
    word = name if name in kind.words else closest(name, kind.words)
    quoted = [f'"{other}"' for other in kind.words]
    return f'"{word}"' if word else f"one of {listed(quoted)}"
