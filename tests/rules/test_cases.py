"""Every case file: platforms whose comments say what must be found, and on which line.

A document is a platform file. Its first line says the day, roles, facts of the command line, and what a rule
says of the whole (`pass: id`); a comment at the end of a line says what is found there (`# fail: id`). What a
rule finds and its own case file does not say fails the test. What is attested names
`evidence.txt`, which lies beside the platform file.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from reglint.evaluate.findings import fold
from reglint.model.assessment import Assessment
from reglint.model.finding import Finding
from reglint.model.rule import Status
from reglint.model.verdict import Verdict
from reglint.pipeline.check import check_with
from reglint.pipeline.knowledge import Knowledge
from reglint.pipeline.request import Request

HERE = Path(__file__).parent
EVIDENCE = b"evidence\n"
"""What every attested case rests on; the cases have its SHA-256."""

VERDICTS = ("pass", "fail", "unknown", "not_applicable")
AT_A_LINE = re.compile(r"# (fail|unknown|would-fail): ([a-z0-9-]+(?:, [a-z0-9-]+)*)")


@dataclass(frozen=True)
class Case:
    """One document. `on_the_whole` are verdicts by rule, `at_lines` triples of rule, line and word."""

    rule: str
    text: str
    day: dt.date
    roles: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    on_the_whole: Mapping[str, str]
    at_lines: tuple[tuple[str, int, str], ...]


def documents(file: Path) -> Iterator[tuple[str, Case]]:
    texts = re.split(r"^---\n", file.read_text("utf-8"), flags=re.MULTILINE)
    for number, text in enumerate(texts, start=1):
        yield f"{file.stem}-{number}", case(file.stem, text)


def case(rule: str, text: str) -> Case:
    first, *rest = text.splitlines()
    said = [part.partition(": ")[::2] for part in first.removeprefix("# ").split(" · ")]
    strangers = {key for key, _ in said} - {"as-of", "role", "set", *VERDICTS}
    assert not strangers, f"{rule}: {strangers} in {first}"
    return Case(
        rule,
        text,
        day=dt.date.fromisoformat(dict(said)["as-of"]),
        roles=tuple(pair(word, ":") for key, words in said if key == "role" for word in words.split(", ")),
        facts=tuple(pair(words, "=") for key, words in said if key == "set"),
        on_the_whole={name: key for key, names in said if key in VERDICTS for name in names.split(", ")},
        at_lines=tuple(
            (name, number, word)
            for number, line in enumerate(rest, start=2)
            for word, names in AT_A_LINE.findall(line)
            for name in names.split(", ")
        ),
    )


def pair(text: str, sign: str) -> tuple[str, str]:
    before, _, after = text.partition(sign)
    return before, after


def assessed(one: Case, knowledge: Knowledge, folder: Path) -> Assessment:
    (folder / "platform.yaml").write_text(one.text, "utf-8")
    (folder / "evidence.txt").write_bytes(EVIDENCE)
    result = check_with(knowledge, Request(folder, one.day, roles=one.roles, facts=one.facts))
    assert isinstance(result, Assessment)
    return result


def found_at_lines(one: Case, findings: Iterable[Finding]) -> Iterator[tuple[str, int, str]]:
    """What must be accounted for; of a rule in the first line, what would fail or is another verdict."""
    for finding in findings:
        rule, line = finding.rule, finding.place.line if finding.place is not None else 0
        would_fail = finding.doubt is not None and finding.doubt.would is Verdict.FAIL
        if would_fail:
            yield rule, line, "would-fail"
        elif finding.verdict in ("fail", "unknown") and one.on_the_whole.get(rule) != finding.verdict:
            yield rule, line, str(finding.verdict)


CASES = [named for file in sorted(HERE.glob("*/*/*.yaml")) for named in documents(file)]


@pytest.mark.parametrize("one", [one for _, one in CASES], ids=[name for name, _ in CASES])
def test_a_case_finds_what_its_comments_say_and_nothing_else(
    one: Case, knowledge: Knowledge, tmp_path: Path
) -> None:
    result = assessed(one, knowledge, tmp_path)
    spoken_of = {one.rule, *one.on_the_whole, *(rule for rule, _, _ in one.at_lines)}
    concerned = [finding for finding in result.findings if finding.rule in spoken_of]
    assert result.diagnostics == ()
    assert sorted(set(found_at_lines(one, concerned))) == sorted(one.at_lines)
    folded = {rule: fold(f for f in concerned if f.rule == rule) for rule in one.on_the_whole}
    assert folded == one.on_the_whole


def test_every_active_rule_has_a_case_for_each_verdict(knowledge: Knowledge) -> None:
    shown: dict[str, set[str]] = {}
    for _, one in CASES:
        said = {*one.on_the_whole.items(), *((rule, word) for rule, _, word in one.at_lines)}
        shown.setdefault(one.rule, set()).update(word for rule, word in said if rule == one.rule)
    active = [loaded for loaded in knowledge.packs.rules if loaded.rule.status is Status.ACTIVE]
    for_all = {loaded.rule.id for loaded in active if "anyone" in loaded.rule.binds and loaded.when is None}
    wanted = {loaded.rule.id: set(VERDICTS) for loaded in active}
    wanted |= {rule: set(VERDICTS) - {"not_applicable"} for rule in for_all}
    missing = {rule: words - shown.get(rule, set()) for rule, words in wanted.items()}
    assert {rule: words for rule, words in missing.items() if words} == {}


def test_every_case_file_is_of_a_rule(knowledge: Knowledge) -> None:
    rules = {
        loaded.rule.id: f"{loaded.rule.jurisdiction}/{loaded.rule.instrument}"
        for loaded in knowledge.packs.rules
    }
    files = {file.stem: file.parent.relative_to(HERE).as_posix() for file in HERE.glob("*/*/*.yaml")}
    assert {stem: rules.get(stem) for stem in files} == files
