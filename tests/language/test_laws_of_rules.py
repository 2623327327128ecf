"""Laws over the facts that are shipped: random conditions and every shipped rule on random documents."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.language.typed_documents import (
    NOW,
    narrowed,
    reordered,
    seeded,
    settings_of,
    typed_document,
    without,
)
from tests.language.typed_expressions import Grammar, condition, written

from reglint.evaluate.applicability import roles_held
from reglint.evaluate.run import evaluate_rules
from reglint.facts.shipped import shipped_vocabulary
from reglint.language.checker import Checked, check
from reglint.language.evaluator import evaluate
from reglint.language.outcome import Doubt
from reglint.language.parser import parse_syntax
from reglint.language.render import render
from reglint.language.syntax import Call, Expression, Literal, Name, descend
from reglint.language.witness import judge
from reglint.model.fact import Record, Unknown
from reglint.model.schema import ObjectType
from reglint.model.verdict import Reason
from reglint.packs.in_force import rules_on
from reglint.packs.load import load_packs
from reglint.packs.pack import LoadedRule, Packs

DOCUMENTS = 500
MOST_DOCUMENTS = 10_000
ABSENT = (0, 0.1, 0.3)
SUMS = {
    "integer": ("+ integer integer", "- integer integer", "* integer integer", "/ integer integer"),
    "duration": ("+ duration duration", "- date date"),
    "date": ("+ date duration", "- date duration"),
    "percent": ("+ percent percent", "- percent percent"),
}
BLIND_TO_ORDER = ("comparison", "membership", "listed", "logic", "negation", "implication", "choice",
                  "quantified", "counted", "searched")  # fmt: skip
BLIND_TO_PRESENCE = (*BLIND_TO_ORDER, "indexed")
ALL = (*BLIND_TO_PRESENCE, "presence")

SCHEMA = shipped_vocabulary().schema
RANDOMS = st.randoms(use_true_random=False)


@pytest.fixture(scope="module")
def packs() -> Packs:
    return load_packs(SCHEMA)


def test_nearly_all_random_conditions_are_accepted() -> None:
    conditions = [condition(SCHEMA, seeded(seed), Grammar(ALL, SUMS, written)) for seed in range(300)]
    accepted = [one for one in conditions if isinstance(check(one, SCHEMA), Checked)]
    assert len(accepted) > 280


@settings(max_examples=300)
@given(RANDOMS)
def test_what_is_accepted_comes_to_something_on_every_document(random: Random) -> None:
    expr, document = _drawn(random, ALL)
    outcome = evaluate(expr, document, now=NOW)
    if not isinstance(check(expr, SCHEMA), Checked):
        return
    assert judge(expr, document, now=NOW)
    assert isinstance(outcome.value, (bool, Unknown))
    assert [doubt for doubt in outcome.doubts if _is_mistyped(doubt)] == []


@settings(max_examples=200)
@given(RANDOMS)
def test_what_is_rendered_parses_to_the_same_condition(random: Random) -> None:
    expr = condition(SCHEMA, random, Grammar(ALL, SUMS, written), depth=2)
    assert parse_syntax(render(expr)) == expr


def test_every_shipped_rule_reads_the_same_when_it_is_rendered(packs: Packs) -> None:
    expressions = [*_expressions(packs)]
    assert [parse_syntax(render(expr)) for expr in expressions] == expressions


@settings(max_examples=300)
@given(RANDOMS)
def test_resolving_an_unknown_never_reverses_a_condition(random: Random) -> None:
    expr, document = _drawn(random, BLIND_TO_PRESENCE)
    before, after = (evaluate(expr, facts, now=NOW).value for facts in _resolved(document, random))
    assert isinstance(before, Unknown) or before is after


def test_resolving_an_unknown_never_reverses_a_shipped_rule(packs: Packs) -> None:
    expressions = [expr for expr in _expressions(packs) if not _asks_for_presence(expr)]
    random = seeded(1)
    for _ in range(DOCUMENTS):
        pair = [*_resolved(typed_document(SCHEMA, random), random)]
        for expr in expressions:
            before, after = (evaluate(expr, facts, now=NOW).value for facts in pair)
            assert isinstance(before, Unknown) or before is after, render(expr)


@settings(max_examples=300)
@given(RANDOMS)
def test_the_order_of_keys_and_of_elements_does_not_matter(random: Random) -> None:
    expr, document = _drawn(random, BLIND_TO_ORDER)
    one, other = document, reordered(document, random)
    assert _unordered(expr, one) == _unordered(expr, other)


def test_the_order_of_keys_and_of_elements_does_not_matter_to_a_shipped_rule(packs: Packs) -> None:
    random = seeded(2)
    for _ in range(DOCUMENTS // 5):
        one = typed_document(SCHEMA, random)
        other = reordered(one, random)
        for expr in _expressions(packs):
            assert _unordered(expr, one) == _unordered(expr, other), render(expr)


def test_the_order_of_rules_does_not_matter(packs: Packs) -> None:
    random = seeded(3)
    rules = rules_on(packs, NOW).in_force
    for _ in range(20):
        document = typed_document(SCHEMA, random)
        held = roles_held(document, SCHEMA, packs.catalogue.roles)
        shuffled = random.sample(rules, len(rules))
        one, other = (evaluate_rules(order, document, held, now=NOW) for order in (rules, shuffled))
        assert one == other


def test_every_shipped_rule_passes_on_a_document_and_fails_on_another(packs: Packs) -> None:
    random = seeded(4)
    verdicts = {rule.rule.id: _verdicts(rule, random) for rule in packs.rules}
    assert {name: found for name, found in verdicts.items() if not found >= {True, False}} == {}


def _drawn(random: Random, productions: tuple[str, ...]) -> tuple[Expression, Record]:
    """A condition, and a document of the areas that it reads."""
    expr = condition(SCHEMA, random, Grammar(productions, SUMS, written))
    read = {part.name for part in descend(expr) if isinstance(part, Name)}
    areas = {name: kind for name, kind in SCHEMA.fields.items() if name in read}
    return expr, typed_document(ObjectType(areas), random)


def _resolved(document: Record, random: Random) -> Iterator[Record]:
    """The document with some settings unknown, and then with one of them known."""
    names = [*settings_of(document)]
    hidden = random.sample(names, min(len(names), random.randint(1, 12)))
    yield without(document, hidden)
    yield without(document, hidden[1:])


def _expressions(packs: Packs) -> Iterator[Expression]:
    for loaded in packs.rules:
        yield from filter(None, (loaded.when, loaded.assertion))


def _asks_for_presence(expr: Expression) -> bool:
    return any(isinstance(part, Call) and part.function == "has" for part in descend(expr))


def _unordered(expr: Expression, document: Record) -> object:
    outcome = evaluate(expr, document, now=NOW)
    witnesses = judge(expr, document, now=NOW)
    parts = sorted((one.element, _decided(one.outcome), one.would_fail) for one in witnesses)
    return _decided(outcome.value), {*outcome.facts}, {*outcome.doubts}, outcome.would_fail, parts


def _decided(value: object) -> str:
    return "unknown" if isinstance(value, Unknown) else str(value)


def _is_mistyped(doubt: Doubt) -> bool:
    """Whether a type was wrong. A duration of the platform may hold hours, which move no date."""
    return doubt.reason is Reason.MISTYPED and not doubt.detail.endswith(" hours to date")


def _verdicts(loaded: LoadedRule, random: Random) -> set[bool | None]:
    """What a rule says of documents of the areas and words that it names, until it has passed and failed."""
    expressions = (loaded.when, loaded.assertion)
    parts = [part for expr in expressions if expr is not None for part in descend(expr)]
    words = {str(part.value) for part in parts if isinstance(part, Literal)}
    read = {part.name for part in parts if isinstance(part, Name)}
    areas = {name: narrowed(kind, words) for name, kind in SCHEMA.fields.items() if name in read}
    found: set[bool | None] = set()
    for _ in range(MOST_DOCUMENTS):
        if found >= {True, False}:
            break
        document = typed_document(ObjectType(areas), random, absent=random.choice(ABSENT))
        found.add(_verdict(loaded, document))
    return found


def _verdict(loaded: LoadedRule, document: Record) -> bool | None:
    """What a rule says of a document that it applies to; None where it says nothing or leaves it open."""
    if loaded.when is not None and evaluate(loaded.when, document, now=NOW).value is not True:
        return None
    value = evaluate(loaded.assertion, document, now=NOW).value
    return value if isinstance(value, bool) else None
