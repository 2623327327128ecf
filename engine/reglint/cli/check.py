"""`reglint check`."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path

import click

from reglint.cli.exits import Exit, exit_of
from reglint.cli.formats import FORMATS, Wanted, is_for_machines, rendered
from reglint.cli.options import fail_level, with_law_options, with_platform_options
from reglint.cli.output import deliver, say, tell, wants_colour
from reglint.cli.values import to_encoding, to_outputs, to_path
from reglint.model.assessment import Assessment
from reglint.model.diagnostic import Diagnostic, Level
from reglint.pipeline.check import check
from reglint.pipeline.project import Project, root_of, seen_from
from reglint.pipeline.request import Nothing, Refused, Request
from reglint.report.moved import moved


@click.command("check")
@click.argument("path", callback=to_path, default=".")
@with_platform_options
@with_law_options
@click.option(
    "--format",
    "-f",
    "outputs",
    multiple=True,
    metavar="FORMAT[=FILE]",
    callback=to_outputs,
    help=f"One of {', '.join(FORMATS)} (default: text); with =FILE to a file. May be repeated.",
)
@click.option("--all", "everything", is_flag=True, help="Show passes and rules that do not apply, too.")
@fail_level
@click.option(
    "--unknown",
    type=click.Choice(["allow", "warn", "fail"]),
    default="warn",
    show_default=True,
    help="Exit code where nothing failed but unknowns remain: 0, 3 or 1.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found. Errors stay errors.")
@click.option(
    "--encoding",
    metavar="NAME",
    callback=to_encoding,
    default="utf-8",
    show_default=True,
    help="How the project's files are written.",
)
def check_command(  # noqa: PLR0913 - one parameter an option
    path: Path,
    *,
    jurisdictions: tuple[str, ...],
    roles: tuple[tuple[str, str], ...],
    facts: tuple[tuple[str, str], ...],
    packs: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    as_of: dt.date,
    lang: str,
    outputs: tuple[tuple[str, Path | None], ...],
    everything: bool,
    fail_level: str,
    unknown: str,
    exit_zero: bool,
    encoding: str,
) -> None:
    """Check the configuration under PATH against the law of a day.

    PATH is a folder, a platform file, or a file of a project whose findings alone are shown. Facts come
    from platform.yaml and from the files of nginx, Spring Boot, Logback, docker compose and Kubernetes, and
    from JDBC URLs, that are found. What nobody says is unknown, never a pass.
    """
    request = Request(path, as_of, jurisdictions, roles, facts, packs, select, ignore, encoding)
    result = check(request)
    told = _as_told(result, root_of(path))
    errors = [one for one in told if one.level is Level.ERROR]
    say(one for one in told if one.level is not Level.ERROR)
    if not isinstance(result, Assessment):
        say(errors)
        if isinstance(result, Nothing):
            tell(f"{path}: {result.why}")
        sys.exit(_without_work(result))
    try:
        for name, file in outputs or (("text", None),):
            wanted = Wanted(
                text_of=Project(root_of(path), encoding).text,
                folder=seen_from(Path.cwd(), root_of(path)),
                language=lang,
                everything=everything,
                unknown=unknown,
                colour=file is None and wants_colour(sys.stdout, os.environ),
            )
            page = rendered(name, result, wanted)
            deliver(page, file, encoding="utf-8" if is_for_machines(name) else "")
    finally:
        say(errors)  # last, where they are seen: below a long page
    sys.exit(exit_of(result, fail_level=Level(fail_level), unknown=unknown, exit_zero=exit_zero))


def _as_told(result: Assessment | Refused | Nothing, root: Path) -> tuple[Diagnostic, ...]:
    """The faults of a run, at paths that whoever reads the terminal can open."""
    if isinstance(result, Assessment):
        return moved(result, seen_from(Path.cwd(), root)).diagnostics
    return result.diagnostics


def _without_work(result: Refused | Nothing) -> Exit:
    """Errors beat having nothing to do."""
    return Exit.ERROR if isinstance(result, Refused) or _faulty(result.diagnostics) else Exit.NOTHING


def _faulty(diagnostics: tuple[Diagnostic, ...]) -> bool:
    return any(one.level is Level.ERROR for one in diagnostics)
