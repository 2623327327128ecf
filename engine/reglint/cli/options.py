"""Options of the commands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from reglint.cli.completion import jurisdictions, roles, rules, words
from reglint.cli.values import comma_separated, pairs_of, to_day
from reglint.model.diagnostic import Level

LANGUAGES = ("en", "zh", "ja")
FAIL_LEVELS = (Level.ERROR.value, Level.WARNING.value, Level.NOTE.value)
UNKNOWNS = ("allow", "warn", "fail")

_Command = TypeVar("_Command", bound=Callable[..., Any])


def with_law_options(command: _Command) -> _Command:
    """The options of every command that reads law: the day and the language."""
    command = click.option(
        "--as-of",
        metavar="DATE",
        callback=to_day,
        show_default="today",
        help="The day whose law counts. It moves the law and `now`, not the facts.",
    )(command)
    return language_option(command)


def with_configuration_options(command: _Command) -> _Command:
    """Which configuration file counts, and whether it is named."""
    for option in reversed(_CONFIGURATIONS):
        command = option(command)
    return command


def with_platform_options(command: _Command) -> _Command:
    """What is said of the platform on the command line, and which rules are wanted."""
    for option in reversed((_JURISDICTIONS, *_FACT_OPTIONS, *_SELECTIONS)):
        command = option(command)
    return command


def with_fact_options(command: _Command) -> _Command:
    """What is said of the platform on the command line, and packs besides those that are shipped."""
    for option in reversed(_FACT_OPTIONS):
        command = option(command)
    return command


_JURISDICTIONS = click.option(
    "--jurisdiction",
    "-j",
    "jurisdictions",
    metavar="NAME",
    multiple=True,
    callback=comma_separated,
    shell_complete=words(jurisdictions),
    help="Only these jurisdictions: cn,eu,us,jp. Default: all installed packs.",
)
_FACT_OPTIONS = (
    click.option(
        "--role",
        "roles",
        metavar="JURISDICTION:ROLE",
        shell_complete=words(roles),
        multiple=True,
        callback=pairs_of(":", "cn:payment_institution"),
        help="A role that the platform holds, as in cn:payment_institution. May be repeated.",
    ),
    click.option(
        "--set",
        "facts",
        metavar="FACT=VALUE",
        multiple=True,
        callback=pairs_of("=", "platform.mlps_level=3"),
        help="A fact, as if the platform file said it: platform.mlps_level=3. May be repeated.",
    ),
    click.option(
        "--pack",
        "packs",
        multiple=True,
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="A folder with a rule pack of your own (trust: local-path).",
    ),
)
_SELECTIONS = (
    click.option(
        "--select",
        metavar="RULE",
        shell_complete=words(rules),
        multiple=True,
        callback=comma_separated,
        help="Only these rules, by id or its first words: cn-csl, cn-csl-log-retention.",
    ),
    click.option(
        "--ignore",
        metavar="RULE",
        shell_complete=words(rules),
        multiple=True,
        callback=comma_separated,
        help="Not these rules, by id or its first words.",
    ),
)
_CONFIGURATIONS = (
    click.option(
        "--config",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="The configuration file. Default: reglint.toml or [tool.reglint] of pyproject.toml, upward.",
    ),
    click.option("--isolated", is_flag=True, help="Read no configuration file."),
    click.option("--verbose", "-v", is_flag=True, help="Say which configuration file was used."),
)

language_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    envvar="REGLINT_LANG",
    default="en",
    show_default=True,
    help="The language of messages.",
)
fail_level = click.option(
    "--fail-level",
    type=click.Choice(FAIL_LEVELS),
    default=Level.ERROR.value,
    show_default=True,
    help="The lowest level of a finding that makes the exit code 1.",
)
