"""The limits of a provision in the words of the page: `at least 6 months`."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import TypeAlias

from reglint.language.sentence.values import value_words
from reglint.language.sentence.words import has_phrase, phrase
from reglint.model.duration import Duration, parse_duration
from reglint.model.law import Limit
from reglint.model.quantity import Money, Percent, parse_money, parse_percent
from reglint.report.words import say

_Figure: TypeAlias = int | Duration | Money | Percent

_FAMILIES: Mapping[type, str] = {Duration: "duration", int: "level", Percent: "level"}
"""Which of the words for a comparison a figure has; an amount has those that fit anything."""


def limit_words(limits: Mapping[str, Limit], language: str) -> str:
    """All limits in words; each has its name where there are several.

    >>> limit_words({"retention": Limit(">=", "6 months")}, "zh")
    '不少于6个月'
    >>> limit_words({"report": Limit("<=", "3 days"), "share": Limit(">", "90 %")}, "en")
    'report: at most 3 days; share: more than 90%'
    """
    said = {name: _bound(limit, language) for name, limit in limits.items()}
    if len(said) > 1:
        said = {name: say("labelled", language, label=name, words=words) for name, words in said.items()}
    return say("semicolon", language).join(said.values())


def _bound(limit: Limit, language: str) -> str:
    figure = _figure(limit.value)
    if figure is None:
        return f"{limit.op} {limit.value}"
    key = f"{limit.op} {_FAMILIES.get(type(figure), '')}"
    return phrase(key if has_phrase(key) else limit.op, language, right=value_words(figure, language))


def _figure(text: str) -> _Figure | None:
    """A limit's value as it was read from the text; None for what is no figure."""
    if text.isdecimal():
        return int(text)
    for parse in (parse_percent, parse_money, parse_duration):
        with suppress(ValueError):
            return parse(text)
    return None
