"""XML text → nodes through expat: no entities, no network, the place of every element, attribute and text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

from reglint.documents.limits import DEFAULT_LIMITS, Limits
from reglint.documents.pointer import child
from reglint.documents.source import RefusalError, Source, read_with
from reglint.documents.surrogates import half_character
from reglint.documents.xml_start import StartTag, start_tag
from reglint.model.diagnostic import Level

if TYPE_CHECKING:
    from reglint.documents.node import Node, Reading


@dataclass(slots=True)
class _Element:
    """An open element: its children by name, the pieces of its own text and their span."""

    start: int
    tag: StartTag
    pointer: str
    members: dict[str, Node]
    children: dict[str, list[tuple[tuple[int, int], Node]]] = field(default_factory=dict)
    pieces: list[str] = field(default_factory=list)
    text_span: tuple[int, int] | None = None


@dataclass(slots=True)
class _Tree:
    """The open elements under the document itself, and how far bytes are known as code points."""

    source: Source
    parser: expat.XMLParserType
    data: bytes
    fold_case: bool
    open: list[_Element]
    known: tuple[int, int] = (0, 0)

    def start_element(self, name: str, attributes: list[str]) -> None:
        """Open an element; `attributes` has names and values by turns."""
        start = self._offset()
        self.source.check_depth(len(self.open), start)
        tag = start_tag(self.source.text, start)
        parent = self.open[-1]
        pointer = child(parent.pointer, self._folded(name))
        if len(self.open) > 1:
            pointer = child(pointer, len(parent.children.setdefault(self._folded(name), [])))
        self.open.append(_Element(start, tag, pointer, self._attributes(attributes, tag, pointer)))

    def end_element(self, name: str) -> None:
        """Close an element and hang it into its parent."""
        element = self.open.pop()
        end = element.tag.end if element.tag.is_empty else self.source.text.index(">", self._offset()) + 1
        span = (element.start, end)
        node = self.source.node(_members(self.source, element), span, element.pointer, key=element.start)
        self.open[-1].children.setdefault(self._folded(name), []).append((span, node))

    def text(self, data: str) -> None:
        """Add to the text of the element that is open."""
        element = self.open[-1]
        element.pieces.append(data)
        if data.strip():
            start = self._offset()
            end = start + len(data.rstrip())
            if (
                self.source.text[start] == "&"
            ):  # a reference is one character of the text and several of the file
                end = self.source.text.index(";", start) + 1
            first = start + len(data) - len(data.lstrip())
            element.text_span = (first if element.text_span is None else element.text_span[0], end)

    def refuse_declaration(self, name: str, *_: object) -> None:
        """Refuse an entity where it is declared."""
        raise self._entity_refusal(name, self.source.text.rfind("<!ENTITY", 0, self._offset() + 1))

    def refuse_entity(self, name: str, *_: object) -> None:
        """Refuse an entity that only a file elsewhere could declare, where it is used."""
        raise self._entity_refusal(name, self._offset())

    def code_points(self, index: int) -> int:
        """The offset in code points of an offset in bytes."""
        byte, offset = self.known if index >= self.known[0] else (0, 0)
        self.known = (index, offset + len(self.data[byte:index].decode("utf-8", "ignore")))
        return self.known[1]

    def _entity_refusal(self, name: str, offset: int) -> RefusalError:
        message = f"The entity {name[:80]} is not read."
        return self.source.refusal("entity", message, max(offset, 0), hint="Write the text itself.")

    def _offset(self) -> int:
        return self.code_points(self.parser.CurrentByteIndex)

    def _folded(self, name: str) -> str:
        return name.lower() if self.fold_case else name

    def _attributes(self, attributes: list[str], tag: StartTag, pointer: str) -> dict[str, Node]:
        members: dict[str, Node] = {}
        pairs = zip(attributes[::2], attributes[1::2], tag.attributes, strict=True)
        for name, value, (key, span) in pairs:
            folded = f"@{self._folded(name)}"
            if folded in members:
                message = f"{name[:80]} stands twice, but for the case of its letters; the first is read."
                self.source.note("duplicate-attribute", message, key, level=Level.WARNING)
                continue
            members[folded] = self.source.node(value, span, child(pointer, folded), key=key, text=value)
        return members


def read_xml(text: str, path: str, *, limits: Limits = DEFAULT_LIMITS, fold_case: bool = False) -> Reading:
    """The one document of an XML text: a mapping of the root element's name to its node.

    An element is a mapping: `@name` for each attribute, `#text` for its own text without the blanks around
    it, and for each name of a child a sequence of elements, also where there is one. Its place is its start
    tag. With `fold_case` the names of elements and attributes are in lower case.
    """

    def build(source: Source) -> tuple[Node, ...]:
        return (_document(source, fold_case=fold_case),)

    return read_with(build, text, path, kind="xml", limits=limits)


def _document(source: Source, *, fold_case: bool) -> Node:
    half = half_character(source.text)
    if half is not None:
        raise source.refusal("character", "Half a surrogate pair is no character.", half)
    parser = expat.ParserCreate("utf-8")
    document = _Element(0, StartTag((), 0, is_empty=False), "", {})
    tree = _Tree(source, parser, source.text.encode(), fold_case, [document])
    _listen(parser, tree)
    try:
        parser.Parse(tree.data, True)  # noqa: FBT003 - the standard library's signature
    except expat.ExpatError as fault:
        offset = tree.code_points(max(parser.ErrorByteIndex, 0))
        raise source.refusal("syntax", f"No XML: {expat.ErrorString(fault.code)}.", offset) from fault
    ((name, ((span, root),)),) = document.children.items()
    return source.node({name: root}, span, "")


def _listen(parser: expat.XMLParserType, tree: _Tree) -> None:
    parser.ordered_attributes = True
    parser.specified_attributes = True  # a DTD adds none
    parser.StartElementHandler = tree.start_element
    parser.EndElementHandler = tree.end_element
    parser.CharacterDataHandler = tree.text
    parser.EntityDeclHandler = tree.refuse_declaration
    parser.SkippedEntityHandler = tree.refuse_entity


def _members(source: Source, element: _Element) -> dict[str, Node]:
    members = dict(element.members)
    if element.text_span is not None:
        text = "".join(element.pieces).strip()
        pointer = child(element.pointer, "#text")
        members["#text"] = source.node(text, element.text_span, pointer, key=element.start, text=text)
    for name, series in element.children.items():
        span = (series[0][0][0], series[-1][0][1])
        nodes = tuple(node for _, node in series)
        members[name] = source.node(nodes, span, child(element.pointer, name), key=span[0])
    return members
