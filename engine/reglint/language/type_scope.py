"""What names mean while types are inferred, and what has been said of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from reglint.language.fault import Fault
from reglint.language.names import Paths
from reglint.language.suggest import shown
from reglint.language.syntax import Expression, Span
from reglint.language.types import Type, word_of
from reglint.model.diagnostic import Level
from reglint.model.schema import ObjectType


@dataclass(frozen=True, slots=True)
class Typed:
    """An expression with its type, and the name of the fact that it reads, "" if none."""

    expr: Expression
    type: Type
    fact: str = ""

    @property
    def kind(self) -> str:
        """The type in a word."""
        return word_of(self.type)

    @property
    def text(self) -> str:
        """The expression as a message shows it."""
        return shown(self.expr)


@dataclass(frozen=True, slots=True)
class TypeScope:
    """Names: variables of macros first, then `now`, then the roots of the schema.

    `paths` has the facts that variables stand for. `constant`: all around is a constant already, of which
    enough is said. `asks`: `has` may stand here. `faults` is the one thing here that grows.
    """

    schema: ObjectType
    faults: list[Fault]
    variables: Mapping[str, Type] = field(default_factory=dict)
    paths: Paths = field(default_factory=dict)
    constant: bool = False
    asks: bool = True

    def bind(self, name: str, kind: Type, path: str) -> TypeScope:
        """The scope inside, where the name is of the type and stands for the facts of the path."""
        variables, paths = {**self.variables, name: kind}, {**self.paths, name: path}
        return replace(self, variables=variables, paths=paths)

    def has(self, name: str) -> bool:
        """Whether the name means something here."""
        return name in self.variables or name in self.schema.fields or name == "now"

    def say(self, span: Span, message: str, code: str = "wrong-type") -> None:
        """An error."""
        self.faults.append(Fault(span[0], message, span[1], code))

    def say_once(self, span: Span, message: str, code: str) -> None:
        """An error that the same name brings wherever it stands: the first time is enough."""
        if all(fault.message != message for fault in self.faults):
            self.say(span, message, code)

    def warn(self, span: Span, message: str, code: str) -> None:
        """A warning: it can be computed, and is hardly meant."""
        self.faults.append(Fault(span[0], message, span[1], code, Level.WARNING))
