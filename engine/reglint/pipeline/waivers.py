"""The waivers of a project: its waiver file, and the ignores in the files that were read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reglint.evaluate.ignores import MARK, read_ignores
from reglint.evaluate.waiver_file import WAIVER_FILE, read_waivers
from reglint.model.diagnostic import Diagnostic
from reglint.model.waiver import Waiver
from reglint.pipeline.project import Project


@dataclass(frozen=True, slots=True)
class Waivers:
    """What is lived with: the waivers of the waiver file first, since somebody answers for them."""

    waivers: tuple[Waiver, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def waivers_of(project: Project, files: Iterable[str]) -> Waivers:
    """The waivers of a project, and what is wrong with them. `files` are those in which ignores may stand."""
    waivers: list[Waiver] = []
    faults: list[Diagnostic] = []
    if (project.root / WAIVER_FILE).is_file():
        document = project.document(WAIVER_FILE, "yaml")
        faults += document.diagnostics
        for root in document.roots[:1]:
            read, wrong = read_waivers(root, WAIVER_FILE)
            waivers += read
            faults += wrong
    for path in files:
        text = project.text(path) or ""
        if MARK in text and not path.endswith(".json"):  # JSON has no comments
            ignores, wrong = read_ignores(text, path)
            waivers += ignores
            faults += wrong
    return Waivers(tuple(waivers), tuple(faults))
