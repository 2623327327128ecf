"""The end of a terminal page: what would settle the unknowns, and the counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from reglint.model.assessment import Assessment, PlatformSeen, Tally
from reglint.model.diagnostic import Level
from reglint.model.finding import Finding
from reglint.model.verdict import Basis, Verdict
from reglint.report.columns import wrapped
from reglint.report.page import WIDTH
from reglint.report.text_finding import would_fail
from reglint.report.visible import visible
from reglint.report.words import basis_word, reason_word, say

_MOST_FACTS = 20
_MOST_RULES = 4


def open_questions(findings: Iterable[Finding], *, language: str, everything: bool) -> Iterator[str]:
    """The facts that would settle unknown rules, those that settle most first."""
    rules: dict[str, set[str]] = {}
    for one in findings:
        for fact in _wanted(one, language):
            rules.setdefault(fact, set()).add(one.rule)
    if not rules:
        return
    unknown = {rule for named in rules.values() for rule in named}
    yield say("unknown_heading", language, facts=len(rules), rules=len(unknown))
    ordered = sorted(rules.items(), key=lambda item: (-len(item[1]), item[0]))
    shown = ordered if everything else ordered[:_MOST_FACTS]
    for fact, named in shown:
        yield from wrapped(
            f"{visible(fact)}: {_some(named, language)}", width=WIDTH, first="  ", rest="      "
        )
    if len(ordered) > len(shown):
        yield f"  {say('more_facts', language, count=len(ordered) - len(shown))}"
    yield ""


def summary(assessment: Assessment, language: str) -> Iterator[str]:
    """The day, the counts of findings, of rules in each jurisdiction, and of files."""
    yield say("as_of", language, day=assessment.as_of.isoformat())
    for pack in assessment.packs:
        if pack.trust == "local-path":
            yield say("local_pack", language, name=pack.name, version=pack.version)
    yield _findings_words(assessment.findings, language)
    for jurisdiction, tally in sorted(assessment.tallies.items()):
        held = roles_words(assessment.platform, jurisdiction, language)
        yield f"{jurisdiction} ({held}): {tally_words(tally, language)}"
    counts = {
        "read": len(assessment.sources),
        "skipped": len(assessment.skipped),
        "unread": sum(assessment.unread.values()),
    }
    yield say("files", language, **counts)


def roles_words(seen: PlatformSeen, jurisdiction: str, language: str) -> str:
    """The roles of a platform in a jurisdiction, as said or as presumed."""
    said = seen.roles.get(jurisdiction)
    presumed = seen.presumed.get(jurisdiction, ())
    if said is not None:
        words = ", ".join(said) or say("roles_denied", language)
    else:
        words = say("roles_unsaid", language)
        words += f"; {say('presumed', language)}: {', '.join(presumed)}" if presumed else ""
    return f"{say('roles', language)}: {visible(words)}"


def tally_words(tally: Tally, language: str) -> str:
    """The counts of a jurisdiction, passes split by what they rest on."""
    bases = ((basis, tally.pass_by_basis.get(basis, 0)) for basis in Basis)
    split = ", ".join(f"{count} {basis_word(basis, language)}" for basis, count in bases if count)
    words = say(
        "summary",
        language,
        fail=tally.failed,
        warn=tally.warned,
        unknown=tally.unknown,
        **{"pass": tally.passed},
        bases=say("bases", language, bases=split) if split else "",
        na=tally.not_applicable,
        waived=tally.waived,
        all=tally.in_force,
    )
    waiting = say("not_in_force", language, count=tally.not_in_force) if tally.not_in_force else ""
    return words + waiting


def _wanted(one: Finding, language: str) -> tuple[str, ...]:
    """The facts that would settle a finding; where none is to blame, the reason stands for them."""
    if one.doubt is None:
        return ()
    return one.doubt.facts or (one.doubt.detail or reason_word(one.doubt.reason, language),)


def _some(rules: set[str], language: str) -> str:
    names = sorted(rules)
    rest = len(names) - _MOST_RULES
    more = f", {say('more', language, count=rest)}" if rest > 0 else ""
    return ", ".join(names[:_MOST_RULES]) + more


def _findings_words(findings: Iterable[Finding], language: str) -> str:
    broken = [one for one in findings if one.verdict is Verdict.FAIL or would_fail(one)]
    levels = Counter(one.level for one in broken if one.verdict is Verdict.FAIL)
    return say(
        "findings",
        language,
        error=levels[Level.ERROR],
        warning=levels[Level.WARNING],
        note=levels[Level.NOTE],
        would=len(broken) - levels.total(),
    )
