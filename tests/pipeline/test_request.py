from __future__ import annotations

import pytest

from reglint.model.diagnostic import Diagnostic
from reglint.pipeline.request import Refused, refused, selected

RULE = "cn-csl-log-retention"
CHOSEN = [
    ("everything", [], [], True),
    ("its id", [RULE], [], True),
    ("a beginning", ["cn-csl"], [], True),
    ("a beginning with its dash", ["cn-csl-"], [], True),
    ("half a word", ["cn-cs"], [], False),
    ("another", ["cn-aml"], [], False),
    ("one of two", ["cn-aml", "cn"], [], True),
    ("ignored", [], [RULE], False),
    ("ignored by a beginning", [], ["cn"], False),
    ("another ignored", [], ["eu"], True),
    ("selected and ignored", ["cn"], ["cn-csl"], False),
]


@pytest.mark.parametrize(
    ("select", "ignore", "chosen"), [row[1:] for row in CHOSEN], ids=[row[0] for row in CHOSEN]
)
def test_which_rules_are_chosen(select: list[str], ignore: list[str], *, chosen: bool) -> None:
    assert selected(RULE, select, ignore) is chosen


def test_a_refusal_has_one_reason() -> None:
    assert refused("x", "No.", "a.yml", hint="Yes.") == Refused(
        (Diagnostic("x", "No.", "a.yml", hint="Yes."),)
    )
