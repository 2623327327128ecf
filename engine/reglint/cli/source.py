"""`reglint source`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from reglint.cli.completion import paths
from reglint.cli.exits import Exit
from reglint.cli.options import language_option
from reglint.cli.output import deliver, say, wants_colour
from reglint.cli.values import to_encoding, to_path
from reglint.pipeline.request import Nothing, Refused


@click.group(
    "source", short_help="Show what is read in a file, and what is not.", invoke_without_command=True
)
@click.pass_context
def source_group(context: click.Context) -> None:
    """Where products keep their settings: what reglint reads in a project's files."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        context.exit(Exit.ERROR)


@source_group.command("list", short_help="List the files that are read, and the facts they give.")
@language_option
def list_command(lang: str) -> None:
    """List the sources: the files that each reads, and the facts that it gives."""
    # Only these commands need them, and a check is to start fast.
    from reglint.pipeline.source_test import shipped_sources  # noqa: PLC0415 - see above
    from reglint.report.source_text import listed_text  # noqa: PLC0415 - see above

    deliver("\n".join(listed_text(shipped_sources(), lang)))


@source_group.command("test", short_help="Show what is seen in one file.")
@click.argument("file", callback=to_path, shell_complete=paths)
@click.option("--source", "only", metavar="ID", default="", help="Only this source.")
@language_option
@click.option(
    "--encoding",
    metavar="NAME",
    callback=to_encoding,
    default="utf-8",
    show_default=True,
    help="How the file is written.",
)
def test_command(file: Path, *, only: str, lang: str, encoding: str) -> None:
    """Show what the sources see in FILE by itself: which know it and why, each selector, each fact.

    Exit code 0 where a source reads it, 4 where none does.
    """
    from reglint.pipeline.source_test import see_file  # noqa: PLC0415 - as above
    from reglint.report.page import ansi, plain  # noqa: PLC0415 - as above
    from reglint.report.source_text import seen_text  # noqa: PLC0415 - as above

    seen = see_file(file, only, encoding=encoding)
    if isinstance(seen, (Refused, Nothing)):
        say(seen.diagnostics)
        sys.exit(Exit.NOTHING if isinstance(seen, Nothing) else Exit.ERROR)
    paint = ansi if wants_colour(sys.stdout, os.environ) else plain
    deliver("\n".join(seen_text(seen, lang, paint)))
    if any(one.diagnostics for one in seen.sources if one.matches):
        sys.exit(Exit.ERROR)
    sys.exit(Exit.CLEAN if any(one.matches for one in seen.sources) else Exit.NOTHING)
