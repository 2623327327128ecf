"""Conditions on one thing that leave nothing true, or nothing false."""

from __future__ import annotations

import pytest
from tests.language.checked import said, tree

from reglint.language.render import render

OPPOSED = [
    "platform.home == 'cn' && platform.home == 'eu'",
    "platform.home == 'cn' && platform.home in ['eu', 'us']",
    "platform.level > 4 && platform.level < 2",
    "2 > platform.level && !(platform.level <= 3)",
    "platform.every > days(5) && platform.every < days(3)",
    "platform.every >= months(6) && platform.every < months(3)",
    "platform.every <= days(1) && platform.every >= months(24)",
    "platform.every == months(6) && platform.every == days(100)",
    "platform.every in [days(1), days(2)] && !(platform.every < months(1))",
    "platform.every < days(5) && platform.every > business_days(6)",
    "platform.loss > money('5 CNY') && platform.loss < money('3 CNY')",
    "platform.ratio == percent('0 %') && platform.ratio > percent('0.5 %')",
    "platform.tls >= version('1.10') && platform.tls < version('1.9')",
    "platform.last > date('2026-01-01') && platform.last < date('2025-01-01')",
    "platform.seen > timestamp('2026-01-01T00:00Z') && timestamp('2026-01-01T00:00+08:00') > platform.seen",
    "platform.network == cidr('10.0.0.0/8') && platform.network == cidr('::/0')",
    "platform.name == 'a' && platform.name == 'b'",
    "size(platform.roles) > 1 && size(platform.roles) == 0",
    "(platform.live ? [] : [].filter(x, x))[0] == 1 && (platform.live ? [] : [].filter(x, x))[0] == 2",
]
CERTAIN = [
    "platform.home != 'cn' || platform.home != 'eu'",
    "platform.level > 3 || platform.level < 5",
    "platform.every > days(1) || platform.every < months(24)",
    "platform.every != months(6) || platform.every != days(100)",
]
OPPOSITES = [
    ("platform.home != 'cn' && platform.home != 'eu' && platform.home != 'us'", 'platform.home != "us"'),
    ("platform.level > 3 && platform.level < 4", "platform.level < 4"),
    ("platform.level > 4 && platform.level != 5", "platform.level != 5"),
    ("platform.level >= 2 && platform.level < 1.5", "platform.level < 1.5"),
    ("platform.load > 0 && platform.load > 5 && platform.load <= 5", "platform.load <= 5"),
    ("platform.live && !platform.live", "!platform.live"),
    ("platform.live == false && platform.live", "platform.live"),
    ("platform.live && platform.live != true", "platform.live != true"),
    ("platform.live && platform.live < true", "platform.live < true"),
    ("platform.roles.exists(r, r == 'a') && !platform.roles.exists(r, r == 'a')",
     '!platform.roles.exists(r, r == "a")'),
    ("platform.last < now && !(platform.last < now)", "!(platform.last < now)"),
    ("platform.level == 1 || platform.level > 1", "platform.level > 1"),
    ("platform.load < 3 || platform.load > 3 || platform.load == 3", "platform.load == 3"),
    ("platform.live || !platform.live", "!platform.live"),
    ("platform.live || platform.live == false", "platform.live == false"),
    ("!(platform.live && platform.level > 2) || (platform.live && platform.level > 2)",
     "platform.live && platform.level > 2"),
]  # fmt: skip


@pytest.mark.parametrize("source", OPPOSED)
def test_conditions_that_are_never_true_together_are_doubted(source: str) -> None:
    ((_, message),) = said(source)
    assert message == f"{render(tree(source))} is always false; write ||, or another condition"


@pytest.mark.parametrize("source", CERTAIN)
def test_conditions_of_which_one_is_always_true_are_doubted(source: str) -> None:
    ((_, message),) = said(source)
    assert message == f"{render(tree(source))} is always true; write &&, or another condition"


@pytest.mark.parametrize(("source", "last"), OPPOSITES)
def test_of_opposites_one_is_left_out_where_the_other_operator_leaves_a_constant_too(
    source: str, last: str
) -> None:
    ((_, message),) = said(source)
    always = "true" if " || " in source else "false"
    mend = f"leave out {last}, or write another condition"
    assert message == f"{render(tree(source))} is always {always}; {mend}"


OTHERS_BETWEEN = [
    ("platform.level > 3 && platform.live && (platform.load > 1 && platform.level < 2) && platform.load < 9",
     "platform.level > 3 && platform.live && (platform.load > 1 && platform.level < 2",
     "platform.level > 3 && platform.level < 2"),
    ("platform.live && (platform.level < 2 && platform.level > 3) || platform.name == 'a'",
     "platform.level < 2 && platform.level > 3", "platform.level < 2 && platform.level > 3"),
    ("(platform.level < 2 && platform.level > 3) == platform.live",
     "platform.level < 2 && platform.level > 3", "platform.level < 2 && platform.level > 3"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "spot", "opposed"), OTHERS_BETWEEN, ids=["apart", "inside", "compared"])
def test_opposed_conditions_are_said_once_of_their_chain(source: str, spot: str, opposed: str) -> None:
    assert said(source) == [(spot, f"{opposed} is always false; write ||, or another condition")]


def test_conditions_on_an_amount_in_two_currencies_are_doubted() -> None:
    source = "platform.loss <= money('5 EUR') && platform.live && platform.loss <= money('5 USD')"
    shown = 'platform.loss <= money("5 EUR") && platform.loss <= money("5 USD")'
    message = f"{shown} is always false or unknown: no amount has two currencies; write one"
    assert said(source) == [(source, message)]


def test_a_condition_that_is_doubted_alone_is_not_doubted_again() -> None:
    assert [spot for spot, _ in said("platform.level > 5 && platform.level < 3")] == ["platform.level > 5"]


def test_conditions_with_a_fault_are_not_doubted_besides() -> None:
    assert [spot for spot, _ in said("platform.home == 'xx' && platform.home == 'yy'")] == ["'xx'", "'yy'"]
    assert [spot for spot, _ in said("platform.roles.all(r, nam == 'a')")] == ["nam"]


def test_a_long_chain_is_cut_short() -> None:
    names = " && ".join(f"platform.name != '{letter}'" for letter in "abcdefgh")
    ((_, message),) = said(f"{names} && platform.name == 'a'")
    mend = 'leave out platform.name == "a", or write another condition'
    assert message == f"{render(tree(names))[:119]}… is always false; {mend}"
