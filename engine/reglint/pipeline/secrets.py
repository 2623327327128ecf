"""Where secrets stand in the files of a project, so that no excerpt shows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reglint.documents.lookup import walk
from reglint.documents.node import Node
from reglint.model.place import Place
from reglint.model.schema import FactType, ListType, ObjectType, ScalarType
from reglint.pipeline.sight import Sight


def redactions(sight: Sight, schema: ObjectType) -> Mapping[str, tuple[Place, ...]]:
    """The places of secrets by file: those that sources read, and those of the platform file."""
    places: dict[str, list[Place]] = {}
    observed = (place for one in sight.collected.observations for place in one.secrets)
    for place in (*observed, *secret_places(sight.said, schema)):
        places.setdefault(place.path, []).append(place)
    return {path: tuple(dict.fromkeys(found)) for path, found in sorted(places.items())}


def secret_places(node: Node, kind: FactType | None) -> Iterator[Place]:
    """The places of all that is written where the schema wants a secret, also where it has another shape.

    Beside a secret, whatever stands under an unknown name may be the secret itself.
    """
    if isinstance(kind, ObjectType) and isinstance(node.value, Mapping):
        leaves = [one for one in kind.fields.values() if isinstance(one, ScalarType)]
        for key, inner in node.value.items():
            if key not in kind.fields and any(map(_sensitive, leaves)):
                yield from _texts(inner)
            yield from secret_places(inner, kind.fields.get(key))
    elif isinstance(kind, ListType) and isinstance(node.value, tuple):
        for item in node.value:
            yield from secret_places(item, kind.item)
    elif kind is not None and _sensitive(kind):
        yield from _texts(node)


def _texts(node: Node) -> Iterator[Place]:
    yield from (inner.place() for _, inner in walk(node) if inner.text)


def _sensitive(kind: FactType) -> bool:
    if isinstance(kind, ScalarType):
        return kind.sensitive
    inner = (kind.item,) if isinstance(kind, ListType) else kind.fields.values()
    return any(_sensitive(one) for one in inner)
