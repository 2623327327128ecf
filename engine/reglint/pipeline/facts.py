"""A folder → every fact that is known of the platform, each with its basis and its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from reglint import __version__
from reglint.evaluate.applicability import RolesHeld, roles_held
from reglint.facts.merge import Conflict
from reglint.facts.schema import titles
from reglint.language.future import as_known_on
from reglint.model.diagnostic import Diagnostic
from reglint.model.fact import Fact, FactTree, Record, Series
from reglint.model.schema import FactType, ListType, ObjectType, ScalarType
from reglint.model.text import Text
from reglint.model.verdict import Basis
from reglint.pipeline.facts_names import Chosen, chosen, generic
from reglint.pipeline.knowledge import Knowledge, load_knowledge
from reglint.pipeline.parts_seen import parts_seen
from reglint.pipeline.project import Project, root_of
from reglint.pipeline.request import Nothing, Refused, Request, refused
from reglint.pipeline.selection import unheard_of
from reglint.pipeline.sight import Sight, look
from reglint.report.facts_found import FactsFound, FilesSeen, KnownFact

EMPTY = "[]"
"""How a list is shown that is said to be empty."""


@dataclass(frozen=True, slots=True)
class _About:
    """What is known beside the tree: titles by generic name, and what was overruled by the name and place."""

    titles: Mapping[str, Text]
    overruled: Mapping[tuple[str, str], tuple[Fact, ...]]


def known(request: Request, only: Iterable[str] = ()) -> FactsFound | Refused | Nothing:
    """Every fact of the platform, or those that the patterns `only` name, and what became of its files.

    A pattern is a name or the beginning of one, `*` any run of characters: `logging`, `*.retention`.
    """
    knowledge = load_knowledge(request.packs)
    picked = chosen(only, knowledge.vocabulary.schema)
    if isinstance(picked, Refused):
        return picked
    seen = see(knowledge, request)
    return seen if isinstance(seen, Refused | Nothing) else _found(knowledge, request, seen, picked)


def see(knowledge: Knowledge, request: Request) -> Sight | Refused | Nothing:
    """What can be seen of the platform that is asked about."""
    if not (request.path.is_dir() or request.path.is_file()):
        return refused("no-such-path", f"{request.path} is not there.", hint="Name a folder or a file.")
    strangers = tuple(unheard_of(request, knowledge.packs))
    if strangers:
        return Refused((*knowledge.packs.diagnostics, *strangers))
    sight = look(Project(root_of(request.path), request.encoding), request, knowledge.vocabulary)
    if isinstance(sight, Refused):
        return sight
    if not sight.read and not sight.collected.observations:
        return Nothing("no file of the project was read", diagnostics(knowledge, sight))
    return sight


def files_of(knowledge: Knowledge, request: Request, sight: Sight) -> FilesSeen:
    """What became of each file of the project, and of the parts that they have."""
    project = Project(root_of(request.path), request.encoding)
    parts = parts_seen(project, sight.read, knowledge.vocabulary.sources)
    return FilesSeen(sight.read, sight.skipped, sight.unread_files, parts)


def diagnostics(knowledge: Knowledge, sight: Sight) -> tuple[Diagnostic, ...]:
    """What is wrong with the packs and with what was read."""
    return (*knowledge.packs.diagnostics, *sight.diagnostics)


def _found(knowledge: Knowledge, request: Request, sight: Sight, picked: Chosen) -> FactsFound:
    schema = knowledge.vocabulary.schema
    tree = as_known_on(request.as_of, sight.merged.facts, schema)
    about = _About(dict(titles(schema)), _overruled((*sight.merged.conflicts, *sight.merged.outranked)))
    presumed = _presumed(roles_held(tree, schema, knowledge.packs.catalogue.roles), about)
    known = sorted((*_known(tree, schema, about), *presumed), key=_area)
    return FactsFound(
        version=__version__,
        as_of=request.as_of,
        path=request.path.as_posix(),
        schema=schema,
        files=files_of(knowledge, request, sight),
        known=tuple(one for one in known if picked(one.fact.name)),
        diagnostics=diagnostics(knowledge, sight),
    )


def _area(known: KnownFact) -> str:
    return known.fact.name.partition(".")[0].partition("[")[0]


def _known(tree: FactTree, kind: FactType | None, about: _About) -> Iterator[KnownFact]:
    """The facts of a tree in its order; those of an element say whose it is."""
    if isinstance(tree, Fact):
        sensitive = isinstance(kind, ScalarType) and kind.sensitive
        overruled = about.overruled.get((tree.name, str(tree.place)), ())
        yield KnownFact(tree, _title(tree, about), sensitive=sensitive, overruled=overruled)
    elif isinstance(tree, Record):
        fields = kind.fields if isinstance(kind, ObjectType) else {}
        for name, inner in tree.fields.items():
            for one in _known(inner, fields.get(name), about):
                yield replace(
                    one,
                    component=one.component or tree.component,
                    environment=one.environment or tree.environment,
                )
    elif tree.items:
        for item in tree.items:
            yield from _known(item, kind.item if isinstance(kind, ListType) else None, about)
    elif tree.closed:
        empty = Fact(tree.name, 0, _basis(tree), tree.place, EMPTY)
        yield KnownFact(empty, _title(empty, about))


def _basis(series: Series) -> Basis:
    return Basis.DECLARED if series.attested is None else Basis.ATTESTED


def _title(fact: Fact, about: _About) -> Text:
    return about.titles.get(generic(fact.name), {})


def _overruled(conflicts: Iterable[Conflict]) -> Mapping[tuple[str, str], tuple[Fact, ...]]:
    said: dict[tuple[str, str], tuple[Fact, ...]] = {}
    for one in conflicts:
        key = (one.observed.name, str(one.observed.place))
        said[key] = (*said.get(key, ()), one.declared)
    return said


def _presumed(held: Mapping[str, RolesHeld], about: _About) -> Iterator[KnownFact]:
    """The roles that are taken for granted while nobody says which a platform has."""
    for roles in held.values():
        for index, role in enumerate(sorted(roles.presumed) if roles.said is None else ()):
            fact = Fact(f"{roles.fact}[{index}]", role, Basis.PRESUMED, shown=role)
            yield KnownFact(fact, _title(fact, about))
