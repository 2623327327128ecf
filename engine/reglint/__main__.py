"""`python -m reglint`."""

from reglint.cli.main import main

if __name__ == "__main__":
    main()
