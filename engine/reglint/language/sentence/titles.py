"""Titles of facts inside a sentence: told apart from the element that they belong to, and put together anew.

A title names its element, as in `retention of the log stream`. In a sentence that speaks of the element
already this is `its retention`; where there are two of them, `the retention of log stream A`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_IMPERSONAL = ("it is stated that ", "it is not stated that ", "it would have to hold that ")
_ITSELF = {"zh": "该值", "ja": "それが"}
_OF_IT = ("が", "との", "の")
_RUNS_ON = ("前", "后", "後", "中", "以")
"""What after a name makes another noun of it, as in `端点前` and `培训后`."""
_LEAST_OVERLAP = 2  # characters of an element's name in Chinese and Japanese by which a title names it


def without_element(title: str, one: str, language: str) -> str:
    """The title without its element; as it is where it does not end, or in Chinese begin, with it.

    >>> without_element("retention of the log stream", "log stream", "en")
    'retention'
    >>> without_element("会话的空闲超时", "用户会话", "zh")
    '空闲超时'
    """
    if language == "en":
        endings = (f" of the {name}" for name in _names(one))
        return next((title.removesuffix(end) for end in endings if title.endswith(end)), title)
    of = "的" if language == "zh" else "の"
    starts = (f"{name}{of}" for name in _parts(one))
    return next((title.removeprefix(start) for start in starts if title.startswith(start)), title)


def names_element(title: str, one: str, language: str) -> bool:
    """Whether the title says by itself whose it is.

    >>> names_element("day of the last audit", "audit", "en"), names_element("start", "audit", "en")
    (True, False)
    """
    if language == "en":
        return any(f" {name} " in f" {title} " for name in _names(one))
    return any(name in title for name in _parts(one))


def with_element(title: str, one: str, owner: str, language: str) -> str:
    """The title with an owner in the place of its element; "" where it does not name it.

    >>> with_element("retention of the log stream", "log stream", "log stream A", "en")
    'retention of log stream A'
    """
    if language == "en":
        found = next((f"the {name}" for name in _names(one) if f"the {name}" in title), "")
        return title.replace(found, owner, 1) if found else ""
    name = next((name for name in _parts(one) if title.startswith(name)), "")
    return owner + title.removeprefix(name) if name else ""


def titled_with(title: str, one: str, owner: str, language: str) -> str:
    """As `with_element`, where the owner stands before a title that has only its name in front.

    >>> titled_with("日志流名称", "日志流", "日志流A", "zh")
    '日志流A的名称'
    """
    whole = with_element(title, one, owner, language)
    of = {"zh": "的", "ja": "の"}.get(language, "")
    rest = whole.removeprefix(owner)
    return whole if not whole or rest.startswith(of) else owner + of + rest


def as_it(clause: str, one: str, language: str) -> str:
    """A clause about the element that was just named; in Chinese and Japanese it goes without it.

    >>> as_it("the endpoint uses TLS", "endpoint", "en"), as_it("端点启用TLS", "服务端点", "zh")
    ('it uses TLS', '启用TLS')
    """
    if language != "en":
        return next((rest for rest in _predicates(clause, one, language) if rest), clause)
    starts = (f"the {name} " for name in _names(one))
    start = next((start for start in starts if clause.startswith(start)), "")
    return f"it {clause.removeprefix(start)}" if start else clause


def relative(clause: str, language: str) -> str:
    """A clause as it stands beside the noun that it is about; "" where, in English, it can't.

    >>> [relative(clause, "en") for clause in ("its kind is audit log", "it uses TLS", "the plan is stated")]
    ['whose kind is audit log', 'that uses TLS', '']
    """
    if language != "en":
        return clause.removeprefix(_ITSELF.get(language, ""))
    for start, opening in (("its ", "whose "), ("it ", "that ")):
        if not clause.startswith(_IMPERSONAL) and clause.startswith(start):
            return opening + clause.removeprefix(start)
    return ""


def of_each(narrowed: str, many: str) -> str:
    """An English noun in the plural, narrowed by what is said of each.

    >>> of_each("log streams that uses TLS and that is fast", "log streams")
    'log streams each of which uses TLS and each of which is fast'
    """
    guard = narrowed.removeprefix(many)
    return many + re.sub(r"(^ |, |, and |, or | and | or )that ", r"\1each of which ", guard)


def _predicates(clause: str, one: str, language: str) -> Iterator[str]:
    """What is left of a clause without a name of the element, where that is one by itself."""
    for name in _parts(one):
        if language == "ja":
            rests = (clause.removeprefix(name + of) for of in _OF_IT if clause.startswith(name + of))
            yield from (rest for rest in rests if rest[:1] not in _RUNS_ON)
        elif clause.startswith(name):
            rest = clause.removeprefix(name)
            yield "" if rest[:1] in _RUNS_ON or len(rest) < _LEAST_OVERLAP else rest.removeprefix("的")


def _names(one: str) -> Iterator[str]:
    """The name of the element and shorter ones: of `account of client funds` also `account`."""
    yield one
    head = one.partition(" of ")[0].partition(" that ")[0]
    if head != one:
        yield head
    if " " in head:
        yield head.rpartition(" ")[2]


def _parts(one: str) -> Iterator[str]:
    """The element's name, its endings and its beginnings, the longest first."""
    yield one
    for size in range(len(one) - 1, _LEAST_OVERLAP - 1, -1):
        yield one[-size:]
        yield one[:size]
