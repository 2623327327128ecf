"""Figures in rules against those in mappings/instruments, written from the text and not from the rule."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias

import pytest

from reglint.language.evaluator import evaluate
from reglint.language.parser import parse
from reglint.language.syntax import Binary, Call, Expression, Literal, Macro, Unary, children
from reglint.law.stricter import figure_of
from reglint.model.duration import Duration, parse_duration
from reglint.model.fact import Record
from reglint.model.law import Provision
from reglint.model.quantity import Money, Percent, parse_percent
from reglint.model.rule import Says, Status
from reglint.packs.pack import LoadedRule
from reglint.pipeline.knowledge import load_knowledge

Figure: TypeAlias = "int | Decimal | Duration | Percent | Money"

NO_LIMIT = {
    "cn-csl-incident-plan": "the text asks that there be a plan, and gives no figure",
    "cn-csl-security-officer": "the text asks for rules, procedures and a person, and gives no figure",
    "cn-dsl-important-data-officer": "the text asks for a person and a unit, and gives no figure",
    "cn-pipl-pi-incident-plan": "the text asks that there be a plan, and gives no figure",
    "cn-pbocdata-mfa-high-sensitivity": "the text limits attempts and time, and gives no figure for either",
    "cn-aml-sanctions-screening": "the three lists are told apart, not counted",
    "cn-aml-2006-aml-internal-control": "the text asks for rules and a unit, and gives no figure",
    "cn-aml-aml-internal-control": "the text asks for rules, a unit and training, and gives no figure",
    "cn-aml-aml-audit": "the text asks for an audit, and gives no interval",
    "cn-aml-aml-confidentiality": "the text forbids it to tell anybody, and gives no figure",
    "cn-aml-2006-no-anonymous-accounts": "the text forbids two kinds of account, whatever their number",
    "cn-aml-no-anonymous-accounts": "the text forbids three kinds of account, whatever their number",
    "cn-aml-cdd-triggers": "four cases are told apart, not counted",
    "cn-aml-cdd-beneficial-owner": "the text names what has to be known, and gives no figure",
    "cn-aml-ongoing-monitoring": "the text asks for it throughout, and gives no figure",
    "cn-aml-third-party-cdd": "the text asks that measures are made sure of, and gives no figure",
    "cn-aml-str": "the text asks for reports and their secrecy, and leaves deadlines to other rules",
    "cn-aml-ltr": "the text asks for reports, and leaves amounts and deadlines to other rules",
    "cn-aml-agents": "the text names who is verified, and gives no figure",
    "cn-aml-update-identity": "the text says promptly, and gives no figure",
    "cn-cdd-nbpi-cdd": "a payment account has no amount below which it is exempt",
    "cn-cdd-edd-measures": "one of five measures is enough: they are told apart, not counted",
    "cn-cdd-cannot-complete-cdd": "three answers are told apart, not counted",
    "cn-cdd-remit-info": "the text names the data of the payer",
    "cn-cdd-remit-info-payee": "the text names the data of the payee",
    "cn-cdd-replayable-records": "the text asks for every transaction",
    "cn-cdd-retention-hold": "the text names the end of the investigation, which has no date",
    "cn-cdd-stock-customers": "half a year is reckoned from a day: the cases have its last day",
    "cn-cdd-stock-customers-all": "two years are reckoned from a day: the cases have their last day",
    "cn-cdd-no-anonymous-accounts": "the text forbids three kinds of account, whatever their number",
    "cn-cdd-merchant-cdd": "the text names who is identified, and gives no figure",
    "cn-cdd-entity-bo": "the text names what has to be known, and gives no figure",
    "cn-cdd-verify-timing": "the text names the time, and gives no figure",
    "cn-cdd-expired-id": "the text says reasonable, and gives no figure",
    "cn-cdd-pep": "three measures are told apart, not counted",
    "cn-cdd-high-risk-country": "the text asks for lists and measures, and gives no figure",
    "cn-reserve-no-misuse": "four uses are forbidden, none is counted",
    "cn-reserve-via-clearing": "the text names who moves the money, and gives no figure",
    "cn-reserve-custody-agreement": "the text names the parties, and gives no figure",
    "cn-reserve-fees-not-from-reserve": "the text forbids a source of payment, and gives no figure",
    "cn-nbpi-systems-onshore": "the text names a place, and gives no figure",
    "cn-nbpi-no-core-outsourcing": "the text forbids it for two kinds of function, whatever their number",
    "cn-nbpi-no-interest": "the text forbids any return, and gives no figure",
    "cn-nbpi-licence": "the text asks for a licence, and gives no figure",
    "cn-nbpi-name-says-payment": "the text asks for a word in the name",
    "cn-nbpi-licensed-scope": "the text limits business to kinds, not to a number",
    "cn-nbpi-six-systems": "four rules and a plan are told apart, not counted",
    "cn-nbpi-onshore-processing": "the text names a place, and gives no figure",
    "cn-nbpi-agreement-content": "three of six contents are told apart, not counted",
    "cn-nbpi-agreement-payment-path": "three of six contents are told apart, not counted",
    "cn-nbpi-merchant-self-performed": "the text says who does it, and gives no figure",
    "cn-nbpi-transfer-on-instruction": "the text names causes of a transfer, and gives no figure",
    "cn-nbpi-no-misuse": "four uses are forbidden, none is counted",
    "cn-nbpi-deposit-pboc": "the text names who keeps the money, and gives no figure",
    "cn-nbpi-clearing-institution": "the text names who clears, and gives no figure",
    "cn-nbpi-affiliate-sharing": "four conditions are told apart, not counted",
    "cn-nbpi-rules-user-rights-mechanism": "the five parts are told apart, not counted",
    "cn-nbpi-rules-net-asset-tiers": "shares of an amount are no constants; the cases have each tier",
    "cn-nbpi-rules-four-emergency-plans": "the four parts are told apart, not counted",
    "cn-netpay-no-overdraft": "the text forbids an overdraft of any amount",
    "cn-netpay-refund-original": "the text names an account, and gives no figure",
    "cn-netpay-no-card-data": "the text names what is not stored, and gives no figure",
    "cn-netpay-balance-not-deposit-notice": "three parts of the notice are told apart, not counted",
    "cn-netpay-no-accounts-for-financial-firms": "kinds of holders are told apart, not counted",
    "cn-netpay-no-financial-business": "kinds of business are told apart, not counted",
    "cn-netpay-debit-authorisation": "two parties are told apart, not counted",
    "cn-netpay-no-withdrawal-cap": "the text forbids a limit of any amount",
    "cn-netpay-transaction-data": "items of data are told apart, not counted",
    "cn-netpay-transaction-parties": "items of data are told apart, not counted",
    "cn-netpay-transaction-evidence": "items of data are told apart, not counted",
    "cn-netpay-reserve-and-compensation": "the text asks for a reserve, and leaves its amount to other rules",
    "cn-netpay-merchant-card-data": "the text names what is forbidden, and gives no interval for the checks",
    "cn-netpay-factor-independence": "the text asks that none betray another, and gives no figure",
    "cn-netpay-limit-2factor-cert": "the text leaves the amount to the agreement",
    "cn-netpay-onshore-systems-plan": "the text names a place, and gives no figure",
    "cn-netpay-pre-confirm": "the text asks for every payment",
    "cn-reserve-account-naming": "the text asks for words in a title, and gives no figure",
    "cn-reserve-agreement-liability": "the text names what is agreed, and gives no figure",
    "cn-reserve-branch-accounts": "the text forbids accounts of branches, whatever their number",
    "cn-reserve-guarantee-fund": "the text asks for a contribution, and leaves its amount to other rules",
    "cn-reserve-outflow-whitelist": "the kinds of account are told apart, not counted",
    "cn-reserve-use-limited": "the text names the purposes, and gives no figure",
    "eu-rts-sca-two-elements": "two elements are told apart, not counted",
}
"""Rules whose text gives a fact and no figure, and why."""

OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}
MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}

PACKS = load_knowledge().packs
FIGURED = [
    loaded
    for loaded in PACKS.rules
    if loaded.rule.says is Says.NUMBER and loaded.rule.status is Status.ACTIVE
]


def demands(expr: Expression, *, wanted: bool = True) -> Iterator[tuple[str, Figure]]:
    """Every comparison with a constant, as what must hold: under a `!` and in a condition the opposite."""
    match expr:
        case Binary(operator, left, right) if operator in OPPOSITE:
            for sign, side in ((operator, right), (MIRRORED[operator], left)):
                figure = constant(side)
                if figure is not None:
                    yield sign if wanted else OPPOSITE[sign], figure
        case Unary("!", inner):
            yield from demands(inner, wanted=not wanted)
        case Call("implies", (guard, requirement)):
            yield from demands(guard, wanted=not wanted)
            yield from demands(requirement, wanted=wanted)
        case Macro(_, "filter", _, condition):
            yield from demands(condition, wanted=not wanted)
        case _:
            for inner in children(expr):
                yield from demands(inner, wanted=wanted)


def constant(expr: Expression) -> Figure | None:
    """The figure that an expression of literals alone stands for; None for words, truths and facts."""
    if not isinstance(expr, (Literal, Call)) or not all(isinstance(one, Literal) for one in children(expr)):
        return None
    value = evaluate(expr, Record("", {}), now=dt.date(2026, 1, 1)).value
    return value if isinstance(value, Figure_) and not isinstance(value, bool) else None


Figure_ = (int, Decimal, Duration, Percent, Money)


def limits_of(provision: Provision) -> set[tuple[str, Figure]]:
    return {(limit.op, figure_of(limit.value)) for limit in provision.limits.values()}


def cited(loaded: LoadedRule) -> list[Provision]:
    """The provisions that a rule cites. The first has the duty, the others may have exceptions from it."""
    parts = [one.partition("#") for one in loaded.rule.cites]
    return [
        PACKS.catalogue.instruments[instrument].provisions[provision] for instrument, _, provision in parts
    ]


def name(loaded: LoadedRule) -> str:
    return loaded.rule.id


@pytest.mark.parametrize("loaded", [one for one in FIGURED if one.rule.id not in NO_LIMIT], ids=name)
def test_a_rule_asks_for_the_figures_of_the_provisions_that_it_cites(loaded: LoadedRule) -> None:
    asked = set(demands(loaded.assertion))
    first, *others = map(limits_of, cited(loaded))
    assert asked & first
    assert asked - first.union(*others) == set()


@pytest.mark.parametrize("loaded", [one for one in FIGURED if one.rule.id in NO_LIMIT], ids=name)
def test_a_rule_without_a_limit_asks_for_no_figure(loaded: LoadedRule) -> None:
    assert list(demands(loaded.assertion)) == []


def test_those_without_a_limit_are_rules_that_give_a_figure_or_fact() -> None:
    assert NO_LIMIT.keys() <= {loaded.rule.id for loaded in FIGURED}


MONTHS = parse_duration("6 months")
READ = [
    ("as written", "a.b >= months(6)", [(">=", MONTHS)]),
    ("mirrored", "months(6) <= a.b", [(">=", MONTHS)]),
    ("denied", "!(a.b < months(6))", [(">=", MONTHS)]),
    ("as a condition", "implies(a.b < 5, a.c >= 7)", [(">=", 5), (">=", 7)]),
    ("in a list", "a.all(x, x.b <= 5)", [("<=", 5)]),
    ("words are no figures", 'a.b == "x" && a.c == true', []),
    ("facts are no figures", "a.b >= a.c", []),
    ("a percentage", 'a.b >= percent("100 %")', [(">=", parse_percent("100 %"))]),
]


@pytest.mark.parametrize(("text", "asked"), [row[1:] for row in READ], ids=[row[0] for row in READ])
def test_what_an_expression_asks_for(text: str, asked: list[tuple[str, Figure]]) -> None:
    expr = parse(text)
    assert not isinstance(expr, tuple)
    assert list(demands(expr)) == asked
