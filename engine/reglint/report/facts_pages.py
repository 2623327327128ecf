"""The facts of a platform in the formats that there are."""

from __future__ import annotations

from reglint.report.facts_found import FactsFound
from reglint.report.facts_json import render_json
from reglint.report.facts_missing_text import missing_text
from reglint.report.facts_skeleton import skeleton
from reglint.report.facts_text import files_text, known_text
from reglint.report.page import ansi, plain


def render(found: FactsFound, form: str, *, language: str, files: bool, colour: bool) -> str:
    """The facts as a page. `form` is text, json or yaml; `files` names each file. Only text has colours."""
    if form == "json":
        return render_json(found, language=language)
    if form == "yaml":
        return "\n".join(skeleton(found, language))
    paint = ansi if colour else plain
    body = (known_text if found.wanted is None else missing_text)(found, language, paint)
    return "\n".join((*body, *files_text(found.files, language, everything=files)))
