"""Lists of variables in a chart's values, as a mapping: `env: [{name: A, value: b}]` is `env: {A: b}`.

Sources: Kubernetes, "Define Environment Variables for a Container" (`env[].name`, `env[].value`); Bitnami's
charts (`extraEnvVars`), and others (`extraEnv`, `envVars`, `environment`), which hand such a list on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reglint.documents.node import Node
from reglint.documents.pointer import child as pointer_child
from reglint.facts.tree import child, children, text_of

_ENDINGS = ("env", "envvars", "environment")


def variable_lists(root: Node, name: str = "") -> Node:
    """The document with every list of variables, known by its name, as a mapping of their names to values.

    What takes its value from elsewhere (`valueFrom`) is left out.
    """
    if isinstance(root.value, Mapping):
        return replace(root, value={key: variable_lists(one, key) for key, one in children(root)})
    if not isinstance(root.value, tuple):
        return root
    if name.casefold().endswith(_ENDINGS) and root.value and all(text_of(one, "name") for one in root.value):
        return replace(root, value=_variables(root))
    return replace(root, value=tuple(variable_lists(one) for one in root.value))


def _variables(series: Node) -> Mapping[str, Node]:
    named = ((text_of(one, "name"), child(one, "value")) for _, one in children(series))
    return {
        name: replace(value, pointer=pointer_child(series.pointer, name))
        for name, value in named
        if value is not None
    }
