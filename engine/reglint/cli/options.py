"""Options and their values: what a user writes, turned into what the pipeline takes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from reglint.model.diagnostic import Level

LANGUAGES = ("en", "zh", "ja")
FORMATS = ("text", "json-v1")

_Command = TypeVar("_Command", bound=Callable[..., Any])


class Day(click.ParamType):
    """A calendar day, ISO 8601."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:  # noqa: ANN401 - click's signature
        """The day that a text writes."""
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f'"{value}" is no calendar day; write 2026-01-01', param, ctx)


class Pair(click.ParamType):
    """Two words with a sign between them: `cn:payment_institution`, `platform.mlps_level=3`."""

    name = "pair"

    def __init__(self, sign: str, example: str) -> None:
        self.sign = sign
        self.example = example

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:  # noqa: ANN401 - click's signature
        """What stands before the sign and what stands after it."""
        before, sign, after = value.rpartition(self.sign) if "[" in value else value.partition(self.sign)
        if not (sign and before):
            self.fail(f'"{value}" is not of the form {self.example}', param, ctx)
        return before.strip(), after.strip()


class Output(click.ParamType):
    """A format, and the file to write it to: `json-v1=report.json`; without a file, standard output."""

    name = "format[=file]"

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's signature
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[str, Path | None]:
        """The format and the file."""
        name, _, file = value.partition("=")
        known = {"json": "json-v1"}.get(name, name)
        if known not in FORMATS:
            self.fail(f'there is no format "{name}"; write one of {", ".join(FORMATS)}', param, ctx)
        return known, Path(file) if file else None


def split_commas(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Options that are repeated or written with commas, as one tuple."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def with_law_options(command: _Command) -> _Command:
    """The options of every command that reads law: the day and the language."""
    command = click.option(
        "--as-of",
        type=Day(),
        default=dt.date.today,
        show_default="today",
        help="The day whose law counts. It moves the law and `now`, not the facts.",
    )(command)
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        envvar="REGLINT_LANG",
        default="en",
        show_default=True,
        help="The language of messages.",
    )(command)


def with_platform_options(command: _Command) -> _Command:
    """What is said of the platform on the command line, and which rules are wanted."""
    for option in reversed(_PLATFORM_OPTIONS):
        command = option(command)
    return command


_PLATFORM_OPTIONS = (
    click.option(
        "--jurisdiction",
        "-j",
        "jurisdictions",
        multiple=True,
        callback=split_commas,
        help="Only these jurisdictions: cn,eu,us,jp. Default: all installed packs.",
    ),
    click.option(
        "--role",
        "roles",
        multiple=True,
        type=Pair(":", "cn:payment_institution"),
        help="A role that the platform holds, as in cn:payment_institution. May be repeated.",
    ),
    click.option(
        "--set",
        "facts",
        multiple=True,
        type=Pair("=", "platform.mlps_level=3"),
        help="A fact, as if the platform file said it: platform.mlps_level=3. May be repeated.",
    ),
    click.option(
        "--pack",
        "packs",
        multiple=True,
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="A folder with a rule pack of your own (trust: local-path).",
    ),
    click.option(
        "--select",
        multiple=True,
        callback=split_commas,
        help="Only these rules, by id or the beginning of one.",
    ),
    click.option(
        "--ignore", multiple=True, callback=split_commas, help="Not these rules, by id or the beginning of one."
    ),
)

fail_level = click.option(
    "--fail-level",
    type=click.Choice([level.value for level in (Level.ERROR, Level.WARNING, Level.NOTE)]),
    default=Level.ERROR.value,
    show_default=True,
    help="The lowest level of a finding that makes the exit code 1.",
)
