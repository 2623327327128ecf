"""Tests of the word that is likely meant."""

from __future__ import annotations

import pytest

from reglint.model.spelling import closest


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("retenton", ["retention", "rotation"], "retention"),
        ("LOGGING", ["logging"], "logging"),
        ("level", ["mlps_Level", "levels"], "levels"),
        ("zzz", ["logging"], ""),
        ("any", [], ""),
    ],
)
def test_the_nearest_word_is_found_whatever_its_case(word: str, known: list[str], expected: str) -> None:
    assert closest(word, known) == expected
