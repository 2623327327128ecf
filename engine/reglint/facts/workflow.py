"""A workflow of GitHub Actions, or an action, whose steps have what their scripts give in clear.

Sources: GitHub Actions, "Workflow syntax" (`jobs.*.steps[*].run`, `with`), "Metadata syntax" (`runs.steps`);
docker/build-push-action (`build-args`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reglint.documents.node import Node
from reglint.facts.script_secrets import secrets_in

_SCRIPTS = (
    "build-args",
    "build_args",
    "args",
    "arguments",
    "cmd",
    "command",
    "inlineScript",
    "run",
    "script",
)
"""Inputs of actions that take commands, options or variables."""


def workflow(root: Node) -> Node:
    """The document with `given` in each step: a list of `{name, value}`, for each secret in its scripts."""
    jobs = _members(_members(root).get("jobs"))
    members = dict(_members(root))
    if jobs:
        with_steps = {name: _with_steps(job) for name, job in jobs.items()}
        members["jobs"] = replace(members["jobs"], value=with_steps)
    if "runs" in members:
        members["runs"] = _with_steps(members["runs"])
    return replace(root, value=members) if members else root


def _with_steps(job: Node) -> Node:
    steps = _members(job).get("steps")
    if steps is None or not isinstance(steps.value, tuple):
        return job
    told = replace(steps, value=tuple(_with_given(step) for step in steps.value))
    return replace(job, value={**_members(job), "steps": told})


def _with_given(step: Node) -> Node:
    inputs = _members(_members(step).get("with"))
    scripts = (_members(step).get("run"), *(inputs.get(name) for name in _SCRIPTS))
    given = tuple(
        _pair(name, value)
        for script in scripts
        if script is not None and isinstance(script.value, str)
        for name, value in secrets_in(script)
    )
    return replace(step, value={**_members(step), "given": replace(step, value=given)}) if given else step


def _pair(name: str, value: Node) -> Node:
    return replace(value, value={"name": replace(value, value=name, text=name), "value": value}, text="")


def _members(node: Node | None) -> Mapping[str, Node]:
    return node.value if node is not None and isinstance(node.value, Mapping) else {}
