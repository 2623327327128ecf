"""`python -m reglint`."""

from reglint.cli.door import main

if __name__ == "__main__":
    main()
