"""The difference of the law between two days, for the terminal and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from reglint.law.stricter import Direction
from reglint.model.law import Citation, Limit
from reglint.model.rule import Rule
from reglint.model.text import Text, in_language
from reglint.packs.law_diff import Change, LawChange, LawDifference
from reglint.report.columns import columns, padded, wrapped
from reglint.report.page import WIDTH

_INDENT = "    "


def diff_text(found: LawDifference, language: str) -> str:
    """The changes by instrument: where a provision stood and stands, what it asks for, its rules."""
    lines = [_headline(found, language), ""]
    for _, changes in groupby(found.changes, key=lambda change: change.stands.instrument):
        lines += _instrument(tuple(changes), language)
    lines += _rules("begun", found.begun, language)
    lines += _rules("ended", found.ended, language)
    return "\n".join(lines).rstrip()


def diff_json(found: LawDifference, language: str) -> str:
    """The same as JSON: `from`, `to`, `changes`, `rules_begun`, `rules_ended`."""
    shape = {
        "schema": "law-diff-v1",
        "from": found.first.isoformat(),
        "to": found.last.isoformat(),
        "changes": [_as_json(change, language) for change in found.changes],
        "rules_begun": [rule.id for rule in found.begun],
        "rules_ended": [rule.id for rule in found.ended],
    }
    return json.dumps(shape, ensure_ascii=False, indent=2)


def change_word(change: Change, language: str) -> str:
    """What happens to a provision, in a word."""
    return in_language(_WORDS[change.value], language)


def direction_word(way: Direction, language: str) -> str:
    """Whether more or less is asked for."""
    return in_language(_WORDS[way.value], language)


def limit_words(before: Limit | None, after: Limit | None) -> str:
    """What was asked for, and what is.

    >>> limit_words(Limit(">=", "5 years"), Limit(">=", "10 years"))
    '≥ 5 years → ≥ 10 years'
    """
    return " → ".join(f"{_SIGNS.get(one.op, one.op)} {one.value}" if one else "–" for one in (before, after))


_SIGNS = {">=": "≥", "<=": "≤", "==": "=", "!=": "≠"}


def _headline(found: LawDifference, language: str) -> str:
    counts = Counter(change.change for change in found.changes)
    said = ", ".join(
        f"{counts[change]} {change_word(change, language)}" for change in Change if counts[change]
    )
    days = in_language(_WORDS["days"], language).format(first=found.first, last=found.last)
    return f"{days}: {said or in_language(_WORDS['nothing'], language)}"


def _instrument(changes: tuple[LawChange, ...], language: str) -> Iterator[str]:
    newest = changes[0].stands
    yield from wrapped(
        in_language(newest.title, language), width=WIDTH, first=f"{newest.instrument}  ", rest="  "
    )
    for change in changes:
        yield from _change(change, language)
    yield ""


def _change(change: LawChange, language: str) -> Iterator[str]:
    word = padded(change_word(change.change, language), _widest(language))
    where = " → ".join(_where(one, language) for one in (change.before, change.after) if one is not None)
    first = f"  {word}  "
    rest = " " * columns(first)
    yield from wrapped(f"{change.stands.provision}: {where}", width=WIDTH, first=first, rest=rest)
    if change.before and change.after and change.before.provision != change.after.provision:
        instead = in_language(_WORDS["instead"], language).format(other=change.before.provision)
        yield from wrapped(instead, width=WIDTH, first=rest, rest=rest)
    if change.direction is not None:
        yield from wrapped(_asked(change, change.direction, language), width=WIDTH, first=rest, rest=rest)
    if change.rules:
        rules = in_language(_WORDS["rules"], language).format(rules=", ".join(change.rules))
        yield from wrapped(rules, width=WIDTH, first=rest, rest=rest)


def _asked(change: LawChange, way: Direction, language: str) -> str:
    pairs = (f"{name} {limit_words(*pair)}" for name, pair in sorted((change.limits or {}).items()))
    return ": ".join(filter(None, (direction_word(way, language), "; ".join(pairs))))


def _where(cited: Citation, language: str) -> str:
    return f"{in_language(cited.label, language)} ({cited.version})"


def _rules(key: str, rules: Iterable[Rule], language: str) -> Iterator[str]:
    lines = [f"{_INDENT}{rule.id}: {in_language(rule.title, language)}" for rule in rules]
    if lines:
        yield in_language(_WORDS[key], language)
        for line in lines:
            yield from wrapped(line.strip(), width=WIDTH, first=_INDENT, rest=_INDENT * 2)
        yield ""


def _as_json(change: LawChange, language: str) -> Mapping[str, object]:
    return {
        "change": change.change.value,
        "provision": change.stands.provision,
        "before": _cited(change.before, language),
        "after": _cited(change.after, language),
        "direction": change.direction.value if change.direction else None,
        "limits": {
            name: [f"{one.op} {one.value}" if one else None for one in pair]
            for name, pair in sorted((change.limits or {}).items())
        },
        "rules": list(change.rules),
    }


def _cited(cited: Citation | None, language: str) -> Mapping[str, object] | None:
    if cited is None:
        return None
    return {
        "provision": cited.provision,
        "version": cited.version,
        "label": in_language(cited.label, language),
        "duty": in_language(cited.duty, language),
    }


def _widest(language: str) -> int:
    return max(columns(change_word(change, language)) for change in Change)


_WORDS: Mapping[str, Text] = {
    "renumbered": {"en": "renumbered", "zh": "条号变更", "ja": "条番号の変更"},
    "new": {"en": "new", "zh": "新增", "ja": "新設"},
    "changed": {"en": "changed", "zh": "修改", "ja": "変更"},
    "repealed": {"en": "repealed", "zh": "废止", "ja": "廃止"},
    "stricter": {"en": "stricter", "zh": "趋严", "ja": "厳格化"},
    "looser": {"en": "looser", "zh": "放宽", "ja": "緩和"},
    "same": {"en": "the same figures", "zh": "数值不变", "ja": "数値に変更なし"},
    "mixed": {
        "en": "stricter in part, looser in part",
        "zh": "部分趋严、部分放宽",
        "ja": "一部厳格化、一部緩和",
    },
    "open": {"en": "not comparable by figures", "zh": "无法以数值比较", "ja": "数値では比較できない"},
    "days": {"en": "From {first} to {last}", "zh": "{first} 至 {last}", "ja": "{first} から {last} まで"},
    "nothing": {"en": "no change", "zh": "无变化", "ja": "変更なし"},
    "instead": {"en": "in place of {other}", "zh": "取代 {other}", "ja": "{other} に代わる"},
    "rules": {"en": "rules: {rules}", "zh": "规则：{rules}", "ja": "ルール：{rules}"},
    "begun": {"en": "Rules that begin", "zh": "开始适用的规则", "ja": "適用が始まるルール"},
    "ended": {"en": "Rules that end", "zh": "不再适用的规则", "ja": "適用が終わるルール"},
}
