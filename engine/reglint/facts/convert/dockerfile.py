"""What a Dockerfile says of the container that is made from it: image, user, health check.

Sources: Docker, "Dockerfile reference" (`USER`, without which the image that it is from decides;
`HEALTHCHECK`), "Image tags" (without a tag, `latest`).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, unresolved
from reglint.facts.convert.workloads import is_pinned, is_root
from reglint.facts.tree import child, children


def workload_name(node: Node | None, _context: Context) -> Converted | None:
    """The name of the folder that the Dockerfile is in, else of the file."""
    if node is None or not node.path:
        return None
    path = PurePosixPath(node.path)
    return Converted(path.parent.name or path.name, node)


def image(node: Node | None, _context: Context) -> Converted | None:
    """The image that the container is made from, as it is written."""
    named = child(node, "image")
    return None if named is None else Converted(named.text, named)


def image_pinned(node: Node | None, _context: Context) -> Converted | None:
    """Whether the image has a digest, or a tag that is a version; none for an empty one."""
    named = child(node, "image")
    if named is None or named.text == "scratch":
        return None
    if "@" in named.text:
        return Converted(value=True, node=named)
    if "$" in named.text:
        return unresolved(named, "the image is given when it is built")
    return Converted(is_pinned(named.text), named)


def runs_as_root(node: Node | None, _context: Context) -> Converted | None:
    """Whether the last `USER` is the superuser; without one the image that it is from decides."""
    if node is None:
        return None
    said = child(node, "user")
    if said is None:
        return unresolved(child(node, "image"), "no USER: the image that it is made from decides")
    if "$" in said.text:
        return unresolved(said, "the user is given when it is built")
    return Converted(is_root(said.text), said)


def health_checked(node: Node | None, _context: Context) -> Converted | None:
    """Whether a health check is set or switched off; None where whoever runs the container may set one."""
    said = node.value.get("healthcheck") if node is not None and isinstance(node.value, Mapping) else None
    if said is None:
        return None
    return Converted(not any(one.text.upper() == "NONE" for _, one in children(said)), said)


CONVERSIONS: Mapping[str, Conversion] = {
    "dockerfile_name": workload_name,
    "dockerfile_image": image,
    "dockerfile_image_pinned": image_pinned,
    "dockerfile_runs_as_root": runs_as_root,
    "dockerfile_health_checked": health_checked,
}
