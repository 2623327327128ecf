"""`reglint check`."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

import click
from click.core import ParameterSource

from reglint.cli.check_one import Shown, check_one
from reglint.cli.completion import paths, words
from reglint.cli.configuration import ConfigurationWanted, configuration_wanted, configured
from reglint.cli.exits import Exit, gravest
from reglint.cli.formats import FORMATS, may_follow_another
from reglint.cli.options import (
    UNKNOWNS,
    fail_level,
    with_configuration_options,
    with_law_options,
    with_platform_options,
)
from reglint.cli.output import say, tell
from reglint.cli.values import Outputs, to_encoding, to_outputs, to_paths
from reglint.model.diagnostic import Level
from reglint.pipeline.knowledge import Knowledge, load_knowledge
from reglint.pipeline.project import root_of
from reglint.pipeline.projects import Named, projects_of
from reglint.pipeline.request import Refused, Request

_EXAMPLES = """\b
Examples:
  reglint check .                                     what the files here show
  reglint check . --role cn:payment_institution       whom the law binds decides what it asks
  reglint check . -j cn --as-of 2025-12-31 --lang zh  the law of another day, in Chinese
  reglint check . -f text -f sarif=findings.sarif     to the terminal, and to a file

\b
Next: reglint explain RULE .      why a rule holds or not, step by step
      reglint facts . --missing   what would settle most of what is unknown
"""


@click.command("check", short_help="Check a platform's configuration.", epilog=_EXAMPLES)
@click.argument("paths", metavar="[PATH]...", nargs=-1, callback=to_paths, shell_complete=paths)
@with_platform_options
@with_law_options
@click.option(
    "--format",
    "-f",
    "outputs",
    multiple=True,
    metavar="FORMAT[=FILE]",
    shell_complete=words(lambda: ((name, "") for name in FORMATS)),
    callback=to_outputs,
    help=f"One of {', '.join(FORMATS)} (default: text); with =FILE to a file. May be repeated.",
)
@click.option("--all", "everything", is_flag=True, help="Show passes and rules that do not apply, too.")
@fail_level
@click.option(
    "--unknown",
    type=click.Choice(UNKNOWNS),
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
@with_configuration_options
@click.pass_context
def check_command(  # noqa: PLR0913 - one parameter an option
    context: click.Context,
    paths: tuple[Path, ...],
    *,
    jurisdictions: tuple[str, ...],
    roles: tuple[tuple[str, str], ...],
    facts: tuple[tuple[str, str], ...],
    packs: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    as_of: dt.date,
    lang: str,
    outputs: Outputs,
    everything: bool,
    fail_level: str,
    unknown: str,
    exit_zero: bool,
    encoding: str,
    config: Path | None,
    isolated: bool,
    verbose: bool,
) -> None:
    """Check the configuration under PATH against the law of a day.

    PATH is a folder, a platform file, or a file of a project whose findings alone are shown. Of several, the
    findings in them are shown, and the facts are those of the whole project: the nearest folder upward with a
    platform file, reglint.toml or .git.

    Facts come from platform.yaml and from configuration that is found: nginx, Spring Boot, Logback, docker
    compose, Kubernetes, Terraform and more (reglint source list). What nobody says is unknown, never a pass.
    """
    if isolated and config is not None:
        raise click.UsageError(
            "--isolated reads no configuration file; leave out one of --isolated and --config."
        )
    projects = projects_of(paths)
    _refuse_a_mixture(projects, outputs)
    knowledge = load_knowledge(packs)
    shown = Shown(outputs or (("text", None),), lang, everything, Level(fail_level), unknown, exit_zero)
    requests = (
        Request(one.path, as_of, jurisdictions, roles, facts, packs, select, ignore, encoding, one.focus)
        for one in projects
    )
    wanted = ConfigurationWanted(config, isolated, verbose, said=frozenset(_said(context)))
    sys.exit(gravest([_checked(knowledge, request, shown, wanted) for request in requests]))


def _said(context: click.Context) -> Iterator[str]:
    """The parameters that the command line or a variable of the environment gives."""
    for name in context.params:
        if context.get_parameter_source(name) is not ParameterSource.DEFAULT:
            yield name


def _checked(knowledge: Knowledge, request: Request, shown: Shown, wanted: ConfigurationWanted) -> Exit:
    found = configuration_wanted(root_of(request.path), wanted)
    if isinstance(found, Refused):
        say(found.diagnostics)
        return Exit.ERROR
    if wanted.told:
        tell(f"configuration: {found.path or 'none'}")
    return check_one(knowledge, *configured(request, shown, found, wanted.said))


def _refuse_a_mixture(projects: Collection[Named], outputs: Outputs) -> None:
    """Of several projects, only lines on standard output may follow one another."""
    alone = next((name for name, file in outputs if file or not may_follow_another(name)), None)
    if len(projects) > 1 and alone is not None:
        where = ", ".join(one.path.as_posix() for one in projects)
        message = f"The paths lie in {len(projects)} projects: {where}. {alone} is about one of them."
        raise click.UsageError(message)
