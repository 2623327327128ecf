"""`reglint check`."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path

import click

from reglint.cli.exits import Exit, exit_of
from reglint.cli.options import Output, fail_level, with_law_options, with_platform_options
from reglint.model.assessment import Assessment
from reglint.model.diagnostic import Diagnostic, Level
from reglint.pipeline.check import check
from reglint.pipeline.project import Project, root_of
from reglint.pipeline.request import Nothing, Refused, Request
from reglint.report.json_v1 import render_json
from reglint.report.text import render_text


@click.command("check")
@click.argument("path", type=click.Path(path_type=Path), default=Path())
@with_platform_options
@with_law_options
@click.option(
    "--format",
    "-f",
    "outputs",
    multiple=True,
    type=Output(),
    help="text (default) or json-v1; with =FILE to a file. May be repeated.",
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
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option("--encoding", default="utf-8", show_default=True, help="How the project's files are written.")
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
    """Check the configuration under PATH, a folder or a platform file, against the law of a day.

    Facts come from platform.yaml and from nginx, Spring Boot, Logback, docker compose files and JDBC URLs that are
    found. What nobody says is unknown, never a pass.
    """
    request = Request(path, as_of, jurisdictions, roles, facts, packs, select, ignore, encoding)
    result = check(request)
    if not isinstance(result, Assessment):
        _say(result.diagnostics)
        if isinstance(result, Nothing):
            click.echo(f"{path}: {result.why}", err=True)
        sys.exit(Exit.ERROR if isinstance(result, Refused) or _failed(result.diagnostics) else Exit.NOTHING)
    _say(result.diagnostics)
    for name, file in outputs or (("text", None),):
        _write(_rendered(name, result, request, lang, everything=everything, to_file=file is not None), file)
    sys.exit(Exit.CLEAN if exit_zero else exit_of(result, fail_level=Level(fail_level), unknown=unknown))


def _rendered(
    name: str, result: Assessment, request: Request, lang: str, *, everything: bool, to_file: bool
) -> str:
    if name == "json-v1":
        return render_json(result, language=lang, everything=everything)
    project = Project(root_of(request.path), request.encoding)
    colour = not to_file and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return render_text(result, project.text, language=lang, everything=everything, colour=colour)


def _write(text: str, file: Path | None) -> None:
    if file is None:
        click.echo(text)
        return
    part = file.with_name(f".{file.name}.part")
    try:
        part.write_text(f"{text}\n", "utf-8")
        part.replace(file)
    except OSError as fault:
        click.echo(f"{file}: can't be written: {fault.strerror}", err=True)
        sys.exit(Exit.ERROR)


def _say(diagnostics: tuple[Diagnostic, ...]) -> None:
    for one in diagnostics:
        click.echo(str(one), err=True)


def _failed(diagnostics: tuple[Diagnostic, ...]) -> bool:
    return any(one.level is Level.ERROR for one in diagnostics)
