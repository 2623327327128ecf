"""What holds of every test: none writes into the folders of whoever runs them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator

import pytest

_VARIABLE = "XDG_CACHE_HOME"


@pytest.hookimpl(wrapper=True)
def pytest_cmdline_main() -> Iterator[None]:
    """A cache folder for this run alone, also while tests are gathered and for processes they start."""
    before = os.environ.get(_VARIABLE)
    with tempfile.TemporaryDirectory(prefix="reglint-tests-") as folder:
        os.environ[_VARIABLE] = folder
        try:
            return (yield)
        finally:
            os.environ.pop(_VARIABLE)
            if before is not None:
                os.environ[_VARIABLE] = before
