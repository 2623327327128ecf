from __future__ import annotations

import subprocess
import sys

import pytest

WARM = [
    "reglint.law.cite",
    "reglint.law.roles",
    "reglint.law.label",
    "reglint.packs.in_force",
    "reglint.packs.pack",
]


@pytest.mark.parametrize("module", WARM)
def test_what_a_check_needs_of_loaded_packs_loads_no_pydantic(module: str) -> None:
    code = f"import sys, {module}; sys.exit('pydantic' in sys.modules or 'yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own
