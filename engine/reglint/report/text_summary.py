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
from reglint.report.skipped_words import skipped_words
from reglint.report.text_finding import is_open, would_fail
from reglint.report.visible import visible
from reglint.report.words import basis_word, reason_word, say, say_count

_MOST_FACTS = 20
_MOST_RULES = 4


def open_questions(
    findings: Iterable[Finding], *, language: str, everything: bool, width: int = WIDTH
) -> Iterator[str]:
    """The facts that would settle unknown rules, those that settle most first."""
    rules = _rules_by_fact(findings, language)
    if not rules:
        return
    unknown = {rule for named in rules.values() for rule in named}
    yield say("unknown_heading", language, facts=len(rules), rules=len(unknown))
    ordered = sorted(rules.items(), key=lambda item: (-len(item[1]), item[0]))
    shown = ordered if everything else ordered[:_MOST_FACTS]
    for fact, named in shown:
        words = say("labelled", language, label=visible(fact), words=_some(named, language))
        yield from wrapped(words, width=width, first="  ", rest="      ")
    if len(ordered) > len(shown):
        yield f"  {say('more_facts', language, count=len(ordered) - len(shown))}"
    yield ""


def summary(assessment: Assessment, language: str, *, everything: bool, width: int = WIDTH) -> Iterator[str]:
    """The day, the counts of findings, of rules in each jurisdiction, and of files.

    Files that were not read are named where `everything` is wanted; how many have an ending, where that is
    all that is known.
    """
    for line in _counts(assessment, language):
        yield from wrapped(line, width=width, rest="    ")
    yield from wrapped(_files(assessment, language, everything=everything), width=width, rest="    ")
    for line in _unused(assessment, language) if everything else ():
        yield from wrapped(line, width=width, first="  ", rest="      ")


def roles_words(seen: PlatformSeen, jurisdiction: str, language: str) -> str:
    """The roles of a platform in a jurisdiction, as said or as presumed."""
    said = seen.roles.get(jurisdiction)
    presumed = seen.presumed.get(jurisdiction, ())
    if said is not None:
        words = say("between", language).join(said) or say("roles_denied", language)
    else:
        words = say("roles_unsaid", language)
        words += _presumed(presumed, language) if presumed else ""
    return say("labelled", language, label=say("roles", language), words=visible(words))


def tally_words(tally: Tally, language: str) -> str:
    """The counts of a jurisdiction, passes split by what they rest on."""
    bases = ((basis, tally.pass_by_basis.get(basis, 0)) for basis in Basis)
    split = say("between", language).join(
        f"{count} {basis_word(basis, language)}" for basis, count in bases if count
    )
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
        rules=say_count("rules_count", language, tally.in_force),
    )
    waiting = say("not_in_force", language, count=tally.not_in_force) if tally.not_in_force else ""
    return words + waiting


def _presumed(roles: Iterable[str], language: str) -> str:
    words = say(
        "labelled", language, label=say("presumed", language), words=say("between", language).join(roles)
    )
    return say("semicolon", language) + words


def _counts(assessment: Assessment, language: str) -> Iterator[str]:
    yield say("as_of", language, day=assessment.as_of.isoformat())
    for pack in assessment.packs:
        if pack.trust == "local-path":
            yield say("local_pack", language, name=pack.name, version=pack.version)
    yield _findings_words(assessment.findings, language)
    for jurisdiction, tally in sorted(assessment.tallies.items()):
        held = roles_words(assessment.platform, jurisdiction, language)
        yield say("tally", language, name=jurisdiction, held=held, counts=tally_words(tally, language))


def _files(assessment: Assessment, language: str, *, everything: bool) -> str:
    skipped, unread = len(assessment.skipped), sum(assessment.unread.values())
    more = say("all_names", language) if skipped + unread and not everything else ""
    return say("files", language, read=len(assessment.sources), skipped=skipped, unread=unread, more=more)


def _unused(assessment: Assessment, language: str) -> Iterator[str]:
    for one in assessment.skipped:
        reason = visible(skipped_words(one.reason, language))
        yield say("skipped", language, path=visible(one.path), reason=reason)
    kinds = [f"{visible(kind)} {count}" for kind, count in sorted(assessment.unread.items())]
    if kinds:
        yield say("unread", language, kinds=say("between", language).join(kinds))


def _rules_by_fact(findings: Iterable[Finding], language: str) -> dict[str, set[str]]:
    """The facts that are wanted, each with its rules; no list whose elements the same rule asks for."""
    facts: dict[str, set[str]] = {}
    for one in findings:
        facts.setdefault(one.rule, set()).update(_wanted(one, language))
    rules: dict[str, set[str]] = {}
    for rule, wanted in facts.items():
        for fact in wanted:
            if not any(other.startswith((f"{fact}[", f"{fact}.")) for other in wanted):
                rules.setdefault(fact, set()).add(rule)
    return rules


def _wanted(one: Finding, language: str) -> tuple[str, ...]:
    """The facts that would settle a finding; where none is to blame, the reason stands for them."""
    if one.doubt is None:
        return ()
    return one.doubt.facts or (one.doubt.detail or reason_word(one.doubt.reason, language),)


def _some(rules: set[str], language: str) -> str:
    names = sorted(rules)
    rest = len(names) - _MOST_RULES
    more = [say("more", language, count=rest)] if rest > 0 else []
    return say("between", language).join(names[:_MOST_RULES] + more)


def _findings_words(findings: Iterable[Finding], language: str) -> str:
    broken = [one for one in findings if one.verdict is Verdict.FAIL or would_fail(one)]
    failed = [one for one in broken if is_open(one)]
    waived = sum(one.waiver is not None for one in broken)
    levels = Counter(one.level for one in failed)
    words = say(
        "findings",
        language,
        findings=say_count("findings_count", language, len(failed)),
        rules=_rules_words(failed, language),
        error=levels[Level.ERROR],
        warning=levels[Level.WARNING],
        note=levels[Level.NOTE],
        would=len(broken) - len(failed) - waived,
    )
    return words + say("and_waived", language, count=waived) if waived else words


def _rules_words(failed: list[Finding], language: str) -> str:
    """How many rules failed; those of no jurisdiction, which no tally counts, are told apart."""
    own = len({one.rule for one in failed if not one.jurisdiction})
    words = say_count("rules_count", language, len({one.rule for one in failed}))
    return words + say("of_no_jurisdiction", language, count=own) if own else words
