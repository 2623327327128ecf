"""The front door of a checkout: `python cli.py check …` without installing reglint itself."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "engine"))

from reglint.cli.door import main

if __name__ == "__main__":
    main()
