from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from reglint.evaluate.applicability import Applicability, RolesHeld, applicability, roles_held
from reglint.language.outcome import Doubt
from reglint.model.fact import Attestation, Fact, FactTree, Record, Series, Unknown
from reglint.model.law import Role
from reglint.model.rule import Rule
from reglint.model.schema import ListType, ObjectType, ScalarType
from reglint.model.verdict import Reason
from reglint.packs.pack import LoadedRule

NOW = dt.date(2026, 1, 1)
TABLE = {
    "cn": {
        "network_operator": Role("network_operator", "cn", {}),
        "payment_institution": Role("payment_institution", "cn", {}, implies=("network_operator",)),
    },
    "eu": {"bank": Role("bank", "eu", {})},
}
WORD = ScalarType("string")
SCHEMA = ObjectType(
    {
        "platform": ObjectType(
            {
                "mlps_level": ScalarType("integer"),
                "roles": ObjectType(
                    {"cn": ListType(WORD, presumed=("payment_institution",)), "eu": ListType(WORD)}
                ),
            }
        )
    }
)
SAID_NOTHING = Doubt("platform.roles.cn", Reason.MISSING)
NO_LEVEL = Doubt("platform.mlps_level", Reason.MISSING)


def roles(**said: tuple[str, ...] | None) -> Record:
    fields: dict[str, FactTree] = {
        name: Fact(f"platform.roles.{name}", Unknown(Reason.NULL))
        if words is None
        else Series(f"platform.roles.{name}", tuple(Fact(f"[{word}]", word) for word in words))
        for name, words in said.items()
    }
    return Record("", {"platform": Record("platform", {"roles": Record("platform.roles", fields)})})


def level(value: int | None) -> Record:
    fields = {} if value is None else {"mlps_level": Fact("platform.mlps_level", value)}
    return Record("", {"platform": Record("platform", dict(fields))})


HELD = [
    ("said", roles(cn=("network_operator",)), {"network_operator"}),
    (
        "said, with what it implies",
        roles(cn=("payment_institution",)),
        {"payment_institution", "network_operator"},
    ),
    ("none, said", roles(cn=()), set()),
]


@pytest.mark.parametrize(("facts", "said"), [row[1:] for row in HELD], ids=[row[0] for row in HELD])
def test_roles_that_are_said(facts: Record, said: set[str]) -> None:
    assert roles_held(facts, SCHEMA, TABLE)["cn"] == RolesHeld("cn", frozenset(said))


UNCLEAR = [
    ("a role that nobody knows", "bank", Doubt("[x]", Reason.MISTYPED, "there is no such role")),
    ("left empty", Unknown(Reason.NULL), Doubt("[x]", Reason.NULL)),
    ("a number", Unknown(Reason.MISTYPED, "5 is no text"), Doubt("[x]", Reason.MISTYPED, "5 is no text")),
]


@pytest.mark.parametrize(("value", "doubt"), [row[1:] for row in UNCLEAR], ids=[row[0] for row in UNCLEAR])
def test_an_entry_that_names_no_role_rules_nothing_out(
    value: str | Unknown, doubt: Doubt, rule: Rule, loaded: Callable[[Rule], LoadedRule]
) -> None:
    entries = (Fact("[y]", "network_operator"), Fact("[x]", value))
    series = Record("", {"cn": Series("platform.roles.cn", entries)})
    facts = Record("", {"platform": Record("", {"roles": series})})
    held = roles_held(facts, SCHEMA, TABLE)["cn"]
    assert held.unclear == (doubt,)
    assert {"network_operator", "payment_institution"} <= (held.said or set())
    asked = {
        bound: applicability(loaded(replace(rule, binds=(bound,))), facts, held, now=NOW)
        for bound in ("network_operator", "clearing_institution")
    }
    assert asked == {
        "network_operator": Applicability(applies=True),
        "clearing_institution": Applicability(None, (doubt,)),
    }


@pytest.mark.parametrize("facts", [Record("", {}), roles(eu=("bank",)), roles(cn=None)])
def test_a_role_is_presumed_until_somebody_says_which(facts: Record) -> None:
    presumed = frozenset({"payment_institution", "network_operator"})
    assert roles_held(facts, SCHEMA, TABLE)["cn"] == RolesHeld("cn", None, presumed)


def test_roles_that_nobody_vouches_for_any_more_leave_it_open_why() -> None:
    ended = Fact(
        "platform.roles.cn", Unknown(Reason.EXPIRED, "ended"), attested=Attestation("a", "b", NOW, NOW)
    )
    facts = Record("", {"platform": Record("", {"roles": Record("", {"cn": ended})})})
    presumed = frozenset({"payment_institution", "network_operator"})
    doubt = Doubt("platform.roles.cn", Reason.EXPIRED, "ended")
    assert roles_held(facts, SCHEMA, TABLE)["cn"] == RolesHeld("cn", None, presumed, (doubt,))


def test_every_jurisdiction_of_the_schema_has_its_roles() -> None:
    held = roles_held(roles(cn=(), eu=("bank",)), SCHEMA, TABLE)
    assert held == {
        "cn": RolesHeld("cn", frozenset()),
        "eu": RolesHeld("eu", frozenset({"bank"})),
    }


def test_words_alone_are_roles() -> None:
    series = Series("platform.roles.eu", (Fact("[0]", 1), Fact("[1]", "bank"), Record("[2]", {})))
    facts = Record("", {"platform": Record("", {"roles": Record("", {"eu": series})})})
    assert roles_held(facts, SCHEMA, TABLE)["eu"].said == frozenset({"bank"})


@pytest.mark.parametrize("schema", [ObjectType({}), ObjectType({"platform": ObjectType({"roles": WORD})})])
def test_a_schema_without_roles_knows_none(schema: ObjectType) -> None:
    assert roles_held(roles(cn=()), schema, TABLE) == {}


def test_a_jurisdiction_whose_roles_are_no_list_is_left_out() -> None:
    schema = ObjectType({"platform": ObjectType({"roles": ObjectType({"cn": WORD})})})
    assert roles_held(roles(cn=()), schema, TABLE) == {}


SAID = frozenset({"network_operator"})
BOUND = [
    ("held", ("network_operator",), RolesHeld("cn", SAID), Applicability(applies=True)),
    (
        "one of several is held",
        ("bank", "network_operator"),
        RolesHeld("cn", SAID),
        Applicability(applies=True),
    ),
    ("others are held", ("bank",), RolesHeld("cn", SAID), Applicability(applies=False)),
    ("none, said", ("network_operator",), RolesHeld("cn", frozenset()), Applicability(applies=False)),
    ("unsaid", ("bank",), RolesHeld("cn", None), Applicability(None, (SAID_NOTHING,))),
    (
        "unsaid, another presumed",
        ("bank",),
        RolesHeld("cn", None, SAID),
        Applicability(None, (SAID_NOTHING,)),
    ),
    ("presumed", ("network_operator",), RolesHeld("cn", None, SAID), Applicability(applies=True)),
    (
        "presumed, and denied",
        ("network_operator",),
        RolesHeld("cn", frozenset(), SAID),
        Applicability(applies=False),
    ),
    ("anyone, unsaid", ("anyone",), RolesHeld("cn", None), Applicability(applies=True)),
    ("anyone, none", ("anyone",), RolesHeld("cn", frozenset()), Applicability(applies=True)),
]


@pytest.mark.parametrize(
    ("binds", "held", "expected"), [row[1:] for row in BOUND], ids=[row[0] for row in BOUND]
)
def test_whom_a_rule_binds(
    binds: tuple[str, ...],
    held: RolesHeld,
    expected: Applicability,
    rule: Rule,
    loaded: Callable[[Rule], LoadedRule],
) -> None:
    assert applicability(loaded(replace(rule, binds=binds)), Record("", {}), held, now=NOW) == expected


HOLDS, OTHERS, UNSAID = RolesHeld("cn", SAID), RolesHeld("cn", frozenset()), RolesHeld("cn", None)
WHEN = [
    ("both true", HOLDS, 3, Applicability(applies=True)),
    ("when is false", HOLDS, 2, Applicability(applies=False)),
    ("when is unknown", HOLDS, None, Applicability(None, (NO_LEVEL,))),
    ("others, when is true", OTHERS, 3, Applicability(applies=False)),
    ("others, when is unknown", OTHERS, None, Applicability(applies=False)),
    ("unsaid, when is true", UNSAID, 3, Applicability(None, (SAID_NOTHING,))),
    ("unsaid, when is false", UNSAID, 2, Applicability(applies=False)),
    ("unsaid, when is unknown", UNSAID, None, Applicability(None, (SAID_NOTHING, NO_LEVEL))),
]


@pytest.mark.parametrize(
    ("held", "mlps", "expected"), [row[1:] for row in WHEN], ids=[row[0] for row in WHEN]
)
def test_a_condition_besides_the_role(
    held: RolesHeld,
    mlps: int | None,
    expected: Applicability,
    rule: Rule,
    loaded: Callable[[Rule], LoadedRule],
) -> None:
    conditional = loaded(replace(rule, when="platform.mlps_level >= 3"))
    assert applicability(conditional, level(mlps), held, now=NOW) == expected


def test_the_day_counts_in_a_condition(rule: Rule, loaded: Callable[[Rule], LoadedRule]) -> None:
    conditional = loaded(replace(rule, when='now >= date("2026-01-01")'))
    days = (dt.date(2025, 12, 31), dt.date(2026, 1, 1))
    found = [applicability(conditional, Record("", {}), HOLDS, now=day).applies for day in days]
    assert found == [False, True]
