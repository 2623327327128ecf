"""What can be computed and is hardly meant."""

from __future__ import annotations

import pytest
from tests.language.checked import SCHEMA, said, tree

from reglint.language.checker import Checked, check
from reglint.language.fault import Fault
from reglint.model.diagnostic import Level

DOUBTS = [
    ("platform.level >= 6", None,
     "platform.level >= 6 is always false: platform.level is 1 to 5; write another number"),
    ("0 < platform.level", None,
     "0 < platform.level is always true: platform.level is 1 to 5; write another number"),
    ("platform.level * 2 + 1 != 12", None,
     "platform.level * 2 + 1 != 12 is always true: platform.level * 2 + 1 is 3 to 11; write another number"),
    ("-platform.level == 0", None,
     "-platform.level == 0 is always false: -platform.level is -5 to -1; write another number"),
    ("size(logging.streams) < 0", None,
     "size(logging.streams) < 0 is always false: size(logging.streams) is 0 or more; write another number"),
    ("3 - size(logging.streams) > 3", None,
     ("3 - size(logging.streams) > 3 is always false: "
     "3 - size(logging.streams) is 3 or less; write another number")),
    ("platform.live || [1, 2] == [1, 3]", "[1, 2] == [1, 3]",
     "[1, 2] == [1, 3] is always false; write a condition on a fact"),
    ("platform.live || platform.level == platform.level", "platform.level == platform.level",
     "both sides of == are platform.level, which is always true; write another on one side"),
    ("platform.last < platform.last", None,
     "both sides of < are platform.last, which is always false; write another on one side"),
    ("platform.live && platform.live", None, "both sides of && are platform.live; write it once"),
    ("true", None, "true is always true; write a condition on a fact"),
    ("platform.live || 1 > 2", "1 > 2", "1 > 2 is always false; write a condition on a fact"),
    ("logging.streams.all(logging, logging.name == '')", "logging",
     'the variable "logging" hides the fact "logging"; write another name'),
    ("logging.streams.all( s, s.shipped_to.all((s), s == ''))", "s",
     'the variable "s" hides the variable "s"; write another name'),
]  # fmt: skip


@pytest.mark.parametrize(("source", "spot", "message"), DOUBTS, ids=[row[0] for row in DOUBTS])
def test_what_is_hardly_meant_is_a_warning(source: str, spot: str | None, message: str) -> None:
    checked = check(tree(source), SCHEMA)
    assert isinstance(checked, Checked)
    assert {fault.level for fault in checked.warnings} == {Level.WARNING}
    assert said(source) == [(source if spot is None else spot, message)]


@pytest.mark.parametrize("level", [Level.ERROR, Level.WARNING])
def test_has_may_be_refused(level: Level) -> None:
    source = "platform.live || has(platform.name)"
    checked = check(tree(source), SCHEMA, presence=level)
    faults = checked.warnings if isinstance(checked, Checked) else checked
    message = (
        "has in when switches the rule off where the fact is missing; "
        "write a condition on platform.name, or has in assert"
    )
    assert (faults, isinstance(checked, Checked)) == (
        (Fault(17, message, len(source), "presence", level),),
        level is Level.WARNING,
    )


def test_a_faulty_has_may_be_refused_too() -> None:
    checked = check(tree("has(platform)"), SCHEMA, presence=Level.WARNING)
    assert isinstance(checked, tuple)
    assert [fault.code for fault in checked] == ["expression", "presence"]
