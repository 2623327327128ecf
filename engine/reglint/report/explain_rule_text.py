"""A rule for the terminal: the sentence that a lawyer signs off on, the expression that an engineer does."""

from __future__ import annotations

from collections.abc import Iterator

from reglint.evaluate.findings import level_of
from reglint.language.sentence.text import sentence
from reglint.law.label import full_label
from reglint.model.law import Citation
from reglint.model.text import in_language
from reglint.packs.in_force import RuleInForce
from reglint.report.explain_found import RuleFound
from reglint.report.explain_limits import limit_words
from reglint.report.explain_rows import heading, in_english, quiet, row, rows, sentence_row
from reglint.report.explain_words import absence_words, method_words, says_words, severity_words, told
from reglint.report.page import Paint, ansi, plain


def render_rule(found: RuleFound, *, language: str, colour: bool) -> str:
    """The rule with its sentence, its expression, its law, and what else is known of it."""
    paint = ansi if colour else plain
    rule = found.rule
    lines = [
        heading(rule.id, in_language(rule.title, language), paint),
        *_sentence(found, language),
        *row(told("binds", language), binds_words(found, language)),
        *_expressions(found, paint),
        *_law(found, language),
        *rows(told("days", language), _days(found, language)),
        *_weight(found, language),
        *_reasons(found, language, paint),
        *_references(found, language, paint),
        *in_english(rule.title, language),
    ]
    return "\n".join(lines)


def binds_words(found: RuleFound, language: str) -> str:
    """The roles that a rule binds, by title and id."""
    titled = (f"{in_language(role.title, language)} ({role.id})" for role in found.binds)
    return "; ".join(titled) or told("anyone", language)


def days_words(found: RuleFound, language: str) -> Iterator[str]:
    """Each span of days on which a rule is in force."""
    for first, last in found.days:
        yield told("since" if last is None else "between", language, first=first, last=last)


def state_words(found: RuleFound, language: str) -> str:
    """Whether a rule is in force on the day, and if not, why."""
    if isinstance(found.state, RuleInForce):
        return told("in_force", language, day=found.as_of)
    why = absence_words(found.state.why.why, found.state.why.day, language)
    return told("not_in_force", language, day=found.as_of, why=why)


def _sentence(found: RuleFound, language: str) -> Iterator[str]:
    said = sentence(found.loaded.assertion, found.schema, language)
    yield from sentence_row(told("sentence", language), said)
    if found.loaded.when is not None:
        yield from sentence_row(told("where", language), sentence(found.loaded.when, found.schema, language))


def _expressions(found: RuleFound, paint: Paint) -> Iterator[str]:
    yield from row("when", found.rule.when or "")
    yield from row("assert", found.rule.assertion)
    place = found.rule.places.get("")
    yield from quiet(row("", str(place) if place is not None else ""), paint)


def _law(found: RuleFound, language: str) -> Iterator[str]:
    name = told("law", language)
    for cite in found.cites:
        yield from rows(name, _citation(found, cite, language))
        name = ""


def _citation(found: RuleFound, cite: Citation, language: str) -> Iterator[str]:
    yield f"{in_language(full_label(cite), language)} ({cite.provision})"
    yield told("duty", language, duty=in_language(cite.duty, language))
    limits = found.provisions[cite.provision].limits
    if limits:
        yield told("limits", language, limits=limit_words(limits, language))


def _days(found: RuleFound, language: str) -> Iterator[str]:
    spans = ", ".join(days_words(found, language)) or told("never", language)
    yield told("spans", language, spans=spans, state=state_words(found, language))


def _weight(found: RuleFound, language: str) -> Iterator[str]:
    rule = found.rule
    level = level_of(rule, found.cites)
    yield from row(told("severity", language), severity_words(rule.severity, level, language))
    yield from row(told("gives", language), says_words(rule.says, language))


def _reasons(found: RuleFound, language: str, paint: Paint) -> Iterator[str]:
    rule = found.rule
    yield from quiet(row(told("reading", language), in_language(rule.reading, language)), paint)
    yield from row(told("because", language), in_language(rule.because, language))
    yield from row(told("remedy", language), in_language(rule.remedy, language))


def _references(found: RuleFound, language: str, paint: Paint) -> Iterator[str]:
    rule = found.rule
    control = (
        f"{rule.control}: {in_language(found.control.title, language)}" if found.control else rule.control
    )
    named = {
        "method": method_words(rule.method, language),
        "status": told(rule.status.value, language),
        "control": control,
        "rows": ", ".join(rule.rows),
        "replaces": rule.replaces or "",
        "replaced_by": found.replaced_by,
    }
    for key, text in named.items():
        yield from quiet(row(told(key, language), text), paint)
