from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

import pytest

from reglint.language.evaluator import evaluate
from reglint.language.parser import parse
from reglint.model.duration import parse_duration
from reglint.model.fact import Record, Unknown
from reglint.model.quantity import Money, Percent
from reglint.model.verdict import Reason

Platform: TypeAlias = Callable[[object], Record]


def _value(source: str, facts: Record) -> object:
    tree = parse(source)
    assert not isinstance(tree, tuple)
    return evaluate(tree, facts, now=dt.date(2026, 11, 24)).value


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("[1, 2].all(x, x > 0)", True),
        ("[].all(x, x)", True),
        ("[1, 2].exists(x, x > 1)", True),
        ("[1, 2].exists(x, x > 2)", False),
        ("[1, 2, 3].filter(x, x > 1)", (2, 3)),
        ("[1, 2].filter(x, x > 2).all(x, false)", True),
        ("[1, 2].exists_one(x, x > 2)", False),
        ("size([1, 2]) + size('中文') + 'a'.size()", 5),
        ("[1, 2][1]", 2),
        ("max(1, 2.5, 2)", Decimal("2.5")),
        ("min([3, 1, 2])", 1),
        ("sum([1, 2, 3])", 6),
        ("sum([])", 0),
        ("min(days(3), months(1)) == days(3)", True),
        ("'Access'.lowerAscii().startsWith('acc')", True),
        ("'ÄB'.lowerAscii()", "Äb"),
        ("'audit'.contains('di') && 'audit'.endsWith('it')", True),
        ("true ? 1 : 2", 1),
        ("false ? 1 : 2", 2),
        ("1 in [1, 2] && !(3 in [1, 2])", True),
        ("1 in []", False),
        ("[1, 2] == [1, 2] && [1] != [2] && [1] != [1, 2]", True),
        ("1 == 1.0 && 1 < 1.5", True),
        ("'a' < 'b' && false < true", True),
        ("7 / 2 == 3 && -7 / 2 == -3 && 7 % 3 == 1 && -7 % 3 == -1", True),
        ("99.9 / 100", Decimal("0.999")),
        ("0.1 + 0.2 == 0.3 && 3 - 0.5 == 2.5 && 2 * 1.5 == 3", True),
        ("-(1 + 1)", -2),
        ("'a' + 'b'", "ab"),
        ("date('2026-01-31') + months(1)", dt.date(2026, 2, 28)),
        ("date('2024-03-31') - months(1)", dt.date(2024, 2, 29)),
        ("months(12) + date('2025-11-24') == now", True),
        ("date('2026-01-01') + days(1)", dt.date(2026, 1, 2)),
        ("date('2026-01-03') - date('2026-01-01') == days(2)", True),
        ("date('2026-01-01') < now", True),
        ("timestamp('2026-01-01T00:00:00Z') == timestamp('2026-01-01T08:00:00+08:00')", True),
        ("timestamp('2026-01-31T09:00:00Z') + months(1)", dt.datetime(2026, 2, 28, 9, tzinfo=dt.UTC)),
        ("minutes(30) + timestamp('2026-01-31T09:00:00Z') == timestamp('2026-01-31T09:30:00Z')", True),
        ("timestamp('2026-01-31T09:00:00Z') - hours(1) == timestamp('2026-01-31T08:00:00Z')", True),
        ("timestamp('2026-01-31T09:00:00Z') - timestamp('2026-01-31T08:00:00Z') == hours(1)", True),
        ("days(1) + hours(12) - minutes(5)", parse_duration("2155 minutes")),
        ("weeks(1) == days(7) && years(1) == months(12) && duration('P6M') == months(6)", True),
        ("version('1.2') == version('1.2.0') && version('1.10') > version('1.9')", True),
        ("percent('1 %') + percent('2 %') - percent('0.5 %')", Percent(Decimal("2.5"))),
        ("money('2 CNY') + money('3 CNY') - money('1 CNY')", Money(Decimal(4), "CNY")),
        ("money('2 CNY') * 3 >= money('6 CNY')", True),
        ("cidr('10.0.0.0/8').containsIP('10.1.2.3')", True),
        ("cidr('10.0.0.0/8').containsIP('11.1.2.3')", False),
        ("cidr('10.0.0.0/8').containsIP('::ffff:10.1.2.3')", True),
        ("cidr('10.0.0.0/8').containsIP('2001:db8::1')", False),
        ("cidr('2001:db8::/32') == cidr('2001:db8:0::/32')", True),
        ("cidr('10.0.0.0/8') in [cidr('0.0.0.0/0')]", False),
        ("'prod-eu-1'.glob('prod-*-?')", True),
        ("'prod'.glob('prod-*')", False),
    ],
)  # fmt: skip
def test_constants_compute(platform: Platform, source: str, value: object) -> None:
    assert _value(source, platform({})) == value


@pytest.mark.parametrize(
    ("source", "reason", "detail"),
    [
        ("1 == '1'", "mistyped", "cannot compare number and text"),
        ("true >= 1", "mistyped", "cannot compare bool and number"),
        ("now == timestamp('2026-01-01T00:00:00Z')", "mistyped", "cannot compare date and timestamp"),
        ("naive < timestamp('2026-01-01T00:00:00Z')", "mistyped",
         "cannot compare timestamp without an offset and timestamp"),
        ("[1] < [2]", "mistyped", "cannot compare list and list"),
        ("box == box", "mistyped", "cannot compare object and object"),
        ("nan < 1", "mistyped", "cannot compare no number and number"),
        ("[1] == ['1']", "mistyped", "cannot compare number and text"),
        ("[gap] == [1]", "unresolved", ""),
        ("1 in 2", "mistyped", "number has no elements"),
        ("'1' in [1, 2]", "mistyped", "cannot compare text and number"),
        ("2 in list", "unresolved", ""),
        ("list == list", "unresolved", ""),
        ("1 && true", "mistyped", "write a condition, such as x == …"),
        ("!1", "mistyped", "write a condition, such as x == …"),
        ("1 ? 2 : 3", "mistyped", "write a condition, such as x == …"),
        ("-'a'", "mistyped", "cannot negate text"),
        ("now + 1", "mistyped", "cannot add date and number"),
        ("now + hours(1)", "mistyped", "cannot add hours to date"),
        ("1.5 % 1", "mistyped", "cannot take the remainder of number divided by number"),
        ("now + business_days(1)", "indeterminate",
         "holidays decide how long 1 business day is; write days(…)"),
        ("now - business_days(3)", "indeterminate",
         "holidays decide how long 3 business days are; write days(…)"),
        ("months(1) + days(1)", "indeterminate", "cannot add 1 month and 1 day; write both in one unit"),
        ("days(182) >= months(6)", "indeterminate", "write 184 days or 6 months"),
        ("days(182) > months(6)", "indeterminate", "write 185 days or 6 months"),
        ("days(182) <= months(6)", "indeterminate", "write 181 days or 6 months"),
        ("days(182) < months(6)", "indeterminate", "write 180 days or 6 months"),
        ("days(182) == months(6)", "indeterminate", "write 6 months"),
        ("months(6) <= days(182)", "indeterminate", "write 184 days or 6 months"),
        ("days(12) <= business_days(10)", "indeterminate", "write 10 days or 10 business days"),
        ("days(12) >= business_days(10)", "indeterminate", "write 10 business days"),
        ("months(1) <= business_days(20)", "indeterminate",
         "write both in months or both in business days"),
        ("money('1 CNY') < money('1 EUR')", "currency", "cannot compare CNY and EUR"),
        ("money('1 CNY') + money('1 EUR')", "currency", "cannot compute CNY with EUR"),
        ("1 / 0", "arithmetic", "cannot divide 1 by 0"),
        ("1 % 0", "arithmetic", "cannot take the remainder of 1 divided by 0"),
        ("1.0 / 0", "arithmetic", "cannot divide 1.0 by 0"),
        ("9223372036854775807 + 1", "arithmetic", "the whole number is larger than 64 bits hold"),
        ("duration('315576000000 s') + duration('1 ms')", "arithmetic",
         "the duration is longer than 10,000 years"),
        ("timestamp('9999-12-31T12:00:00-08:00') + hours(5)", "arithmetic",
         "cannot add 9999-12-31 12:00:00-08:00 and 5 hours"),
        ("now + months(120000)", "arithmetic", "cannot add 2026-11-24 and 10000 years"),
        ("now - years(9999)", "arithmetic", "cannot subtract 9999 years from 2026-11-24"),
        ("years(9999) + years(2)", "arithmetic", "the duration is longer than 10,000 years"),
        ("business_days(3652500) + business_days(1)", "arithmetic",
         "the duration is longer than 10,000 years"),
        ("min([])", "arithmetic", "an empty list has no min"),
        ("min([days(30), months(1)])", "indeterminate", "write 28 days or 1 month"),
        ("max([1, 2, gap])", "unresolved", ""),
        ("max(1, 'a', 2)", "mistyped", "cannot compare number and text"),
        ("sum(1)", "mistyped", "cannot take the sum of number"),
        ("size(1)", "mistyped", "cannot take the size of number"),
        ("'a'.contains(1)", "mistyped", "cannot call contains with text and number"),
        ("'a'.containsIP('10.0.0.1')", "mistyped", "cannot look in text and address"),
        ("cidr('10.0.0.0/8').containsIP(text)", "mistyped",
         f'"{"x" * 39}…" is no address; write 10.0.0.1 or 2001:db8::1'),
        ("cidr('10.0.0.0/8').containsIP(1)", "mistyped", "cannot look in network and number"),
        ("cidr('10.0.0.0/8') < cidr('11.0.0.0/8')", "mistyped", "cannot compare network and network"),
        ("text + text", "budget", "the text is longer than 100000 characters"),
        ("now.year", "mistyped", 'date has no field "year"'),
        ("list.name", "mistyped", 'list has no field "name"'),
        ("list[2]", "missing", "the list has no element 2"),
        ("list['a']", "mistyped", 'list has no field "a"'),
        ("list[gap]", "unresolved", ""),
        ("gap[0]", "unresolved", ""),
        ("now[0]", "mistyped", "date has no element by number"),
        ("gap.field", "unresolved", ""),
        ("absent", "missing", ""),
    ],
)  # fmt: skip
def test_what_cannot_be_computed_is_unknown(
    platform: Platform, source: str, reason: str, detail: str
) -> None:
    facts = {
        "gap": Unknown(Reason.UNRESOLVED),
        "list": [1, Unknown(Reason.UNRESOLVED)],
        "box": {},
        "text": "x" * 60_000,
        "nan": Decimal("nan"),
    }
    naive = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - a timestamp without an offset is what is tested
    assert _value(source, platform({**facts, "naive": naive})) == Unknown(Reason(reason), detail)
