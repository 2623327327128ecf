"""Everything that is shipped, loaded once."""

from __future__ import annotations

import pytest

from reglint.pipeline.knowledge import Knowledge, load_knowledge


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The shipped vocabulary and packs."""
    return load_knowledge()
