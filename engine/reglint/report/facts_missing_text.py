"""The facts that are missing, for the terminal: what each is, how it is written, what it would settle."""

from __future__ import annotations

from collections.abc import Iterator

from reglint.model.schema import ListType
from reglint.model.text import in_language
from reglint.report.columns import wrapped
from reglint.report.facts_example import choices_of, example_of
from reglint.report.facts_found import FactsFound, WantedFact
from reglint.report.facts_words import say
from reglint.report.page import BOLD, WIDTH, Paint
from reglint.report.visible import visible
from reglint.report.words import say as say_word

_MOST_RULES = 6
_MOST_CHOICES = 8


def missing_text(found: FactsFound, language: str, paint: Paint) -> Iterator[str]:
    """The lines of the facts that would settle rules."""
    wanted = found.wanted or ()
    if not wanted:
        yield say("wanted_nothing", language)
        return
    rules = {rule for one in wanted for rule in one.rules}
    yield say("wanted", language, facts=len(wanted), rules=len(rules))
    yield ""
    for one in wanted:
        yield from _fact(one, language, paint)


def how_to_write(one: WantedFact, language: str) -> str:
    """An example of the fact, and what else there is to choose from."""
    if one.kind is None:
        return say("seen_by_source", language)
    choices = (*choices_of(one.kind), *one.roles)
    if not choices:
        return say("write", language, example=example_of(one.kind))
    rest = len(choices) - _MOST_CHOICES
    more = (say_word("more", language, count=rest),) if rest > 0 else ()
    listed = say_word("between", language).join((*choices[:_MOST_CHOICES], *more))
    key = "write_one"
    if isinstance(one.kind, ListType):
        key = "write_some" if one.kind.inventory else "write_some_or_none"
    return say(key, language, words=listed, example=example_of(one.kind, one.roles))


def settles(one: WantedFact, language: str) -> str:
    """The rules that a fact would settle."""
    return say("settles", language, count=len(one.rules), rules=_some(one.rules, language))


def _fact(one: WantedFact, language: str, paint: Paint) -> Iterator[str]:
    title = in_language(one.title, language)
    name = paint(visible(one.name), BOLD)
    yield say("area", language, name=name, title=title) if title else name
    notes = [how_to_write(one, language), settles(one, language)]
    if one.breaches:
        notes.append(say("breaches", language, rules=_some(one.breaches, language)))
    for note in notes:
        yield from wrapped(visible(note), width=WIDTH, first="  ", rest="      ")
    yield ""


def _some(rules: tuple[str, ...], language: str) -> str:
    rest = len(rules) - _MOST_RULES
    more = [say_word("more", language, count=rest)] if rest > 0 else []
    return say_word("between", language).join([*rules[:_MOST_RULES], *more])
