from __future__ import annotations

import pytest
from tests.language.checked import PLATFORM, SCHEMA, faults, said, tree

from reglint.language.checker import Checked, check
from reglint.language.syntax import Call, Literal
from reglint.language.types import ANY, BOOL, DATE, ListOf, Scalar, Type
from reglint.model.duration import Duration, DurationKind
from reglint.model.schema import SECRET_CLASSES

SOUND = [
    "platform.home == 'cn' && 'eu' != platform.home && platform.home in ['cn', 'us']",
    "(platform.live ? platform.home : 'eu') == 'us'",
    "!platform.live == true && !(platform.home == 'cn')",
    "platform.license in [platform.license, 'p2p']",
    "platform.home == logging.streams[0].region",
    "platform.password in ['empty', 'default', 'weak'] || platform.key != 'set'",
    "platform.parts.exists(a, platform.parts.exists(b, a != b))",
    "'bank' in platform.roles && platform.name in platform.roles",
    "platform.every >= months(6) && platform.every <= business_days(10) && platform.every > hours(4)",
    "platform.every + days(1) > weeks(1) - hours(1)",
    "platform.every == duration('6 months') && platform.every != days(1)",
    "platform.last + months(12) >= now && now - days(3) > platform.last && now - platform.last <= days(365)",
    "platform.seen - hours(4) < timestamp('2026-01-01T00:00:00Z')",
    "platform.seen - platform.seen < hours(4)",
    "platform.tls >= version('1.2') && platform.ratio >= percent('100 %')",
    "platform.ratio + percent('1 %') > percent('2 %')",
    "platform.loss * 2 - money('1 CNY') <= money('50000 CNY') * 0.5",
    "platform.level >= 3 && platform.load < 1 && platform.level + 1 <= 5 && platform.level / 2 != 7",
    "platform.level % 2 == 1 && -platform.load < 0.5 && platform.load * 2 - 1 > 3",
    "platform.network != cidr('0.0.0.0/0') && platform.network.containsIP(platform.address)",
    "cidr('10.0.0.0/8').containsIP(platform.address) && platform.network.containsIP('10.0.0.1')",
    "platform.name.glob('prod-*') || platform.name.lowerAscii().startsWith('p')",
    "platform.name + 'x' == 'y' && platform.name.contains(platform.name)",
    "size(platform.roles) > 1 && platform.name.size() > 3 && [].size() == size(platform.parts)",
    "max(platform.level, 3) > 3 && min(platform.every, days(3)) < days(2) && sum([platform.level, 7]) > 9",
    "sum([platform.loss, platform.loss]) > money('3 CNY') && max(platform.load, 1) > 1.5",
    "logging.streams.filter(s, s.kind == 'audit').all(t, t.retention >= years(1))",
    "logging.streams.exists_one(s, implies(has(s.shipped_to), s.name in s.shipped_to))",
    "logging.streams[0].retention > days(1) && logging.streams[platform.level].name == ''",
    "platform['level'] > 3 && (platform.live ? logging.streams[0] : logging.stores[0]).name == 'a'",
]


@pytest.mark.parametrize("source", SOUND)
def test_what_types_let_through(source: str) -> None:
    assert said(source) == []


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("platform.level", Scalar("int", (), 1, 5)),
        ("platform.level + 1", Scalar("int", (), 2, 6)),
        ("platform.level + 0.5", Scalar("decimal")),
        ("platform.level / 2", Scalar("int")),
        ("max(platform.level, 3)", Scalar("int", (), 1, 5)),
        ("sum([platform.level, 3])", Scalar("int")),
        ("sum([])", Scalar("int")),
        ("size([])", Scalar("int", (), 0)),
        ("[1, 2.5]", ListOf(Scalar("decimal"))),
        ("[]", ListOf(ANY)),
        ("platform.parts", ListOf(Scalar("enum", ("knowledge", "possession")))),
        ("platform", PLATFORM),
        ("now - platform.last", Scalar("duration", ("exact",))),
        ("months(6) + years(1)", Scalar("duration", ("months",))),
        ("platform.every + years(1)", Scalar("duration")),
        ("duration('5 business days')", Scalar("duration", ("business_days",))),
        ("now + days(1)", DATE),
        ("platform.name", Scalar("string")),
        ("'a'", Scalar("string", ("a",))),
        ("platform.password", Scalar("enum", SECRET_CLASSES, secret=True)),
        ("logging.streams.filter(s, s.name == '')[0].name", Scalar("string")),
        ("cidr('10.0.0.0/8')", Scalar("cidr")),
    ],
)
def test_an_expression_has_a_type(source: str, kind: Type) -> None:
    checked = check(tree(source), SCHEMA, expects=None)
    assert isinstance(checked, Checked)
    assert checked.type == kind


BY_ZERO = [
    ("platform.level / 0 > 1", "platform.level / 0", "cannot divide platform.level by 0"),
    ("platform.level % 0 == 1", "platform.level % 0",
     "cannot take the remainder of platform.level divided by 0"),
    ("platform.load / 0.0 > 1", "platform.load / 0.0", "cannot divide platform.load by 0.0"),
    ("platform.level / (1 - 1) > 1", "platform.level / (1 - 1", "cannot divide platform.level by 1 - 1"),
    ("platform.level / -0 > 1", "platform.level / -0", "cannot divide platform.level by 0"),
    ("loging / size([]) > 1", "loging / size([])", "cannot divide loging by size([])"),
    ("1 % sum([]) == 1", "1 % sum([])", "cannot take the remainder of 1 divided by 0"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "spot", "message"), BY_ZERO, ids=[row[0] for row in BY_ZERO])
def test_a_division_by_zero_that_the_rule_writes_is_a_fault(source: str, spot: str, message: str) -> None:
    found = [(where, what) for where, what in said(source) if not what.startswith("unknown fact")]
    sign = "%" if "%" in source else "/"
    assert found == [(spot, f"{message}; write another number after {sign}")]


def test_a_division_by_what_may_be_zero_on_a_platform_is_none() -> None:
    assert said("platform.level / size(platform.roles) > 1 || platform.load / platform.level > 0.5") == []


MOMENTS = [
    ("platform.last + now > now", "platform.last + now",
     ("cannot compute date + date; "
      "write platform.last + months(6), or platform.last - now for the time between them")),
    ("platform.seen + platform.seen > platform.seen", "platform.seen + platform.seen",
     ("cannot compute timestamp + timestamp; write platform.seen + months(6), "
      "or platform.seen - platform.seen for the time between them")),
    ("platform.seen - now > days(1)", "platform.seen - now",
     ('cannot compute timestamp - date; now is a day without a time; '
      'write a moment, such as timestamp("2026-03-01T09:30:00+08:00")')),
    ("platform.seen - platform.last > days(1)", "platform.seen - platform.last",
     "cannot compute timestamp - date; write two dates or two timestamps"),
    ("platform.last + 12 >= now", "platform.last + 12",
     "cannot compute date + int; write days(12), weeks(12), months(12) or years(12)"),
    ("3 + platform.last >= now", "3 + platform.last",
     "cannot compute int + date; write days(3), weeks(3), months(3) or years(3)"),
    ("platform.last - 12000 <= now", "platform.last - 12000",
     "cannot compute date - int; write days(12000), weeks(12000) or months(12000)"),
    ("platform.every >= 6 * months(1)", "6 * months(1)", "cannot compute int * duration; write months(6)"),
    ("platform.every >= months(6) * 2", "months(6) * 2", "cannot compute duration * int; write months(12)"),
    ("platform.every >= days(3) / 2", "days(3) / 2", "cannot compute duration / int; write hours(36)"),
    ("platform.every * 2 >= days(3)", "platform.every * 2",
     ('cannot compute duration * int; write the factor in the constant beside it, '
      'such as duration("6 months")')),
    ("platform.ratio / 2 > percent('50 %')", "platform.ratio / 2",
     ('cannot compute percent / int; write the factor in the constant beside it, '
      'such as percent("99.9 %")')),
]  # fmt: skip


@pytest.mark.parametrize(("source", "spot", "message"), MOMENTS, ids=[row[0] for row in MOMENTS])
def test_days_do_not_add_up(source: str, spot: str, message: str) -> None:
    assert said(source) == [(spot, message)]


def test_another_type_than_a_condition_can_be_expected() -> None:
    assert said("platform.level", Scalar("int")) == []
    assert said("platform.level", DATE) == [
        ("platform.level", "this is int; write an expression of type date")
    ]


def test_what_is_known_of_a_sound_expression() -> None:
    source = "logging.streams.all(s, s.retention >= months(6) && s.name in ['access', 'audit'])"
    months = Call("months", (Literal("int", 6),))
    words = tree("['access', 'audit']")
    assert check(tree(source), SCHEMA) == Checked(
        BOOL,
        frozenset({"logging.streams", "logging.streams[].retention", "logging.streams[].name"}),
        cost=3 + 100 * (12 + 2),
        constants={months: Duration(DurationKind.MONTHS, 6), words: ("access", "audit")},
    )


def test_all_faults_are_said_at_once_in_the_order_of_the_text() -> None:
    source = "true || loging.x == mont(6) && platform.every > 3 || 1 / 0 == 1 || platform.home == 'x'"
    assert [(source[fault.offset : fault.end], fault.code) for fault in faults(source)] == [
        ("true", "always"),
        ("loging", "unknown-fact"),
        ("mont(6)", "expression"),
        ("platform.every > 3", "wrong-type"),
        ("1 / 0", "wrong-type"),
        ("'x'", "unknown-word"),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "loging.streams.all(s, s.a.b[0] + 1 > s.c && -s.d in s.e && s.f.contains(s.g))",
        "size(loging) + max(loging.a, 3) > sum(loging.b) || loging.c",
        "(loging.a ? loging.b : 3) == [loging.c][0] && loging['x'].y && platform[loging.z]",
        "cidr('10.0.0.0/8').containsIP(loging.x) && loging.x.containsIP('10.0.0.1')",
    ],
)
def test_one_fault_brings_no_other(source: str) -> None:
    assert {message for _, message in said(source)} == {'unknown fact "loging"; did you mean "logging"?'}


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("implies(platform.live) && size(1, 2) > 0 || min() > 1 && mont(loging)", "takes"),
        ("has(platform.live, loging.x) && days(loging.x) > days(1) && sum(1, 2) > 0", "takes"),
        ("platform.name.contains() && platform.name.containsIP(1, 2) && 1.zz()", "takes"),
        ("max() == 1 && platform.name.max() == 1", "takes"),
    ],
)
def test_calls_that_cannot_be_meant_have_types_all_the_same(source: str, message: str) -> None:
    assert any(message in fault.message for fault in faults(source.replace("1.zz()", "platform.zz()")))
