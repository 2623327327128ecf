"""`reglint explain`."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path

import click

from reglint.cli.completion import paths, rules_and_clauses, words
from reglint.cli.exits import Exit
from reglint.cli.options import with_fact_options, with_law_options
from reglint.cli.output import deliver, say, tell, wants_colour
from reglint.cli.values import to_encoding, to_path
from reglint.model.diagnostic import Level
from reglint.pipeline.request import Nothing, Refused, Request


@click.command("explain", short_help="Say what a rule or a clause asks for, and why it holds or not.")
@click.argument("name", metavar="RULE|CLAUSE", shell_complete=words(rules_and_clauses))
@click.argument("path", callback=to_path, required=False, shell_complete=paths)
@with_fact_options
@with_law_options
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How it is written.",
)
@click.option(
    "--encoding",
    metavar="NAME",
    callback=to_encoding,
    default="utf-8",
    show_default=True,
    help="How the project's files are written.",
)
def explain_command(  # noqa: PLR0913 - one parameter an option
    name: str,
    *,
    path: Path | None,
    roles: tuple[tuple[str, str], ...],
    facts: tuple[tuple[str, str], ...],
    packs: tuple[Path, ...],
    as_of: dt.date,
    lang: str,
    form: str,
    encoding: str,
) -> None:
    """Say what RULE asks for, in a sentence, and what it stands on; or what CLAUSE says.

    A rule is named by its id, as in cn-csl-log-retention, and a clause as in cn-csl#log-retention. With PATH:
    what the rule comes to there, part by part, and what would make it pass.
    """
    if path is None and (roles or facts):
        raise click.UsageError("--role and --set say something of a platform; name its PATH")
    # Only this command needs them, and a check is to start fast.
    from reglint.pipeline.explain_applied import explain  # noqa: PLC0415 - see above
    from reglint.report.explain_pages import render  # noqa: PLC0415 - see above

    request = Request(path or Path(), as_of, roles=roles, facts=facts, packs=packs, encoding=encoding)
    result = explain(name, request, on_platform=path is not None)
    errors = [one for one in result.diagnostics if one.level is Level.ERROR]
    say(one for one in result.diagnostics if one.level is not Level.ERROR)
    if not isinstance(result, (Refused, Nothing)):
        deliver(render(result, form, language=lang, colour=wants_colour(sys.stdout, os.environ)))
    say(errors)  # last, where they are seen: below a long page
    why = _why_not_judged(result, path, lang)
    if why:
        tell(why)
    if errors or why:
        sys.exit(Exit.ERROR if errors else Exit.NOTHING)


def _why_not_judged(result: object, path: Path | None, language: str) -> str:
    """Why nothing is said of the platform that was named; empty where something is, or none was named."""
    from reglint.report.explain_found import RuleFound  # noqa: PLC0415 - as above
    from reglint.report.explain_rule_text import state_words  # noqa: PLC0415 - as above

    if isinstance(result, Nothing):
        return f"{path}: {result.why}"
    if isinstance(result, RuleFound) and path is not None:
        return f"{result.rule.id}: {state_words(result, language)}"
    return ""
