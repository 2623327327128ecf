"""`reglint`: the group of all commands."""

from __future__ import annotations

import click

from reglint import __version__
from reglint.cli.check import check_command
from reglint.cli.law import law_group


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="reglint")
def main() -> None:
    """Check a platform's configuration against financial law: dated, cited rules for cn, eu, us and jp.

    Exit codes: 0 nothing found · 1 findings at or above --fail-level · 2 reglint could not do its work ·
    3 no findings, but unknowns remain · 4 no file was read or no rule selected.
    """


main.add_command(check_command)
main.add_command(law_group)
