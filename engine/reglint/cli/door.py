"""The way in: from the first import on, whoever stops a run sees no traceback."""

from __future__ import annotations

import sys

INTERRUPTED = 130  # as in exits.Exit, which loads the model with it


def main() -> None:
    """Run the command line and leave with its exit code; 130 where the user stops it while it loads."""
    try:
        from reglint.cli.main import main as run  # noqa: PLC0415 - loading it is part of what may be stopped

        run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
