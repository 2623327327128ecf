"""The facts of a platform for the terminal: a line each, by area, and what became of the files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from reglint.model.fact import Fact, Unknown
from reglint.model.text import in_language
from reglint.model.verdict import Basis
from reglint.report.facts_found import FactsFound, FilesSeen, KnownFact, PartsSeen
from reglint.report.facts_words import say
from reglint.report.message import attested_words, value_words
from reglint.report.note_words import note_words
from reglint.report.page import BOLD, DIM, Paint
from reglint.report.skipped_words import skipped_words
from reglint.report.visible import visible
from reglint.report.words import basis_word
from reglint.report.words import say as say_word

_USUAL = frozenset({"", "default"})  # environments that need no word


def known_text(found: FactsFound, language: str, paint: Paint) -> Iterator[str]:
    """The lines of the facts that are known: one for each, however long, for whoever searches them."""
    known = found.known or ()
    for area, members in groupby(known, key=lambda one: one.fact.name.partition(".")[0].partition("[")[0]):
        kind = found.schema.fields.get(area)
        title = in_language(kind.title, language) if kind is not None else ""
        yield paint(say("area", language, name=area, title=title) if title not in ("", area) else area, BOLD)
        for one in members:
            yield from _fact(one, language, paint)
        yield ""
    yield _counted(known, language)


def files_text(files: FilesSeen, language: str, *, everything: bool) -> Iterator[str]:
    """What became of the files: how many, and each of them where `everything` is wanted."""
    if everything:
        for read in files.read:
            values = {"path": visible(read.path), "source": read.format, "facts": read.facts}
            yield say("read", language, **values)
        for skipped in files.skipped:
            reason = visible(skipped_words(skipped.reason, language))
            yield say("skipped", language, path=visible(skipped.path), reason=reason)
        yield from (say("unread", language, path=visible(path)) for path in files.unread)
        yield from (_parts(one, language) for one in files.parts)
    more = "" if everything else say("more_files", language)
    counts = {name: len(getattr(files, name)) for name in ("read", "skipped", "unread")}
    yield say("files", language, more=more, **counts)


def _parts(one: PartsSeen, language: str) -> str:
    """How many of its parts a source reads, and the kinds of the others."""
    kinds = (f"{visible(kind)} ×{count}" for kind, count in one.unread.items())
    values = {"source": one.source, "read": one.read, "all": one.total}
    unread = say_word("between", language).join(kinds)
    return say("parts" if unread else "all_parts", language, unread=unread, **values)


def _fact(one: KnownFact, language: str, paint: Paint) -> Iterator[str]:
    fact = one.fact
    key = "unknown_line" if isinstance(fact.value, Unknown) else "line"
    words = visible(say(key, language, name=fact.name, value=_value(fact, language)))
    about = visible(say_word("comma", language).join(_about(one, language)))
    yield f"  {words}{paint(say_word('bases', language, bases=about), DIM)}"
    for said in one.overruled:
        basis = basis_word(said.basis, language)
        line = say("overruled", language, place=said.place, value=said.shown, basis=basis)
        yield paint(f"      {visible(line)}", DIM)


def _value(fact: Fact, language: str) -> str:
    """What is written in files, so that it can be written again; of an unknown, why it is one."""
    return value_words(fact, language) if isinstance(fact.value, Unknown) else fact.shown


def _about(one: KnownFact, language: str) -> Iterator[str]:
    """What it rests on, where, whose it is, and what qualifies it."""
    fact = one.fact
    yield basis_word(fact.basis, language)
    if fact.place is not None:
        yield str(fact.place)
    if attested_words(fact, language):
        yield attested_words(fact, language)
    owner = "/".join(filter(None, (one.component, *({one.environment} - _USUAL))))
    if owner:
        yield say("owner", language, owner=owner)
    if one.sensitive and not isinstance(fact.value, Unknown):
        yield say("secret", language)
    if fact.note:
        yield note_words(fact.note, language)


def _counted(known: Iterable[KnownFact], language: str) -> str:
    facts = [one.fact for one in known]
    if not facts:
        return say("no_facts", language)
    counts = Counter(fact.basis for fact in facts)
    bases = (f"{basis_word(basis, language)} {counts[basis]}" for basis in Basis if counts[basis])
    return say(
        "facts",
        language,
        facts=len(facts),
        bases=say_word("between", language).join(bases),
        unknown=sum(isinstance(fact.value, Unknown) for fact in facts),
    )
