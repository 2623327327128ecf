"""Files of Terraform → modules: all files of a folder are one.

Sources: Terraform, "Files and Configuration Structure", "JSON Configuration Syntax" (a block is an object or
a list of objects), "Override Files", "Variable Definitions (.tfvars) Files".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from reglint.documents.node import Node
from reglint.facts.origin import ENVIRONMENTS

_ENDINGS = (".tf", ".tofu", ".tf.json", ".tofu.json")
_DOCUMENTS = ("aws_iam_policy_document",)  # they read nothing: what they hold stands in them
_MAPS = frozenset({"tags", "tags_all", "labels", "variables", "environment_variables", "parameters"})


@dataclass(frozen=True, slots=True)
class Module:
    """What the files of a folder say, by name: each is the node of a block's body or of a value.

    `resources` go by type and name, and so do `documents`, data sources that are policies. `given` are the
    values of variables that files of the folder set, `named` those that a file sets which Terraform has to be
    told of, by the environment that is its name.
    """

    folder: str
    paths: tuple[str, ...]
    variables: Mapping[str, Node] = field(default_factory=dict)
    values: Mapping[str, Node] = field(default_factory=dict)
    outputs: Mapping[str, Node] = field(default_factory=dict)
    calls: Mapping[str, Node] = field(default_factory=dict)
    providers: Mapping[str, Node] = field(default_factory=dict)
    resources: Mapping[tuple[str, str], Node] = field(default_factory=dict)
    documents: Mapping[tuple[str, str], Node] = field(default_factory=dict)
    given: Mapping[str, Node] = field(default_factory=dict)
    named: Mapping[str, Mapping[str, Node]] = field(default_factory=dict)


def is_terraform(path: str) -> bool:
    """Whether a file's name says that it is a part of a module.

    >>> is_terraform("a/main.tf"), is_terraform("a/main.tf.json"), is_terraform("a/package.json")
    (True, True, False)
    """
    return path.lower().endswith(_ENDINGS)


def is_given(path: str) -> bool:
    """Whether Terraform takes values of variables from a file without being told to."""
    name = PurePosixPath(path).name
    plain = name.removesuffix(".json")
    return plain == "terraform.tfvars" or plain.endswith(".auto.tfvars")


def environment_of_values(path: str) -> str:
    """The environment that a file of values is for by its name, `prod.tfvars`; "" for what is none.

    >>> environment_of_values("prod.tfvars"), environment_of_values("terraform.tfvars")
    ('prod', '')
    """
    stem, dot, _ = PurePosixPath(path).name.removesuffix(".json").rpartition(".tfvars")
    return stem.casefold() if dot and stem.casefold() in ENVIRONMENTS else ""


def gives_values(path: str) -> bool:
    """Whether values of variables are taken from a file."""
    return is_given(path) or bool(environment_of_values(path))


def modules(roots: Mapping[str, Node]) -> Mapping[str, Module]:
    """Documents by path → modules by folder; "." is the project's own."""
    folders: dict[str, list[str]] = {}
    for path in roots:
        if is_terraform(path) or gives_values(path):
            folders.setdefault(str(PurePosixPath(path).parent), []).append(path)
    return {
        folder: _module(folder, {path: roots[path] for path in paths})
        for folder, paths in folders.items()
        if any(map(is_terraform, paths))
    }


def _module(folder: str, roots: Mapping[str, Node]) -> Module:
    files = sorted((path for path in roots if is_terraform(path)), key=lambda path: (_overrides(path), path))
    given: dict[str, Node] = {}
    for path in sorted(filter(is_given, roots), key=_given_order):
        given |= _members(roots[path])
    texts = [roots[path] for path in files]
    return Module(
        folder=folder,
        paths=tuple(roots),
        variables=_named(texts, "variable"),
        values=_locals(texts),
        outputs=_named(texts, "output"),
        calls=_named(texts, "module"),
        providers=_providers(texts),
        resources=_resources(texts, "resource"),
        documents={key: one for key, one in _resources(texts, "data").items() if key[0] in _DOCUMENTS},
        given=given,
        named={name: _members(roots[path]) for path in roots if (name := environment_of_values(path))},
    )


def _overrides(path: str) -> bool:
    stem = PurePosixPath(path).name.partition(".")[0]
    return stem == "override" or stem.endswith("_override")


def _given_order(path: str) -> tuple[bool, str]:
    """terraform.tfvars first; a later file outranks those before it."""
    name = PurePosixPath(path).name
    return not name.startswith("terraform.tfvars"), name


def _named(roots: Iterable[Node], kind: str) -> Mapping[str, Node]:
    found: dict[str, Node] = {}
    for root in roots:
        for block in _each(_members(root).get(kind)):
            for name, bodies in _members(block).items():
                for body in _each(bodies):
                    found[name] = _laid_over(found.get(name), body)
    return found


def _locals(roots: Iterable[Node]) -> Mapping[str, Node]:
    blocks = [block for root in roots for block in _each(_members(root).get("locals"))]
    return {name: one for block in blocks for name, one in _members(block).items()}


def _providers(roots: Iterable[Node]) -> Mapping[str, Node]:
    found: dict[str, Node] = {}
    for root in roots:
        for block in _each(_members(root).get("provider")):
            for name, bodies in _members(block).items():
                for body in _each(bodies):
                    alias = _members(body).get("alias")
                    found[f"{name}.{alias.text}" if alias is not None else name] = body
    return found


def _resources(roots: Iterable[Node], word: str) -> Mapping[tuple[str, str], Node]:
    found: dict[tuple[str, str], Node] = {}
    for root in roots:
        is_json = bool(root.path.endswith(".json"))
        for block in _each(_members(root).get(word)):
            for kind, named in _members(block).items():
                for name, body in _bodies(named):
                    shaped = _as_blocks(body) if is_json else body
                    found[kind, name] = _laid_over(found.get((kind, name)), shaped)
    return found


def _bodies(named: Node) -> Iterator[tuple[str, Node]]:
    for one in _each(named):
        for name, bodies in _members(one).items():
            for body in _each(bodies):
                yield name, body


def _as_blocks(body: Node) -> Node:
    """A body of the JSON syntax in the shape of the native one, where a block is always in a list."""
    return replace(body, value={name: _as_block(name, one) for name, one in _members(body).items()})


def _as_block(name: str, node: Node) -> Node:
    if name in _MAPS:
        return node
    if isinstance(node.value, Mapping):
        return replace(node, value=(_as_blocks(node),))
    if isinstance(node.value, tuple):
        return replace(
            node,
            value=tuple(_as_blocks(one) if isinstance(one.value, Mapping) else one for one in node.value),
        )
    return node


def _laid_over(base: Node | None, top: Node) -> Node:
    """A block of an override file over the one that it changes: argument by argument."""
    if base is None or not isinstance(top.value, Mapping):
        return top
    return replace(base, value={**_members(base), **top.value})


def _each(node: Node | None) -> tuple[Node, ...]:
    if node is None:
        return ()
    return node.value if isinstance(node.value, tuple) else (node,)


def _members(node: Node) -> Mapping[str, Node]:
    return node.value if isinstance(node.value, Mapping) else {}
