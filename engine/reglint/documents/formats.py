"""Which reader a file needs, and the file as a document."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from reglint.documents.json import read_json
from reglint.documents.limits import DEFAULT_LIMITS, Limits
from reglint.documents.nginx import read_nginx
from reglint.documents.properties import read_properties
from reglint.documents.text import decode
from reglint.documents.toml import read_toml
from reglint.documents.xml import read_xml
from reglint.documents.yaml import read_yaml
from reglint.documents.yaml_filtered import read_filtered_yaml
from reglint.model.diagnostic import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reglint.documents.node import Node, Reading


class Reader(Protocol):
    """Text → nodes with places."""

    def __call__(self, text: str, path: str, *, limits: Limits) -> Reading:
        """The documents in a text, and what was wrong with it."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read: one root for each document in it, none after an error."""

    path: str
    format: str
    text: str
    roots: tuple[Node, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


FORMATS: Mapping[str, Reader] = MappingProxyType(
    {
        "json": read_json,
        "nginx": read_nginx,
        "properties": read_properties,
        "toml": read_toml,
        "xml": read_xml,
        "xml-folded": partial(read_xml, fold_case=True),
        "yaml": read_yaml,
        "yaml-1.1": partial(read_yaml, schema="1.1"),
        "yaml-filtered": read_filtered_yaml,
    }
)

_SUFFIXES = {
    ".json": "json",
    ".nginx": "nginx",
    ".properties": "properties",
    ".toml": "toml",
    ".xml": "xml",
    ".yaml": "yaml",
    ".yml": "yaml",
}
_NGINX_FOLDERS = frozenset({"nginx", "sites-available", "sites-enabled", "conf.d"})


def format_of(path: str) -> str | None:
    """The name in FORMATS of the format that a path's name speaks for; None where it speaks for none.

    >>> format_of("a/b.yml"), format_of("nginx/conf.d/site.conf"), format_of("logstash.conf")
    ('yaml', 'nginx', None)
    """
    pure = PurePosixPath(path.replace("\\", "/").lower())
    if pure.suffix == ".conf" and ("nginx" in pure.name or _NGINX_FOLDERS & set(pure.parts[:-1])):
        return "nginx"
    return _SUFFIXES.get(pure.suffix)


def read_document(
    data: bytes, path: str, format_name: str, *, limits: Limits = DEFAULT_LIMITS, encoding: str = "utf-8"
) -> Document:
    """The document in a file's bytes. Raises KeyError for a format that is not in FORMATS."""
    reader = FORMATS[format_name]
    if len(data) > limits.bytes:
        large = Diagnostic("text-size", f"More than {limits.bytes:,} bytes: the file is not read.", path)
        return Document(path, format_name, "", (), (large,))
    text = decode(data, path, encoding=encoding)
    if isinstance(text, Diagnostic):
        return Document(path, format_name, "", (), (text,))
    reading = reader(text, path, limits=limits)
    return Document(path, format_name, text, reading.roots, reading.diagnostics)
