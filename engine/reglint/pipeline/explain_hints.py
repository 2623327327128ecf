"""What may be meant by a name that is neither a rule nor a clause."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterator

from reglint.law.cite import cite
from reglint.law.spelling import did_you_mean
from reglint.model.diagnostic import Level
from reglint.packs.pack import Packs

_NUMBERED = re.compile("^第([0-9]{1,4})条")
_MOST = 6
"""How many names a hint lists."""


def hint_for(name: str, packs: Packs, as_of: dt.date) -> str:
    """What to write instead of a name that no rule has."""
    hint = next(filter(None, (ask(name, packs, as_of) for ask in _QUESTIONS)))
    return f"{hint} Not all rules could be read, as said above." if _rules_are_missing(packs) else hint


def clauses(packs: Packs) -> Iterator[str]:
    """All clauses, as `instrument#provision`."""
    for instrument in packs.catalogue.instruments.values():
        yield from (f"{instrument.id}#{provision}" for provision in instrument.provisions)


def _rules_are_missing(packs: Packs) -> bool:
    return any(one.level is Level.ERROR for one in packs.diagnostics)


def _instrument(name: str, packs: Packs, _: dt.date) -> str:
    if name not in packs.catalogue.instruments:
        return ""
    return f"It is an instrument; write reglint law show {name}, or one of its clauses."


def _article(name: str, packs: Packs, as_of: dt.date) -> str:
    """Clauses that stand where the name says: `Art. 23`, 第二十三条."""
    wanted = _folded(_NUMBERED.sub(r"art\1", unicodedata.normalize("NFKC", name)))
    found = [clause for clause in clauses(packs) if wanted and _stands_at(clause, wanted, packs, as_of)]
    if not found:
        return ""
    return f"Articles move, so clauses have names: on {as_of.isoformat()} write {_listed(found)}."


def _stands_at(clause: str, wanted: str, packs: Packs, as_of: dt.date) -> bool:
    instrument, _, provision = clause.partition("#")
    found = cite(packs.catalogue.instruments[instrument], provision, as_of)
    labels = (_folded(label) for label in found.label.values()) if found is not None else ()
    return any(label == wanted or _goes_on(label, wanted) for label in labels)


def _goes_on(label: str, start: str) -> bool:
    """Whether a label is the start and a part of it: `Art. 23 item 3`, not `Art. 231`."""
    rest = label.removeprefix(start)
    return rest != label and not (rest[0].isdecimal() and start[-1].isdecimal())


def _folded(label: str) -> str:
    """A label without what people write in several ways: `Article 23` and `art. 23` are one."""
    return label.casefold().replace("article", "art").replace(".", "").replace(" ", "")


def _nearest(name: str, packs: Packs, _: dt.date) -> str:
    rules = [loaded.rule.id for loaded in packs.rules]
    return did_you_mean(name, rules, show_all=0) or did_you_mean(name, [*clauses(packs)], show_all=0)


def _words(name: str, packs: Packs, _: dt.date) -> str:
    """Rules and clauses that have all the words of the name in theirs."""
    words = name.casefold().replace("-", " ").replace("#", " ").split()
    known = (*(loaded.rule.id for loaded in packs.rules), *clauses(packs))
    found = [one for one in known if words and all(word in one for word in words)]
    return f"Write {_listed(found)}." if found else ""


def _path(name: str, *_: object) -> str:
    looks_like_one = name in {".", ".."} or "/" in name or name.endswith((".yaml", ".yml", ".xml", ".conf"))
    return (
        "It looks like a path; name the rule before it: reglint explain RULE PATH." if looks_like_one else ""
    )


def _anything(*_: object) -> str:
    return "reglint law show lists an instrument's rules and clauses: reglint law show cn-csl."


def _listed(names: list[str]) -> str:
    """`a, b or c`, the first of them where they are many."""
    *most, last = names[:_MOST]
    shown = f"{', '.join(most)} or {last}" if most else last
    return f"{shown}, or one of {len(names) - _MOST} more" if len(names) > _MOST else shown


_QUESTIONS: tuple[Callable[[str, Packs, dt.date], str], ...] = (
    _instrument,
    _path,
    _article,
    _nearest,
    _words,
    _anything,
)
