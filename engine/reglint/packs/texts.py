"""The YAML of packs and mappings: one document a file, and no `<<`, which hides where a value comes from."""

from __future__ import annotations

from reglint.documents.node import Node
from reglint.documents.text import decode
from reglint.documents.yaml import read_yaml
from reglint.law.validate import said_at
from reglint.model.diagnostic import Diagnostic
from reglint.packs.find import NamedFile


def read_text(file: NamedFile) -> str:
    """The text of a file; "" where it can't be decoded."""
    text = decode(file.data, file.path)
    return text if isinstance(text, str) else ""


def read_document(file: NamedFile) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The one document in a file; None where there is none that can be read."""
    text = decode(file.data, file.path)
    if isinstance(text, Diagnostic):
        return None, (text,)
    reading = read_yaml(text, file.path, merge_keys=False)
    if len(reading.roots) > 1:
        second = reading.roots[1]
        message = "A second document starts here, and only the first would be read."
        fault = said_at(second.place(file.path), "two-documents", message, "Write a file for each.")
        return None, (*reading.diagnostics, fault)
    return (reading.roots[0] if reading.roots else None), reading.diagnostics
