"""Which type a plain scalar has, in YAML 1.2 and in YAML 1.1."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reglint.documents.lookup import plain
from reglint.documents.yaml import read_yaml

if TYPE_CHECKING:
    from reglint.documents.node import Scalar
    from reglint.documents.yaml_scalars import Schema

# text: (its value in YAML 1.2, its value in YAML 1.1)
TYPES: dict[str, tuple[Scalar, Scalar]] = {
    "~": (None, None),
    "null": (None, None),
    "true": (True, True),
    "False": (False, False),
    "yes": ("yes", True),
    "Off": ("Off", False),
    "y": ("y", "y"),
    "12": (12, 12),
    "-12": (-12, -12),
    "+12": (12, 12),
    "0": (0, 0),
    "017": (17, 15),
    "-017": (-17, -15),
    "0o17": (15, "0o17"),
    "0x1F": (31, 31),
    "0b11": ("0b11", 3),
    "1_000": ("1_000", 1000),
    "1:30": ("1:30", 90),
    "-1:30:00": ("-1:30:00", -5400),
    "1.10": (Decimal("1.10"), Decimal("1.10")),
    ".5": (Decimal("0.5"), Decimal("0.5")),
    "1.": (Decimal(1), Decimal(1)),
    "1e3": (Decimal(1000), "1e3"),
    "1.0e+3": (Decimal(1000), Decimal(1000)),
    "2026-13-45": ("2026-13-45", "2026-13-45"),
    "2026-03-01": ("2026-03-01", "2026-03-01"),
    "1.2.3": ("1.2.3", "1.2.3"),
    "180 days": ("180 days", "180 days"),
    "'12'": ("12", "12"),
    "! 12": ("12", "12"),
    "!!str 12": ("12", "12"),
    "!!int '12'": (12, 12),
    "!!float 12": (12, 12),
    "!!bool 'true'": (True, True),
    "!!null ''": (None, None),
    "!!timestamp 2026-03-01": ("2026-03-01", "2026-03-01"),
    "999999999999999999": (999999999999999999, 999999999999999999),
}


@pytest.mark.parametrize(("text", "value"), [(text, types[0]) for text, types in TYPES.items()])
def test_a_scalar_in_yaml_1_2(text: str, value: Scalar) -> None:
    assert _typed(text, "1.2") == [(type(value), value)]


@pytest.mark.parametrize(("text", "value"), [(text, types[1]) for text, types in TYPES.items()])
def test_a_scalar_in_yaml_1_1(text: str, value: Scalar) -> None:
    assert _typed(text, "1.1") == [(type(value), value)]


TOO_LONG = {
    "1000000000000000000": "An integer of more than 18 digits is kept as text.",
    "0x" + "f" * 20: "An integer of more than 18 digits is kept as text.",
    "1e401": "A decimal over 64 digits or 10^400 is kept as text.",
    "0." + "1" * 64: "A decimal over 64 digits or 10^400 is kept as text.",
}


@pytest.mark.parametrize(("text", "message"), TOO_LONG.items())
def test_a_number_that_is_too_long_stays_text_with_a_warning(text: str, message: str) -> None:
    reading = read_yaml(f"a: {text}", "f")
    assert [plain(root) for root in reading.roots] == [{"a": text}]
    assert [str(note) for note in reading.diagnostics] == [f"f:1:4: warning[yaml-number] {message}"]


@given(st.text(alphabet="0123456789+-_.:xobeEaf~ntruyso", min_size=1, max_size=8))
@settings(max_examples=300, deadline=None)
def test_yaml_1_1_reads_integers_and_booleans_as_pyyaml_does(text: str) -> None:
    expected = _pyyaml(text)
    if isinstance(expected, (int, bool)):
        assert _typed(text, "1.1") == [(type(expected), expected)]


def _typed(text: str, schema: Schema) -> list[tuple[type, object]]:
    values = [plain(root) for root in read_yaml(text, "f", schema=schema).roots]
    return [(type(value), value) for value in values]


def _pyyaml(text: str) -> object:
    try:
        return yaml.safe_load(text)
    except (yaml.YAMLError, ValueError):
        return None
