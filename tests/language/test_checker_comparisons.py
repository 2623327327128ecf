"""Comparisons and membership."""

from __future__ import annotations

import pytest
from tests.language.checked import SCHEMA, said, tree

from reglint.language.checker import check
from reglint.model.schema import ObjectType, ScalarType

WORDS_OF_SECRETS = 'write one of "empty", "default", "weak", "placeholder", "reference", "set"'
NO_TIME = 'now is a day without a time; write a moment, such as timestamp("2026-03-01T09:30:00+08:00")'
SLIPS = [
    ("platform.license == 'p2pp'", "'p2pp'", '"p2pp" is not a platform.license; did you mean "p2p"?'),
    ("platform.home in ['cn', 'CN']", "'CN'", '"CN" is not a platform.home; did you mean "cn"?'),
    ("(platform.live ? 'eu' : 'xx') != platform.home", "'xx'",
     '"xx" is not a platform.home; write one of cn, eu, us'),
    ("platform.home == max('cn', 'x')", "max('cn', 'x')",
     '"x" is not a platform.home; write one of cn, eu, us'),
    ("'x' in platform.parts", "'x'",
     '"x" is not a platform.parts[]; write one of knowledge, possession'),
    ("(platform.live ? platform.home : platform.license) == 'x'", "'x'",
     '"x" is not a word of it; write one of cn, eu, p2p, payment, us'),
    ("platform.home == cn", "cn", 'cn is no fact; write "cn"'),
    ("platform.home == fr", "fr", 'fr is no fact; write one of "cn", "eu", "us"'),
    ("platform.home == platform.name", None,
     'cannot compare enum == string; write one of "cn", "eu", "us"'),
    ("platform.home == 3", None, 'cannot compare enum == int; write one of "cn", "eu", "us"'),
    ("platform.home in [cn, 'eu']", "cn", 'cn is no fact; write "cn"'),
    ("platform.home == Cn", "Cn", 'Cn is no fact; write "cn"'),
    ("platform.every >= 6.months", "months", "6.months is no number; write months(6)"),
    ("platform.every >= 6.month", "month", "6.month is no number; write months(6)"),
    ("cn == platform.home", "cn", 'cn is no fact; write "cn"'),
    ("bank in platform.roles", "bank", 'bank is no fact; write "bank"'),
    ("logging.streams.all(s, s.shipped_to.all(d, x == 'a'))", "x",
     'unknown fact "x"; did you mean "d"?'),
    ("platform.every >= P6M", "P6M", 'P6M is no fact; write duration("P6M")'),
    ("platform.level > three", "three", "three is no fact; write a number"),
    ("platform.home in ['cn, eu']", "'cn, eu'", '"cn, eu" is not a platform.home; write "cn", "eu"'),
    ("!platform.home == 'cn'", None, '! takes platform.home alone; write !(platform.home == "cn")'),
    ("platform.home < 'cn'", None, "platform.home has no order; write platform.home in [ … ]"),
    ("platform.home == platform.license", None,
     'platform.home and platform.license have no word in common; write one of "cn", "eu", "us"'),
    ("platform.password == 'hunter2'", "'hunter2'",
     ('"hunter2" is not a platform.password; '
     "write one of default, empty, placeholder, reference, set, weak")),
    ("platform.password == platform.name", None,
     f"cannot compare class of secret == string; {WORDS_OF_SECRETS}"),
    ("platform.password == platform.key", None,
     f"cannot compare class of secret == enum; {WORDS_OF_SECRETS}"),
    ("platform.license == platform.key", None,
     'cannot compare class of secret == enum; write one of "p2p", "payment"'),
    ("platform.password.size() > 8", "platform.password.size()",
     "enum has no size; write size of a list or a string"),
    ("platform.every >= 180", None,
     ("cannot compare duration >= int; "
     "write minutes(180), hours(180), days(180), months(180) or years(180)")),
    ("5 <= platform.every", None,
     "cannot compare int <= duration; write minutes(5), hours(5), days(5), months(5) or years(5)"),
    ("platform.level <= platform.every", None,
     'cannot compare int <= duration; write a number with its unit, such as duration("6 months")'),
    ("platform.every >= '6 months'", None,
     'cannot compare duration >= string; write duration("6 months")'),
    ("platform.ratio >= 100", None, 'cannot compare percent >= int; write percent("100 %")'),
    ("platform.ratio >= 99.9", None, 'cannot compare percent >= decimal; write percent("99.9 %")'),
    ("platform.loss < 500", None,
     ('cannot compare money < int; '
     'write money("500 CNY"), money("500 EUR"), money("500 JPY") or money("500 USD")')),
    ("platform.tls >= 1.2", None, 'cannot compare version >= decimal; write version("1.2")'),
    ("platform.tls >= 'new'", None,
     ('cannot compare version >= string; '
     'write numbers with dots in quotes, such as version("1.2")')),
    ("platform.last > '2026-01-01'", None, 'cannot compare date > string; write date("2026-01-01")'),
    ("platform.last > true", None,
     ('cannot compare date > bool; '
     'write year, month and day in quotes, such as date("2026-03-01")')),
    ("platform.seen <= now", None, f"cannot compare timestamp <= date; {NO_TIME}"),
    ("platform.seen <= platform.last", None,
     "cannot compare timestamp <= date; write two dates or two timestamps"),
    ("platform.live == 1", None, "cannot compare bool == int; write true"),
    ("platform.level > '3'", None, "cannot compare int > string; write 3"),
    ("platform.level > 'three'", None, "cannot compare int > string; write a number"),
    ("platform.name == 3", None, 'cannot compare string == int; write "3"'),
    ("platform.name >= 3", None,
     "cannot compare string >= int; write platform.name in [ … ], for a text has no such order"),
    ("platform.name == true", None,
     'cannot compare string == bool; write a text in quotes, such as "access"'),
    ("platform.address == '10.0.0.1'", None,
     'cannot compare ip == string; write a network that holds it, such as cidr("10.0.0.0/8").containsIP(…)'),
    ("platform.network < platform.network", None,
     "cidr has no order; write ==, !=, or platform.network in [ … ]"),
    ("logging.streams == logging.stores", None,
     "cannot compare list == list; to test its elements write logging.streams.all(x, x …)"),
    ("platform.roles == 'bank'", None,
     'cannot compare list == string; write "bank" in platform.roles'),
    ("'bank' < platform.roles", None,
     "cannot compare string < list; to test its elements write platform.roles.all(x, x …)"),
    ("[1] < [2]", None, "cannot compare list < list; to test its elements write [1].all(x, x …)"),
    ("platform == platform", None,
     "cannot compare object == object; write one of its fields, such as platform.name == …"),
    ("now - platform.last <= months(12)", None,
     "days are no months; write platform.last + months(12) >= now"),
    ("years(1) > now - platform.last", None, "days are no months; write platform.last + years(1) > now"),
    ("platform.seen - platform.seen == duration('P1Y')", None,
     'days are no months; write platform.seen + duration("P1Y") == platform.seen'),
    ("(platform.live ? days(1) : now - platform.last) > months(1)",
     "platform.live ? days(1) : now - platform.last) > months(1)",
     "days are no months; write both in days or both in months"),
    ("'x' in platform.name", None, 'string has no elements; write platform.name.contains("x")'),
    ("'x' in platform", None, 'object has no elements; write "x" in platform.roles'),
    ("1 in platform", None, "object has no elements; write has(platform.name) for one of its fields"),
    ("3 in platform.level", None,
     "int has no elements; write 3 == platform.level, or a list in [ ]"),
    ("'x' in logging.streams", None,
     ('"in" compares whole elements, and these are objects; '
     "write logging.streams.exists(x, x.name == …)")),
    ("platform.roles in platform.name", None,
     "string has no elements; write platform.name in platform.roles"),
    ("platform.roles in ['a']", None, 'a list is in no list of strings; write "a" in platform.roles'),
    ("platform.roles in ['a', 'b']", None,
     ('a list is in no list of strings; '
     'write platform.roles.all(x, x in ["a", "b"]), or exists')),
    ("platform.address in platform.network", None,
     "cidr has no elements; write platform.network.containsIP(platform.address)"),
    ("platform.home in 'cn'", None,
     'string has no elements; write platform.home == "cn", or a list in [ ]'),
    ("platform.level in ['1', '2']", None, "cannot compare int in string; write [1, 2]"),
    ("platform.roles != []", None, "cannot compare list != list; write size(platform.roles) != 0"),
    ("platform.roles > 2", None, "cannot compare list > int; write size(platform.roles) > 2"),
    ("2 < platform.roles", None, "cannot compare int < list; write 2 < size(platform.roles)"),
    ("platform < days(3)", None,
     "cannot compare object < duration; write one of its fields, such as platform.every < …"),
    ("platform.last > timestamp('2026-01-01T00:00:00Z')", None,
     'cannot compare date > timestamp; write date("2026-01-01")'),
    ("platform.seen > date('2026-01-01')", None,
     ('cannot compare timestamp > date; '
     'write timestamp("2026-01-01T00:00:00Z") or timestamp("2026-01-01T00:00:00+08:00")')),
    ("platform.ratio >= 0.999", None,
     'cannot compare percent >= decimal; write percent("99.9 %") or percent("0.999 %")'),
    ("3 in platform.roles", None, 'cannot compare int in string; write "3"'),
]  # fmt: skip


@pytest.mark.parametrize(("source", "spot", "message"), SLIPS, ids=[row[0] for row in SLIPS])
def test_a_slip_has_one_clear_line_at_its_place(source: str, spot: str | None, message: str) -> None:
    assert said(source) == [(source if spot is None else spot, message)]


@pytest.mark.parametrize("source", [row[0] for row in SLIPS])
def test_a_slip_is_an_error(source: str) -> None:
    assert isinstance(check(tree(source), SCHEMA), tuple)


@pytest.mark.parametrize("source", ["kind == audit", "audit != kind", "kind in [audit, 'access']"])
def test_a_word_without_quotes_that_is_a_group_of_facts_too_is_meant_as_a_word(source: str) -> None:
    kind, group = ScalarType("enum", ("access", "audit")), ObjectType({"trail": ScalarType("boolean")})
    faults = check(tree(source), ObjectType({"kind": kind, "audit": group}))
    assert isinstance(faults, tuple)
    assert [fault.message for fault in faults] == ['audit is a group of facts; write "audit"']


def test_a_fact_has_the_article_of_its_name() -> None:
    schema = ObjectType({"access": ScalarType("enum", ("open", "closed"))})
    faults = check(tree("access == 'x'"), schema)
    assert isinstance(faults, tuple)
    assert faults[0].message == '"x" is not an access; write one of closed, open'
