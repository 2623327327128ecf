"""What a stranger writes at length is not said at length."""

from __future__ import annotations

import pytest
from tests.language.checked import SCHEMA

from reglint.language.checker import Checked, check
from reglint.language.fault import Fault
from reglint.language.parser import parse_syntax

LONG = "x" * 3000
CUT = f"{'x' * 39}…"
RUNS = [
    ("{" * 4000, ["maps and messages are left out of the language; write a list in [ ] or a fact"]),
    ("@" * 4000, [f"'{'@' * 39}…' means nothing here; write names, numbers, texts in quotes and operators"]),
    ("@#" * 2000, 2),
    ("@\\" * 2000, 5),
    ("; " * 2000, 5),
]  # fmt: skip
NAMES = [
    (LONG, f'unknown fact "{CUT}"; write one of logging, platform'),
    (f"platform.home.{LONG}", f'enum "platform.home" has no field "{CUT}"; write platform.home alone'),
    (
        f'platform.home == "{LONG}"',
        f'"{CUT}" is not a platform.home; write one of cn, eu, us',
    ),
    (f"platform.name.{LONG}()", f'unknown method "{CUT}"; write one of all, contains, containsIP, endsWith'),
    (f'days("{LONG}")', f'"{CUT}" is no whole number from 0 to 3652500'),
    (f'"{LONG}', f'the text that starts here does not end on its line; write "{CUT}"'),
    ("1" * 3000, f"{'1' * 12}… is too long a number; write at most 64 digits"),
]  # fmt: skip


def found(source: str) -> tuple[Fault, ...]:
    tree = parse_syntax(source)
    checked = tree if isinstance(tree, tuple) else check(tree, SCHEMA)
    return checked.warnings if isinstance(checked, Checked) else checked


@pytest.mark.parametrize(("source", "said"), RUNS, ids=["braces", "stray", "comment", "two signs", "signs"])
def test_one_slip_is_a_few_lines_however_often_it_is_made(source: str, said: list[str] | int) -> None:
    messages = [fault.message for fault in found(source)]
    assert (len(messages) if isinstance(said, int) else messages) == said


@pytest.mark.parametrize(("source", "start"), NAMES, ids=[row[1][:20] for row in NAMES])
def test_a_long_name_is_cut_short(source: str, start: str) -> None:
    message = found(source)[0].message
    assert (message[: len(start)], len(message) <= 400) == (start, True)


def test_a_message_is_cut_short_as_a_whole() -> None:
    message = found(f"{'1.2.' * 900}3")[0].message
    assert (len(message), message[-1]) == (400, "…")
