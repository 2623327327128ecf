"""Arithmetic, functions, methods and lists."""

from __future__ import annotations

import pytest
from tests.language.checked import SCHEMA, said, tree

from reglint.language.checker import check

SLIPS = [
    ("platform.every + 1 > days(1)", "platform.every + 1",
     "cannot compute duration + int; write minutes(1), hours(1), days(1), months(1) or years(1)"),
    ("platform.level + 'x' > 1", "platform.level + 'x'", "cannot compute int + string; write a number"),
    ("platform.name * 2 == 'a'", "platform.name * 2",
     "cannot compute string * int; write two numbers, money * int, money * decimal"),
    ("platform.load % 2 == 1", "platform.load % 2", "cannot compute decimal % int; write int % int"),
    ("platform.roles + [1] == 'a'", "platform.roles + [1]",
     ("cannot compute list + list; write two numbers, string + string, duration + duration, date + duration, "
     "duration + date, timestamp + duration, duration + timestamp, money + money, percent + percent")),
    ("days(1) + months(1) > platform.every", "days(1) + months(1)",
     "cannot compute duration + duration of two units; write both in days or both in months"),
    ("platform.last + (months(1) + minutes(5)) > now", "months(1) + minutes(5)",
     "cannot compute duration + duration of two units; write both in days or both in months"),
    ("platform.last + hours(1) > now", "platform.last + hours(1)",
     "cannot add hours to date; write days(1), months(6) …"),
    ("business_days(2) + platform.seen > platform.seen", "business_days(2) + platform.seen",
     "holidays decide how long 2 business days are; write days(…)"),
    ("-platform.every < days(1)", "-platform.every",
     "cannot negate duration; write - between two values, such as now - days(30)"),
    ("platform.level == 1 / 0", "1 / 0", "cannot divide 1 and 0; write a fact or a constant"),
    ("platform.level == [1, 2][2]", "[1, 2][2]", "the list has no element 2; write a fact or a constant"),
    ("days(182) >= months(6) || platform.live", "days(182) >= months(6)", "write 184 days or 6 months"),
    ("platform.level > max([])", "max([])", "an empty list has no max; write a fact or a constant"),
    ("(platform.live ? 1 : 'a') == 1", "platform.live ? 1 : 'a'",
     "one branch is an int, the other a string; write two of one type"),
    ("1 in [1, 'a']", "[1, 'a']", "a list of int and string; write elements of one type"),
    ("platform.roles.contains('x')", "platform.roles",
     'list has no method contains; write "x" in platform.roles'),
    ("platform.roles.startsWith('x')", "platform.roles",
     "list has no method startsWith; to test its elements write platform.roles.exists(x, …)"),
    ("platform.home.glob('c*')", "platform.home",
     "enum has no method glob; write platform.home in [ … ]"),
    ("platform.level.lowerAscii() == ''", "platform.level",
     "int has no method lowerAscii; write a comparison, such as platform.level == …"),
    ("platform.address.startsWith('10.')", "platform.address",
     'ip has no method startsWith; write cidr("10.0.0.0/8").containsIP(platform.address)'),
    ("platform.name.startsWith(prod)", "prod", 'prod is no fact; write "prod"'),
    ("platform.name.startsWith(['a'])", "['a']", 'startsWith takes a string, not list; write "a"'),
    ("platform.roles.contains(3)", "platform.roles",
     "list has no method contains; write 3 in platform.roles"),
    ("size(platform.roles > 0)", "platform.roles > 0",
     "cannot compare list > int; write size(platform.roles) > 0"),
    ("platform.name.startsWith(3)", "3", 'startsWith takes a string, not int; write "3"'),
    ("platform.name.containsIP('10.0.0.1')", "platform.name",
     'string has no method containsIP; write cidr("10.0.0.0/8").containsIP(…)'),
    ("platform.network.containsIP(platform.name)", "platform.name",
     'containsIP takes an ip, not string; write "10.0.0.1" or a fact'),
    ("size(platform) > 1", "size(platform)", "object has no size; write size of a list or a string"),
    ("sum(platform.level) > 3", "sum(platform.level)", "sum of one int; write sum([ … ])"),
    ("min(platform.level) > 3", "min(platform.level)", "min of one int; write min(…, …) or a list"),
    ("max(platform.name, 3) == 3", "max(platform.name, 3)",
     ("cannot take the max of values of different types; "
     "write date, decimal, duration, int, money, percent, string, timestamp, version, all of one type")),
    ("sum(platform.roles) == 3", "sum(platform.roles)",
     ("cannot take the sum of values of type string; "
     "write decimal, duration, int, money, percent, all of one type")),
]  # fmt: skip


@pytest.mark.parametrize(("source", "spot", "message"), SLIPS, ids=[row[0] for row in SLIPS])
def test_a_slip_has_one_clear_line_at_its_place(source: str, spot: str | None, message: str) -> None:
    assert said(source) == [(source if spot is None else spot, message)]


@pytest.mark.parametrize("source", [row[0] for row in SLIPS])
def test_a_slip_is_an_error(source: str) -> None:
    assert isinstance(check(tree(source), SCHEMA), tuple)
