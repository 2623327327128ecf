"""`reglint`: all commands, and the outermost door."""

from __future__ import annotations

import io
import sys
import traceback

import click

from reglint import __version__
from reglint.cli.check import check_command
from reglint.cli.completion import completion_command
from reglint.cli.exits import Exit
from reglint.cli.explain import explain_command
from reglint.cli.facts import facts_command
from reglint.cli.law import law_group
from reglint.cli.output import say
from reglint.cli.schema import schema_command
from reglint.cli.source import source_group
from reglint.model.diagnostic import Diagnostic


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    invoke_without_command=True,
    epilog="Begin with: reglint check . \u00b7 Each command says more with --help.",
)
@click.version_option(__version__, prog_name="reglint")
@click.pass_context
def commands(context: click.Context) -> None:
    """Check a platform's configuration against financial law: dated, cited rules for cn, eu, us and jp.

    Exit codes: 0 nothing found · 1 findings at or above --fail-level · 2 reglint could not do its work ·
    3 no findings, but unknowns remain · 4 no file was read or no rule selected.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        context.exit(Exit.ERROR)


commands.add_command(check_command)
commands.add_command(completion_command)
commands.add_command(explain_command)
commands.add_command(facts_command)
commands.add_command(law_group)
commands.add_command(schema_command)
commands.add_command(source_group)


def main() -> None:
    """Run the command line and leave with its exit code. A fault of reglint shows its traceback and is 70."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code = commands.main(prog_name="reglint", standalone_mode=False)
    except click.ClickException as fault:
        say([Diagnostic("usage", fault.format_message())])
        code = fault.exit_code
    except click.Abort:
        code = Exit.INTERRUPTED
    except Exception:  # noqa: BLE001 - the outermost door: whatever came this far is a fault of reglint
        traceback.print_exc()
        code = Exit.CRASH
    sys.exit(code)
