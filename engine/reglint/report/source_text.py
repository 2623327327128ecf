"""The sources for the terminal: which there are, and what each sees in a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reglint.facts.source import Source
from reglint.model.fact import Unknown
from reglint.report.columns import wrapped
from reglint.report.message import value_words
from reglint.report.note_words import note_words
from reglint.report.page import BOLD, DIM, WIDTH, Paint
from reglint.report.source_seen import FactSeen, FileSeen, SourceSeen, Tried
from reglint.report.source_words import say
from reglint.report.visible import visible
from reglint.report.words import say as say_word


def listed_text(sources: Iterable[Source], language: str) -> Iterator[str]:
    """A line for each source: its formats, the names of its files, the lists that it fills."""
    for one in sources:
        names = dict.fromkeys(name for match in one.matches for name in match.names)
        words = say(
            "listed",
            language,
            id=one.id,
            title=one.title,
            formats=", ".join(one.reads),
            names=", ".join(names),
            into=", ".join(dict.fromkeys(extraction.into for extraction in one.extractions)),
        )
        yield from wrapped(words, width=WIDTH, rest="    ")


def seen_text(seen: FileSeen, language: str, paint: Paint) -> Iterator[str]:
    """The lines of a file: the sources that read it with all that they see, then why each other does not."""
    yield say("file", language, path=visible(seen.path), format=seen.format)
    for one in (one for one in seen.sources if one.tried):
        yield ""
        yield from _source(one, language, paint)
    others = [one.source.id for one in seen.sources if not one.tried]
    if others:
        yield ""
        names = say_word("between", language).join(others)
        yield from wrapped(say("not_format", language, names=names), width=WIDTH, rest="    ")


def _source(one: SourceSeen, language: str, paint: Paint) -> Iterator[str]:
    name = f"{one.source.id} ({one.source.title})"
    yield paint(
        say("matches" if one.matches else "not_matches", language, name=name), BOLD if one.matches else ""
    )
    for index, tried in enumerate(one.tried):
        yield from wrapped(_tried(index, tried, language), width=WIDTH, first="  ", rest="      ")
    yield from (f"  {visible(str(fault))}" for fault in one.diagnostics)
    if one.parts:
        yield from _parts(one, language, paint)
        yield from _left(one, language)
        yield from _idle(one, language)


def _tried(index: int, tried: Tried, language: str) -> str:
    if not tried.reasons:
        return say("fits", language, index=index)
    reasons = (say(key, language, words=words) for key, words in tried.reasons)
    return say("fits_not", language, index=index, reasons=say_word("semicolon", language).join(reasons))


def _parts(one: SourceSeen, language: str, paint: Paint) -> Iterator[str]:
    """The extractions that chose a node, with what their selectors found and the facts that came of it."""
    for index, part in enumerate(one.parts):
        if not part.chosen:
            continue
        yield f"  {say('part', language, index=index, into=part.into, chosen=part.chosen)}"
        spot = f"facts[{index}]."
        for count in one.counts:
            if count.nodes and count.spot.startswith(spot):
                values = {"spot": count.spot.removeprefix(spot), "text": count.text, "nodes": count.nodes}
                yield paint(f"      {say('selector', language, **values)}", DIM)
        yield from (f"    {_fact(seen, language)}" for seen in part.facts)


def _fact(seen: FactSeen, language: str) -> str:
    fact = seen.fact
    said = f"{fact.name} = {fact.shown}"
    if isinstance(fact.value, Unknown):
        said = say_word("unknown_fact", language, name=fact.name, value=value_words(fact, language))
    how = say("conversion", language, name=seen.conversion) if seen.conversion else say("as_it_is", language)
    place = f"{fact.place.line}:{fact.place.column}" if fact.place is not None else ""
    about = (place, how, seen.component, seen.environment, note_words(fact.note, language))
    return visible(
        said + say_word("bases", language, bases=say_word("comma", language).join(filter(None, about)))
    )


def _left(one: SourceSeen, language: str) -> Iterator[str]:
    """How many of the nodes that the source speaks of it reads, and the kinds of the others."""
    if one.left.total:
        kinds = (f"{visible(kind)} ×{count}" for kind, count in one.left.unread.items())
        values = {"read": one.left.read, "all": one.left.total}
        words = say("left" if one.left.unread else "none_left", language, **values)
        yield from wrapped(
            words + say_word("between", language).join(kinds), width=WIDTH, first="  ", rest="      "
        )


def _idle(one: SourceSeen, language: str) -> Iterator[str]:
    """The selectors that were asked and found nothing; without a chosen node, a setting's is not asked."""
    silent = tuple(f"facts[{index}].set." for index, part in enumerate(one.parts) if not part.chosen)
    asked = [count for count in one.counts if not count.spot.startswith(silent)]
    idle = [count for count in asked if not count.nodes]
    if not idle:
        yield f"  {say('all_found', language, all=len(asked))}"
        return
    yield f"  {say('idle', language, idle=len(idle), all=len(asked))}"
    yield from (f"      {count.spot} {count.text}" for count in idle)
