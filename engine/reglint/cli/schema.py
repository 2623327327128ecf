"""`reglint schema`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from reglint.cli.exits import Exit
from reglint.cli.options import language_option
from reglint.cli.output import deliver, say
from reglint.cli.values import to_encoding


@click.command("schema", short_help="Print a JSON Schema for an editor, or check files.")
@click.argument("words", metavar="[NAME] | --check FILE…", nargs=-1)
@click.option("--check", "checks", is_flag=True, help="Hold each FILE against its schema.")
@click.option(
    "--as",
    "meant",
    metavar="NAME",
    help="With --check: the schema that is meant. Default: the one that the file's own keys tell.",
)
@language_option
@click.option(
    "--encoding",
    metavar="NAME",
    callback=to_encoding,
    default="utf-8",
    show_default=True,
    help="How the files are written.",
)
def schema_command(
    words: tuple[str, ...], *, checks: bool, meant: str | None, lang: str, encoding: str
) -> None:
    """Print the JSON Schema (2020-12) of NAME, by default that of the platform file, for an editor.

    Names: platform, rules, pack, instrument, source, roles, controls, systems, coverage, json-v1,
    facts-v1, explain-v1, law-diff-v1, timeline-v1, coverage-v1. An editor takes it from a first line such as
    `# yaml-language-server: $schema=platform.schema.json`.

    With --check, each FILE is held against its schema: exit code 0 where all fit, 1 where one does not, 2
    where one can't be read.
    """
    if checks:
        sys.exit(_check(words, meant, encoding))
    if meant or len(words) > 1:
        raise click.UsageError("write one NAME, or --check before the files")
    # Only this command needs it, and a check is to start fast.
    from reglint.pipeline.schema import PLATFORM, published  # noqa: PLC0415 - see above

    schema = published(_known(words[0] if words else PLATFORM), lang)
    deliver(json.dumps(schema, ensure_ascii=False, indent=2), encoding="utf-8")


def _check(files: tuple[str, ...], meant: str | None, encoding: str) -> Exit:
    if not files:
        raise click.UsageError("name a file after --check")
    if meant is not None:
        _known(meant)
    codes = [_check_file(Path(file), meant, encoding) for file in files]
    return max(codes)


def _check_file(file: Path, meant: str | None, encoding: str) -> Exit:
    from reglint.pipeline.request import Refused  # noqa: PLC0415 - as above
    from reglint.pipeline.schema import published  # noqa: PLC0415 - as above
    from reglint.pipeline.schema_check import misfits, read_root, schema_name  # noqa: PLC0415 - as above

    root = read_root(file, encoding)
    if isinstance(root, Refused):
        say(root.diagnostics)
        return Exit.ERROR
    found = misfits(root, published(meant or schema_name(root)))
    if found:
        deliver("\n".join(str(one) for one in found))
    return Exit.FINDINGS if found else Exit.CLEAN


def _known(name: str) -> str:
    from reglint.facts.leaf import did_you_mean  # noqa: PLC0415 - as above
    from reglint.pipeline.schema import NAMES  # noqa: PLC0415 - as above

    if name not in NAMES:
        near = did_you_mean(name, list(NAMES)) or f"; write one of {', '.join(NAMES)}"
        raise click.UsageError(f'there is no schema "{name}"{near}')
    return name
