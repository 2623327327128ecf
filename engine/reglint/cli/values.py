"""What a user writes after an option → what the pipeline takes, or else click's BadParameter."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import click

from reglint.cli.formats import FORMATS
from reglint.model.quantity import parse_date

Texts: TypeAlias = tuple[str, ...]
Pairs: TypeAlias = tuple[tuple[str, str], ...]
Outputs: TypeAlias = tuple[tuple[str, Path | None], ...]

_ALIASES = {"json": "json-v1", "sarif-2.1.0": "sarif"}


def to_day(_context: click.Context, _option: click.Parameter, text: str | None) -> dt.date:
    """A calendar day, ISO 8601; today where nothing is written."""
    return dt.datetime.now().astimezone().date() if text is None else day_of(text)


def day_of(text: str) -> dt.date:
    """A calendar day, ISO 8601."""
    try:
        return parse_date(text)
    except ValueError as fault:
        raise click.BadParameter(str(fault)) from None


def to_path(_context: click.Context, _argument: click.Parameter, text: str | None) -> Path | None:
    """A path; one of no letters, such as an unset variable gives, is none and not the folder here."""
    if text is not None and not text:
        raise click.BadParameter("the path is empty; write . for this folder")
    return None if text is None else Path(text)


def to_paths(context: click.Context, argument: click.Parameter, texts: Texts) -> tuple[Path, ...]:
    """Paths; the folder here where none is written."""
    paths = (to_path(context, argument, text) for text in texts or (".",))
    return tuple(path for path in paths if path is not None)


def pairs_of(sign: str, example: str) -> Callable[[click.Context, click.Parameter, Texts], Pairs]:
    """Two words with a sign between them, the first one that stands outside square brackets.

    What is wrong is not quoted: it may hold a secret.
    """
    pattern = re.compile(rf"((?:[^{sign}\[]|\[[^\]]*\])+){sign}(.*)", re.DOTALL)

    def pairs(_context: click.Context, _option: click.Parameter, texts: Texts) -> Pairs:
        matches = [pattern.fullmatch(text) for text in texts]
        if None in matches:
            raise click.BadParameter(f"write it as in {example}")
        said = tuple((match[1].strip(), match[2].strip()) for match in matches if match)
        empty = next((name for name, value in said if not value), None)
        if empty is not None:
            raise click.BadParameter(f"nothing stands after {empty}{sign}; write it as in {example}")
        return said

    return pairs


def comma_separated(_context: click.Context, _option: click.Parameter, texts: Texts) -> Texts:
    """Words of options that are repeated, or written with commas."""
    return tuple(word.strip() for text in texts for word in text.split(",") if word.strip())


def to_outputs(_context: click.Context, _option: click.Parameter, texts: Texts) -> Outputs:
    """Formats, each with the file to write it to: `json-v1=report.json`; without one, standard output.

    No two may go to the same place: one would be lost, or both would be mixed.
    """
    outputs = tuple(_output(text) for text in texts)
    targets = Counter(file if file is None else file.resolve() for _, file in outputs)
    for target, count in targets.items():
        if count > 1:
            where = "standard output" if target is None else target.name
            raise click.BadParameter(f"{count} formats go to {where}; write -f text -f json-v1=report.json")
    return outputs


def to_encoding(_context: click.Context, _option: click.Parameter, text: str) -> str:
    """A character encoding that Python knows."""
    try:
        b"a".decode(text)
    except LookupError:
        message = f'"{text}" is no encoding; write utf-8, gb18030, utf-16 or latin-1'
        raise click.BadParameter(message) from None
    except UnicodeError:
        return text  # a letter is too short for UTF-16
    return text


def _output(text: str) -> tuple[str, Path | None]:
    name, equals, file = text.partition("=")
    known = _ALIASES.get(name, name)
    if known not in FORMATS:
        raise click.BadParameter(f'there is no format "{name}"; write one of {", ".join(FORMATS)}')
    if equals and not file:
        raise click.BadParameter(f"no file is named; write {name}=report.json")
    return known, Path(file) if file else None
