"""`reglint law`."""

from __future__ import annotations

import datetime as dt
import sys

import click

from reglint.cli.completion import instruments, words
from reglint.cli.exits import Exit
from reglint.cli.options import with_law_options
from reglint.cli.output import deliver, say
from reglint.pipeline.law import find_instrument
from reglint.pipeline.request import Refused
from reglint.report.law_text import render_instrument


@click.group("law", short_help="Show the law that rules stand on.", invoke_without_command=True)
@click.pass_context
def law_group(context: click.Context) -> None:
    """The law that rules stand on."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        context.exit(Exit.ERROR)


@law_group.command("show")
@click.argument("instrument", shell_complete=words(instruments))
@with_law_options
def show_command(instrument: str, *, as_of: dt.date, lang: str) -> None:
    """Show INSTRUMENT, such as cn-csl: its versions and days, its provisions, the rules that cite them."""
    found = find_instrument(instrument)
    if isinstance(found, Refused):
        say(found.diagnostics)
        sys.exit(Exit.ERROR)
    page = render_instrument(found.instrument, as_of=as_of, language=lang, rules=found.rules)
    deliver(page)
