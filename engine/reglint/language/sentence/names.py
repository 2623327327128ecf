"""What variables stand for while a sentence is made, and what is known of the facts that are named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from reglint.language.inference import infer
from reglint.language.names import element_path
from reglint.language.syntax import Conditional, Expression, Index, Literal, Macro, Member, Name, children
from reglint.language.type_scope import TypeScope
from reglint.language.types import ListOf, Type, type_of, word_of
from reglint.model.schema import FactType, ListType, ObjectType, ScalarType

_LETTERS = "ABCDEFGH"


@dataclass(frozen=True, slots=True)
class Bound:
    """What a variable stands for: an element of a list, as seen from `outer`.

    `kind` is None where the list is none of facts. `letter` tells elements of one list apart, "" where there
    is only one at a time. `called` is what it is called in the place of its name, such as `every log stream`.
    """

    listing: Expression
    outer: Names
    kind: FactType | None
    letter: str = ""
    called: str = ""

    @property
    def named(self) -> bool:
        """Whether it is told apart by what it is called, and never said to be `it`."""
        return bool(self.letter or self.called)


@dataclass(frozen=True, slots=True)
class Names:
    """What names stand for at a place in a sentence.

    `nearest` are the variables of the element that was named last: `its …`. `repeated` are the lists
    whose elements meet each other: these have letters.
    """

    types: TypeScope
    variables: Mapping[str, Bound] = field(default_factory=dict)
    nearest: frozenset[str] = frozenset()
    repeated: frozenset[str] = frozenset()

    def named(self) -> Names:
        """The same where nothing is near any more and everything is called by its name."""
        return replace(self, nearest=frozenset())


def outermost(expr: Expression, schema: ObjectType) -> Names:
    """What names mean around a whole expression."""
    return Names(TypeScope(schema, []), repeated=frozenset(_repeated(expr, {}, ())))


def element_of(listing: Expression, names: Names) -> Bound:
    """An element of a list that is seen from somewhere."""
    path = element_path(listing, names.types.paths)
    return Bound(listing, names, element_kind(listing, names), _letter(names, path))


def bind(variables: Iterable[str], element: Bound) -> Names:
    """What names mean inside a macro, where each of the variables stands for the element."""
    names, bound = element.outer, tuple(variables)
    path = element_path(element.listing, names.types.paths)
    listed = infer(element.listing, names.types)
    types = names.types
    for name in bound:
        types = types.bind(name, listed.item if isinstance(listed, ListOf) else listed, path)
    nearest = frozenset(() if element.letter else bound)
    variables = {**names.variables, **dict.fromkeys(bound, element)}
    return replace(names, types=types, variables=variables, nearest=nearest)


def calling(names: Names, element: Bound, called: str) -> Names:
    """The same where an element is called so."""
    renamed = {
        name: replace(bound, called=called) if bound is element else bound
        for name, bound in names.variables.items()
    }
    return replace(names, variables=renamed, nearest=frozenset())


def element_kind(listing: Expression, names: Names) -> FactType | None:
    """The type of a list's elements with its words, None where the list is none of facts."""
    kind = fact_kind(listing, names)
    return kind.item if isinstance(kind, ListType) else None


def fact_kind(expr: Expression, names: Names) -> FactType | None:
    """The type of a fact with its title and words; None for what is no fact by itself."""
    match expr:
        case Name(name):
            bound = names.variables.get(name)
            return bound.kind if bound is not None else names.types.schema.fields.get(name)
        case Member(operand, field_name) | Index(operand, Literal(_, str(field_name))):
            owner = fact_kind(operand, names)
            return owner.fields.get(field_name) if isinstance(owner, ObjectType) else None
        case Index(operand):
            return element_kind(operand, names)
        case Macro(operand, "filter"):
            return fact_kind(operand, names)
        case Conditional(_, yes):
            return fact_kind(yes, names)
    return None


def words_of(expr: Expression, names: Names) -> Mapping[str, Mapping[str, str]]:
    """The words of an enum's or a boolean's values, by value; empty where there are none."""
    kind = fact_kind(expr, names)
    return kind.words if isinstance(kind, ScalarType) else {}


def value_kind(expr: Expression, names: Names) -> str:
    """The type of the expression in a word."""
    return word_of(value_type(expr, names))


def value_type(expr: Expression, names: Names) -> Type:
    """The type of the expression."""
    kind = fact_kind(expr, names)
    return type_of(kind) if kind is not None else infer(expr, names.types)


def _letter(names: Names, path: str) -> str:
    if path not in names.repeated:
        return ""
    others = {
        id(bound)
        for bound in names.variables.values()
        if element_path(bound.listing, bound.outer.types.paths) == path
    }
    return _LETTERS[len(others)]


def _repeated(expr: Expression, paths: Mapping[str, str], around: tuple[str, ...]) -> Iterator[str]:
    """The lists that a macro looks at inside of another that looks at them."""
    if not isinstance(expr, Macro):
        for child in children(expr):
            yield from _repeated(child, paths, around)
        return
    path = element_path(expr.operand, paths)
    if path and path in around:
        yield path
    yield from _repeated(expr.operand, paths, around)
    yield from _repeated(expr.body, {**paths, expr.variable: path}, (*around, path))
