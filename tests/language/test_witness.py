from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TypeAlias

import pytest

from reglint.language.outcome import Doubt
from reglint.language.parser import parse
from reglint.language.witness import Witness, judge
from reglint.model.duration import parse_duration
from reglint.model.fact import Fact, Record, Series, Unknown
from reglint.model.quantity import parse_percent
from reglint.model.verdict import Reason

NOW = dt.date(2026, 11, 24)
U = Unknown(Reason.UNRESOLVED, "placeholder")

Platform: TypeAlias = Callable[[object], Record]
Line: TypeAlias = tuple[str, str, str]  # element; outcome: pass, fail, would fail, or a reason; first fact

RETENTION = (
    "logging.streams.all(s, implies(!(has(s.shipped_to) && s.shipped_to.exists(d, logging.stores.exists(t, "
    "t.name == d && t.retention >= months(6)))), s.retention >= months(6)))"
)
SESSIONS = 'access.sessions.filter(s, s.serves == "payment_account").all(s, s.idle_timeout <= minutes(5))'
TLS = "network.endpoints.all(e, e.tls || e.redirect_only || has(e.tls_terminated_by))"
SECRETS = 'secrets.all(s, !(s.strength in ["empty", "default", "weak"]))'


def _judged(source: str, facts: Record, *, fuel: int = 1000) -> tuple[Witness, ...]:
    tree = parse(source)
    assert not isinstance(tree, tuple)
    return judge(tree, facts, now=NOW, fuel=fuel)


def _lines(witnesses: tuple[Witness, ...]) -> list[Line]:
    return [
        (witness.element, _word(witness), witness.facts[0].name if witness.facts else "")
        for witness in witnesses
    ]


def _word(witness: Witness) -> str:
    if isinstance(witness.outcome, Unknown):
        return "would fail" if witness.would_fail else witness.outcome.reason
    return "pass" if witness.outcome else "fail"


def _stream(name: str, retention: str, **more: object) -> dict[str, object]:
    return {"name": name, "retention": parse_duration(retention), **more}


def test_each_log_stream_is_a_witness(platform: Platform) -> None:
    streams = [
        _stream("long", "1 year"),
        _stream("short", "180 days"),
        _stream("between", "183 days"),
        {"name": "silent"},
        _stream("archived", "1 day", shipped_to=["archive"]),
        _stream("sent", "1 day", shipped_to=["short archive"]),
        _stream("lost", "1 day", shipped_to=["nowhere said"]),
    ]
    stores = {"observed": [_stream("archive", "2 years"), _stream("short archive", "1 day")]}
    facts = platform({"logging": {"streams": streams, "stores": stores}})
    assert _lines(_judged(RETENTION, facts)) == [
        ("logging.streams[long]", "pass", "logging.streams[long].retention"),
        ("logging.streams[short]", "fail", "logging.streams[short].retention"),
        ("logging.streams[between]", "indeterminate", "logging.streams[between].retention"),
        ("logging.streams[silent]", "missing", "logging.streams[silent].retention"),
        ("logging.streams[archived]", "pass", "logging.streams[archived].shipped_to"),
        ("logging.streams[sent]", "would fail", "logging.streams[sent].retention"),
        ("logging.streams[lost]", "would fail", "logging.streams[lost].retention"),
    ]


def test_a_store_that_nobody_describes_leaves_the_guard_open(platform: Platform) -> None:
    facts = platform({"logging": {"streams": [_stream("sent", "1 day", shipped_to=["archive"])]}})
    missing, name = Unknown(Reason.MISSING), "logging.streams[sent]"
    assert _judged(RETENTION, facts) == (
        Witness(
            missing,
            name,
            facts=(Fact(f"{name}.retention", parse_duration("1 day")), Fact("logging.stores", missing)),
            doubts=(Doubt("logging.stores", Reason.MISSING),),
            would_fail=True,
        ),
    )


def test_an_endpoint_without_any_protection_fails(platform: Platform) -> None:
    endpoints = [
        {"name": "a", "tls": True},
        {"name": "b", "tls": False, "redirect_only": True},
        {"name": "c", "tls": False, "redirect_only": False, "tls_terminated_by": "lb"},
        {"name": "d", "tls": False, "redirect_only": False},
        {"name": "e", "tls": False},
    ]
    assert _lines(_judged(TLS, platform({"network": {"endpoints": endpoints}}))) == [
        ("network.endpoints[a]", "pass", "network.endpoints[a].tls"),
        ("network.endpoints[b]", "pass", "network.endpoints[b].redirect_only"),
        ("network.endpoints[c]", "pass", "network.endpoints[c].tls_terminated_by"),
        ("network.endpoints[d]", "fail", "network.endpoints[d].tls"),
        ("network.endpoints[e]", "missing", "network.endpoints[e].redirect_only"),
    ]


def _session(name: str, timeout: str, **more: object) -> dict[str, object]:
    return {"name": name, "idle_timeout": parse_duration(timeout), **more}


def test_elements_that_a_filter_leaves_out_give_no_witness(platform: Platform) -> None:
    sessions = [
        _session("payer", "10 minutes", serves="payment_account"),
        _session("staff", "1 day", serves="staff"),
        _session("unsaid", "10 minutes"),
        _session("quick", "5 minutes"),
    ]
    assert _lines(_judged(SESSIONS, platform({"access": {"sessions": sessions}}))) == [
        ("access.sessions[payer]", "fail", "access.sessions[payer].idle_timeout"),
        ("access.sessions[unsaid]", "would fail", "access.sessions[unsaid].idle_timeout"),
        ("access.sessions[quick]", "pass", "access.sessions[quick].idle_timeout"),
    ]


@pytest.mark.parametrize(
    ("sessions", "lines"),
    [
        ([_session("staff", "1 day", serves="staff")], [("", "pass", "access.sessions")]),
        ({"observed": [_session("staff", "1 day", serves="staff")]}, [("", "vacuous", "access.sessions")]),
        ({"register": [_session("staff", "1 day", serves="staff")]}, [("", "pass", "access.sessions")]),
        ([], [("", "vacuous", "access.sessions")]),
        ({"register": []}, [("", "pass", "access.sessions")]),
        (U, [("", "unresolved", "access.sessions")]),
        ({"name": "x"}, [("", "mistyped", "access.sessions")]),
    ],
    ids=["closed", "observed", "register", "empty", "empty register", "unresolved", "no list"],
)
def test_where_nothing_counts_the_list_is_the_witness(
    platform: Platform, sessions: object, lines: list[Line]
) -> None:
    assert _lines(_judged(SESSIONS, platform({"access": {"sessions": sessions}}))) == lines


def test_an_absent_list_is_one_unknown_witness(platform: Platform) -> None:
    assert _lines(_judged(SESSIONS, platform({}))) == [("", "missing", "access.sessions")]


def test_a_placeholder_is_no_weak_secret_yet(platform: Platform) -> None:
    secrets = [{"name": "db", "strength": "weak"}, {"name": "mq", "strength": U}, {"strength": "set"}]
    assert _lines(_judged(SECRETS, platform({"secrets": secrets}))) == [
        ("secrets[db]", "fail", "secrets[db].strength"),
        ("secrets[mq]", "unresolved", "secrets[mq].strength"),
        ("secrets[2]", "pass", "secrets[2].strength"),
    ]


@pytest.mark.parametrize(
    ("source", "word"),
    [
        ('custody.reserve_ratio >= percent("100 %")', "fail"),
        ("payments.errors.determined_within <= business_days(10)", "pass"),
        ("payments.errors.extended_within <= days(45)", "missing"),
        ("custody.reserve_ratio", "mistyped"),
    ],
)
def test_a_scalar_is_one_witness(platform: Platform, source: str, word: str) -> None:
    facts = platform(
        {
            "custody": {"reserve_ratio": parse_percent("99.9 %")},
            "payments": {"errors": {"determined_within": parse_duration("10 days")}},
        }
    )
    name = source.split(maxsplit=1)[0]
    assert _lines(_judged(source, facts)) == [("", word, name)]


@pytest.mark.parametrize(
    ("listed", "lines"),
    [
        ([{"bad": True}, {"bad": False}, {"bad": U}],
         [("a[0]", "fail", "a[0].bad"), ("a[1]", "pass", "a[1].bad"), ("a[2]", "unresolved", "a[2].bad")]),
        ([{"bad": False}], [("a[0]", "pass", "a[0].bad")]),
        ({"observed": [{"bad": False}]}, [("a[0]", "pass", "a[0].bad"), ("", "open-list", "a")]),
        ({"observed": [{"bad": True}]}, [("a[0]", "fail", "a[0].bad")]),
        ([], [("", "pass", "a")]),
        (U, [("", "unresolved", "a")]),
    ],
    ids=["three", "none", "observed", "found", "empty", "unresolved"],
)  # fmt: skip
def test_of_not_exists_the_elements_that_match_fail(
    platform: Platform, listed: object, lines: list[Line]
) -> None:
    assert _lines(_judged("!a.exists(x, x.bad)", platform({"a": listed}))) == lines


def test_a_filter_before_not_exists_leaves_elements_out(platform: Platform) -> None:
    facts = platform({"a": [{"in": True, "bad": True}, {"in": False, "bad": True}]})
    assert _lines(_judged("!a.filter(x, x['in']).exists(x, x.bad)", facts)) == [("a[0]", "fail", "a[0].in")]


def test_of_nested_lists_the_innermost_elements_are_the_witnesses(platform: Platform) -> None:
    inner = {"name": "one", "parts": [{"ok": True}, {"ok": False}]}
    facts = platform({"a": [inner, {"name": "two", "parts": {"register": []}}]})
    assert _lines(_judged("a.all(x, x.parts.all(y, y.ok))", facts)) == [
        ("a[one].parts[0]", "pass", "a[one].parts[0].ok"),
        ("a[one].parts[1]", "fail", "a[one].parts[1].ok"),
        ("a[two]", "pass", "a[two].parts"),
    ]


def test_a_filter_guards_the_innermost_elements_too(platform: Platform) -> None:
    facts = platform({"a": [{"in": U, "parts": [{"ok": False}]}]})
    assert _lines(_judged("a.filter(x, x['in']).all(x, x.parts.all(y, y.ok))", facts)) == [
        ("a[0].parts[0]", "would fail", "a[0].parts[0].ok")
    ]


def test_a_conjunction_gives_the_witnesses_of_both_sides(platform: Platform) -> None:
    facts = platform({"on": False, "a": [{"ok": True}]})
    assert _lines(_judged("on && a.all(x, x.ok)", facts)) == [
        ("", "fail", "on"),
        ("a[0]", "pass", "a[0].ok"),
    ]


def test_an_implication_inside_a_conjunction_ranges_too(platform: Platform) -> None:
    facts = platform({"on": True, "a": [{"ok": False}]})
    assert _lines(_judged("implies(on, a.all(x, x.ok)) && on", facts)) == [
        ("a[0]", "fail", "a[0].ok"),
        ("", "pass", "on"),
    ]


def test_a_conjunction_of_scalars_is_one_witness(platform: Platform) -> None:
    facts = platform({"on": False, "off": False})
    assert _lines(_judged("on && off", facts)) == [("", "fail", "on")]


def test_a_conjunction_inside_an_element_is_one_witness(platform: Platform) -> None:
    facts = platform({"a": [{"ok": True, "fine": False}]})
    assert _lines(_judged("a.all(x, x.ok && x.fine)", facts)) == [("a[0]", "fail", "a[0].fine")]


@pytest.mark.parametrize(
    ("guard", "lines"),
    [
        (True, [("a[0]", "fail", "a[0].ok"), ("a[1]", "pass", "a[1].ok")]),
        (False, [("", "pass", "big")]),
        (U, [("a[0]", "would fail", "a[0].ok"), ("a[1]", "pass", "a[1].ok")]),
    ],
)
def test_an_implication_guards_each_element(platform: Platform, guard: object, lines: list[Line]) -> None:
    facts = platform({"big": guard, "a": [{"ok": False}, {"ok": True}]})
    assert _lines(_judged("implies(big, a.all(x, x.ok))", facts)) == lines


def test_component_and_environment_are_those_of_the_nearest_record() -> None:
    inner = Series("a[0].b", (Record("a[0].b[0]", {}), Fact("a[0].b[1]", value=True)))
    outer = Record("a[0]", {"b": inner}, component="gateway", environment="prod")
    facts = Record("", {"a": Series("a", (outer,))})
    witnesses = _judged("a.all(x, x.b.all(y, y == true))", facts)
    assert [(w.element, w.component, w.environment) for w in witnesses] == [
        ("a[0].b[0]", "gateway", "prod"),
        ("a[0].b[1]", "gateway", "prod"),
    ]


def test_a_written_list_has_no_elements_to_name(platform: Platform) -> None:
    assert _lines(_judged("[1, 2].all(x, x > 1)", platform({}))) == [("", "fail", ""), ("", "pass", "")]


def test_out_of_fuel_is_one_unknown_witness(platform: Platform) -> None:
    assert _lines(_judged("a.all(x, x)", platform({"a": [True] * 9}), fuel=8)) == [("", "budget", "")]


@pytest.mark.parametrize("bad", [0, 1, 2])
def test_where_the_fuel_runs_out_no_element_is_judged(platform: Platform, bad: int) -> None:
    facts = platform({"a": [{"ok": at != bad} for at in range(3)]})
    assert _lines(_judged("a.all(x, x.ok)", facts, fuel=8)) == [("", "budget", "")]
