from __future__ import annotations

import pytest

from reglint.model.fact import Unknown
from reglint.model.verdict import Reason


def test_an_unknown_decides_no_condition() -> None:
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(Unknown(Reason.MISSING))
