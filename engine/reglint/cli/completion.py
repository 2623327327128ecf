"""`reglint completion`: what a shell needs to complete commands, options and their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
)

from reglint.cli.output import deliver
from reglint.model.text import in_language
from reglint.packs.pack import Packs

Word: TypeAlias = tuple[str, str]
"""A word that may be written, and what it means."""

Completing: TypeAlias = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]

_SHELLS: Mapping[str, type[ShellComplete]] = {
    "bash": BashComplete,
    "zsh": ZshComplete,
    "fish": FishComplete,
}
_VARIABLE = "_REGLINT_COMPLETE"
_HELP = """Print a script that completes commands, options, rules, clauses and formats in SHELL.

\b
bash:  echo 'eval "$(reglint completion bash)"' >> ~/.bashrc
zsh:   echo 'eval "$(reglint completion zsh)"' >> ~/.zshrc   (below compinit)
fish:  reglint completion fish > ~/.config/fish/completions/reglint.fish
"""


@click.command("completion", help=_HELP, short_help="Print what a shell needs for completion.")
@click.argument("shell", type=click.Choice(tuple(_SHELLS)))
def completion_command(shell: str) -> None:
    """Print the script that a shell reads."""
    root = click.get_current_context().find_root()
    made = _SHELLS[shell](root.command, {}, "reglint", _VARIABLE)
    deliver(made.source_template % made.source_vars())


def words(known: Callable[[], Iterable[Word]]) -> Completing:
    """Words to choose from, each with what it means; of a list with commas the last is completed."""

    def complete(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
        before, comma, last = begun.rpartition(",")
        return [
            CompletionItem(f"{before}{comma}{word}", help=means)
            for word, means in known()
            if word.startswith(last)
        ]

    return complete


def paths(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Files and folders: the shell knows them."""
    return [CompletionItem(begun, type="file")]


def rules() -> Iterator[Word]:
    """The ids of all rules, with their titles."""
    yield from ((one.rule.id, in_language(one.rule.title, "en")) for one in _packs().rules)


def rules_and_clauses() -> Iterator[Word]:
    """What `explain` explains: the ids of all rules, and of all provisions."""
    yield from rules()
    for one in _packs().catalogue.instruments.values():
        yield from ((f"{one.id}#{provision}", in_language(one.titles, "en")) for provision in one.provisions)


def instruments() -> Iterator[Word]:
    """The ids of all instruments, with their titles."""
    known = _packs().catalogue.instruments.values()
    yield from ((one.id, in_language(one.titles, "en")) for one in known)


def jurisdictions() -> Iterator[Word]:
    """The names of the shipped packs."""
    yield from ((pack.name, f"version {pack.version}") for pack in _packs().used)


def roles() -> Iterator[Word]:
    """Each role of each jurisdiction, as --role takes it."""
    for jurisdiction, known in _packs().catalogue.roles.items():
        yield from ((f"{jurisdiction}:{role.id}", in_language(role.title, "en")) for role in known.values())


def _packs() -> Packs:
    from reglint.pipeline.knowledge import load_knowledge  # noqa: PLC0415 - only a shell that asks needs it

    return load_knowledge().packs
