"""The front door of a checkout: `python cli.py check …` without installing reglint itself."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "engine"))

from reglint.cli.main import main  # noqa: E402 - the path comes first

if __name__ == "__main__":
    main()
