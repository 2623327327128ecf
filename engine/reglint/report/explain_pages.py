"""Explanations in the formats that there are."""

from __future__ import annotations

from reglint.report.explain_clause_text import render_clause
from reglint.report.explain_found import ClauseFound, RuleApplied, RuleFound
from reglint.report.explain_json import render_json
from reglint.report.explain_platform_text import render_applied
from reglint.report.explain_rule_text import render_rule


def render(found: RuleFound | RuleApplied | ClauseFound, form: str, *, language: str, colour: bool) -> str:
    """An explanation as a page. `form` is text or json; only text has colours."""
    if form == "json":
        return render_json(found, language=language)
    if isinstance(found, ClauseFound):
        return render_clause(found, language=language, colour=colour)
    if isinstance(found, RuleFound):
        return render_rule(found, language=language, colour=colour)
    return render_applied(found, language=language, colour=colour)
