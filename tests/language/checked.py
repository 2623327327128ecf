"""A schema of facts with every type, and what the checker says of expressions over it."""

from __future__ import annotations

from reglint.language.checker import Checked, check
from reglint.language.fault import Fault
from reglint.language.parser import parse_syntax
from reglint.language.syntax import Expression
from reglint.language.types import BOOL, Type
from reglint.model.schema import ListType, ObjectType, ScalarType

STREAM = ObjectType(
    {
        "name": ScalarType("string"),
        "kind": ScalarType("enum", ("access", "audit")),
        "region": ScalarType("enum", ("us", "eu-west")),
        "retention": ScalarType("duration"),
        "shipped_to": ListType(ScalarType("string")),
    }
)
PLATFORM = ObjectType(
    {
        "name": ScalarType("string"),
        "home": ScalarType("enum", ("cn", "eu", "us")),
        "license": ScalarType("enum", ("p2p", "payment")),
        "level": ScalarType("integer", minimum=1, maximum=5),
        "load": ScalarType("decimal"),
        "live": ScalarType("boolean"),
        "roles": ListType(ScalarType("string")),
        "parts": ListType(ScalarType("enum", ("knowledge", "possession"))),
        "last": ScalarType("date"),
        "seen": ScalarType("timestamp"),
        "tls": ScalarType("version"),
        "address": ScalarType("ip"),
        "network": ScalarType("cidr"),
        "ratio": ScalarType("percent", minimum=0),
        "loss": ScalarType("money"),
        "every": ScalarType("duration"),
        "password": ScalarType("string", sensitive=True),
        "key": ScalarType("enum", ("weak", "set"), sensitive=True),
    }
)
SCHEMA = ObjectType(
    {
        "logging": ObjectType({"streams": ListType(STREAM), "stores": ListType(STREAM)}),
        "platform": PLATFORM,
    }
)


def tree(source: str) -> Expression:
    expression = parse_syntax(source)
    assert not isinstance(expression, tuple)
    return expression


def faults(source: str, expects: Type | None = BOOL) -> tuple[Fault, ...]:
    """Errors and warnings alike."""
    checked = check(tree(source), SCHEMA, expects=expects)
    return checked.warnings if isinstance(checked, Checked) else checked


def said(source: str, expects: Type | None = BOOL) -> list[tuple[str, str]]:
    """Where each fault stands, as the text that is wrong, and its message."""
    return [(source[fault.offset : fault.end], fault.message) for fault in faults(source, expects)]
