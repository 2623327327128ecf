"""The modules of a project → what sources of Terraform look at: one tree for each root module."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from reglint.documents.node import Node
from reglint.facts.origin import ENVIRONMENTS
from reglint.facts.terraform_blocks import modules
from reglint.facts.terraform_bodies import arguments, bound_names, made
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
    names = names_in(instance)
    for (kind, name), body in instance.module.resources.items():
        element = made(body, names)
        if element is not None:
            found = arguments(body, bound_names(names, element.bound))
            address = f"{instance.address}{kind}.{name}"
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
    names = names_in(instance)
    for one in _remote(instance):
        element = made(one.body, names)
        if element is not None:
            found = arguments(one.body, bound_names(names, element.bound))
            call = replace(one, arguments=found, remark=element.remark, is_sure=element.is_sure)
            yield from registry_resources(call)


def _remote(instance: Instance) -> Iterator[Resource]:
    """Calls of modules that are not in the project: what they are given is all that is known of them."""
    for name, call in instance.module.calls.items():
        if called(instance, name) is None and target(instance, call) is None:
            address = f"{instance.address}module.{name}"
            yield Resource("module", address, call, arguments(call, names_in(instance)))
