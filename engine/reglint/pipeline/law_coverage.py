"""The coverage of the shipped packs."""

from __future__ import annotations

from reglint.model.diagnostic import Diagnostic
from reglint.packs.coverage import Coverage, coverage
from reglint.packs.find import shipped_mappings
from reglint.pipeline.knowledge import load_packs

_FILE = "coverage.yaml"


def shipped_coverage() -> tuple[Coverage, tuple[Diagnostic, ...]]:
    """The systems of the domain by jurisdiction, and what is wrong in mappings/coverage.yaml."""
    return coverage(load_packs(), shipped_mappings(_FILE)[_FILE])
