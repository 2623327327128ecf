"""Arithmetic, functions, methods and lists."""

from __future__ import annotations

import pytest
from tests.language.checked import SCHEMA, said, tree

from reglint.language.checker import check
from reglint.language.parser import parse_syntax

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
    ("platform.level == 1 / 0", "1 / 0", "cannot divide 1 by 0; write another number after /"),
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
    ("platform.every >= months(12.5)", "months(12.5)",
     ("12.5 is no whole number from 0 to 120000; "
     "write a whole number of months, such as months(6)")),
    ("platform.every > years(1000000000)", "years(1000000000)",
     ("1000000000 is no whole number from 0 to 10000; "
     "write a whole number of years, such as years(5)")),
    ("platform.every > years(10001)", "years(10001)",
     ("10001 is no whole number from 0 to 10000; "
     "write a whole number of years, such as years(5)")),
    ("platform.every > months(120001)", "months(120001)",
     ("120001 is no whole number from 0 to 120000; "
     "write a whole number of months, such as months(6)")),
    ("platform.every > weeks(521786)", "weeks(521786)",
     ("521786 is no whole number from 0 to 521785; "
     "write a whole number of weeks, such as weeks(2)")),
    ("platform.every > days(99999999999)", "days(99999999999)",
     ("99999999999 is no whole number from 0 to 3652500; "
     "write a whole number of days, such as days(180)")),
    ("platform.every > hours(87660001)", "hours(87660001)",
     ("87660001 is no whole number from 0 to 87660000; "
     "write a whole number of hours, such as hours(4)")),
    ("platform.every > minutes(9999999999)", "minutes(9999999999)",
     ("9999999999 is no whole number from 0 to 5259600000; "
     "write a whole number of minutes, such as minutes(5)")),
    ("platform.every > business_days(3652501)", "business_days(3652501)",
     ("3652501 is no whole number from 0 to 3652500; "
     "write a whole number of business days, such as business_days(10)")),
    ("platform.every > days(true)", "days(true)",
     "True is no whole number from 0 to 3652500; write a whole number of days, such as days(180)"),
    ("platform.every >= years(1.5)", "years(1.5)",
     "1.5 is no whole number from 0 to 10000; write months(18)"),
    ("platform.every >= weeks(0.1)", "weeks(0.1)",
     "0.1 is no whole number from 0 to 521785; write minutes(1008)"),
    ("platform.every >= months(-1)", "months(-1)",
     "-1 is no whole number from 0 to 120000; write 0 or more"),
    ("platform.every >= months('-1')", "months('-1')",
     '"-1" is no whole number from 0 to 120000; write 0 or more'),
    ("platform.every >= -1", "platform.every >= -1",
     "cannot compare duration >= int; write 0 or more"),
    ("platform.every >= days(2 * 45)", "days(2 * 45)", "days takes one constant; write days(90)"),
    ("platform.every >= days(platform.level)", "days(platform.level)",
     "days takes one constant; write a whole number of days, such as days(180)"),
    ("platform.every >= days(platform.level * 2)", "days(platform.level * 2)",
     "days takes one constant; write a whole number of days, such as days(180)"),
    ("platform.every.hours() > 4", "hours()",
     "hours is no method; write platform.every beside a constant, such as hours(4)"),
    ("platform.seen > timestamp('2026-01-01 09:30')", "timestamp('2026-01-01 09:30')",
     ('"2026-01-01 09:30" has no offset from UTC: add Z or +08:00; '
     'write timestamp("2026-01-01T09:30Z") or timestamp("2026-01-01T09:30+08:00")')),
    ("platform.last > date('1/2/2026')", "date('1/2/2026')",
     '"1/2/2026" is no date; write date("2026-02-01") or date("2026-01-02")'),
    ("platform.last > date('2026-02-30')", "date('2026-02-30')",
     ('"2026-02-30" is no day of the calendar: day is out of range for month; '
     'write year, month and day in quotes, such as date("2026-03-01")')),
    ("platform.loss > money('¥500')", "money('¥500')",
     '"¥500" is no amount of money; write money("500 CNY") or money("500 JPY")'),
    ("platform.loss > money('50,5 EUR')", "money('50,5 EUR')",
     ('"50,5 EUR" is no amount of money; '
     'write an amount and its currency in quotes, such as money("50000000 CNY")')),
    ("platform.tls > version(1.0)", "version(1.0)", '1.0 is no text in quotes; write version("1.0")'),
    ("platform.tls > version('SSLv3')", "version('SSLv3')",
     '"SSLv3" is no version; write numbers with dots in quotes, such as version("1.2")'),
    ("platform.loss > days(5)", "platform.loss > days(5)",
     ("cannot compare money > duration; "
     'write an amount and its currency in quotes, such as money("50000000 CNY")')),
    ("seconds(platform.level) < platform.every", "seconds(platform.level)",
     'unknown function "seconds"; write a number with its unit, such as duration("6 months")'),
    ("If(platform.live, platform.level > 1)", "If(platform.live, platform.level > 1)",
     'unknown function "If"; write implies(platform.live, platform.level > 1)'),
    ("platform.name.match('^prod.+$')", "match('^prod.+$')",
     'unknown method "match"; write platform.name.glob("prod?*")'),
    ("platform.name.test('a|b')", "test('a|b')",
     ('unknown method "test"; '
     'write platform.name.glob( … ) with * for any text, such as platform.name.glob("prod-*")')),
    ("platform.ratio > 1 / 2", "platform.ratio > 1 / 2",
     'cannot compare percent > int; write percent("50 %") or percent("0.5 %")'),
    ("double('1.5') < platform.load", "double('1.5')", 'unknown function "double"; write 1.5'),
    ("int('few') < platform.level", "int('few')", 'unknown function "int"; write a number'),
    ("int(platform.load) < 3", "int(platform.load)", 'unknown function "int"; write platform.load'),
    ("string(3) == platform.name", "string(3)", 'unknown function "string"; write "3"'),
    ("platform.every > '5'.days()", "days()", "days is no method; write days(5)"),
    ("platform.every in [5, 6]", "platform.every in [5, 6]",
     ("cannot compare duration in int; write a list in which each is "
     "minutes(5), hours(5), days(5), months(5) or years(5)")),
    ("platform.level.max(3) > 3", "max(3)", "max is no method; write max(platform.level, 3)"),
]  # fmt: skip

NO_MAPS = "maps and messages are left out of the language; write a list in [ ] or a fact"
UNREADABLE = [
    ("a in {'b': 1}", "{'b': 1}", NO_MAPS),
    ("a in {1: 'b'}", "{1: 'b'}", NO_MAPS),
    ("f{a: 1}", "{a: 1}", NO_MAPS),
    ("a in {b, c}", "{b, c}", NO_MAPS),
    ("a in {'b:c'}", "{'b:c'}", "a list stands in [ ]; write ['b:c']"),
    ("{{a: 1}}", "{{a: 1}}", NO_MAPS),
    ("{{ a.b }}", "{{ a.b }}", "a fact stands for itself, without braces; write a.b"),
    ("a in [1..3]", "1..3", "1..3 is no number; write 1 <= a && a <= 3"),
    ("a[1..3]", "1..3",
     "1..3 is no index; write one number, such as 1, or .all(x, x.field …) for each element"),
    ("$.a.b == 1", "$.", "$. means nothing here; write a.b"),
    ("a[?(@.b && @.c)]", "@.", "@. means nothing here; write .filter(x, x.field …)"),
    ("a in 1..3", "1..3", "1..3 is no number; write 1 <= a && a <= 3"),
    ("a == 1..3", "1..3", "1..3 is no number; write two comparisons, such as 1 <= x && x <= 3"),
    ("a == 10.0.0.1", "10.0.0.1", '10.0.0.1 is no number; write "10.0.0.1" for an address'),
    ("a == cidr(10.0.0.1)", "10.0.0.1", '10.0.0.1 is no number; write "10.0.0.1/32"'),
    ("a == date(2026-01-01)", "2026-01-01", '2026-01-01 is no number; write "2026-01-01"'),
    ("a; b", ";", "; is no operator; write &&"),
    ("(a; b)", ";", "; is no operator; write &&"),
    ("f(a; b)", ";", "; is no operator; write ,"),
    ("[(a); b]", ";", "; is no operator; write ,"),
    ("a); b", ";", "; is no operator; write &&"),
    ("a;", ";", "; ends nothing; leave it out"),
    ("a ?? b", "??", "?? is no operator; write a choice, such as has(x.field) ? x.field : false"),
    ("a.b ?? 3", "??", "?? is no operator; write has(a.b) ? a.b : 3"),
    ("a && b ==> c", "==>", "==> is no operator; write implies(a, b) for if a then b"),
    ("a =~ 'b|c'", "=~", '=~ is no operator; write .glob( … ) after the text, such as x.glob("prod-*")'),
    ("a + b ∉ c", "∉", "∉ is no operator; write !(x in y)"),
    ("a ∉ b.filter(c, d)", "∉", "∉ is no operator; write !(x in y)"),
    ("c && a ∉ b", "∉", "∉ is no operator; write !(a in b)"),
    ("~a", "~", "~ is no operator; write !"),
    ("a !~ 'b'", "!~", '!~ is no operator; write !a.glob("*b*")'),
]  # fmt: skip


@pytest.mark.parametrize(("source", "spot", "message"), SLIPS, ids=[row[0] for row in SLIPS])
def test_a_slip_has_one_clear_line_at_its_place(source: str, spot: str | None, message: str) -> None:
    assert said(source) == [(source if spot is None else spot, message)]


@pytest.mark.parametrize("source", [row[0] for row in SLIPS])
def test_a_slip_is_an_error(source: str) -> None:
    assert isinstance(check(tree(source), SCHEMA), tuple)


@pytest.mark.parametrize(("source", "spot", "message"), UNREADABLE, ids=[row[0] for row in UNREADABLE])
def test_a_text_that_is_no_expression_has_its_line_at_its_place(source: str, spot: str, message: str) -> None:
    faults = parse_syntax(source)
    assert isinstance(faults, tuple)
    first = faults[0]
    assert (source[first.offset : first.end], first.message) == (spot, message)
