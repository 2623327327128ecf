"""A Dockerfile as the container that its last stage describes, in the words of compose.

Sources: Docker, "Dockerfile reference" (a stage begins with what the stage or image that it is from has; the
last `CMD`, `ENTRYPOINT` and `USER` hold; `ARG` is for the build), "Multi-stage builds".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reglint.documents.node import Node
from reglint.facts.named_options import with_options
from reglint.facts.tree import child, children, text_of

_INSTRUCTIONS = {"cmd": "command", "entrypoint": "entrypoint", "user": "user", "healthcheck": "healthcheck"}


def dockerfile(root: Node) -> Node:
    """A mapping of `container`, the last stage with those that it is from, and of all `variables` by stage.

    The container has `image` (the image that it begins with), and where the file says them `environment` as a
    mapping, `command` and `entrypoint` as lists of words, `user` and `healthcheck`. Variables are those of
    `ENV` and `ARG` that have a value.
    """
    stages = list(_all(root, "stages"))
    if not stages:
        return root
    line = list(reversed(list(_ancestry(stages))))
    members: dict[str, Node] = {}
    for stage in line:
        for name, shown in _INSTRUCTIONS.items():
            said = list(_all(stage, name))
            members |= {shown: _words(said[-1])} if said else {}
    variables = {name: one for stage in line for name, one in _pairs(stage, "env")}
    members |= {"environment": replace(stages[-1], value=variables, text="")} if variables else {}
    image = child(line[0], "from", "image")
    members |= {"image": image} if image is not None else {}
    container = with_options(replace(stages[-1], value=members, text=""))
    told = {str(index): replace(one, value=dict(_variables(one))) for index, one in enumerate(stages)}
    head = {"head": replace(root, value=dict(_pairs(root, "arg")))}
    return replace(root, value={"container": container, "variables": replace(root, value={**head, **told})})


def _ancestry(stages: list[Node]) -> Iterator[Node]:
    """The last stage, the one that it is from, and so on; no stage is from one that comes after it."""
    index = len(stages) - 1
    while index >= 0:
        yield stages[index]
        image = text_of(stages[index], "from", "image")
        named = (at for at in range(index) if image and text_of(stages[at], "from", "as") == image)
        index = next(named, -1)


def _variables(stage: Node) -> Iterator[tuple[str, Node]]:
    for kind in ("arg", "env"):
        yield from _pairs(stage, kind)


def _pairs(holder: Node, kind: str) -> Iterator[tuple[str, Node]]:
    for instruction in _all(holder, kind):
        yield from (
            (name, one) for name, one in children(instruction) if one.value is not None and name[:1] != "@"
        )


def _words(instruction: Node) -> Node:
    """What an instruction says: its list of words, or its text."""
    arguments = instruction.value.get("@args") if isinstance(instruction.value, Mapping) else None
    return arguments or child(instruction, "#text") or instruction


def _all(holder: Node, name: str) -> Iterator[Node]:
    found = holder.value.get(name) if isinstance(holder.value, Mapping) else None
    yield from (one for _, one in children(found)) if found is not None else ()
