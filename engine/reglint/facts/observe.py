"""One document and one source → what is observed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from reglint.documents.credentials import mask_credentials
from reglint.documents.node import Node, Scalar
from reglint.documents.select import Selector, selectable
from reglint.facts.convert import logback, plain
from reglint.facts.convert.context import PRODUCT_DEFAULT, Context, Converted, notes, unresolved
from reglint.facts.convert.secrets import url_password
from reglint.facts.convert.table import CONVERSIONS
from reglint.facts.declared import SCOPE, element_name
from reglint.facts.leaf import read_leaf, shown
from reglint.facts.placeholder import Lookup
from reglint.facts.schema import at
from reglint.facts.source import Extraction, Setting, Source
from reglint.facts.tree import Tree, child
from reglint.model.fact import Fact, FactTree, Record, Series, Unknown, Value
from reglint.model.place import Place
from reglint.model.schema import FactType, ListType, ObjectType, ScalarType
from reglint.model.verdict import Basis, Reason

_ELSEWHERE = "the application's own configuration may say it"


@dataclass(frozen=True, slots=True)
class Observation:
    """An element observed for the list `into` (`datastores[]`), and where it has secrets from.

    `filled_by` is the profile that gives a setting of the default profile its value, `source` the id of the
    source that found it.
    """

    into: str
    record: Record
    secrets: tuple[Place, ...] = ()
    filled_by: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Sight:
    """A document as one source sees it: its tree, whose it is, and which of its nodes are its own.

    Nodes that are not in `own` came from the default profile underneath. `around` are other documents of the
    same application in which a placeholder may find its value; `filled` are nodes from underneath whose
    placeholders this profile fills in, `paths` the files of the project. Where it `is_whole`, a product's
    defaults say what it does not.
    """

    tree: Tree
    component: str
    environment: str
    own: frozenset[int]
    around: tuple[Node, ...] = ()
    filled: frozenset[int] = frozenset()
    paths: frozenset[str] = frozenset()
    is_whole: bool = True


def observations(sight: Sight, source: Source, schema: ObjectType) -> Iterator[Observation]:
    """Everything that the source finds in the document, in the order of its extractions."""
    meaning = lookup(source, sight)
    for extraction in source.extractions:
        kind = _list_type(schema, extraction.into)
        for node in _chosen(extraction, sight):
            context = Context(sight.tree, node, meaning, source.placeholders or "either", sight.paths)
            observed = _observation(extraction, kind, context, sight)
            if observed is not None:
                yield replace(observed, source=source.id)


def unreadable(source: Source, schema: ObjectType, place: Place, component: str) -> Iterator[Observation]:
    """An element of each of the source's lists of which nothing can be known: its file can't be read."""
    for into in dict.fromkeys(extraction.into for extraction in source.extractions):
        name = f"{into.removesuffix('[]')}[{place.path}]"
        fields = {
            field: Fact(f"{name}.{field}", Unknown(Reason.UNREADABLE), Basis.OBSERVED, place)
            for field, kind in _fields(_list_type(schema, into)).items()
            if isinstance(kind, ScalarType)
        }
        yield Observation(into, Record(name, fields, place, component))


def lookup(source: Source, sight: Sight) -> Lookup:
    """What `${name}` means in the source's files: a property of the application itself, or nothing known."""
    if source.placeholders == "logback":
        return logback.properties(sight.tree, _application(sight.around)).get
    if source.placeholders in ("spring", "either"):
        roots = (sight.tree.root, *sight.around)
        is_folded = source.view == "relaxed"
        return lambda name: next(filter(None, (_property(root, name, is_folded) for root in roots)), None)
    return lambda name: next(filter(None, (_property(root, name, False) for root in sight.around)), None)  # noqa: FBT003 - names as they stand


def _application(around: tuple[Node, ...]) -> Lookup:
    """What a property is in the documents of an application, whose names are folded."""
    return lambda name: next(filter(None, (_property(root, name, True) for root in around)), None)  # noqa: FBT003 - the last of three


def _list_type(schema: ObjectType, into: str) -> ListType:
    kind = at(schema, into.removesuffix("[]").split("."))
    if not isinstance(kind, ListType):
        raise ValueError(f"{into} is no list of facts")  # noqa: TRY004 - a fault of a source file
    return kind


def _fields(kind: ListType) -> Mapping[str, FactType]:
    return kind.item.fields if isinstance(kind.item, ObjectType) else {}


def _property(root: Node, name: str, is_folded: bool) -> str | None:  # noqa: FBT001 - the last of three, private
    names = name.split(".")
    if is_folded:
        names = [one.replace("-", "").replace("_", "").casefold() for one in names]
    found = child(root, *names)
    return found.text if found is not None and found.text else None


def _own(node: Node, sight: Sight) -> bool:
    if id(node) in sight.own or id(node) in sight.filled:
        return True
    return isinstance(node.value, Mapping) and any(_own(inner, sight) for inner in node.value.values())


def _chosen(extraction: Extraction, sight: Sight) -> Iterator[Node]:
    """The nodes that an extraction is about. What it leaves out is asked last, if at all."""
    tree = sight.tree
    fitting = [one for one in tree.find(extraction.each) if extraction.fits(one, tree) and _own(one, sight)]
    left_out = {id(node) for node in tree.find(extraction.unless)} if fitting else frozenset[int]()
    yield from (one for one in fitting if id(one) not in left_out)


def _observation(
    extraction: Extraction, kind: ListType, context: Context, sight: Sight
) -> Observation | None:
    fields = _fields(kind)
    found = {
        name: converted
        for name, setting in extraction.settings.items()
        if (converted := _said(_convert(setting, fields.get(name), context), sight)) is not None
    }
    said = {name: str(found.pop(name).value) for name in SCOPE if name in found}
    if not found.keys() - set(kind.identity):
        return None
    texts = {name: str(found[name].value) for name in kind.identity if _is_known(found.get(name))}
    element = element_name(extraction.into.removesuffix("[]"), kind.identity, texts, 0)
    record = Record(
        element,
        {name: _fact(f"{element}.{name}", one, context.each) for name, one in found.items()},
        context.each.place(),
        f"{sight.component}/{said['component']}" if "component" in said else sight.component,
        said.get("environment", sight.environment),
    )
    filled_by = record.environment if id(context.each) in sight.filled else ""
    secrets = tuple(dict.fromkeys(_secrets(found, fields, context)))
    return Observation(extraction.into, record, secrets, filled_by)


def _said(converted: Converted | None, sight: Sight) -> Converted | None:
    """What a document says; where it is a part of the whole, another one may say what a default would."""
    if converted is None or sight.is_whole or converted.note != PRODUCT_DEFAULT:
        return converted
    return unresolved(converted.node, _ELSEWHERE)


def _secrets(
    found: Mapping[str, Converted], fields: Mapping[str, FactType], context: Context
) -> Iterator[Place]:
    """Where secrets stand that the facts were read from: sensitive ones, and passwords inside URLs."""
    for name, one in found.items():
        node = one.node or context.each
        inside = url_password(node)
        if inside is not None:
            yield inside.place()
        if one.is_secret or _sensitive(fields.get(name)):
            yield node.place()


def _convert(setting: Setting, kind: FactType | None, context: Context) -> Converted | None:
    converted = _converted(setting, kind, context)
    remarks = context.tree.remarks
    if converted is None or not remarks:
        return converted
    said = (converted.node, context.each) if converted.node is not context.each else (context.each,)
    rests_on = dict.fromkeys(remarks.get(id(node), "") for node in said if node is not None)
    return replace(converted, note=notes(converted.note, *rests_on))


def _converted(setting: Setting, kind: FactType | None, context: Context) -> Converted | None:
    if setting.constant is not None:
        return Converted(_of_type(setting.constant, kind), context.each)
    node = _first(setting.selectors, context.each)
    converted: Converted | None = None
    if setting.conversion:
        converted = CONVERSIONS[setting.conversion](node, context)
    elif node is not None and isinstance(kind, ScalarType):
        converted = plain.typed(node, context, kind)
    if converted is None and setting.default is not None:
        return Converted(_of_type(setting.default, kind), None, PRODUCT_DEFAULT)
    return unresolved(None, setting.unsaid) if converted is None and setting.unsaid else converted


def _of_type(constant: Scalar, kind: FactType | None) -> Value:
    """What a source file says itself, in the fact's type: `30 days` as a duration."""
    if isinstance(kind, ScalarType) and isinstance(constant, str):
        value, complaint = read_leaf(Node(constant, 1, 1, 1, 1, 1, 1, constant), kind)
        if complaint or isinstance(value, Unknown):
            raise ValueError(complaint)
        return value
    return "" if constant is None else constant


def _first(selectors: tuple[Selector, ...], each: Node) -> Node | None:
    if any(selector.text != "@" for selector in selectors):
        target = selectable(each)
        return next((node for selector in selectors for node in selector.find(target)), None)
    return each if selectors else None


def _fact(name: str, converted: Converted, each: Node) -> FactTree:
    place = converted.node.place() if converted.node is not None else each.key_place()
    if isinstance(converted.value, tuple):
        items = tuple(
            Fact(f"{name}[{index}]", word, Basis.OBSERVED, place, shown(word))
            for index, word in enumerate(converted.value)
        )
        return Series(name, items, place, inventory=False, closed=False)
    words = converted.shown or shown(converted.value)
    return Fact(name, _told(converted.value), Basis.OBSERVED, place, words, mask_credentials(converted.note))


def _told(value: Value | Unknown) -> Value | Unknown:
    return replace(value, detail=mask_credentials(value.detail)) if isinstance(value, Unknown) else value


def _is_known(converted: Converted | None) -> bool:
    return converted is not None and not isinstance(converted.value, Unknown)


def _sensitive(kind: FactType | None) -> bool:
    return isinstance(kind, ScalarType) and kind.sensitive
