from __future__ import annotations

from dataclasses import replace

import pytest

from reglint.model.assessment import Assessment
from reglint.model.duration import parse_duration
from reglint.model.fact import Fact, Unknown, Value
from reglint.model.finding import Doubt, Finding
from reglint.model.quantity import Percent, parse_percent
from reglint.model.verdict import Basis, Reason, Verdict
from reglint.report.message import doubt_words, fact_words, message, sentence, value_words

TITLES = {
    "custody.reserve_ratio": {"en": "share that is deposited", "zh": "交存比例", "ja": "保全割合"},
    "network.endpoints[].tls": {"en": "encryption of the endpoint", "zh": "端点加密"},
}
RATIO = Fact("custody.reserve_ratio", parse_percent("98 %"), Basis.DECLARED, shown="98 %")
TLS = Fact("network.endpoints[server=pay,port=80].tls", value=False, basis=Basis.OBSERVED, shown="false")


def found(*facts: Fact, doubt: Doubt | None = None) -> Finding:
    return Finding(
        "r",
        "cn",
        Verdict.FAIL if doubt is None else Verdict.UNKNOWN,
        "high",
        "number",
        binding=True,
        title={"en": "All is well", "zh": "一切正常"},
        because={},
        remedy={},
        cites=(),
        facts=facts,
        doubt=doubt,
    )


def doubt(reason: Reason, *facts: str, would: Verdict = Verdict.UNKNOWN, detail: str = "") -> Doubt:
    return Doubt(reason, facts, would, detail)


MESSAGES = [
    ("the fact that decided", found(RATIO, TLS), "share that is deposited is 98 %", "交存比例为 98 %"),
    ("no fact", found(), "All is well", "一切正常"),
    (
        "what would be a breach",
        found(RATIO, doubt=doubt(Reason.APPLICABILITY, "platform.roles.cn", would=Verdict.FAIL)),
        "share that is deposited is 98 %",
        "交存比例为 98 %",
    ),
    (
        "an unknown",
        found(RATIO, doubt=doubt(Reason.MISSING, "custody.reserve_ratio")),
        "nobody says it; custody.reserve_ratio would settle it",
        "无人说明；说明 custody.reserve_ratio 即可判定",
    ),
    (
        "what would pass",
        found(RATIO, doubt=doubt(Reason.APPLICABILITY, "a.b", "c.d", would=Verdict.PASS)),
        "whether the rule applies is open; a.b, c.d would settle it",
        "规则是否适用未定；说明 a.b、c.d 即可判定",
    ),
]


@pytest.mark.parametrize(
    ("finding", "en", "zh"), [row[1:] for row in MESSAGES], ids=[row[0] for row in MESSAGES]
)
def test_what_a_finding_says_in_a_line(finding: Finding, en: str, zh: str) -> None:
    assert (message(finding, TITLES, "en"), message(finding, TITLES, "zh")) == (en, zh)


SENTENCES = [
    ("by its title", RATIO, "ja", "保全割合は 98 %"),
    ("with its element", TLS, "en", "encryption of the endpoint pay,port=80 is false"),
    ("in the language there is", TLS, "ja", "encryption of the endpoint（pay,port=80）：偽"),
    ("without a title", replace(RATIO, name="a.b"), "en", "a.b is 98 %"),
    (
        "an element by position",
        replace(TLS, name="network.endpoints[0].tls"),
        "en",
        "encryption of the endpoint 0 is false",
    ),
]


@pytest.mark.parametrize(
    ("fact", "language", "words"), [row[1:] for row in SENTENCES], ids=[row[0] for row in SENTENCES]
)
def test_a_fact_is_a_sentence(fact: Fact, language: str, words: str) -> None:
    assert sentence(fact, TITLES, language) == words


SECRET = Fact("secrets[name=db].strength", "default", Basis.OBSERVED, shown="default")
STREAMS = Fact("logging.streams", 1, Basis.OBSERVED, shown="1 element")
SHIPPED = Fact("logging.streams[name=A].shipped_to", 0, Basis.OBSERVED, shown="0 elements")
WORDED = {
    **TITLES,
    "network.endpoints[]": {"en": "endpoint", "zh": "端点"},
    "network.endpoints[].tls=false": {"en": "the endpoint does not use TLS", "zh": "端点未启用TLS"},
    "secrets[].strength": {"en": "strength of the secret", "zh": "口令强度"},
    "secrets[].strength=default": {"en": "the product's default", "zh": "产品默认值"},
    "logging.streams": {"en": "log streams", "zh": "日志流"},
    "logging.streams[]": {"en": "log stream", "zh": "日志流"},
    "logging.streams[].shipped_to": {"en": "destinations of the log stream", "zh": "日志流的去向"},
}
WORDS = [
    (
        "a boolean is a clause",
        TLS,
        "the endpoint pay,port=80 does not use TLS",
        "端点未启用TLS（pay,port=80）",
    ),
    (
        "a boolean without words",
        replace(TLS, value=True, shown="true"),
        "encryption of the endpoint pay,port=80 is true",
        "端点加密（pay,port=80）：是",
    ),
    (
        "a word of an enum",
        SECRET,
        "strength of the secret db is the product's default",
        "口令强度（db）为产品默认值",
    ),
    ("one element", STREAMS, "1 log stream", "日志流：1 项"),
    ("two elements", replace(STREAMS, value=2, shown="2 elements"), "2 log streams", "日志流：2 项"),
    ("a list of an element", SHIPPED, "0 destinations of the log stream A", "日志流的去向（A）：0 项"),
]


@pytest.mark.parametrize(("fact", "en", "zh"), [row[1:] for row in WORDS], ids=[row[0] for row in WORDS])
def test_a_value_in_the_words_of_the_schema(fact: Fact, en: str, zh: str) -> None:
    assert (sentence(fact, WORDED, "en"), sentence(fact, WORDED, "zh")) == (en, zh)


def test_a_clause_that_does_not_name_its_element_has_it_behind() -> None:
    titles = {"network.endpoints[].tls=false": {"en": "nothing is encrypted"}}
    assert sentence(TLS, titles, "en") == "nothing is encrypted (pay,port=80)"


def test_a_word_of_an_enum_stands_as_it_is_written_with_what_it_means_behind() -> None:
    name = "secrets[name=db].strength = default"
    said = [fact_words(SECRET, language, WORDED) for language in ("en", "zh")]
    assert said == [f"{name} (observed)", f"{name}（产品默认值，观察）"]


UNSEEN = Unknown(Reason.UNRESOLVED)
FACTS = [
    ("declared", RATIO, "en", "custody.reserve_ratio = 98 % (declared)"),
    (
        "with a note",
        replace(RATIO, note="product default"),
        "en",
        "custody.reserve_ratio = 98 % (declared, product default)",
    ),
    ("in Chinese", RATIO, "zh", "custody.reserve_ratio = 98 %（声明）"),
    ("unknown", replace(RATIO, value=UNSEEN), "en", "custody.reserve_ratio: the file does not settle it"),
    (
        "unknown with words",
        replace(RATIO, value=Unknown(Reason.UNRESOLVED, "a cap may delete earlier")),
        "en",
        "custody.reserve_ratio: a cap may delete earlier",
    ),
]


@pytest.mark.parametrize(
    ("fact", "language", "words"), [row[1:] for row in FACTS], ids=[row[0] for row in FACTS]
)
def test_a_fact_by_its_name(fact: Fact, language: str, words: str) -> None:
    assert fact_words(fact, language) == words


HALF_YEAR = parse_duration("6 months")
VALUES: list[tuple[str, Value, str, tuple[str, str, str]]] = [
    ("true", True, "true", ("true", "是", "真")),
    ("false", False, "false", ("false", "否", "偽")),
    ("a duration", HALF_YEAR, "6 months", ("6 months", "6个月", "6か月")),
    ("a duration in other words", HALF_YEAR, "no limit", ("no limit",) * 3),
    ("a percentage", Percent(parse_percent("98 %").amount), "98 %", ("98 %",) * 3),
    ("text", "mysql", "mysql", ("mysql",) * 3),
]


@pytest.mark.parametrize(
    ("value", "shown", "words"), [row[1:] for row in VALUES], ids=[row[0] for row in VALUES]
)
def test_a_value_in_three_languages(value: Value, shown: str, words: tuple[str, str, str]) -> None:
    fact = Fact("a.b", value, shown=shown)
    assert tuple(value_words(fact, language) for language in ("en", "zh", "ja")) == words


DOUBTS = [
    ("a reason alone", doubt(Reason.BUDGET), "the rule ran out of steps"),
    ("with words of its own", doubt(Reason.INDETERMINATE, detail="write 184 days"), "write 184 days"),
    (
        "fails if it applies",
        doubt(Reason.APPLICABILITY, "platform.roles.eu", would=Verdict.FAIL),
        "a breach if the rule applies; to settle it, say platform.roles.eu",
    ),
    (
        "fails unless",
        doubt(Reason.MISSING, "logging.stores", would=Verdict.FAIL),
        "a breach unless logging.stores shows otherwise",
    ),
]


@pytest.mark.parametrize(("one", "words"), [row[1:] for row in DOUBTS], ids=[row[0] for row in DOUBTS])
def test_why_a_finding_is_open(one: Doubt, words: str) -> None:
    assert doubt_words(one, "en") == words


def test_every_finding_has_a_line_in_every_language(run: Assessment) -> None:
    lines = [message(one, run.titles, language) for one in run.findings for language in ("en", "zh", "ja")]
    assert all(lines)
