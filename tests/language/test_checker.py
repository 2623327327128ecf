from __future__ import annotations

import pytest

from reglint.language.checker import Checked, check
from reglint.language.fault import Fault
from reglint.language.parser import parse_syntax
from reglint.language.syntax import Call, Expression, Literal
from reglint.language.types import ANY, BOOL, DATE, ListOf, Scalar, Type
from reglint.model.diagnostic import Level
from reglint.model.duration import Duration, DurationKind
from reglint.model.schema import SECRET_CLASSES, ListType, ObjectType, ScalarType

STREAM = ObjectType(
    {
        "name": ScalarType("string"),
        "kind": ScalarType("enum", ("access", "audit")),
        "region": ScalarType("enum", ("us", "eu-west")),
        "retention": ScalarType("duration"),
        "shipped_to": ListType(ScalarType("string")),
    }
)
PLATFORM = ObjectType(
    {
        "name": ScalarType("string"),
        "home": ScalarType("enum", ("cn", "eu", "us")),
        "license": ScalarType("enum", ("p2p", "payment")),
        "level": ScalarType("integer", minimum=1, maximum=5),
        "load": ScalarType("decimal"),
        "live": ScalarType("boolean"),
        "roles": ListType(ScalarType("string")),
        "parts": ListType(ScalarType("enum", ("knowledge", "possession"))),
        "last": ScalarType("date"),
        "seen": ScalarType("timestamp"),
        "tls": ScalarType("version"),
        "address": ScalarType("ip"),
        "network": ScalarType("cidr"),
        "ratio": ScalarType("percent"),
        "loss": ScalarType("money"),
        "every": ScalarType("duration"),
        "password": ScalarType("string", sensitive=True),
        "key": ScalarType("enum", ("weak", "set"), sensitive=True),
    }
)
SCHEMA = ObjectType(
    {
        "logging": ObjectType({"streams": ListType(STREAM), "stores": ListType(STREAM)}),
        "platform": PLATFORM,
    }
)


def _tree(source: str) -> Expression:
    tree = parse_syntax(source)
    assert not isinstance(tree, tuple)
    return tree


def _faults(source: str, expects: Type | None = BOOL) -> tuple[Fault, ...]:
    checked = check(_tree(source), SCHEMA, expects=expects)
    return checked.warnings if isinstance(checked, Checked) else checked


def _said(source: str, expects: Type | None = BOOL) -> list[tuple[str, str]]:
    return [(source[fault.offset : fault.end], fault.message) for fault in _faults(source, expects)]


WORDS_OF_SECRETS = 'write one of "empty", "default", "weak", "placeholder", "reference", "set"'

SLIPS = [
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
    ("platform.home == cn", "cn", 'cn is no fact; write "cn" in quotes'),
    ("platform.home == fr", "fr", 'unknown fact "fr"; write one of logging, platform'),
    ("platform.home == platform.name", None,
     'cannot compare enum == string; write one of "cn", "eu", "us"'),
    ("platform.home == 3", None, 'cannot compare enum == int; write one of "cn", "eu", "us"'),
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
    ("platform.every >= 180", None, "cannot compare duration >= int; write days(180), hours(4) …"),
    ("180 <= platform.every", None, "cannot compare int <= duration; write days(180), hours(4) …"),
    ("platform.level <= platform.every", None,
     "cannot compare int <= duration; write days(180), hours(4) …"),
    ("platform.every >= '6 months'", None,
     'cannot compare duration >= string; write duration("6 months")'),
    ("platform.ratio >= 100", None, 'cannot compare percent >= int; write percent("100 %")'),
    ("platform.ratio >= 99.9", None, 'cannot compare percent >= decimal; write percent("99.9 %")'),
    ("platform.loss < 500", None, 'cannot compare money < int; write money("500 CNY")'),
    ("platform.tls >= 1.2", None, 'cannot compare version >= decimal; write version("1.2")'),
    ("platform.tls >= 'new'", None, 'cannot compare version >= string; write version("1.2")'),
    ("platform.last > '2026-01-01'", None, 'cannot compare date > string; write date("2026-01-01")'),
    ("platform.last > true", None, 'cannot compare date > bool; write date("2026-03-01")'),
    ("platform.seen <= now", None, "cannot compare timestamp <= date; write two dates or two timestamps"),
    ("platform.live == 1", None, "cannot compare bool == int; write true or false"),
    ("platform.level > '3'", None, "cannot compare int > string; write 3"),
    ("platform.level > 'three'", None, "cannot compare int > string; write a number"),
    ("platform.name == 3", None, 'cannot compare string == int; write "3"'),
    ("platform.name == true", None,
     'cannot compare string == bool; write a text in quotes, such as "access"'),
    ("platform.address == '10.0.0.1'", None,
     'cannot compare ip == string; write cidr("10.0.0.0/8").containsIP(…)'),
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
    ("'x' in platform", None, "object has no elements; write has(platform.name) for one of its fields"),
    ("3 in platform.level", None,
     "int has no elements; write 3 == platform.level, or a list in [ ]"),
    ("'x' in logging.streams", None,
     ('"in" compares whole elements, and these are objects; '
     "write logging.streams.exists(x, x.name == …)")),
    ("3 in platform.roles", None, 'cannot compare int in string; write "3"'),
    ("platform.every + 1 > days(1)", "platform.every + 1",
     "cannot compute duration + int; write days(180), hours(4) …"),
    ("platform.level + 'x' > 1", "platform.level + 'x'", "cannot compute int + string; write a number"),
    ("platform.name * 2 == 'a'", "platform.name * 2",
     "cannot compute string * int; write two numbers, money * int, money * decimal"),
    ("platform.load % 2 == 1", "platform.load % 2", "cannot compute decimal % int; write int % int"),
    ("platform.roles + [1] == 'a'", "platform.roles + [1]",
     ("cannot compute list + list; write two numbers, string + string, duration + duration, date + duration, "
     "duration + date, timestamp + duration, duration + timestamp, money + money, percent + percent")),
    ("days(1) + months(1) > platform.every", "days(1) + months(1)",
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
    ("platform.name", None, "a string is no condition; write platform.name == …"),
    ("!platform.level", "platform.level", "an int is no condition; write platform.level == …"),
    ("logging.streams && platform.live", "logging.streams",
     "a list is no condition; write size(logging.streams) > 0 or logging.streams.exists(x, …)"),
    ("implies(platform, platform.live)", "platform",
     "an object is no condition; write has(platform.field) or a field of it"),
    ("logging.streams.all(s, s.retention)", "s.retention",
     "a duration is no condition; write s.retention == …"),
    ("platform.name.all(x, x == 1)", "platform.name",
     '"platform.name" is no list; write the condition on it without a macro'),
    ("platform.name[0] == 'a'", "platform.name", "string has no elements; write platform.name alone"),
    ("logging.streams['a'].name == ''", "'a'",
     ("an element has a number, not string; "
     "write logging.streams[0], or logging.streams.exists(x, …) to look for one")),
    ("logging.streams[-1].name == ''", "-1", "there is no element before the first; write 0 or more"),
    ("platform[0] == 1", "0", 'a field has a name written in quotes; write platform["name"]'),
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
    assert _said(source) == [(source if spot is None else spot, message)]


@pytest.mark.parametrize(("source", "spot", "message"), SLIPS, ids=[row[0] for row in SLIPS])
def test_a_slip_is_an_error(source: str, spot: str | None, message: str) -> None:
    checked = check(_tree(source), SCHEMA)
    assert isinstance(checked, tuple), (spot, message)


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
    checked = check(_tree(source), SCHEMA)
    assert isinstance(checked, Checked)
    assert {fault.level for fault in checked.warnings} == {Level.WARNING}
    assert _said(source) == [(source if spot is None else spot, message)]


SOUND = [
    "platform.home == 'cn' && 'eu' != platform.home && platform.home in ['cn', 'us']",
    "(platform.live ? platform.home : 'eu') == 'us'",
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
    "platform.name + 'x' < 'y' && platform.name.contains(platform.name)",
    "size(platform.roles) > 1 && platform.name.size() > 3 && [].size() == size(platform.roles)",
    "max(platform.level, 3) > 3 && min(platform.every, days(3)) < days(2) && sum([platform.level, 7]) > 9",
    "sum([platform.loss, platform.loss]) > money('3 CNY') && max(platform.load, 1) > 1.5",
    "logging.streams.filter(s, s.kind == 'audit').all(t, t.retention >= years(1))",
    "logging.streams.exists_one(s, implies(has(s.shipped_to), s.name in s.shipped_to))",
    "logging.streams[0].retention > days(1) && logging.streams[platform.level].name == ''",
    "platform['level'] > 3 && (platform.live ? logging : logging).stores.exists(s, s.name == 'a')",
]


@pytest.mark.parametrize("source", SOUND)
def test_what_types_let_through(source: str) -> None:
    assert _said(source) == []


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
    checked = check(_tree(source), SCHEMA, expects=None)
    assert isinstance(checked, Checked)
    assert checked.type == kind


def test_another_type_than_a_condition_can_be_expected() -> None:
    assert _said("platform.level", Scalar("int")) == []
    assert _said("platform.level", DATE) == [
        ("platform.level", "this is int; write an expression of type date")
    ]


def test_what_is_known_of_a_sound_expression() -> None:
    source = "logging.streams.all(s, s.retention >= months(6) && s.kind in ['access', 'audit'])"
    months = Call("months", (Literal("int", 6),))
    words = _tree("['access', 'audit']")
    assert check(_tree(source), SCHEMA) == Checked(
        BOOL,
        frozenset({"logging.streams", "logging.streams[].retention", "logging.streams[].kind"}),
        cost=3 + 100 * (12 + 2),
        constants={months: Duration(DurationKind.MONTHS, 6), words: ("access", "audit")},
    )


def test_all_faults_are_said_at_once_in_the_order_of_the_text() -> None:
    source = "true || loging.x == mont(6) && platform.every > 3 || 1 / 0 == 1 || platform.home == 'x'"
    assert [(source[fault.offset : fault.end], fault.code) for fault in _faults(source)] == [
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
    assert {message for _, message in _said(source)} == {'unknown fact "loging"; did you mean "logging"?'}


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
    assert any(message in fault.message for fault in _faults(source.replace("1.zz()", "platform.zz()")))


@pytest.mark.parametrize("level", [Level.ERROR, Level.WARNING])
def test_has_may_be_refused(level: Level) -> None:
    source = "platform.live || has(platform.name)"
    checked = check(_tree(source), SCHEMA, presence=level)
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
    checked = check(_tree("has(platform)"), SCHEMA, presence=Level.WARNING)
    assert isinstance(checked, tuple)
    assert [fault.code for fault in checked] == ["expression", "presence"]
