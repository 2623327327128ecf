"""Titles of facts inside a sentence: told apart from the element that they belong to, and put together anew.

A title names its element, as in `retention of the log stream`. In a sentence that speaks of the element
already this is `its retention`; where there are two of them, `the retention of log stream A`.
"""

from __future__ import annotations

from collections.abc import Iterator

_IMPERSONAL = ("it is stated that ", "it is not stated that ", "it would have to hold that ")
_ITSELF = {"zh": "其", "ja": "それが"}
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


def as_it(clause: str, one: str) -> str:
    """An English clause about the element that was just named.

    >>> as_it("the endpoint uses TLS", "endpoint")
    'it uses TLS'
    """
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
