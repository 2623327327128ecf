"""MySQL's option files as the programs read them: the groups of server and client, one name for an option.

Sources: MySQL, "Using Option Files" (`[mysqld]`, `[server]`, `[mysqld-8.4]`; of an option that stands twice
the last holds; `-` and `_` are one), "Program Option Modifiers" (`skip-`, `disable-`, `enable-`, `loose-`);
MariaDB, "Configuring MariaDB with Option Files" (`[mariadb]`, `[mariadbd]`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from reglint.documents.node import Node
from reglint.documents.pointer import child as pointer_child
from reglint.facts.tree import children

_SERVER = re.compile(r"(?:mysqld|mariadbd?)(?:-[\d.]+)?|server|galera", re.IGNORECASE)
_OFF = ("skip_", "disable_")
_NO_SWITCHES = frozenset({"skip_grant_tables", "skip_networking", "skip_name_resolve"})


def option_files(root: Node) -> Node:
    """The groups by name, those of the server as one, `server`; `include`, the first of the included paths.

    An option is the last of its values; `skip-ssl` is `ssl` with the text "OFF". What is not there is left
    out.
    """
    if not isinstance(root.value, Mapping):
        return root
    groups: dict[str, Node] = {}
    for name, group in root.value.items():
        if name.startswith("!"):
            groups.setdefault("include", group.value[0] if isinstance(group.value, tuple) else group)
            continue
        kind = "server" if _SERVER.fullmatch(name) else name
        options = dict(_options(group))
        before = groups[kind].value if kind in groups else {}
        merged = {**before, **options} if isinstance(before, Mapping) else options
        groups[kind] = replace(groups.get(kind, group), value=merged)
    return replace(root, value=groups)


def _options(group: Node) -> Iterator[tuple[str, Node]]:
    for written, series in children(group):
        last = series.value[-1] if isinstance(series.value, tuple) and series.value else series
        name = written.replace("-", "_").casefold().removeprefix("loose_")
        node = replace(last, pointer=pointer_child(group.pointer, written))
        off = next((one for one in _OFF if name.startswith(one) and name not in _NO_SWITCHES), "")
        if off and _is_on(node):
            yield name.removeprefix(off), replace(node, value="OFF", text="OFF")
        else:
            yield name.removeprefix("enable_"), node


def _is_on(node: Node) -> bool:
    return node.value is None or node.text.upper() in ("", "1", "ON", "TRUE")
