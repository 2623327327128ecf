"""What arguments of Terraform's resources say, whatever the provider: switches, days, exposure, names.

What the files do not say (a variable without a value, what only a plan computes) is unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import PRODUCT_DEFAULT, Context, Conversion, Converted, not_set, unresolved
from reglint.facts.convert.spring import NEVER, UNLIMITED
from reglint.facts.placeholder import resolve
from reglint.facts.terraform_bodies import members_of
from reglint.facts.terraform_links import BY, LOOSE
from reglint.facts.terraform_values import is_resource, reference_of
from reglint.facts.tree import Tree, child
from reglint.model.duration import DAY, Duration, DurationKind
from reglint.model.fact import Value

_DEPTH = 3  # provider, type, address
_ON = frozenset({"true", "on", "open", "enable", "enabled", "1"})
_OFF = frozenset({"false", "off", "close", "closed", "disable", "disabled", "suspended", "0", "none"})
_PUBLIC = frozenset({"internet", "internet-facing", "public"})
_INTERNAL = frozenset({"intranet", "internal", "private"})
_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ENGINES = {
    "postgres": "postgresql",
    "aurora-postgresql": "postgresql",
    "aurora-mysql": "mysql",
    "aurora": "mysql",
    "docdb": "documentdb",
    "ppas": "postgresql",
}
_MOST_DAYS = 6
_INDEX = re.compile(r"\[[^\]]*\]")
_LAST_INDEX = re.compile(r"\[[^\]]*\]$")
_QUOTES = '["]'
_NO_NAME = str.maketrans(dict.fromkeys('[]",=', "_"))


def read(node: Node | None, context: Context, make: Callable[[str], Value | None]) -> Converted | None:
    """The value that `make` gives for an argument's text; unresolved where it is open or gives None."""
    if node is None or node.value is None:
        return None
    if isinstance(node.value, (tuple, Mapping)):
        return unresolved(node, "one value is wanted here")
    resolved = context.resolve(node.text)
    if resolved.open:
        return unresolved(node, not_set(resolved))
    value = make(resolved.text)
    return unresolved(node, "the word is not known here") if value is None else Converted(value, node)


def is_on(text: str) -> bool | None:
    """A switch: `true`, `Enabled`, `Open`, `on`; None for what is none.

    >>> is_on("Enabled"), is_on("Close"), is_on("Update")
    (True, False, None)
    """
    folded = text.casefold()
    return True if folded in _ON else False if folded in _OFF else None


def days(text: str) -> Duration | None:
    """A number of days."""
    return Duration(DurationKind.EXACT, int(text) * DAY) if _is_number(text) else None


def name(node: Node | None, context: Context) -> Converted | None:
    """The address of the resource that a node is in, with the way down: `aws_db_instance.a.password`."""
    if node is None:
        return None
    keys = [context.tree.key(one) for one in (node, *context.tree.ancestors(node))][::-1][_DEPTH:]
    first, *others = keys or [""]
    return Converted(".".join((name_of(first), *(key for key in others if key != "0"))), node)


def name_of(address: str) -> str:
    """An address without brackets, which have their own meaning in the name of a fact.

    >>> name_of('module.db["pay"].aws_db_instance.a[0]')
    'module.db.pay.aws_db_instance.a.0'
    """
    return _INDEX.sub(lambda index: f".{index[0].strip(_QUOTES)}", address).translate(_NO_NAME)


def switch(node: Node | None, context: Context) -> Converted | None:
    """Whether something is switched on."""
    return read(node, context, is_on)


def demanded(node: Node | None, context: Context) -> Converted | None:
    """False for TLS that is switched off; what is switched on is offered, and may not be demanded."""
    found = read(node, context, is_on)
    if found is None or found.value is not True:
        return found
    return unresolved(node, "TLS is offered; whether connections without it are refused is not said")


def elsewhere(node: Node | None, _context: Context) -> Converted | None:
    """What a module decides that is not in the project."""
    return None if node is None else unresolved(node, "the module is not in the project")


def is_given(node: Node | None, context: Context) -> Converted | None:
    """Whether an argument names something: a text, or a resource that will be there."""
    if node is not None and is_resource(reference_of(node)):
        return Converted(value=True, node=node)
    return read(node, context, lambda text: bool(text.strip()))


def is_there(node: Node | None, _context: Context) -> Converted | None:
    """True for what is there at all."""
    return None if node is None or node.value is None else Converted(value=True, node=node)


def is_positive(node: Node | None, context: Context) -> Converted | None:
    """Whether a number is more than 0."""
    return read(node, context, lambda text: int(text) > 0 if _is_number(text) else None)


def period(node: Node | None, context: Context) -> Converted | None:
    """A number of days as a duration."""
    return read(node, context, days)


def retention(node: Node | None, context: Context) -> Converted | None:
    """A number of days as a duration, where 0 means that nothing is ever deleted."""
    found = read(node, context, days)
    if found is None or not isinstance(found.value, Duration) or found.value.amount:
        return found
    return Converted(NEVER, node, shown=UNLIMITED)


def never_deleted(node: Node | None, context: Context) -> Converted | None:
    """How many days a log group, or what a backup makes, is kept; for ever where it does not say."""
    if node is None:
        return None
    said = child(node, "retention_in_days") or child(node, "lifecycle", "delete_after")
    return retention(said, context) or Converted(NEVER, None, PRODUCT_DEFAULT, UNLIMITED)


def public_if_on(node: Node | None, context: Context) -> Converted | None:
    """`public` where a switch is on, else `internal`."""
    return read(node, context, lambda text: _one_of(is_on(text), "public", "internal"))


def internal_if_on(node: Node | None, context: Context) -> Converted | None:
    """`internal` where a switch is on, else `public`."""
    return read(node, context, lambda text: _one_of(is_on(text), "internal", "public"))


def address_type(node: Node | None, context: Context) -> Converted | None:
    """`public` for `internet` and the like, `internal` for `intranet`."""
    return read(node, context, _exposure)


def engine(node: Node | None, context: Context) -> Converted | None:
    """A database's product by its usual name."""
    return read(node, context, lambda text: _ENGINES.get(text.casefold(), text.casefold()))


def weekdays(node: Node | None, context: Context) -> Converted | None:
    """The longest time between two of the days of a week that are named: a list, or words with commas."""
    if node is None or node.value is None:
        return None
    texts = [one.text for one in node.value] if isinstance(node.value, tuple) else node.text.split(",")
    if any(resolve(text, context.lookup, style=context.style).open for text in texts):
        return unresolved(node, "the days are not all in the files")
    said = sorted(
        {_WEEK.index(text.strip().casefold()) for text in texts if text.strip().casefold() in _WEEK}
    )
    if not said:
        return unresolved(node, "no day of the week is named")
    gaps = [(later - day - 1) % 7 + 1 for day, later in zip(said, (*said[1:], said[0]), strict=True)]
    return Converted(Duration(DurationKind.EXACT, max(gaps) * DAY), node)


def resource(tree: Tree, reference: str) -> Node | None:
    """The resource that a reference leads to, `module.a.aws_lb.main.arn`; none where they may be several."""

    def find() -> Mapping[str, Node]:
        named = (
            (key, one)
            for key, one in tree.nodes()
            if (kind := tree.parent(one)) is not None
            and (provider := tree.parent(kind)) is not None
            and tree.parent(provider) is tree.root
        )
        meant: dict[str, dict[str, Node]] = {}
        for key, one in named:
            for name in _names(key):
                meant.setdefault(name, {}).setdefault(key, one)
        return {name: next(iter(some.values())) for name, some in meant.items() if len(some) == 1}

    by_address = tree.once("resources", None, find)
    words = reference.split(".")
    return next(
        (by_address[at] for end in range(len(words), 1, -1) if (at := ".".join(words[:end])) in by_address),
        None,
    )


def added(node: Node | None, kind: str) -> tuple[Node, ...]:
    """The resources of a type that refer to one: a bucket's policies, a database's backups."""
    return blocks(members_of(node).get(BY), kind)


def blocks(node: Node | None, name: str) -> tuple[Node, ...]:
    """The nested blocks of a name, or the elements of a list."""
    said = members_of(node).get(name)
    return said.value if said is not None and isinstance(said.value, tuple) else ()


def never_rotated(on: Converted | None) -> Converted:
    """The interval of a key whose rotation is off, as it says or by default."""
    node = on.node if on is not None else None
    return Converted(NEVER, node, "rotation is off" if on is not None else PRODUCT_DEFAULT, "never")


def loose(tree: Tree, kind: str) -> bool:
    """Whether a resource of a type may add to things: the files do not say to which, or are not all read."""
    return not members_of(members_of(tree.root).get(LOOSE)).keys().isdisjoint((kind, "*"))


def _names(address: str) -> tuple[str, ...]:
    """How references may name a resource: `aws_lb.a["b"]` as `aws_lb.a.b`, or all of its elements as one."""
    own = _LAST_INDEX.sub("", address)
    index = address[len(own) :].strip(_QUOTES)
    return tuple(dict.fromkeys((f"{own}.{index}" if index else own, own, _INDEX.sub("", address))))


def _one_of(is_true: bool | None, yes: str, no: str) -> str | None:  # noqa: FBT001 - an answer, not a switch
    return None if is_true is None else yes if is_true else no


def _exposure(text: str) -> str | None:
    folded = text.casefold()
    return "public" if folded in _PUBLIC else "internal" if folded in _INTERNAL else None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= _MOST_DAYS


CONVERSIONS: Mapping[str, Conversion] = {
    "terraform_name": name,
    "terraform_switch": switch,
    "terraform_demanded": demanded,
    "terraform_elsewhere": elsewhere,
    "terraform_given": is_given,
    "terraform_there": is_there,
    "terraform_positive": is_positive,
    "terraform_days": period,
    "terraform_retention": retention,
    "terraform_never_deleted": never_deleted,
    "terraform_public_if_on": public_if_on,
    "terraform_internal_if_on": internal_if_on,
    "terraform_address_type": address_type,
    "terraform_engine": engine,
    "terraform_weekdays": weekdays,
}
