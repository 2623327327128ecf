"""Sentences that were read aloud: of the shipped rules, and of expressions for each way to say something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reglint.facts.shipped import shipped_vocabulary
from reglint.language.parser import parse
from reglint.language.sentence.logic import claim_of
from reglint.language.sentence.names import outermost
from reglint.language.sentence.needs import requirement
from reglint.language.sentence.text import as_text, sentence
from reglint.language.sentence.words import clauses_joined
from reglint.language.syntax import Expression
from reglint.model.schema import ListType, ObjectType, ScalarType
from reglint.packs.load import load_packs

GOLDEN = Path(__file__).parent / "golden"
SCHEMA = shipped_vocabulary().schema
LANGUAGES = ("en", "zh", "ja")
UNTITLED = ObjectType(
    {
        "app": ObjectType({"max_users": ScalarType("integer"), "open": ScalarType("boolean")}),
        "jobs": ListType(
            ObjectType({"run_by": ScalarType("string"), "tags": ListType(ScalarType("string"))})
        ),
    }
)


def _read(name: str) -> dict[str, str]:
    """The sentences of a golden file, in all languages, by the heading above them."""
    blocks = re.split(r"(?m)^## ", (GOLDEN / name).read_text(encoding="utf-8"))[1:]
    return {head: body.strip() for head, _, body in (block.partition("\n") for block in blocks)}


def _parsed(source: str) -> Expression:
    expr = parse(source)
    assert not isinstance(expr, tuple), expr
    return expr


def _said(*expressions: Expression | None) -> str:
    return "\n".join(_texts(*expressions))


def _texts(*expressions: Expression | None) -> Iterator[str]:
    for expr in expressions:
        if expr is not None:
            yield from (as_text(sentence(expr, SCHEMA, language)) for language in LANGUAGES)


@pytest.mark.parametrize(
    ("source", "said"), [pytest.param(*item, id=item[0]) for item in _read("expressions.txt").items()]
)
def test_an_expression_reads_as_it_was_read(source: str, said: str) -> None:
    assert _said(_parsed(source)) == said


def test_the_shipped_rules_read_as_they_were_read() -> None:
    rules = {loaded.rule.id: loaded for loaded in load_packs(SCHEMA).rules}
    read = _read("rules.txt")
    assert {name: _said(rules[name].when, rules[name].assertion) for name in read} == read


def test_every_shipped_rule_has_a_sentence_of_titles_and_words_alone() -> None:
    said = {loaded.rule.id: _said(loaded.when, loaded.assertion) for loaded in load_packs(SCHEMA).rules}
    assert {name: text for name, text in said.items() if "_" in text} == {}


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("app.max_users <= 5 && !app.open", "The max users is at most 5 and the open is false."),
        ("jobs.all(j, has(j.run_by))", "The run by of every entry of jobs is stated."),
        (
            "jobs.all(j, j.tags.exists(t, t.startsWith(j.run_by)))",
            (
                "For every entry of jobs, there is at least one entry of its tags that starts with"
                " the run by of the entry of jobs."
            ),
        ),
        (
            'jobs.filter(j, j.run_by == "a")[0].tags[0] == "b"',
            "The first entry of tags of the first entry of jobs whose run by is “a” is “b”.",
        ),
        (
            'jobs.exists(j, j.tags.exists(t, t == "a" || t == "b"))',
            (
                "There is at least one entry of jobs for which there is at least one entry of its tags"
                " that is “a” or “b”."
            ),
        ),
        (
            "jobs[1].run_by == jobs[0].run_by",
            "The run by of entry of jobs number 2 is the same as the run by of the first entry of jobs.",
        ),
    ],
)
def test_a_fact_without_a_title_is_called_by_its_name(source: str, said: str) -> None:
    assert as_text(sentence(_parsed(source), UNTITLED, "en")) == said


@pytest.mark.parametrize(
    ("source", "alike"),
    [
        ("!(platform.mlps_level < 3)", "platform.mlps_level >= 3"),
        ("!network.endpoints.exists(e, !e.tls)", "network.endpoints.all(e, e.tls)"),
        (
            "!incident.plan.exists || governance.security_officer.appointed",
            "implies(incident.plan.exists, governance.security_officer.appointed)",
        ),
        (
            "implies(incident.plan.exists, implies(has(custody.bank), platform.mlps_level >= 3))",
            "implies(incident.plan.exists && has(custody.bank), platform.mlps_level >= 3)",
        ),
        (
            'network.endpoints.all(e, !(e.exposure == "public" && !e.tls))',
            'network.endpoints.filter(e, e.exposure == "public").all(e, e.tls)',
        ),
        ("size(logging.streams.filter(s, s.immutable)) == 1", "logging.streams.exists_one(s, s.immutable)"),
    ],
    ids=["flipped", "none-not", "not-or", "nested-conditions", "not-and-not", "one"],
)
def test_what_is_denied_twice_is_said_plainly(source: str, alike: str) -> None:
    assert _said(_parsed(source)) == _said(_parsed(alike))


def test_a_japanese_clause_of_another_form_is_joined_as_it_is() -> None:
    assert clauses_joined(["赤い", "青い"], "and", "ja") == "赤い、かつ青い"


@pytest.mark.parametrize(
    ("source", "en", "zh"),
    [
        (
            "custody.reconciled_every <= days(1)",
            "the interval between reconciliations of the client reserve would have to be at most 1 day",
            "客户备付金核对周期应当不超过1日",
        ),
        (
            "has(custody.bank)",
            "the depository of the client reserve would have to be stated",
            "应当写明客户备付金存管机构",
        ),
        (
            "!has(custody.bank)",
            "the depository of the client reserve would have to be left out",
            "应当不写客户备付金存管机构",
        ),
        (
            'platform.home != "eu"',
            "the home jurisdiction would have to be other than the European Union",
            "主要管辖区应当不为欧盟",
        ),
        (
            "now <= incident.drills.last + years(1)",
            (
                "it would have to hold that the day of the last incident drill is no more than 1 year"
                " before the day of the assessment"
            ),
            "须符合：自最近一次应急演练日期起不超过1年",
        ),
        (
            "incident.plan.exists",
            "it would have to hold that there is an incident plan",
            "须符合：已制定应急预案",
        ),
        (
            "datastores.all(d, d.tls == d.crosses_internet)",
            (
                "it would have to hold that for every data store, both or neither of the following hold:"
                " (a) the connection to the data store is encrypted;"
                " (b) the connection to the data store crosses the internet"
            ),
            "须对每个数据存储，下列两项同时成立或者同时不成立：（一）连接已加密；（二）连接经过互联网",
        ),
    ],
    ids=["measure", "presence", "absence", "other", "elapsed", "fact", "list"],
)
def test_what_would_have_to_be_so_is_said_as_a_requirement(source: str, en: str, zh: str) -> None:
    expr = _parsed(source)
    claim = claim_of(expr, outermost(expr, SCHEMA))
    assert (requirement(claim, "en"), requirement(claim, "zh")) == (en, zh)
