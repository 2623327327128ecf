"""The closed set of questions that a source may ask of a node with `where:`, beyond what a selector can."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from reglint.documents.node import Node
from reglint.facts.convert.beside import settings_beside, written_name
from reglint.facts.convert.clients import is_server
from reglint.facts.convert.ingress_plain import may_serve_plain
from reglint.facts.convert.jdbc_url import jdbc_url
from reglint.facts.convert.log4j2 import is_log_file as is_log4j2_file
from reglint.facts.convert.logback_events import is_file_in_use
from reglint.facts.convert.published_ports import is_published
from reglint.facts.convert.remote_url import is_remote_url
from reglint.facts.convert.secrets import url_password
from reglint.facts.convert.store_url import STORE_URL
from reglint.facts.convert.terraform_secrets import is_secret as is_terraform_secret
from reglint.facts.convert.terraform_secrets import is_secret_url as is_terraform_url
from reglint.facts.convert.workload_compose import is_part_of_service, is_service
from reglint.facts.convert.workload_helm import is_chart_workload
from reglint.facts.secret_name import folded, names_a_secret
from reglint.facts.tree import Tree

Question: TypeAlias = Callable[[Node, Tree], bool]

_JDBC = re.compile("jdbc:|r2dbcs?:", re.IGNORECASE)
_URL = re.compile("://|jdbc:|LoginModule", re.IGNORECASE)
_DATA_SOURCE_URL = "datasourceurl"
_DRIVERS = ("driverclassname", "driverclass", "driver")


def is_secret(node: Node, tree: Tree) -> bool:
    """Whether the node is a setting whose name says that it holds a secret."""
    if isinstance(node.value, (tuple, Mapping)):
        return False
    parent = tree.parent(node)
    return names_a_secret(written_name(node, tree), tree.key(parent) if parent is not None else "")


def has_url_password(node: Node, _tree: Tree) -> bool:
    """Whether the node is a URL with a password inside it."""
    return (
        isinstance(node.value, str) and _URL.search(node.text) is not None and url_password(node) is not None
    )


def is_jdbc_url(node: Node, tree: Tree) -> bool:
    """Whether the node holds a JDBC URL, or the name of one that is set elsewhere.

    Such a name counts beside a driver, or in what is called a data source.
    """
    if not isinstance(node.value, str):
        return False
    if _JDBC.search(node.text):
        return jdbc_url(node.text) is not None
    name = folded(written_name(node, tree))
    if not node.text.startswith("${") or not (name in ("url", "jdbcurl") or name.endswith(_DATA_SOURCE_URL)):
        return False
    holders = [name, *(folded(tree.key(one)) + "url" for one in tree.ancestors(node))]
    return any(one.endswith(_DATA_SOURCE_URL) for one in holders) or any(
        driver in settings_beside(node, tree) for driver in _DRIVERS
    )


def is_store_url(node: Node, _tree: Tree) -> bool:
    """Whether the node is the URL of a data store other than JDBC's: `redis://…`, `postgres://…`."""
    return isinstance(node.value, str) and STORE_URL.match(node.text) is not None


QUESTIONS: Mapping[str, Question] = {
    "is_secret": is_secret,
    "has_url_password": has_url_password,
    "is_chart_workload": is_chart_workload,
    "is_jdbc_url": is_jdbc_url,
    "is_log4j2_file": is_log4j2_file,
    "is_log_file_in_use": is_file_in_use,
    "is_published": is_published,
    "is_remote_url": is_remote_url,
    "is_part_of_service": is_part_of_service,
    "is_server": is_server,
    "is_service": is_service,
    "is_store_url": is_store_url,
    "may_serve_plain": may_serve_plain,
    "is_terraform_secret": is_terraform_secret,
    "is_terraform_url": is_terraform_url,
}
