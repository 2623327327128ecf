"""`reglint law`."""

from __future__ import annotations

import datetime as dt
import os
import sys
from dataclasses import replace
from pathlib import Path

import click

from reglint.cli.completion import instruments, paths, words
from reglint.cli.exits import Exit
from reglint.cli.options import language_option, with_law_options, with_platform_options
from reglint.cli.output import deliver, say, tell
from reglint.cli.progress import progress
from reglint.cli.values import comma_separated, day_of, to_path
from reglint.pipeline.law import find_instrument
from reglint.pipeline.request import Nothing, Refused, Request
from reglint.report.law_text import render_instrument


@click.group("law", short_help="Show the law that rules stand on.", invoke_without_command=True)
@click.pass_context
def law_group(context: click.Context) -> None:
    """The law that rules stand on."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        context.exit(Exit.ERROR)


@law_group.command("show", short_help="Show a law: its versions, its provisions, the rules on them.")
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


@law_group.command("diff", short_help="Show what changes in the law between two days.")
@click.argument("first", metavar="A")
@click.argument("last", metavar="B")
@language_option
@click.option(
    "--jurisdiction",
    "-j",
    "jurisdictions",
    metavar="NAME",
    multiple=True,
    callback=comma_separated,
    help="Only these jurisdictions: cn,eu,us,jp. Default: all.",
)
@click.option(
    "--format", "-f", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def diff_command(first: str, last: str, *, lang: str, jurisdictions: tuple[str, ...], form: str) -> None:
    """Show what changes in the law between A and B, and the rules that it touches.

    A and B are days, as in 2025-12-31 2026-01-01, or versions of an instrument: cn-csl@2016 cn-csl@2025.
    """
    # Only this command needs them, and a check is to start fast.
    from reglint.pipeline.law_diff import find_difference  # noqa: PLC0415 - see above
    from reglint.report.law_diff_text import diff_json, diff_text  # noqa: PLC0415 - see above

    found = find_difference(first, last, jurisdictions)
    if isinstance(found, Refused):
        say(found.diagnostics)
        sys.exit(Exit.ERROR)
    as_json = form == "json"
    deliver((diff_json if as_json else diff_text)(found, lang), encoding="utf-8" if as_json else "")


@law_group.command("timeline", short_help="Show when a platform's verdicts change, and why.")
@click.argument("path", callback=to_path, default=".", shell_complete=paths)
@click.option("--until", metavar="DATE", help="The last day. Default: a year after --as-of.")
@with_platform_options
@with_law_options
@click.option(
    "--format", "-f", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def timeline_command(  # noqa: PLR0913 - one parameter an option
    path: Path,
    *,
    until: str | None,
    jurisdictions: tuple[str, ...],
    roles: tuple[tuple[str, str], ...],
    facts: tuple[tuple[str, str], ...],
    packs: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    as_of: dt.date,
    lang: str,
    form: str,
) -> None:
    """Show the days on which the verdicts on the platform at PATH change if nothing is done, and why.

    Law begins and ends, evidence and waivers expire, and what was done long ago has to be done again.
    """
    # Only this command needs them, and a check is to start fast.
    from reglint.pipeline.knowledge import load_knowledge  # noqa: PLC0415 - see above
    from reglint.pipeline.law_timeline import timeline  # noqa: PLC0415 - see above
    from reglint.report.timeline_text import timeline_json, timeline_text  # noqa: PLC0415 - see above

    last = _year_after(as_of) if until is None else day_of(until)
    request = Request(path, as_of, jurisdictions, roles, facts, packs, select, ignore)
    with progress(sys.stderr, os.environ) as told:
        found = timeline(load_knowledge(packs), replace(request, told=told), last)
    say(found.diagnostics)
    if isinstance(found, (Refused, Nothing)):
        if isinstance(found, Nothing):
            tell(f"{path}: {found.why}")
        sys.exit(Exit.NOTHING if isinstance(found, Nothing) else Exit.ERROR)
    as_json = form == "json"
    deliver((timeline_json if as_json else timeline_text)(found, lang), encoding="utf-8" if as_json else "")


def _year_after(day: dt.date) -> dt.date:
    """The same day a year later; 28 February after a 29th. The calendar ends with the year 9999."""
    if day.year == dt.MAXYEAR:
        return dt.date.max
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap else day.day)


@law_group.command("coverage", short_help="Show for which systems there are rules.")
@language_option
@click.option(
    "--format", "-f", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def coverage_command(*, lang: str, form: str) -> None:
    """Show for which systems of the domain the law of each jurisdiction is encoded, and why not."""
    # Only this command needs them, and a check is to start fast.
    from reglint.pipeline.law_coverage import shipped_coverage  # noqa: PLC0415 - see above
    from reglint.report.coverage_text import coverage_json, coverage_text  # noqa: PLC0415 - see above

    found, faults = shipped_coverage()
    as_json = form == "json"
    page = (coverage_json if as_json else coverage_text)(found, lang)
    deliver(page, encoding="utf-8" if as_json else "")
    say(faults)
    if faults:
        sys.exit(Exit.ERROR)
