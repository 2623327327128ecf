"""Documents as their sources see them: each alone, or those of one application and profile together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reglint.documents.formats import Document
from reglint.documents.node import Node
from reglint.facts.observe import Sight
from reglint.facts.origin import Family, environment_of, family_of, is_profile
from reglint.facts.relaxed import laid_over
from reglint.facts.secret_name import folded
from reglint.facts.source import Match, Source
from reglint.facts.tree import Tree, child, children, plant
from reglint.facts.view import VIEWS

_REFERENCE = re.compile(r"\$\{([^${}:]+)")
_PROFILE_NAMES = (("spring", "config", "activate", "onprofile"), ("spring", "profiles"))


@dataclass(frozen=True, slots=True)
class Look:
    """One document of a file, in the view of a source.

    `profile` is what the document says it is for; `around` are documents that fill in its placeholders. Where
    it `is_whole`, what it does not say the product's defaults say.
    """

    source: Source
    path: str
    tree: Tree
    component: str
    profile: str = ""
    around: tuple[Node, ...] = ()
    is_whole: bool = True

    @property
    def environment(self) -> str:
        """The profile, else what the file's name says."""
        return self.profile or environment_of(self.path)

    @property
    def is_base(self) -> bool:
        """Whether other documents of its application are laid over it."""
        return not self.profile and not is_profile(self.path)


@dataclass(frozen=True, slots=True)
class Group:
    """Documents that make one whole, and the source that sees them."""

    source: Source
    sight: Sight


def looks(source: Source, matches: tuple[Match, ...], document: Document, component: str) -> Iterator[Look]:
    """The documents of a file that are the source's."""
    for root in document.roots:
        tree = plant(VIEWS[source.view](root))
        if has_wanted(matches, tree):
            profile = _profile(tree.root) if source.profiles else ""
            yield Look(source, document.path, tree, component, profile)


def has_wanted(matches: tuple[Match, ...], tree: Tree) -> bool:
    """Whether what one of the matches wants to find stands in a document."""
    return any(_matches(match, tree) for match in matches)


def grouped(all_looks: Iterable[Look]) -> Iterator[Group]:
    """For each profile of an application its documents over the base; then every document that stands alone.

    Spring reads the base first and a profile over it, and of equals the later over the earlier; a profile's
    own are the settings that it says itself. Source: Spring Boot, "Profile Specific Files", "Multi-Document
    Files".
    """
    families: dict[tuple[str, Family], list[Look]] = {}
    alone: list[Look] = []
    for one in all_looks:
        if one.source.profiles:
            families.setdefault((one.source.id, family_of(one.path)), []).append(one)
        else:
            alone.append(one)
    around = _around(families)
    for (_, family), members in families.items():
        yield from _profiles(members, around[family.folder])
    for one in alone:
        own = frozenset(_ids(one.tree.root))
        if one.source.placeholders == "logback":
            yield from _beside_application(one, families, own)
            continue
        sight = Sight(one.tree, one.component, one.environment, own, one.around, is_whole=one.is_whole)
        yield Group(one.source, sight)


def _beside_application(
    one: Look, families: Mapping[tuple[str, Family], list[Look]], own: frozenset[int]
) -> Iterator[Group]:
    """A configuration of Logback's, which takes properties of Spring's, with the application beside it.

    Each profile of the application may fill it in otherwise.
    """
    home = family_of(one.path).folder
    beside = [look for (_, family), looks in families.items() if family.folder == home for look in looks]
    base = tuple(look.tree.root for look in beside if look.is_base)
    yield Group(one.source, Sight(one.tree, one.component, one.environment, own, base))
    profiled = [look for look in beside if not look.is_base]
    for environment in dict.fromkeys(look.environment for look in profiled):
        roots = (look.tree.root for look in profiled if look.environment == environment)
        sight = Sight(one.tree, one.component, environment, own, (*roots, *base), own)
        yield Group(one.source, sight)


def _profiles(members: list[Look], around: tuple[Node, ...]) -> Iterator[Group]:
    base = [one for one in members if one.is_base]
    by_environment: dict[str, list[Look]] = {}
    for one in members:
        by_environment.setdefault(one.environment, []).append(one)
    ground = [laid_over(one.tree.root for one in base)] if base else []
    for environment, own in by_environment.items():
        under = ground if environment not in {one.environment for one in base[:1]} else []
        documents = [*under, *(one.tree.root for one in own)]
        tree = plant(laid_over(documents)) if len(documents) > 1 else own[0].tree
        ids = frozenset(node for one in own for node in _ids(one.tree.root))
        filled = frozenset(_filled_in(under, [one.tree.root for one in own]))
        yield Group(own[0].source, Sight(tree, own[0].component, environment, ids, around, filled))


def _filled_in(under: Iterable[Node], own: list[Node]) -> Iterator[int]:
    """The settings of the base that refer to one which the profile sets: they are the profile's as well."""
    pending = list(under)
    while pending:
        node = pending.pop()
        pending += [inner for _, inner in children(node)]
        names = _REFERENCE.findall(node.text) if isinstance(node.value, str) else ()
        if any(child(root, *map(folded, name.split("."))) is not None for name in names for root in own):
            yield id(node)


def _around(families: Mapping[tuple[str, Family], list[Look]]) -> Mapping[str, tuple[Node, ...]]:
    """The base documents of each folder: `bootstrap` and `application` are read by one program."""
    around: dict[str, list[Node]] = {}
    for (_, family), members in families.items():
        roots = [one.tree.root for one in members if one.is_base]
        around.setdefault(family.folder, []).extend(roots)
    return {folder: tuple(roots) for folder, roots in around.items()}


def _matches(match: Match, tree: Tree) -> bool:
    has = not match.has or next(tree.find(match.has), None) is not None
    return has and (not match.lacks or next(tree.find(match.lacks), None) is None)


def _profile(root: Node) -> str:
    for names in _PROFILE_NAMES:
        *above, last = names
        holder = child(root, *above)
        said = holder.value.get(last) if holder is not None and isinstance(holder.value, Mapping) else None
        if said is not None and isinstance(said.value, tuple):
            return ",".join(item.text for item in said.value)
        if said is not None and said.text:
            return said.text
    return ""


def _ids(root: Node) -> Iterator[int]:
    pending = [root]
    while pending:
        node = pending.pop()
        yield id(node)
        pending += [inner for _, inner in children(node)]
