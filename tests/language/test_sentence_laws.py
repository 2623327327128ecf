"""What holds of the sentence of every expression that the checker accepts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.language.claims_holding import Open, holds
from tests.language.test_checker_laws import LIKELY, TREES
from tests.language.test_checker_laws import SCHEMA as SMALL
from tests.language.typed_documents import NOW, typed_document
from tests.language.typed_expressions import Grammar, condition, written

from reglint.facts.shipped import shipped_vocabulary
from reglint.language.checker import Checked, check
from reglint.language.evaluator import evaluate
from reglint.language.sentence.logic import claim_of
from reglint.language.sentence.names import outermost
from reglint.language.sentence.text import as_text, sentence
from reglint.language.syntax import Expression, Literal, Name, Unary, descend
from reglint.model.schema import ObjectType

SCHEMA = shipped_vocabulary().schema
LANGUAGES = ("en", "zh", "ja")
SUMS = {
    "integer": ("+ integer integer", "- integer integer", "* integer integer", "/ integer integer"),
    "duration": ("- date date",),
    "date": ("+ date duration", "- date duration"),
    "percent": ("+ percent percent", "- percent percent"),
}
PRODUCTIONS = ("comparison", "membership", "logic", "negation", "implication", "choice", "quantified",
               "counted", "searched", "presence", "indexed")  # fmt: skip
REFERS_BACK = re.compile(r"Its |It (?!is (?:not )?stated)|其|该|それ|その(?!他)|同じ名称")
RANDOMS = st.randoms(use_true_random=False)
UNFIT = re.compile(r"\{|\}|None|  |object at|\bthe the\b|\bits its\b|, ,|，，|、、|^[,;.，。、；]")


@settings(max_examples=200)
@given(RANDOMS)
def test_a_condition_on_the_shipped_facts_has_a_sentence_in_every_language(random: Random) -> None:
    expr = condition(SCHEMA, random, Grammar(PRODUCTIONS, SUMS, written))
    assume(isinstance(check(expr, SCHEMA), Checked))
    assert [*_unfit(expr, SCHEMA)] == []


@settings(max_examples=200)
@given(TREES | LIKELY)
def test_whatever_the_checker_accepts_has_a_sentence_in_every_language(tree: Expression) -> None:
    assume(isinstance(check(tree, SMALL), Checked))
    assert [*_unfit(tree, SMALL)] == []


@settings(max_examples=200)
@given(RANDOMS)
def test_a_sentence_says_what_the_expression_comes_to(random: Random) -> None:
    expr = condition(SCHEMA, random, Grammar(PRODUCTIONS, SUMS, written))
    assume(isinstance(check(expr, SCHEMA), Checked))
    read = {part.name for part in descend(expr) if isinstance(part, Name)}
    areas = {name: kind for name, kind in SCHEMA.fields.items() if name in read}
    document = typed_document(ObjectType(areas), random, absent=0)
    value = evaluate(expr, document, now=NOW).value
    assume(isinstance(value, bool))
    try:
        said = holds(claim_of(expr, outermost(expr, SCHEMA)), document)
    except Open:
        return
    assert said is value


@settings(max_examples=100)
@given(RANDOMS)
def test_twice_denied_is_said(random: Random) -> None:
    expr = condition(SCHEMA, random, Grammar(PRODUCTIONS, SUMS, written), depth=2)
    assert sentence(Unary("!", Unary("!", expr)), SCHEMA, "en") == sentence(expr, SCHEMA, "en")


@settings(max_examples=100)
@given(RANDOMS)
def test_a_sentence_never_begins_with_what_refers_back(random: Random) -> None:
    expr = condition(SCHEMA, random, Grammar(PRODUCTIONS, SUMS, written))
    assume(isinstance(check(expr, SCHEMA), Checked))
    first = [sentence(expr, SCHEMA, language)[0].text for language in LANGUAGES]
    assert [text for text in first if REFERS_BACK.match(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_constant_has_a_sentence(language: str) -> None:
    lines = sentence(Literal("bool", value=True), SCHEMA, language)
    assert [line.text[-1] for line in lines] in (["."], ["。"])


def _unfit(expr: Expression, schema: ObjectType) -> Iterator[str]:
    """The sentences that are empty, have no end, or show what no reader should see."""
    for language in LANGUAGES:
        lines = sentence(expr, schema, language)
        text = as_text(lines)
        if not text.endswith("." if language == "en" else "。") or any(
            UNFIT.search(re.sub("“[^”]*”|「[^」]*」", "“…”", line.text)) for line in lines
        ):
            yield text
