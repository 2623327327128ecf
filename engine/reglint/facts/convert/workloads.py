"""What any product says of a container: its image, its switches, its capabilities, its limits.

Sources: Docker, "Image tags" (without a tag, `latest`); Kubernetes, "Pod Security Standards" (the baseline
names the capabilities that a container has anyway).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Converted, not_set, notes, unresolved
from reglint.facts.convert.plain import typed
from reglint.facts.tree import child, children
from reglint.model.fact import Unknown
from reglint.model.schema import ScalarType
from reglint.model.verdict import Reason

FILLED_IN = "a template fills it in"

_TEMPLATE = re.compile(r"\$|\{\{|\{%|<[^<>]+>|__\w+__|(?<!\w)@\w[\w.\-]*@|%\w+%")
_CAPITAL = re.compile(r"(?:[^/@]*/)*[^/:@]*[A-Z]")
_TAG = re.compile(r"(?:^|/)[^/@:]+:([^/@]+)(?:@|$)")
_ROOT = re.compile(r"(?:root|0+)(?::.*)?", re.IGNORECASE)
_DEBUGGING = re.compile(r"-agentlib:jdwp|-Xrunjdwp|(?<!\S)--inspect(?:-brk)?\b")
_ALL = frozenset({"all", "cap_all"})
_ANYWAY = frozenset(
    {
        *("audit_write", "chown", "dac_override", "fowner", "fsetid", "kill", "mknod", "net_bind_service"),
        *("net_raw", "setfcap", "setgid", "setpcap", "setuid", "sys_chroot"),
    }
)
_NO_LIMIT = re.compile(r"0+(?:\.0+)?|-1")


def filled_in(node: Node, context: Context) -> Converted | None:
    """Unresolved where a template or a variable that nobody sets gives the node's text; else None."""
    resolved = context.resolve(node.text)
    if resolved.open:
        return unresolved(node, not_set(resolved))
    return unresolved(node, FILLED_IN) if _TEMPLATE.search(resolved.text) else None


def switch(node: Node | None, context: Context) -> Converted | None:
    """Whether a switch is on; None where it is not set."""
    if node is None or node.value is None:
        return None
    return filled_in(node, context) or typed(node, context, ScalarType("boolean"))


def count(node: Node | None, context: Context) -> Converted | None:
    """A number that is not negative; None where none is set."""
    if node is None or node.value is None:
        return None
    return filled_in(node, context) or typed(node, context, ScalarType("integer", minimum=0))


def is_on(said: Converted | None) -> bool:
    """Whether what a switch says is true, and known to be."""
    return said is not None and said.value is True


def first(*nodes: Node | None) -> Node | None:
    """The first node that says something: an empty key leaves it to the next."""
    return next((one for one in nodes if one is not None and one.value is not None), None)


def inapplicable(node: Node | None, why: str) -> Converted:
    """What can't be asked of a workload: no default is taken for it."""
    return Converted(Unknown(Reason.MISSING, why), node)


def is_part(node: Node, context: Context) -> bool:
    """Whether a container of the view of Kubernetes is a part, whose rest stands elsewhere."""
    group = context.tree.parent(node)
    return group is not None and context.tree.key(group) == "parts"


def listed(node: Node | None, name: str) -> list[Node]:
    """The elements of a list, or of a mapping, at a key."""
    members = node.value if node is not None and isinstance(node.value, Mapping) else {}
    said = members.get(name)
    return [one for _, one in children(said)] if said is not None else []


def image(named: Node | None, context: Context) -> Converted | None:
    """The image of a container, placeholders filled in."""
    if named is None or not named.text:
        return None
    resolved = context.resolve(named.text)
    return _no_name(named, context) or Converted(resolved.text, named, resolved.note)


def image_pinned(named: Node | None, context: Context) -> Converted | None:
    """Whether an image has a digest, or a tag that is a version."""
    if named is None or not named.text:
        return None
    resolved = context.resolve(named.text)
    if is_pinned(resolved.text):
        return Converted(value=True, node=named, note=resolved.note)
    return _no_name(named, context) or Converted(value=False, node=named, note=resolved.note)


def is_pinned(text: str) -> bool:
    """Whether an image's name has a digest, or a tag that is a version: `latest` and `stable` move.

    >>> [is_pinned(one) for one in ("a:1.2", "a:stable", "r.io:5000/a", "a@sha256:0f")]
    [True, False, False, True]
    """
    name, at, digest = text.partition("@")
    if at and _TEMPLATE.search(digest) is None:
        return True
    return _named(text) and is_version((_TAG.search(name) or ("", ""))[1])


def name_of_image(text: str) -> str:
    """An image's name without its tag and its digest.

    >>> name_of_image("r.io:5000/a:1.2@sha256:0f")
    'r.io:5000/a'
    """
    name = text.partition("@")[0]
    tag = _TAG.search(name)
    return name if tag is None else name[: tag.start(1) - 1]


def is_version(tag: str) -> bool:
    """Whether a tag names a version: it has a number, and does not follow the latest."""
    return any(sign.isdecimal() for sign in tag) and "latest" not in tag


def is_root(user: str) -> bool:
    """Whether a user, and perhaps a group (`0:0`), is the superuser."""
    return _ROOT.fullmatch(user) is not None


def capabilities_dropped(
    dropped: Node | None, added: Node | None, privileged: Converted | None, context: Context
) -> Converted | None:
    """Whether all capabilities are dropped, and none is added beyond those that a container has anyway.

    None where nothing is dropped.
    """
    if privileged is not None and is_on(privileged):
        return Converted(value=False, node=privileged.node, note="privileged")
    if dropped is None or dropped.value is None:
        return None
    more = [one for _, one in children(added)] if added is not None else []
    for one in (*dict(children(dropped)).values(), *more):
        if (said := filled_in(one, context)) is not None:
            return said
    if not any(one.text.casefold() in _ALL for _, one in children(dropped)):
        return Converted(value=False, node=dropped, note="not all")
    further = [one for one in more if one.text.casefold().removeprefix("cap_") not in _ANYWAY]
    if further:
        return Converted(value=False, node=further[0], note=f"{further[0].text} is added")
    said_more = f"but {' and '.join(one.text for one in more)}" if more else ""
    return Converted(value=True, node=dropped, note=said_more)


def resources_limited(
    processor: Iterable[Node | None], memory: Iterable[Node | None], context: Context
) -> Converted | None:
    """Whether both the processor and the memory are limited; None where neither is."""
    limits = {"processor": _limit(processor, context), "memory": _limit(memory, context)}
    known = {name: one for name, one in limits.items() if one is not None}
    if not known:
        return None
    for one in known.values():
        if (said := filled_in(one, context)) is not None:
            return said
    missing = [f"no limit of the {name}" for name in limits if name not in known]
    return Converted(not missing, next(iter(known.values())), notes(*missing))


def debug(texts: Iterable[Node], context: Context) -> Converted | None:
    """That a container lets a debugger in, by what it runs or its variables; None where nothing says so."""
    found = (one for one in texts if _DEBUGGING.search(context.resolve(one.text).text))
    node = next(found, None)
    return None if node is None else Converted(value=True, node=node)


def words(node: Node | None, *names: str) -> list[Node]:
    """The texts at some of a container's keys: a text, or the texts of a list or a mapping."""
    members = node.value if node is not None and isinstance(node.value, Mapping) else {}
    said = (members[name] for name in names if name in members)
    return [one for node in said for one in _texts(node) if one.text]


def _no_name(node: Node, context: Context) -> Converted | None:
    said = filled_in(node, context)
    return said or (None if _named(context.resolve(node.text).text) else unresolved(node, FILLED_IN))


def _named(text: str) -> bool:
    """Whether a text is the name of an image: capitals stand for one."""
    return _TEMPLATE.search(text) is None and _CAPITAL.match(text) is None


def _texts(node: Node) -> list[Node]:
    inner = [child(one, "value") or one for _, one in children(node)]
    return inner if isinstance(node.value, (tuple, Mapping)) else [node]


def _limit(nodes: Iterable[Node | None], context: Context) -> Node | None:
    said = first(*nodes)
    return None if said is None or _NO_LIMIT.fullmatch(context.resolve(said.text).text) else said
