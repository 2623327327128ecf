"""A run for the terminal: breaches first, then what would be one, then what nobody has said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TypeAlias

from reglint.documents.snippet import excerpt
from reglint.law.label import full_label
from reglint.model.assessment import Assessment, PlatformSeen, Tally
from reglint.model.diagnostic import Level
from reglint.model.finding import Finding
from reglint.model.text import in_language
from reglint.model.verdict import Basis, Verdict
from reglint.report.columns import columns, wrapped
from reglint.report.message import doubt_words, fact_words, message
from reglint.report.words import basis_word, say, verdict_word

TextOf: TypeAlias = Callable[[str], str | None]
"""A file's path → its text, for excerpts; None where it has none."""

WIDTH = 100
"""The columns that a line of notes takes."""

_MOST_FACTS = 3
_LOUDEST_FIRST = (Level.ERROR, Level.WARNING, Level.NOTE, None)
_COLOURS = {Level.ERROR: "31", Level.WARNING: "33", Level.NOTE: "36"}
_BOLD, _DIM = "1", "2"


def render_text(
    assessment: Assessment, text_of: TextOf, *, language: str, everything: bool, colour: bool
) -> str:
    """The run as text. Passes and rules that do not apply are shown only where `everything` is wanted."""
    page = _Page(assessment, text_of, language, colour=colour)
    fails = [one for one in assessment.findings if one.verdict is Verdict.FAIL]
    would = [one for one in assessment.findings if _would_fail(one)]
    lines: list[str] = []
    for one in (*_loudest(fails), *_loudest(would)):
        lines += [*page.finding(one), ""]
    if everything:
        rest = [one for one in assessment.findings if one not in fails and one not in would]
        lines += [page.headline(one) for one in rest] + ([""] if rest else [])
    if not fails and not would:
        lines += [say("nothing_found", language), ""]
    lines += [*page.open_questions(), *page.summary()]
    return "\n".join(lines)


class _Page:
    """What every part of the page needs to know."""

    def __init__(self, assessment: Assessment, text_of: TextOf, language: str, *, colour: bool) -> None:
        self.assessment = assessment
        self.text_of = text_of
        self.language = language
        self.colour = colour

    def finding(self, one: Finding) -> Iterator[str]:
        yield self.headline(one)
        yield from self.excerpt(one)
        yield from self.note("rule", in_language(one.title, self.language))
        for fact in one.facts[:_MOST_FACTS]:
            yield from self.note("found", fact_words(fact, self.language))
        if one.doubt is not None:
            yield from self.note("open", doubt_words(one.doubt, self.language))
        for cite in one.cites:
            yield from self.note("law", in_language(full_label(cite), self.language))
        if one.reading:
            yield from self.note("reading", in_language(one.reading, self.language))
        yield from self.note("fix", in_language(one.remedy, self.language))

    def headline(self, one: Finding) -> str:
        where = f"{one.place}: " if one.place is not None else ""
        word = str(one.level or verdict_word(one.verdict, self.language))
        would = f"{say('would_fail', self.language)}, " if _would_fail(one) else ""
        label = self.painted(f"{would}{word}[{one.rule}]", _COLOURS.get(one.level, _DIM) if one.level else _DIM)
        return f"{self.painted(where, _BOLD)}{label} {message(one, self.assessment.titles, self.language)}"

    def excerpt(self, one: Finding) -> Iterator[str]:
        text = self.text_of(one.place.path) if one.place is not None else None
        if one.place is not None and text is not None:
            shown = excerpt(text, one.place, self.assessment.redactions.get(one.place.path, ()))
            if shown.source:
                margin = " " * len(str(shown.line))
                yield f"  {shown.line} | {shown.source}"
                yield f"  {margin} | {self.painted(shown.marker, _COLOURS.get(one.level, _DIM) if one.level else _DIM)}"

    def note(self, key: str, words: str) -> Iterator[str]:
        first = f"  = {say(key, self.language)}: "
        lines = wrapped(words, width=WIDTH, first=first, rest=" " * columns(first))
        yield from (self.painted(line, _DIM) if key in ("reading", "open") else line for line in lines)

    def open_questions(self) -> Iterator[str]:
        """The facts that would settle unknown rules, those that settle most first."""
        rules: dict[str, set[str]] = {}
        for one in self.assessment.findings:
            for fact in one.doubt.facts if one.doubt is not None else ():
                rules.setdefault(fact, set()).add(one.rule)
        if rules:
            unknown = {rule for named in rules.values() for rule in named}
            yield say("unknown_heading", self.language, facts=len(rules), rules=len(unknown))
            for fact, named in sorted(rules.items(), key=lambda item: (-len(item[1]), item[0])):
                yield f"  {fact}: {', '.join(sorted(named))}"
            yield ""

    def summary(self) -> Iterator[str]:
        assessment = self.assessment
        yield say("as_of", self.language, day=assessment.as_of.isoformat())
        for pack in assessment.packs:
            if pack.trust == "local-path":
                yield say("local_pack", self.language, name=pack.name, version=pack.version)
        for jurisdiction, tally in sorted(assessment.tallies.items()):
            held = roles_words(assessment.platform, jurisdiction, self.language)
            yield f"{jurisdiction} ({held}): {tally_words(tally, self.language)}"
        counts = {
            "read": len(assessment.sources),
            "skipped": len(assessment.skipped),
            "unread": sum(assessment.unread.values()),
        }
        yield say("files", self.language, **counts)

    def painted(self, words: str, code: str) -> str:
        return f"\x1b[{code}m{words}\x1b[0m" if self.colour and words else words


def roles_words(seen: PlatformSeen, jurisdiction: str, language: str) -> str:
    """The roles of a platform in a jurisdiction, as said or as presumed."""
    said = seen.roles.get(jurisdiction)
    presumed = seen.presumed.get(jurisdiction, ())
    parts = [", ".join(said) if said else say("no_roles", language)]
    if said is None and presumed:
        parts.append(f"{say('presumed', language)}: {', '.join(presumed)}")
    return f"{say('roles', language)}: {'; '.join(parts)}"


def tally_words(tally: Tally, language: str) -> str:
    """The counts of a jurisdiction, passes split by what they rest on."""
    bases = Counter({Basis(basis): count for basis, count in tally.pass_by_basis.items()})
    split = ", ".join(f"{count} {basis_word(basis, language)}" for basis, count in sorted(bases.items()))
    return say(
        "summary",
        language,
        fail=tally.failed,
        warn=tally.warned,
        unknown=tally.unknown,
        **{"pass": tally.passed},
        bases=f" ({split})" if split else "",
        na=tally.not_applicable,
        waived=tally.waived,
        all=tally.in_force,
    )


def _would_fail(one: Finding) -> bool:
    return one.doubt is not None and one.doubt.would is Verdict.FAIL


def _loudest(findings: list[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda one: _LOUDEST_FIRST.index(one.level))
