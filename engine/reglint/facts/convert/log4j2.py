"""Log4j 2: how long the files of an appender stay, in each of its formats (XML, YAML, JSON, properties).

Sources: Log4j, "Rolling file appenders" (`DefaultRolloverStrategy` keeps `max` files of a period where
`filePattern` has `%i`, and deletes nothing else; a `Delete` action removes what its conditions take,
`IfLastModified` by age), "Property substitution" (`${name:-default}`). Names are folded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, not_set, unresolved
from reglint.facts.convert.lengths import ELASTICSEARCH, length_in
from reglint.facts.placeholder import Resolved, resolve
from reglint.facts.tree import Tree, child, children

_ROLLING = frozenset({"rollingfile", "rollingrandomaccessfile"})
_FILES = _ROLLING | {"file", "randomaccessfile", "memorymappedfile"}
_SHIPPING = frozenset(
    {
        "socket",
        "syslog",
        "kafka",
        "gelf",
        "http",
        "jms",
        "flume",
        "loki",
        "nosql",
        "cassandra",
        "zeromq",
        "jeromq",
    }
)
_OTHER_CONDITIONS = frozenset(
    {"ifaccumulatedfilesize", "ifaccumulatedfilecount", "ifany", "ifnot", "scriptcondition"}
)
_REFERENCES = ("@ref", "ref")


def is_log_file(node: Node, tree: Tree) -> bool:
    """Whether the node is an appender that writes a file and that some logger refers to."""
    if not isinstance(node.value, Mapping) or _kind(node, tree) not in _FILES:
        return False
    used = tree.once("log4j2 references", None, lambda: frozenset(_references(tree)))
    name = _attribute(node, "name")
    return name is not None and (name.text in used or not used or any("${" in one for one in used))


def name(node: Node | None, _context: Context) -> Converted | None:
    """The appender's name."""
    named = _attribute(node, "name")
    return None if named is None else Converted(named.text, named)


def retention(node: Node | None, context: Context) -> Converted | None:
    """How old a file gets before the appender's `Delete` action removes it."""
    if node is None:
        return None
    parts = list(_parts(node))
    deletes = [one for kind, one in parts if kind == "delete"]
    if not deletes:
        return unresolved(_attribute(node, "filepattern") or node, _without_delete(node, context.tree))
    inner = [one for delete in deletes for one in _parts(delete)]
    ages = [age for kind, one in inner if kind == "iflastmodified" and (age := _attribute(one, "age"))]
    other = next((one for kind, one in inner if kind in _OTHER_CONDITIONS), None)
    if other is not None or len(ages) != 1:
        return unresolved(other or deletes[0], "what the Delete action takes is not told by age alone")
    capped = next((one for kind, one in parts if kind == "sizebasedtriggeringpolicy"), None)
    if capped is not None and "%i" in _pattern(node):
        return unresolved(capped, "files beyond the strategy's max are deleted before their age")
    return _age(ages[0], context)


def shipped_to(node: Node | None, context: Context) -> Converted | None:
    """The appenders of the file that send events to another machine, by name."""
    named = (_attribute(one, "name") for kind, one in _parts(context.tree.root) if kind in _SHIPPING)
    names = tuple(one.text for one in named if one is not None)
    return Converted(names, node) if names else None


def _without_delete(node: Node, tree: Tree) -> str:
    if _kind(node, tree) not in _ROLLING:
        return "nothing here rolls the file: what removes it is set elsewhere"
    if "%i" in _pattern(node):
        return "the strategy keeps a number of files, not a time"
    return "without a Delete action Log4j deletes nothing: who removes the files is set elsewhere"


def _pattern(node: Node) -> str:
    named = _attribute(node, "filepattern")
    return named.text if named is not None else ""


def _age(age: Node, context: Context) -> Converted:
    resolved = _resolved(age.text, context)
    if resolved.open:
        return unresolved(age, not_set(resolved))
    written = resolved.text.strip().casefold().removeprefix("p").replace("t", "")
    length = length_in(written, ELASTICSEARCH)
    if length is None:
        return unresolved(age, f'"{resolved.text}" is no length of time')
    return Converted(length, age, resolved.note)


def _resolved(text: str, context: Context) -> Resolved:
    tree = context.tree
    known = tree.once("log4j2 properties", None, lambda: dict(_properties(tree)))
    return resolve(text, known.get, style="logback")


def _properties(tree: Tree) -> Iterator[tuple[str, str]]:
    """Properties by name: elements of XML, members of YAML's list, and plain names of a properties file."""
    for kind, one in _parts(tree.root):
        named, value = _attribute(one, "name"), _attribute(one, "value") or child(one, "#text")
        if kind == "property" and named is not None and value is not None:
            yield named.text, value.text
    holder = child(tree.root, "property")
    for key, one in children(holder) if holder is not None else ():
        if one.text:
            yield key, one.text


def _references(tree: Tree) -> Iterator[str]:
    for key, node in tree.nodes():
        if key in _REFERENCES and node.text:
            yield node.text
    listed = child(tree.root, "rootlogger")
    if listed is not None and listed.text:
        yield from (word.strip() for word in listed.text.split(",")[1:])


def _parts(node: Node) -> Iterator[tuple[str, Node]]:
    """Every component below a node with its kind, folded: its `type`, else its name."""
    for key, inner in children(node):
        for one in inner.value if isinstance(inner.value, tuple) else (inner,):
            if isinstance(one.value, Mapping):
                yield _type(one) or key, one
                yield from _parts(one)


def _kind(node: Node, tree: Tree) -> str:
    holder = tree.parent(node)
    is_in_series = holder is not None and isinstance(holder.value, tuple)
    return _type(node) or tree.key(holder if is_in_series and holder is not None else node)


def _type(node: Node) -> str:
    said = _attribute(node, "type")
    return said.text.casefold() if said is not None else ""


def _attribute(node: Node | None, name: str) -> Node | None:
    return child(node, f"@{name}") or child(node, name)


CONVERSIONS: Mapping[str, Conversion] = {
    "log4j2_name": name,
    "log4j2_retention": retention,
    "log4j2_shipped_to": shipped_to,
}
