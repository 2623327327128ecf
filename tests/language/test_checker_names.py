"""Names of facts, fields and elements, and what stands for a condition."""

from __future__ import annotations

import pytest
from tests.language.checked import SCHEMA, said, tree

from reglint.language.checker import check

SLIPS = [
    ("yes", "yes", "yes is no fact; write true"),
    ("size > 3", "size", "size is a function; write size(…)"),
    ("logging.streams.all(s, name == '')", "name", 'unknown fact "name"; did you mean "s.name"?'),
    ("platform.name-x == 'a'", "x", 'unknown fact "x"; write one of logging, platform'),
    ("logging-stores[0].name == 'a'", "logging-stores",
     "- stands between two values; write logging.stores for a name"),
    ("logging/stores/name == 'a'", "logging/stores/name",
     "/ stands between two values; write logging.stores.name for a name"),
    ("logging.streams.all(s, s.shipped-to == [])", "shipped-to",
     "- stands between two values; write shipped_to for a name"),
    ("platform.home.cn", "cn", 'enum "platform.home" has no field "cn"; write platform.home == "cn"'),
    ("platform.every.days > 3", "days",
     ('duration "platform.every" has no field "days"; '
     'write platform.every beside a constant, such as days(180)')),
    ("platform.name.length > 3", "length", 'string has no field "length"; write size(platform.name)'),
    ("logging.streams.all(s, logging.streams.region == 'us')", "region",
     'list has no field "region"; did you mean "s.region"?'),
    ("logging.streams.filter(s, s.name == '').region == 'us'", "region",
     'list has no field "region"; write [0].region of the first element, or .all(x, x.region …)'),
    ("logging.streams[kind == 'audit'].all(s, s.name == '')", "kind == 'audit'",
     'no condition stands in [ ]; write logging.streams.filter(x, x.kind == "audit")'),
    ("logging || platform.live", "logging",
     "an object is no condition; write has(logging.field) or a field of it"),
    ("platform.live ? 1 : 2", None, "an int is no condition; write (platform.live ? 1 : 2) == …"),
    ("-platform.level", None, "an int is no condition; write -platform.level == …"),
    ("platform.live || platform.level == 1 || 2", "2", "an int is no condition; write platform.level == 2"),
    ("loging.streams.all(s, s.name == '')", "loging", 'unknown fact "loging"; did you mean "logging"?'),
    ("zzz", "zzz", 'unknown fact "zzz"; write one of logging, platform'),
    ("platform.Home == 'cn'", "Home", 'unknown fact "platform.Home"; did you mean "platform.home"?'),
    ("logging.streams.all(s, s.retension > days(1))", "retension",
     'unknown fact "logging.streams[].retension"; did you mean "logging.streams[].retention"?'),
    ("logging.streams[0].nam == ''", "nam",
     'unknown fact "logging.streams[].nam"; did you mean "logging.streams[].name"?'),
    ("logging['stores '] == []", "'stores '",
     'unknown fact "logging.stores "; did you mean "logging.stores"?'),
    ("logging.streams.region == 'cn'", "region",
     'list has no field "region"; to test its elements write .all(x, x.region …)'),
    ("platform.ratio.amount > 1", "amount",
     'percent "platform.ratio" has no field "amount"; write platform.ratio alone'),
    ("platform.name", None, "a string is no condition; write platform.name == …, or has(platform.name)"),
    ("!platform.level", "platform.level",
     "an int is no condition; write platform.level == …, or has(platform.level)"),
    ("logging.streams && platform.live", "logging.streams",
     "a list is no condition; write size(logging.streams) > 0 or logging.streams.exists(x, …)"),
    ("implies(platform, platform.live)", "platform",
     "an object is no condition; write platform.live"),
    ("logging.streams.all(s, s.retention)", "s.retention",
     "a duration is no condition; write s.retention == …, or has(s.retention)"),
    ("platform.name.all(x, x == 1)", "platform.name",
     '"platform.name" is no list; write the condition on it without a macro'),
    ("platform.name[0] == 'a'", "platform.name", "string has no elements; write platform.name alone"),
    ("logging.streams['a'].name == ''", "'a'",
     ("an element has a number, not string; "
     "write logging.streams[0], or logging.streams.exists(x, …) to look for one")),
    ("logging.streams[-1].name == ''", "-1", "there is no element before the first; write 0 or more"),
    ("platform[0] == 1", "0", 'a field has a name written in quotes; write platform["name"]'),
]  # fmt: skip


@pytest.mark.parametrize(("source", "spot", "message"), SLIPS, ids=[row[0] for row in SLIPS])
def test_a_slip_has_one_clear_line_at_its_place(source: str, spot: str | None, message: str) -> None:
    assert said(source) == [(source if spot is None else spot, message)]


@pytest.mark.parametrize("source", [row[0] for row in SLIPS])
def test_a_slip_is_an_error(source: str) -> None:
    assert isinstance(check(tree(source), SCHEMA), tuple)
