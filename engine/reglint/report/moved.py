"""The paths of a run, as they are written from the folder where the command runs."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace

from reglint.facts.assign import COMMAND_LINE
from reglint.model.assessment import Assessment
from reglint.model.diagnostic import Diagnostic
from reglint.model.fact import Fact
from reglint.model.finding import Finding
from reglint.model.place import Place


def moved(assessment: Assessment, folder: str) -> Assessment:
    """The run with every path of the project below a folder: `nginx.conf` in `deploy` is `deploy/nginx.conf`.

    `folder` is relative, with slashes; empty where the project is where the command runs. Fingerprints stay.
    """
    if not folder:
        return assessment
    files = {one.path for one in assessment.sources} | {one.path for one in assessment.skipped}
    return replace(
        assessment,
        findings=tuple(_finding(one, folder) for one in assessment.findings),
        sources=tuple(replace(one, path=_path(one.path, folder)) for one in assessment.sources),
        skipped=tuple(replace(one, path=_path(one.path, folder)) for one in assessment.skipped),
        diagnostics=tuple(_diagnostic(one, folder, files) for one in assessment.diagnostics),
        redactions={
            _path(path, folder): tuple(_at(place, folder) for place in places)
            for path, places in assessment.redactions.items()
        },
    )


def _path(path: str, folder: str) -> str:
    return path if path == COMMAND_LINE else f"{folder}/{path}"


def _at(place: Place, folder: str) -> Place:
    return replace(place, path=_path(place.path, folder))


def _finding(one: Finding, folder: str) -> Finding:
    return replace(
        one,
        place=_at(one.place, folder) if one.place is not None else None,
        facts=tuple(_fact(fact, folder) for fact in one.facts),
        waiver=replace(one.waiver, place=_at(one.waiver.place, folder)) if one.waiver is not None else None,
    )


def _fact(fact: Fact, folder: str) -> Fact:
    return replace(fact, place=_at(fact.place, folder)) if fact.place is not None else fact


def _diagnostic(one: Diagnostic, folder: str, files: AbstractSet[str]) -> Diagnostic:
    """A fault of a pack stands in the pack's file, which is no file of the project."""
    return replace(one, path=_path(one.path, folder)) if one.path is not None and one.path in files else one
