"""What can be computed and is hardly meant."""

from __future__ import annotations

import pytest
from tests.language.checked import SCHEMA, said, tree

from reglint.language.checker import Checked, check
from reglint.language.fault import Fault
from reglint.language.render import render
from reglint.model.diagnostic import Level

DOUBTS = [
    ("platform.name >= 'high'", None,
     "texts are ordered by their letters, not by what they mean; write platform.name in [ … ]"),
    ("'high' < platform.name", None,
     "texts are ordered by their letters, not by what they mean; write platform.name in [ … ]"),
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
    ("platform.home in ['cn', 'eu', 'cn']", "'cn'", '"cn" stands twice in the list; write it once'),
    ("platform.live ? true : false", None,
     "the condition itself is true or false; write platform.live"),
    ("platform.level > 1 ? false : true", None,
     "the condition itself is true or false; write !(platform.level > 1)"),
    ("platform.live ? platform.level > 1 : platform.level > 1", None,
     "both branches are platform.level > 1; write it once"),
    ("implies(platform.live, platform.live)", None,
     "platform.live implies itself; write another condition on one side"),
    ("platform.roles.exists(r, implies(r != 'a', r == 'b'))", "implies(r != 'a', r == 'b')",
     'one element without r != "a" makes this true; write r != "a" && r == "b"'),
    ("platform.roles.exists(r, !(r == 'a') || r == 'b')", "!(r == 'a') || r == 'b'",
     'one element without r == "a" makes this true; write r == "a" && r == "b"'),
    (f"platform.roles.exists(r, !(r == '{'a ' * 100}') || r == 'b')", f"!(r == '{'a ' * 100}') || r == 'b'",
     f'one element without r == "{"a " * 26}a… makes this true; write guard && requirement'),
    ("platform.live || (1 in [2, 2] ? true : false)", "1 in [2, 2] ? true : false",
     "1 in [2, 2] ? true : false is always false; write a condition on a fact"),
    ("platform.live || 1 > 2", "1 > 2", "1 > 2 is always false; write a condition on a fact"),
    ("logging.streams.all(logging, logging.name == '')", "logging",
     'the variable "logging" hides the fact "logging"; write another name'),
    ("logging.streams.all( s, s.shipped_to.all((s), s == ''))", "s",
     'the variable "s" hides the variable "s"; write another name'),
    *(
        (f"platform.roles.all({name}, {name} == '')", name,
         f'the variable "{name}" has the name of a function; write another name')
        for name in ("has", "size", "contains", "exists", "days", "duration")
    ),
    ("platform.roles.exists(r, platform.live)", "r",
     'the condition does not read "r"; write it on r, or without .exists'),
    ("logging.streams.filter(s, platform.live).all(t, t.name == '')", "s",
     'the condition does not read "s"; write it on s, or without .filter'),
    ("platform.roles.all(r, true)", "true", "true is always true; write a condition on a fact"),
    ("true && platform.live", "true", "true is always true; write a condition on a fact"),
    ("false || platform.live", "false", "false is always false; write a condition on a fact"),
    ("platform.live && [1, 2].all(x, x > 0)", "[1, 2].all(x, x > 0)",
     "[1, 2].all(x, x > 0) is always true; write a condition on a fact"),
]  # fmt: skip
NEVER_NEGATIVE = "platform.every is never negative; write another duration"
WHOLE = "platform.level is a whole number; write another number"
START = "both sides start from {}; write another on one side"
COMPARISONS = [
    ("platform.level == 1.5", "false", WHOLE),
    ("1.5 != platform.level", "true", WHOLE),
    ("platform.level > 5.5", "false", "platform.level is 1 to 5; write another number"),
    ("platform.level in [1.5, 7]", "false", WHOLE),
    ("platform.level in [6, 7]", "false", "platform.level is 1 to 5; write another number"),
    ("platform.home in ['us', 'cn', 'eu']", "true",
     "the list has all that platform.home can be; write a part of it"),
    ("platform.live in [true, false]", "true",
     "the list has all that platform.live can be; write a part of it"),
    ("platform.key in ['set', 'weak']", "true",
     "the list has all that platform.key can be; write a part of it"),
    ("platform.last > platform.last + days(1)", "false", START.format("platform.last")),
    ("platform.last - months(1) > platform.last", "false", START.format("platform.last")),
    ("platform.last + days(2) > days(1) + platform.last", "true", START.format("platform.last")),
    ("platform.seen + hours(24) == platform.seen + days(1)", "true", START.format("platform.seen")),
    ("platform.every - days(1) >= platform.every", "false", START.format("platform.every")),
    ("platform.load + 1 <= platform.load", "false", START.format("platform.load")),
    ("platform.loss + money('1 CNY') != platform.loss", "true", START.format("platform.loss")),
    ("size(platform.roles) * 2 == -2", "false",
     "size(platform.roles) * 2 is 0 or more; write another number"),
    ("platform.name in []", "false", "the list is empty; write its elements"),
    ("platform.every < days(0)", "false", NEVER_NEGATIVE),
    ("months(0) <= platform.every", "true", NEVER_NEGATIVE),
    ("platform.every >= business_days(0)", "true", NEVER_NEGATIVE),
    ("platform.every == days(1) - days(2)", "false", NEVER_NEGATIVE),
    ("platform.ratio < percent('0 %')", "false", "platform.ratio is 0 % or more; write another percentage"),
    ("platform.name.lowerAscii() == 'Prod'", "false", 'lowerAscii leaves no capitals; write "prod"'),
    ("'ÄB' != platform.name.lowerAscii()", "true", 'lowerAscii leaves no capitals; write "Äb"'),
    ("platform.name.lowerAscii() in ['A', 'B']", "false", 'lowerAscii leaves no capitals; write "a"'),
    ("platform.name.lowerAscii().startsWith('P')", "false", 'lowerAscii leaves no capitals; write "p"'),
    ("platform.name.lowerAscii().contains('P')", "false", 'lowerAscii leaves no capitals; write "p"'),
    ("platform.name.endsWith('')", "true", 'every text has ""; write a longer one'),
]  # fmt: skip
MEANT = [
    "platform.home == 'cn' || platform.home == 'eu' || platform.home == 'us'",
    "platform.level > 2 && platform.level < 4 && platform.level > 1",
    "platform.load > 3 && platform.load < 4",
    "platform.load > 3 || platform.load < 3",
    "platform.level > 3 || platform.level < 3.5 && platform.live",
    "platform.level == 2.0 && platform.level in [1, 7, size(platform.roles)]",
    "platform.every > days(5) && platform.every < months(1)",
    "platform.every == days(0) || platform.every > hours(1)",
    "now - platform.last < days(0)",
    "platform.loss > money('5 CNY') || platform.loss < money('3 EUR')",
    "platform.every <= days(200) && platform.every >= months(6)",
    "platform.every > months(6) || platform.every < business_days(180)",
    "platform.every >= months(1) && platform.every != business_days(1) && !(platform.every == days(90))",
    "platform.last > now - days(1) && platform.last + days(1) > now",
    "platform.last + months(1) > platform.last + days(29)",
    "platform.level + size(platform.roles) > platform.level",
    "platform.home in ['cn', 'eu'] && platform.key in ['weak']",
    "platform.live in [true]",
    "platform.level * 9223372036854775807 > 1",
    "platform.level - 9223372036854775807 - 9223372036854775807 < 1",
    "size(platform.roles) * platform.level >= 1 && size(platform.roles) * -1 < 0",
    "platform.roles.exists(r, !platform.live || r == 'a')",
    "platform.roles.exists(r, !(r == 'a') || platform.live)",
    "platform.roles.exists_one(r, !(r == 'a') || r == 'b')",
    "platform.live ? platform.level > 1 : platform.level > 2",
    "platform.loss > money('0 CNY') || platform.loss < money('-1 CNY')",
    "platform.name.lowerAscii() in ['A', 'b'] && platform.name == 'A' && platform.name.contains('A')",
    "platform.name in platform.roles && platform.name != 'a'",
    "(platform.level > 3 || platform.live) && (platform.level < 3 || platform.live)",
    "(platform.live ? platform.level : 9) == 9 && 'a'.contains(platform.name)",
    "platform.roles.all(r, platform.parts.exists(p, p == 'knowledge' && r == 'a'))",
    "(1 == 1.5) == platform.live && (1 in [2]) == platform.live",
]


@pytest.mark.parametrize(("source", "spot", "message"), DOUBTS, ids=[row[0] for row in DOUBTS])
def test_what_is_hardly_meant_is_a_warning(source: str, spot: str | None, message: str) -> None:
    checked = check(tree(source), SCHEMA)
    assert isinstance(checked, Checked)
    assert {fault.level for fault in checked.warnings} == {Level.WARNING}
    assert said(source) == [(source if spot is None else spot, message)]


@pytest.mark.parametrize(("source", "always", "why"), COMPARISONS, ids=[row[0] for row in COMPARISONS])
def test_a_comparison_that_no_platform_changes_is_doubted(source: str, always: str, why: str) -> None:
    shown = render(tree(source))
    assert said(source) == [(source, f"{shown} is always {always}: {why}")]


@pytest.mark.parametrize("source", MEANT)
def test_what_some_platform_decides_is_not_doubted(source: str) -> None:
    assert said(source) == []


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


@pytest.mark.parametrize(
    ("source", "mend"),
    [
        ("platform.level", "an int is no condition; write platform.level == …"),
        ("logging", "an object is no condition; write a condition on a field of it, logging.field"),
    ],
)
def test_where_has_is_refused_it_is_not_offered(source: str, mend: str) -> None:
    checked = check(tree(source), SCHEMA, presence=Level.ERROR)
    assert isinstance(checked, tuple)
    assert [fault.message for fault in checked] == [mend]


def test_a_faulty_has_may_be_refused_too() -> None:
    checked = check(tree("has(platform)"), SCHEMA, presence=Level.WARNING)
    assert isinstance(checked, tuple)
    assert [fault.code for fault in checked] == ["expression", "presence"]
