from __future__ import annotations

from reglint.model.place import Place


def test_a_place_reads_as_editors_take_it() -> None:
    assert str(Place("rules/csl.yaml", 7, 12)) == "rules/csl.yaml:7:12"
