"""The modules of a project → what sources of Terraform look at: one tree for each root module."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from reglint.documents.node import Node
from reglint.facts.origin import ENVIRONMENTS
from reglint.facts.terraform_blocks import modules
from reglint.facts.terraform_bodies import arguments
from reglint.facts.terraform_elements import SEVERAL, Made, bound_names, elements, is_same, joined_notes
from reglint.facts.terraform_links import CALLS, PROVIDERS, VALUES, Group, Resource, View, view_of
from reglint.facts.terraform_modules import (
    Instance,
    Project,
    called,
    instances,
    names_in,
    root_instance,
    target,
    values_of,
)
from reglint.facts.terraform_registry import registry_resources
from reglint.facts.terraform_values import Known

_MOST_ELEMENTS = 1_000  # of all blocks of a project that are made several times


@dataclass(frozen=True, slots=True)
class RootModule:
    """A root module: its folder, its tree with all that it calls, and the files that these stand in.

    `environment` is the name of the file of values that it is read with, else what the folder's name says, ""
    where that says nothing.
    """

    folder: str
    view: View
    paths: tuple[str, ...]
    environment: str


def root_modules(roots: Mapping[str, Node], broken: frozenset[str] = frozenset()) -> Iterator[RootModule]:
    """The modules that no other calls, once more for each environment that a file of values is named for.

    Where all of a circle call each other, the first of them.
    `broken` are files that can't be read: what they would add to a module's resources is not known.
    """
    cut = {str(PurePosixPath(path).parent) for path in broken}
    found = modules(roots)
    project = Project(found)
    reached: set[str] = set()
    tops = [module for folder, module in found.items() if folder not in _called_folders(project)]
    for module in (*tops, *found.values()):
        if module.folder in reached:
            continue
        for environment in ("", *module.named):
            whole = list(instances(root_instance(project, module, environment)))
            reached |= {one.module.folder for one in whole}
            yield _root_module(roots, whole, environment, cut)


def _root_module(
    roots: Mapping[str, Node], whole: list[Instance], environment: str, cut: set[str]
) -> RootModule:
    folder = whole[0].module.folder
    paths = tuple(dict.fromkeys(path for one in whole for path in one.module.paths))
    is_whole = cut.isdisjoint(one.module.folder for one in whole)
    view = _view(roots[paths[0]], whole, is_whole=is_whole)
    return RootModule(folder, view, paths, environment or _environment(folder))


def _environment(folder: str) -> str:
    name = PurePosixPath(folder).name.casefold()
    return name if name in ENVIRONMENTS else ""


def _called_folders(project: Project) -> set[str]:
    called_ones = (
        target(Instance(module, project), call)
        for module in project.modules.values()
        for call in module.calls.values()
    )
    return {one.folder for one in called_ones if one is not None}


def _view(root: Node, whole: list[Instance], *, is_whole: bool) -> View:
    groups = (
        Group(PROVIDERS, tuple(block for one in whole for block in _providers(one))),
        Group(CALLS, tuple(block for one in whole for block in _remote(one))),
        Group(VALUES, tuple(block for one in whole for block in _values(one))),
    )
    resources = (resource for one in whole for resource in (*_resources(one), *_elsewhere(one)))
    return view_of(root, resources, groups, is_whole=is_whole)


def _resources(instance: Instance) -> Iterator[Resource]:
    module = instance.module
    for first, blocks in (("", module.resources), ("data.", module.documents)):
        for (kind, name), body in blocks.items():
            for element, found in _elements(instance, body):
                address = f"{instance.address}{first}{kind}.{name}{element.key}"
                yield Resource(kind, address, body, found, element.remark, element.is_sure)


def _providers(instance: Instance) -> Iterator[Resource]:
    for name, body in instance.module.providers.items():
        address = f"{instance.address}provider.{name}"
        yield Resource("provider", address, body, arguments(body, names_in(instance)))


def _values(instance: Instance) -> Iterator[Resource]:
    """The variables of an instance as they are given or by default, and its locals."""
    module = instance.module
    for kind, said in (("var", module.variables), ("local", module.values)):
        if said:
            found = dict(values_of(instance, kind, said))
            yield Resource(kind, f"{instance.address}{kind}", next(iter(said.values())), found)


def _elsewhere(instance: Instance) -> Iterator[Resource]:
    """What modules that are not in the project are known to make."""
    for one in _remote(instance):
        for element, found in _elements(instance, one.body):
            address = f"{one.address}{element.key}"
            call = replace(
                one, address=address, arguments=found, remark=element.remark, is_sure=element.is_sure
            )
            yield from registry_resources(call)


def _elements(instance: Instance, body: Node) -> Iterator[tuple[Made, Mapping[str, Known]]]:
    """The elements of a block with their arguments; those that are all alike are one of several."""
    names = names_in(instance)
    made = elements(body, names)
    if len(made) > 1 and not _may_grow(instance, len(made)):
        made = (Made(remark=SEVERAL),)
    found = [(element, arguments(body, bound_names(names, element.bound))) for element in made]
    if len(found) > 1 and all(_is_same(found[0][1], other) for _, other in found[1:]):
        first, arguments_of_all = found[0]
        found = [(replace(first, key="", remark=joined_notes(SEVERAL, first.remark)), arguments_of_all)]
    yield from found


def _may_grow(instance: Instance, many: int) -> bool:
    """Whether so many elements may be added to those that there are in the project."""
    return all(next(instance.project.elements) < _MOST_ELEMENTS for _ in range(many))


def _is_same(arguments_of_one: Mapping[str, Known], of_other: Mapping[str, Known]) -> bool:
    """Whether two elements have the same arguments, written in the same places."""
    return arguments_of_one.keys() == of_other.keys() and all(
        is_same(known.node, of_other[name].node) for name, known in arguments_of_one.items()
    )


def _remote(instance: Instance) -> Iterator[Resource]:
    """Calls of modules that are not in the project: what they are given is all that is known of them."""
    for name, call in instance.module.calls.items():
        if not called(instance, name) and target(instance, call) is None:
            address = f"{instance.address}module.{name}"
            yield Resource("module", address, call, arguments(call, names_in(instance)))
