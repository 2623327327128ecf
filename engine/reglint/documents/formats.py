"""Which reader a file needs, and the file as a document."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from reglint.documents.json import read_json
from reglint.documents.limits import DEFAULT_LIMITS, Limits
from reglint.documents.names import format_of
from reglint.documents.nginx import read_nginx
from reglint.documents.properties import read_properties
from reglint.documents.text import decode
from reglint.documents.xml import read_xml
from reglint.documents.yaml import read_yaml
from reglint.documents.yaml_filtered import read_filtered_yaml
from reglint.model.diagnostic import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reglint.documents.node import Node, Reading


__all__ = ["FORMATS", "Document", "Reader", "format_of", "read_document", "too_large"]


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


def _late(format_name: str) -> Reader:
    """The reader of a format that few projects have: its module is loaded for the first file of it."""

    def read(text: str, path: str, *, limits: Limits) -> Reading:
        module = import_module(f"reglint.documents.{format_name}")
        reader: Reader = getattr(module, f"read_{format_name}")
        return reader(text, path, limits=limits)

    return read


FORMATS: Mapping[str, Reader] = MappingProxyType(
    {
        "dockerfile": _late("dockerfile"),
        "dotenv": _late("dotenv"),
        "hcl": _late("hcl"),
        "ini": _late("ini"),
        "json": read_json,
        "logrotate": _late("logrotate"),
        "logstash": _late("logstash"),
        "mysql": _late("mysql"),
        "nginx": read_nginx,
        "pghba": _late("pghba"),
        "postgresql": _late("postgresql"),
        "properties": read_properties,
        "redis": _late("redis"),
        "systemd": _late("systemd"),
        "toml": _late("toml"),
        "xml": read_xml,
        "xml-folded": partial(read_xml, fold_case=True),
        "yaml": read_yaml,
        "yaml-1.1": partial(read_yaml, schema="1.1"),
        "yaml-filtered": read_filtered_yaml,
    }
)


def read_document(
    data: bytes, path: str, format_name: str, *, limits: Limits = DEFAULT_LIMITS, encoding: str = "utf-8"
) -> Document:
    """The document in a file's bytes. Raises KeyError for a format that is not in FORMATS."""
    reader = FORMATS[format_name]
    if len(data) > limits.bytes:
        return Document(path, format_name, "", (), (too_large(path, limits=limits),))
    text = decode(data, path, encoding=encoding)
    if isinstance(text, Diagnostic):
        return Document(path, format_name, "", (), (text,))
    reading = reader(text, path, limits=limits)
    return Document(path, format_name, text, reading.roots, reading.diagnostics)


def too_large(path: str, *, limits: Limits = DEFAULT_LIMITS) -> Diagnostic:
    """What is wrong with a file that has more bytes than a document may have."""
    return Diagnostic("text-size", f"More than {limits.bytes:,} bytes: the file is not read.", path)
