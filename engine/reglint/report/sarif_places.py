"""Places as SARIF's locations: relative URIs, regions in code points."""

from __future__ import annotations

from urllib.parse import quote

from reglint.documents.source import BOM, line_starts
from reglint.model.place import Place
from reglint.report.page import TextOf


def to_uri(path: str) -> str:
    """A relative path as a URI reference, RFC 3986. A colon in its first part must not look like a scheme.

    >>> to_uri("配置/a b.conf"), to_uri("a:b/c")
    ('%E9%85%8D%E7%BD%AE/a%20b.conf', 'a%3Ab/c')
    """
    return quote(path.encode("utf-8", "surrogateescape"), safe="/")


def location(place: Place, text_of: TextOf, *, logical: str = "") -> dict[str, object]:
    """The physical location of a place; `logical` is the name of the fact that stands there."""
    where: dict[str, object] = {
        "physicalLocation": {
            "artifactLocation": {"uri": to_uri(place.path)},
            "region": _region(place, text_of(place.path)),
        }
    }
    if logical:
        where["logicalLocations"] = [{"fullyQualifiedName": logical, "kind": "member"}]
    return where


def _region(place: Place, text: str | None) -> dict[str, int]:
    """Where it starts; where it ends too, if the text tells: a value may cover several lines."""
    start = {"startLine": place.line, "startColumn": place.column}
    if not place.length or text is None:
        return start
    text = text.removeprefix(BOM)
    starts = line_starts(text)
    if place.line > len(starts):
        return start
    end = min(starts[place.line - 1] + place.column - 1 + place.length, len(text))
    line = next(number for number in range(len(starts), 0, -1) if starts[number - 1] <= end)
    return {**start, "endLine": line, "endColumn": end - starts[line - 1] + 1}
