"""Whether a container runs the server of its image, or a client of it: the same images have both.

Sources: the manuals of the products, for the names of their programs; POSIX, "Shell Command Language", for
where a program is named in a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reglint.documents.node import Node
from reglint.facts.convert.compose import word_nodes
from reglint.facts.tree import Tree

_WORD = re.compile(r"\w+=(?:\"[^\"]*\"|'[^']*'|[^\s;&|]*)|[;&|(){}\n`]|[^\s;&|(){}\n`\"']+")
_ASSIGNMENT = re.compile(r"\w+=")
_BEFORE = frozenset(";&|({\n`") | {"exec", "until", "while", "if", "do", "then", "else", "!", "sh", "bash"}
_BEFORE_SCRIPT = re.compile(r"-[a-z]*c")
_CLIENTS = re.compile(
    r"redis-(cli|sentinel|benchmark)|mysql|mysql(dump|admin|check|import|sh)|mariadb|mariadb-(dump|admin|check)"
    r"|psql|pg_(dump|dumpall|restore|isready|basebackup)|mongo|mongosh|mongo(dump|restore|import|export)"
    r"|cqlsh|nodetool|etcdctl|clickhouse-client|cypher-shell|rabbitmqctl|rabbitmqadmin|rpk"
    r"|kafka-(topics|configs|acls|console-consumer|console-producer)(\.sh)?"
)
_SERVERS = re.compile(
    r"(redis|valkey|keydb)-server|mysqld(_safe)?|mariadbd(-safe)?|mongo[ds]|clickhouse-server|rabbitmq-server"
    r"|kafka-server-start(\.sh)?|docker-entrypoint(\.sh)?"
)
_SERVERS_BY_PLACE = frozenset({"postgres", "cassandra", "etcd", "neo4j"})  # as well names of hosts and users


def is_server(node: Node, _tree: Tree) -> bool:
    """Whether a container runs a server, for all that its words say: no client, or a server as well."""
    words = _WORD.findall(" ".join(one.text for one in word_nodes(node)))
    programs = set(_programs(words))
    if not any(_CLIENTS.fullmatch(one) for one in programs):
        return True
    return any(_SERVERS.fullmatch(_name(one)) for one in words) or not programs.isdisjoint(_SERVERS_BY_PLACE)


def _programs(words: list[str]) -> Iterator[str]:
    """The names of what is run: the first word, and those where a line or a part of it begins."""
    begins = True
    for word in words:
        if begins and not (word in _BEFORE or _ASSIGNMENT.match(word)):
            yield _name(word)
        is_kept = begins and _ASSIGNMENT.match(word) is not None
        begins = is_kept or word in _BEFORE or _BEFORE_SCRIPT.fullmatch(word) is not None


def _name(word: str) -> str:
    return word.rpartition("/")[2]
