from __future__ import annotations

import datetime as dt

import pytest

from reglint.evaluate.ignores import read_ignores
from reglint.model.place import Place
from reglint.model.waiver import Waiver

KEPT = 'reglint: ignore[cn-csl-log-retention] until=2027-03-31 reason="kept in the archive"'
UNTIL = dt.date(2027, 3, 31)


def ignore(line: int, column: int, covered: int) -> Waiver:
    place = Place("a.conf", line, column)
    return Waiver("cn-csl-log-retention", "kept in the archive", place, UNTIL, inline=True, line=covered)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"listen 80; # {KEPT}", ignore(1, 12, 1)),
        (f"# {KEPT}\nlisten 80;", ignore(1, 1, 2)),
        (f"a\n  <!-- {KEPT} -->\n<b/>", ignore(2, 3, 3)),
        (f"<b/> <!-- {KEPT} -->", ignore(1, 6, 1)),
        (f"! {KEPT}\na=b", ignore(1, 1, 2)),
        (f"; {KEPT}\r\na=b", ignore(1, 1, 2)),
        (f"a // {KEPT}", ignore(1, 3, 1)),
    ],
    ids=["behind", "above", "XML above", "XML behind", "properties", "INI with CRLF", "HCL"],
)
def test_an_ignore_covers_its_line_or_the_one_below(text: str, expected: Waiver) -> None:
    assert read_ignores(text, "a.conf") == ((expected,), ())


def test_ignores_above_each_other_cover_the_line_below_both() -> None:
    second = KEPT.replace("cn-csl-log-retention", "cn-csl-weak-secrets")
    ignores, _ = read_ignores(f"# {KEPT}\n# {second}\nlisten 80;", "a.conf")
    assert [(one.rule, one.line) for one in ignores] == [
        ("cn-csl-log-retention", 3),
        ("cn-csl-weak-secrets", 3),
    ]


def test_an_ignore_may_name_several_rules() -> None:
    ignores, _ = read_ignores('a # reglint: ignore[cn-a-b, cn-c-d] reason="r"', "a.conf")
    assert [(one.rule, one.until, one.reason) for one in ignores] == [
        ("cn-a-b", None, "r"),
        ("cn-c-d", None, "r"),
    ]


def test_a_last_day_that_is_no_day_is_over() -> None:
    ignores, faults = read_ignores('a # reglint: ignore[cn-a-b] until=2026-02-30 reason="r"', "a.conf")
    assert [one.expired(dt.date(1900, 1, 1)) for one in ignores] == [True]
    assert [(one.code, one.line, one.hint) for one in faults] == [("ignore", 1, "The ignore counts as over.")]


def test_the_last_day_is_the_last_on_which_it_counts() -> None:
    one = ignore(1, 1, 1)
    assert (one.expired(UNTIL), one.expired(UNTIL + dt.timedelta(days=1))) == (False, True)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("ignore", '"ignore" is no ignore.'),
        ("ignore[]", '"" is the id of no rule: an ignore names what it ignores.'),
        ('ignore[*] reason="r"', '"*" is the id of no rule: an ignore names what it ignores.'),
        ("ignore[cn-a-b]", "An ignore gives its reason."),
        ('ignore[cn-a-b] reason=""', "An ignore gives its reason."),
        ('ignore[cn-a-b] unitl=2027-01-01 reason="r"', 'An ignore has no "unitl".'),
        ("disable[cn-a-b]", '"disable[cn-a-b]" is no ignore.'),
    ],
)
def test_what_is_no_ignore_is_a_warning_at_its_place(said: str, message: str) -> None:
    ignores, faults = read_ignores(f"a # reglint: {said}", "a.conf")
    assert (ignores, [(str(fault.level), fault.message, fault.line, fault.column) for fault in faults]) == (
        (),
        [("warning", message, 1, 3)],
    )


@pytest.mark.parametrize("text", ["", "a: b", 'reglint: "1"\nplatform: {}', "url: http://reglint:1/"])
def test_other_words_say_nothing_to_reglint(text: str) -> None:
    assert read_ignores(text, "a.yaml") == ((), ())


def test_the_example_in_a_hint_is_about_the_rule_that_is_meant() -> None:
    _, (fault,) = read_ignores("a: 1  # reglint: ignore[cn-csl-weak-secrets] until=2027-03-31\n", "a.yml")
    assert fault.hint == 'Write ignore[cn-csl-weak-secrets] until=2027-03-31 reason="kept in the archive".'
