from __future__ import annotations

import re

import pytest

from reglint.model.duration import parse_duration
from reglint.model.law import Force
from reglint.model.verdict import Basis, Reason, Verdict
from reglint.report import words
from reglint.report.words import (
    basis_word,
    duration_words,
    force_word,
    reason_word,
    say,
    say_count,
    verdict_word,
)

LANGUAGES = ("en", "zh", "ja")


def test_every_word_is_there_in_every_language() -> None:
    tables = (words._WORDS, words._BASES, words._REASONS, words._FORCES)  # noqa: SLF001 - the tables are what is tested
    missing = [key for table in tables for key, text in table.items() if set(text) != set(LANGUAGES)]
    assert missing == []


def test_every_basis_and_every_reason_has_a_word() -> None:
    assert all(basis_word(basis, language) for basis in Basis for language in LANGUAGES)
    assert all(reason_word(reason, language) for reason in Reason for language in LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_values_fit_in_every_language(language: str) -> None:
    counts = {"fail": 1, "warn": 2, "unknown": 3, "pass": 4, "na": 5, "waived": 6, "rules": 21, "bases": ""}
    numbers = re.findall(r"[0-9]+", say("summary", language, **counts))
    assert sorted(map(int, numbers)) == [1, 2, 3, 4, 5, 6, 21]


DURATIONS = [
    ("100 days", ("100 days", "100日", "100日")),
    ("1 day", ("1 day", "1日", "1日")),
    ("5 business days", ("5 business days", "5个工作日", "5営業日")),
    ("90 minutes", ("90 minutes", "90分钟", "90分")),
    ("7 months", ("7 months", "7个月", "7か月")),
]


@pytest.mark.parametrize(("text", "said"), DURATIONS)
def test_durations_are_said_in_their_unit(text: str, said: tuple[str, str, str]) -> None:
    assert tuple(duration_words(parse_duration(text), language) for language in LANGUAGES) == said


def test_what_does_not_bind_says_so_and_what_binds_says_nothing() -> None:
    said = {force for force in Force for language in LANGUAGES if force_word(force, language)}
    assert said == {force for force in Force if not force.binding}


@pytest.mark.parametrize(("count", "words"), [(0, "0 rules"), (1, "1 rule"), (2, "2 rules")])
def test_one_is_said_in_the_singular(count: int, words: str) -> None:
    assert say_count("rules_count", "en", count) == words


def test_verdicts_have_words() -> None:
    said = [
        verdict_word(verdict, "en") for verdict in (Verdict.PASS, Verdict.UNKNOWN, Verdict.NOT_APPLICABLE)
    ]
    assert said == ["pass", "unknown", "not applicable"]


def test_a_fail_is_said_by_its_level() -> None:
    with pytest.raises(KeyError):
        verdict_word(Verdict.FAIL, "en")
