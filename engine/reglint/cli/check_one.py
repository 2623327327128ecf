"""One project, checked and shown in every format that is wanted."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from reglint.cli.exits import Exit, exit_of
from reglint.cli.formats import Wanted, is_for_machines, rendered
from reglint.cli.output import deliver, say, tell, wants_colour, width_of
from reglint.cli.progress import progress
from reglint.cli.values import Outputs
from reglint.model.assessment import Assessment
from reglint.model.diagnostic import Diagnostic, Level
from reglint.pipeline.check import check_with
from reglint.pipeline.knowledge import Knowledge
from reglint.pipeline.project import Project, root_of, seen_from
from reglint.pipeline.request import Nothing, Refused, Request
from reglint.report.moved import moved
from reglint.report.page import WIDTH


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of a run, where, and what of it moves the exit code: the options of those names."""

    outputs: Outputs
    language: str
    everything: bool
    fail_level: Level
    unknown: str
    exit_zero: bool


def check_one(knowledge: Knowledge, request: Request, shown: Shown) -> Exit:
    """The exit code of a check, after its pages are written and its faults are told."""
    with progress(sys.stderr, os.environ) as listener:
        result = check_with(knowledge, replace(request, told=listener))
    told = _as_told(result, root_of(request.path))
    errors = [one for one in told if one.level is Level.ERROR]
    say(one for one in told if one.level is not Level.ERROR)
    if not isinstance(result, Assessment):
        say(errors)
        if isinstance(result, Nothing):
            tell(f"{request.path}: {result.why}")
        return _without_work(result)
    try:
        _write(result, request, shown)
    finally:
        say(errors)  # last, where they are seen: below a long page
    return exit_of(result, fail_level=shown.fail_level, unknown=shown.unknown, exit_zero=shown.exit_zero)


def _as_told(result: Assessment | Refused | Nothing, root: Path) -> tuple[Diagnostic, ...]:
    """The faults of a run, at paths that whoever reads the terminal can open."""
    if isinstance(result, Assessment):
        return moved(result, seen_from(Path.cwd(), root)).diagnostics
    return result.diagnostics


def _write(assessment: Assessment, request: Request, shown: Shown) -> None:
    root = root_of(request.path)
    for name, file in shown.outputs:
        wanted = Wanted(
            text_of=Project(root, request.encoding).text,
            folder=seen_from(Path.cwd(), root),
            language=shown.language,
            everything=shown.everything,
            unknown=shown.unknown,
            colour=file is None and wants_colour(sys.stdout, os.environ),
            width=width_of(sys.stdout, os.environ) if file is None else WIDTH,
        )
        page = rendered(name, assessment, wanted)
        deliver(page, file, encoding="utf-8" if is_for_machines(name) else "")


def _without_work(result: Refused | Nothing) -> Exit:
    """Errors beat having nothing to do."""
    return Exit.ERROR if isinstance(result, Refused) or _faulty(result.diagnostics) else Exit.NOTHING


def _faulty(diagnostics: tuple[Diagnostic, ...]) -> bool:
    return any(one.level is Level.ERROR for one in diagnostics)
