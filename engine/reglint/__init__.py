"""reglint: compliance as code for financial law."""

__version__ = "0.1.0"
