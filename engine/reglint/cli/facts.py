"""`reglint facts`."""

from __future__ import annotations

import datetime as dt
import os
import sys
from dataclasses import replace
from pathlib import Path

import click

from reglint.cli.completion import paths
from reglint.cli.exits import Exit
from reglint.cli.options import with_law_options, with_platform_options
from reglint.cli.output import deliver, say, tell, wants_colour
from reglint.cli.progress import progress
from reglint.cli.values import comma_separated, to_encoding, to_path
from reglint.model.diagnostic import Level
from reglint.pipeline.request import Nothing, Refused, Request


@click.command("facts", short_help="Show what is known of a platform, and what is missing.")
@click.argument("path", callback=to_path, default=".", shell_complete=paths)
@click.option(
    "--only",
    metavar="NAME",
    multiple=True,
    callback=comma_separated,
    help='Only facts of that name, or that begin with it; * is any text: logging, "*.retention".',
)
@click.option(
    "--missing", "wants_missing", is_flag=True, help="Show the facts that would settle unknown rules."
)
@click.option("--yaml", "as_yaml", is_flag=True, help="With --missing: as a platform file to fill in.")
@click.option("--files", is_flag=True, help="Name every file: read, skipped, or read by no source.")
@with_platform_options
@with_law_options
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How it is written; json is facts-v1.",
)
@click.option(
    "--encoding",
    metavar="NAME",
    callback=to_encoding,
    default="utf-8",
    show_default=True,
    help="How the project's files are written.",
)
def facts_command(  # noqa: PLR0913 - one parameter an option
    path: Path,
    *,
    only: tuple[str, ...],
    wants_missing: bool,
    as_yaml: bool,
    files: bool,
    jurisdictions: tuple[str, ...],
    roles: tuple[tuple[str, str], ...],
    facts: tuple[tuple[str, str], ...],
    packs: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    as_of: dt.date,
    lang: str,
    form: str,
    encoding: str,
) -> None:
    """Show every fact that is known of the platform at PATH: value, basis, place.

    Of a password only its class is known. With --missing: the facts that nobody has said, those first that
    would settle most rules of a check with the same options.
    """
    if as_yaml and not wants_missing:
        raise click.UsageError("--yaml writes down what is missing; add --missing")
    # Only this command needs them, and a check is to start fast.
    from reglint.pipeline.facts import known  # noqa: PLC0415 - see above
    from reglint.pipeline.facts_missing import missing  # noqa: PLC0415 - see above
    from reglint.report.facts_pages import render  # noqa: PLC0415 - see above

    request = Request(path, as_of, jurisdictions, roles, facts, packs, select, ignore, encoding)
    with progress(sys.stderr, os.environ) as told:
        result = (missing if wants_missing else known)(replace(request, told=told), only)
    say(result.diagnostics)
    faulty = any(one.level is Level.ERROR for one in result.diagnostics)
    if isinstance(result, Refused | Nothing):
        if isinstance(result, Nothing):
            tell(f"{path}: {result.why}")
        sys.exit(Exit.ERROR if faulty or isinstance(result, Refused) else Exit.NOTHING)
    colour = wants_colour(sys.stdout, os.environ)
    page = render(result, "yaml" if as_yaml else form, language=lang, files=files, colour=colour)
    deliver(page, encoding="utf-8" if form == "json" or as_yaml else "")
    if faulty:
        sys.exit(Exit.ERROR)
