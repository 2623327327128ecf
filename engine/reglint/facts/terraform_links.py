"""Resources → the tree that sources select from: by provider, type and address, with those that add to them.

A setting of one thing often stands in several resources: versioning of a bucket, the policy of a database's
backups. Each resource has in `@by` those that refer to it, by their types.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from reglint.documents.node import Node
from reglint.facts.secret_name import names_a_secret
from reglint.facts.terraform_values import Known, is_open, reference_of, scalar, unsure

BY = "@by"
LOOSE = "@loose"
VALUES = "@values"
PROVIDERS = "@providers"
CALLS = "@calls"
_MOST_NODES = (
    400_000  # of all resources, and of all that adds to others: what one value says, many may repeat
)

# The argument that says what a resource adds to, where others of its arguments may name other things.
_OWNERS = (
    (re.compile(r"(?:aws_s3|alicloud_oss)_bucket_\w+"), "bucket"),
    (re.compile(r"\w+_security_group_(?:ingress_|egress_)?rule"), "security_group_id"),
    (re.compile(r"aws_(?:lb|alb)_listener_rule"), "listener_arn"),
    (re.compile(r"aws_(?:rds|docdb|neptune)_cluster_instance"), "cluster_identifier"),
    (re.compile(r"alicloud_alb_rule"), "listener_id"),
    (re.compile(r"aws_backup_vault_\w+"), "backup_vault_name"),
    (re.compile(r"aws_redshift_logging"), "cluster_identifier"),
    (re.compile(r"aws_efs_(?:file_system|backup)_policy"), "file_system_id"),
)
_ADDRESS = re.compile(
    r"((?:module\.[\w-]+(?:\[[^\]]*\])?\.)*(?:data\.)?\w+\.[\w-]+)"
    r"(?:\[\"?([^\"\]]*)\"?\]|\.([\w-]+))?(?:\.[\w.-]+)?"
)
_INDEX = re.compile(r"\[[^\]]*\]")
_MODULES = re.compile(r"(?:module\.[\w-]+(?:\[[^\]]*\])?\.)*")
_QUOTES = '["]'
_LAST_INDEX = re.compile(r"\[[^\]]*\]$")


@dataclass(frozen=True, slots=True)
class Resource:
    """A resource as far as it is known: the node of its block and its arguments by name.

    `remark` says what its being there depends on; it is not sure where nobody knows whether it is there.
    """

    kind: str
    address: str
    body: Node
    arguments: Mapping[str, Known]
    remark: str = ""
    is_sure: bool = True

    @property
    def nodes(self) -> int:
        """How much the arguments hold."""
        return 1 + sum(known.nodes for known in self.arguments.values())


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that are no resources, by address: providers, and calls of modules that are elsewhere."""

    name: str
    blocks: tuple[Resource, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The tree, and remarks on its nodes by identity: what a value rests on."""

    root: Node
    remarks: Mapping[int, str] = field(default_factory=dict)


def view_of(
    root: Node, resources: Iterable[Resource], groups: Iterable[Group] = (), *, is_whole: bool = True
) -> View:
    """The tree `{provider: {type: {address: resource}}}`, with `@providers`, `@calls` and `@loose`.

    `@loose` has, by type, resources that add to something that the files do not say, and `*` where some of
    the files can't be read. `root` gives its place.
    """
    remarks: dict[int, str] = {}
    found = list(_within_bounds(resources))
    adding, loose = _links(found)
    tree: dict[str, dict[str, dict[str, Node]]] = {}
    for one in found:
        by = _by(root, adding.get(one.address, ()), remarks)
        kinds = tree.setdefault(one.kind.partition("_")[0], {})
        kinds.setdefault(one.kind, {})[one.address] = _body(one, remarks, by)
    for group in groups:
        if group.blocks:
            named = {one.address: _body(one, remarks, {}) for one in group.blocks}
            tree[group.name] = {"blocks": named}
    if loose:
        tree[LOOSE] = {
            kind: {one.address: _body(one, remarks, {}) for one in some} for kind, some in loose.items()
        }
    if not is_whole:
        tree.setdefault(LOOSE, {})["*"] = {}
    return View(_tree_node(root, tree), remarks)


def _within_bounds(resources: Iterable[Resource]) -> Iterator[Resource]:
    """The resources; nothing is known of those beyond what is read of one module."""
    spent = 0
    for one in resources:
        spent += one.nodes
        if spent <= _MOST_NODES:
            yield one
        else:
            unread = {
                name: Known(scalar(known.node, f"${{{name}}}")) for name, known in one.arguments.items()
            }
            yield replace(one, arguments=unread)


def _tree_node(root: Node, tree: Mapping[str, Mapping[str, Mapping[str, Node]]]) -> Node:
    providers = {
        provider: replace(root, value={kind: replace(root, value=named) for kind, named in kinds.items()})
        for provider, kinds in tree.items()
    }
    return replace(root, value=providers, text="")


def _links(
    resources: list[Resource],
) -> tuple[Mapping[str, list[Resource]], Mapping[str, list[Resource]]]:
    """Resources by the address of what they refer to; by type, those of which nobody knows that."""
    meant = _meant(resources)
    named = {name: one.address for one in resources for name in _own_names(one)}
    adding: dict[str, list[Resource]] = {}
    loose: dict[str, list[Resource]] = {}
    spent = 0
    for one in resources:
        for name, known in _owners(one):
            target = _target(one.address, known.node, meant) or named.get(_key(name, known.node), "")
            if target == one.address:
                continue
            spent += one.nodes if target else 0
            if target and spent <= _MOST_NODES:
                adding.setdefault(target, []).append(one)
            elif is_open(known.node):
                loose.setdefault(one.kind, []).append(one)
    return (
        {address: _each_once(some) for address, some in adding.items()},
        {kind: _each_once(some) for kind, some in loose.items()},
    )


def _owners(one: Resource) -> Iterable[tuple[str, Known]]:
    """The arguments that may say what a resource adds to."""
    owner = next((name for pattern, name in _OWNERS if pattern.fullmatch(one.kind)), "")
    return [(owner, one.arguments[owner])] if owner in one.arguments else one.arguments.items()


def _own_names(one: Resource) -> Iterator[str]:
    """The names by which others may mean a resource: a bucket's."""
    for name in ("bucket",):
        known = one.arguments.get(name)
        if known is not None and one.kind.endswith("_bucket") and known.node.text and not is_open(known.node):
            yield f"{name}={known.node.text}"


def _key(name: str, node: Node) -> str:
    return f"{name}={node.text}" if node.text else ""


def _meant(resources: list[Resource]) -> Mapping[str, tuple[str, ...]]:
    """The addresses that a name may mean: an element's own, all elements of a resource, those of all modules.

    An element of a resource stands here as a reference has it: `aws_lb.a.web` for `aws_lb.a["web"]`.
    """
    found: dict[str, dict[str, None]] = {}
    for one in resources:
        own = _LAST_INDEX.sub("", one.address)
        element = f"{own}.{one.address[len(own) :].strip(_QUOTES)}"
        for name in dict.fromkeys((element, own, _INDEX.sub("", one.address))):
            found.setdefault(name, {})[one.address] = None
    return {name: tuple(addresses) for name, addresses in found.items()}


def _target(address: str, node: Node, meant: Mapping[str, tuple[str, ...]]) -> str:
    """The address of the resource that one of an address refers to; "" where it may be any of several."""
    match = _ADDRESS.fullmatch(reference_of(node))
    if match is None:
        return ""
    found = meant.get(f"{match[1]}.{match[2] or match[3]}") or meant.get(match[1], ())
    for near in (_module_of, _last_index):
        found = tuple(one for one in found if near(one) == near(address)) or found
    return found[0] if len(found) == 1 else ""


def _module_of(address: str) -> str:
    found = _MODULES.match(address)
    return found[0] if found is not None else ""


def _last_index(address: str) -> str:
    return address[len(_LAST_INDEX.sub("", address)) :]


def _each_once(some: list[Resource]) -> list[Resource]:
    return list({one.address: one for one in some}.values())


def _by(root: Node, adding: Iterable[Resource], remarks: dict[int, str]) -> Mapping[str, Node]:
    kinds: dict[str, list[Node]] = {}
    for one in adding:
        body = _body(one, remarks, {})
        kinds.setdefault(one.kind, []).append(body if one.is_sure else unsure(body, one.address))
    return {kind: replace(root, value=tuple(some), text="") for kind, some in kinds.items()}


def _body(one: Resource, remarks: dict[int, str], by: Mapping[str, Node]) -> Node:
    members = {name: _argument(name, known, remarks) for name, known in one.arguments.items()}
    if by:
        members[BY] = replace(one.body, value=by, text="")
    body = replace(one.body, value=members, text="")
    if one.remark:
        remarks[id(body)] = one.remark
    return body


def _argument(name: str, known: Known, remarks: dict[int, str]) -> Node:
    """A copy of an argument's node, since a tree has each once; a secret's text only where one belongs."""
    node = _guarded(known.node, name) if known.is_secret else known.node
    return _copied(node, known.note, remarks)


def _guarded(node: Node, name: str) -> Node:
    if isinstance(node.value, Mapping):
        return replace(node, value={key: _guarded(one, key) for key, one in node.value.items()})
    if isinstance(node.value, tuple):
        return replace(node, value=tuple(_guarded(one, name) for one in node.value))
    return node if names_a_secret(name) else unsure(node, name)


def _copied(node: Node, note: str, remarks: dict[int, str]) -> Node:
    if isinstance(node.value, Mapping):
        made = replace(node, value={name: _copied(one, note, remarks) for name, one in node.value.items()})
    elif isinstance(node.value, tuple):
        made = replace(node, value=tuple(_copied(one, note, remarks) for one in node.value))
    else:
        made = scalar(node, node.value, node.text)
    if note and not is_open(made):
        remarks[id(made)] = note
    return made
