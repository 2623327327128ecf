"""GitHub Actions annotations: workflow commands on standard output, `::error file=…,line=…::message`.

Source: GitHub Docs, "Workflow commands for GitHub Actions".
"""

from __future__ import annotations

from reglint.model.assessment import Assessment
from reglint.model.diagnostic import Level
from reglint.model.finding import Finding
from reglint.model.text import in_language
from reglint.report.message import Titles
from reglint.report.shown import annotated, full_message, law_words
from reglint.report.visible import visible

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def render_github(assessment: Assessment, *, language: str, everything: bool) -> str:
    """A command for each breach; what would be one, and unknowns with `everything`, are notices.

    A breach that is lived with gets none: it would be an alert on every run.
    """
    shown = annotated(assessment.findings, everything=everything)
    return "\n".join(_command(one, assessment.titles, language) for one in shown if one.waiver is None)


def escaped(text: str) -> str:
    r"""The words of a message, with what would end it written as GitHub reads it.

    >>> escaped("100 %\nof it")
    '100 %25%0Aof it'
    """
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escaped_property(text: str) -> str:
    """The value of a property, in which a comma and a colon would end it as well.

    >>> escaped_property("a,b: c")
    'a%2Cb%3A c'
    """
    return escaped(text).replace(":", "%3A").replace(",", "%2C")


def _command(one: Finding, titles: Titles, language: str) -> str:
    name = "notice" if one.doubt is not None or one.level is None else _COMMANDS[one.level]
    properties = {**_place(one), "title": f"{one.rule}: {in_language(one.title, language)}"}
    listed = ",".join(f"{key}={escaped_property(visible(value))}" for key, value in properties.items())
    lines = (full_message(one, titles, language), law_words(one, language), in_language(one.remedy, language))
    return f"::{name} {listed}::{escaped(chr(10).join(visible(line) for line in lines if line))}"


def _place(one: Finding) -> dict[str, str]:
    place = one.place
    return {"file": place.path, "line": str(place.line), "col": str(place.column)} if place else {}
