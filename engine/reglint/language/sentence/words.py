"""What sentences say between the facts, in en, zh and ja: phrases, joints, numbers of items."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from reglint.language.sentence.clause_words import CLAUSES
from reglint.language.sentence.relation_words import RELATIONS
from reglint.language.sentence.term_words import MEASURE_WORDS, TERMS
from reglint.law.numerals import chinese_numeral, japanese_numeral
from reglint.model.text import Text, in_language

_WORDS: Mapping[str, Text] = {**CLAUSES, **RELATIONS, **TERMS}
_COMMA = {"en": ", ", "zh": "、", "ja": "、"}
_LAST: Mapping[str, Text] = {
    "and": {"en": " and ", "zh": "和", "ja": "及び"},
    "or": {"en": " or ", "zh": "或者", "ja": "又は"},
    "nor": {"en": " nor ", "zh": "、", "ja": "又は"},
}
_CLAUSE_COMMA = {"en": ", ", "zh": "，", "ja": "、"}
_CLAUSE_LAST: Mapping[str, Text] = {
    "and": {"en": " and ", "zh": "，并且", "ja": "、かつ"},
    "or": {"en": " or ", "zh": "，或者", "ja": "、又は"},
}
_CONTINUED = {
    "である": "であり",
    "ている": "ており",
    "がある": "があり",
    "する": "し",
    "れる": "れ",
    "含む": "含み",
    "まる": "まり",
    "わる": "わり",
    "使う": "使い",
    "行う": "行い",
    "がない": "がなく",
    "いない": "おらず",
    "しない": "せず",
    "ない": "ず",
}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラム"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def phrase(key: str, language: str, **values: object) -> str:
    """The words under a key, with values put in.

    >>> phrase("first", "en", one="log stream")
    'the first log stream'
    """
    return in_language(_WORDS[key], language).format_map(values)


def has_phrase(key: str) -> bool:
    """Whether there are words under a key."""
    return key in _WORDS


def terms_joined(terms: Sequence[str], joint: str, language: str) -> str:
    """Terms as a list in a sentence. `joint` is and, or or nor.

    >>> terms_joined(["empty", "default", "weak"], "nor", "en")
    'empty, default nor weak'
    """
    if not terms:
        return phrase("nothing", language)
    *most, last = terms
    return f"{_COMMA[language].join(most)}{_LAST[joint][language]}{last}" if most else last


def clauses_joined(clauses: Sequence[str], joint: str, language: str, *, apart: bool = False) -> str:
    """Clauses in one. `joint` is and or or; `apart`: a comma stands before it, also between two.

    >>> clauses_joined(["it is red", "it is blue"], "or", "en")
    'it is red or it is blue'
    """
    *most, last = clauses
    if not most:
        return last
    if language == "ja":
        most = [continued(clause) if joint == "and" else f"{clause}か" for clause in most]
    serial = "," if language == "en" and (apart or len(most) > 1) else ""
    return f"{_CLAUSE_COMMA[language].join(most)}{serial}{_CLAUSE_LAST[joint][language]}{last}"


def continued(clause: str) -> str:
    """A Japanese clause in the form that another follows.

    >>> continued("期間が6か月である")
    '期間が6か月であり'
    """
    for ending, form in _CONTINUED.items():
        if clause.endswith(ending):
            return clause.removesuffix(ending) + form
    return clause


def measure_word(noun: str) -> str:
    """The measure word with which a Chinese noun is counted.

    >>> measure_word("反洗钱记录"), measure_word("日志流")
    ('条', '个')
    """
    return next((word for ending, word in MEASURE_WORDS.items() if noun.endswith(ending)), "个")


def item_label(position: int, depth: int, language: str) -> str:
    """The label of an item in a list, as statutes number them; `depth` is 1 for an outermost list.

    >>> item_label(2, 1, "en"), item_label(2, 1, "zh"), item_label(2, 2, "ja")
    ('(b)', '（二）', 'ロ')
    """
    return _LABELS[language][min(depth, 3) - 1](position)


def _nth(names: Sequence[str], position: int) -> str:
    return names[position - 1] if position <= len(names) else str(position)


_LABELS: Mapping[str, Sequence[Callable[[int], str]]] = {
    "en": (
        lambda position: f"({_nth(_LETTERS, position)})",
        lambda position: f"({_nth(_ROMAN, position)})",
        lambda position: f"({_nth(_LETTERS.upper(), position)})",
    ),
    "zh": (
        lambda position: f"（{chinese_numeral(position)}）",
        lambda position: f"{position}.",
        lambda position: f"（{position}）",
    ),
    "ja": (
        japanese_numeral,
        lambda position: _nth(_IROHA, position),
        lambda position: f"（{position}）",
    ),
}
