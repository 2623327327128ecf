"""What explain says a rule needs to pass on a platform."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from tests.report.explain_knowledge import small_knowledge

from reglint.facts.schema import titles
from reglint.facts.shipped import shipped_vocabulary
from reglint.language.explain_needs import Need
from reglint.language.sentence.claims import Constant
from reglint.model.duration import parse_duration
from reglint.model.fact import Fact, Unknown
from reglint.model.place import Place
from reglint.model.quantity import Percent
from reglint.model.verdict import Reason
from reglint.pipeline.explain_applied import apply_with
from reglint.pipeline.knowledge import Knowledge
from reglint.pipeline.request import Request
from reglint.report.columns import columns
from reglint.report.explain_facts_text import place_of
from reglint.report.explain_found import RuleApplied
from reglint.report.explain_needs_text import Naming, need_words
from reglint.report.explain_pages import render
from reglint.report.page import WIDTH

DAY = dt.date(2026, 11, 24)
REDIS = "spring:\n  data:\n    redis: {host: cache}\n"
COMMAND_LINE = Place("command line")
TITLES = dict(titles(shipped_vocabulary().schema))


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """A small law and the rules on it."""
    return small_knowledge()


def _applied(knowledge: Knowledge, rule: str, folder: Path, *roles: str) -> RuleApplied:
    held = tuple(("cn", role) for role in roles)
    found = apply_with(knowledge, rule, Request(folder, DAY, roles=held))
    assert isinstance(found, RuleApplied)
    return found


def test_what_is_known_of_several_facts_is_said_of_each() -> None:
    facts = (
        Fact("a.b", Unknown(Reason.UNRESOLVED, "it may be cut short")),
        Fact("a.c", 3, shown="3"),
        Fact("a.d", Unknown(Reason.MISSING)),
    )
    words = (
        "it would have to hold that this never holds; a.b: it may be cut short; a.c is 3; a.d is not stated"
    )
    assert need_words(Need(Constant(holds=False), facts), "en", Naming({})) == words


def test_of_many_facts_that_one_need_has_the_first_are_told() -> None:
    facts = tuple(Fact(f"a.b{at}", at, shown=str(at)) for at in range(15))
    words = need_words(Need(Constant(holds=False), facts), "en", Naming({}))
    assert words.endswith("; a.b10 is 10; a.b11 is 11; … and 3 more")


STRENGTH = Fact("secrets[name=a].strength", "default", place=Place("a.yaml", 3, 5), shown="default")


@pytest.mark.parametrize(
    ("fact", "language", "element", "words"),
    [
        (STRENGTH, "en", "", "secrets[name=a].strength is the product's default (a.yaml:3:5)"),
        (STRENGTH, "en", "secrets[name=a]", "strength is the product's default"),
        (STRENGTH, "zh", "secrets[name=a]", "strength 现为产品默认值"),
        (STRENGTH, "ja", "secrets[name=a]", "strength は現在製品の既定値"),
        (Fact("a.every", parse_duration("5 years"), shown="5 years"), "zh", "", "a.every 现为5年"),
        (Fact("a.every", parse_duration("5 years"), shown="5 years"), "ja", "", "a.every は現在5年"),
        (Fact("a.share", Percent(Decimal(98)), shown="98 %"), "en", "", "a.share is 98%"),
        (Fact("a.list", 2, shown="2 elements"), "en", "", "a.list has 2 elements"),
        (
            Fact("a[b].c", Unknown(Reason.MISSING), place=Place("a.yaml", 3, 5)),
            "en",
            "",
            "a[b].c is not stated (a.yaml:3:5)",
        ),
        (Fact("a.c", Unknown(Reason.MISSING), place=Place("a.yaml", 3, 5)), "en", "", "a.c is not stated"),
        (Fact("a.list", 2, shown="2 elements"), "zh", "", "a.list 现有 2 项"),
        (Fact("a.list", 1, shown="1 of 2 elements"), "en", "", "a.list has 1 such among its 2"),
        (Fact("a.list", 1, shown="1 of 2 elements"), "zh", "", "a.list 现有 2 项，其中 1 项符合"),
        (Fact("a.list", 1, shown="1 of 2 elements"), "ja", "", "a.list は現在 2 件のうち 1 件が該当"),
        (Fact("a.text", "x" * 200, shown="x" * 200), "en", "", f"a.text is {'x' * 80}…{'x' * 79}"),
        (
            Fact("platform.roles.cn[0]", "bank", place=COMMAND_LINE, shown="bank"),
            "en",
            "",
            "platform.roles.cn[0] is bank (--role on the command line)",
        ),
        (
            Fact("a.b", True, place=COMMAND_LINE, shown="true"),  # noqa: FBT003 - a fact's value
            "ja",
            "",
            "a.b は現在真（コマンドラインの --set a.b）",
        ),
    ],
)
def test_what_is_known_of_a_fact_is_said_in_the_words_of_the_page(
    fact: Fact, language: str, element: str, words: str
) -> None:
    said = need_words(Need(Constant(holds=False), (fact,)), language, Naming(TITLES, element))
    assert said.endswith(words)
    assert said.removesuffix(words)[-1] in " ；。"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ((Fact("a.b", 1, place=COMMAND_LINE, shown="1"),), "--set a.b on the command line"),
        ((Fact("a.b", Unknown(Reason.MISSING), place=COMMAND_LINE),), ""),
        ((), ""),
    ],
    ids=["said", "not said", "no fact"],
)
def test_the_command_line_is_a_place_of_what_it_says_alone(facts: tuple[Fact, ...], words: str) -> None:
    assert place_of(COMMAND_LINE, facts, "en") == words


def test_elements_that_need_the_same_are_named_once_with_their_places(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    streams = "".join(f"    - {{name: s{at:03}, retention: 1 days}}\n" for at in range(15))
    (tmp_path / "platform.yaml").write_text(f'reglint: "1"\nlogging:\n  streams:\n{streams}', "utf-8")
    found = _applied(knowledge, "cn-law-logs", tmp_path, "bank")
    _, needed = render(found, "text", language="en", colour=False).split("to pass\n")
    lines = needed.splitlines()
    assert lines[0] == "    logging.streams[name=s000]: platform.yaml:4:31"
    assert lines[12:14] == [
        "    … and 3 more; -f json shows them",
        "      Any one of the following would do:",
    ]


def test_of_elements_that_need_different_things_the_first_are_shown(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    streams = "".join(f"    - {{name: s{at}, retention: {at + 1} days}}\n" for at in range(15))
    (tmp_path / "platform.yaml").write_text(f'reglint: "1"\nlogging:\n  streams:\n{streams}', "utf-8")
    found = _applied(knowledge, "cn-law-logs", tmp_path, "bank")
    page = render(found, "text", language="zh", colour=False)
    assert page.splitlines()[-1] == "    ……另有 3 项；用 -f json 查看"


def test_of_many_places_of_elements_with_one_name_the_first_are_shown(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    for at in range(6):
        (tmp_path / f"m{at}").mkdir()
        (tmp_path / f"m{at}" / "pom.xml").write_text("<project/>", "utf-8")
        (tmp_path / f"m{at}" / "application.yml").write_text(REDIS, "utf-8")
    found = _applied(knowledge, "cn-law-stores", tmp_path)
    page = render(found, "text", language="en", colour=False)
    assert "m3/application.yml:3:5, … and 2 more" in " ".join(page.split())
    assert "authentication is false" in page


def test_a_place_where_several_facts_stand_is_named_once(knowledge: Knowledge, tmp_path: Path) -> None:
    text = "server {\n  listen 80;\n  server_name a;\n}\n"
    (tmp_path / "nginx.conf").write_text(f"events {{}}\nhttp {{\n{text}}}\n", "utf-8")
    page = render(_applied(knowledge, "cn-law-endpoints", tmp_path), "text", language="en", colour=False)
    _, needed = page.split("to pass\n")
    assert needed.splitlines()[1] == "    network.endpoints[server=a,port=80]: nginx.conf:4:3"


def test_what_decides_whether_a_rule_applies_is_asked_first(knowledge: Knowledge, tmp_path: Path) -> None:
    (tmp_path / "platform.yaml").write_text('reglint: "1"\n', "utf-8")
    found = _applied(knowledge, "cn-law-endpoints", tmp_path)
    asked = "Whether the rule applies is open: platform.roles.cn, platform.mlps_level would settle it."
    assert f"to pass\n    {asked}\n" in render(found, "text", language="en", colour=False)


def test_a_long_name_is_shown_by_its_beginning_and_its_end(knowledge: Knowledge, tmp_path: Path) -> None:
    name = "a" * 300
    text = f'reglint: "1"\nlogging: {{streams: [{{name: {name}, retention: 1 day}}]}}\n'
    (tmp_path / "platform.yaml").write_text(text, "utf-8")
    found = _applied(knowledge, "cn-law-logs", tmp_path, "bank")
    page = render(found, "text", language="en", colour=False)
    assert max(columns(line) for line in page.splitlines()[2:]) <= WIDTH
    assert name in render(found, "json", language="en", colour=False)
