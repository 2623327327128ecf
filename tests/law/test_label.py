from __future__ import annotations

import pytest

from reglint.law.label import full_label, label
from reglint.model.law import Citation, Force, Instrument, InstrumentVersion, Location
from reglint.model.text import in_language


def _instrument(jurisdiction: str, force: Force = Force.STATUTE, style: str = "article") -> Instrument:
    return Instrument("x", jurisdiction, {}, force, {}, {}, (), {}, citation_style=style)


def _version(number: str = "") -> InstrumentVersion:
    return InstrumentVersion("1", "", number=number)


CN, JP, EU = _instrument("cn"), _instrument("jp"), _instrument("eu")
LABELS = [
    (CN, Location("23", item="3"), "Art. 23 item 3", "第二十三条第三项", "第二十三条第三号"),
    (CN, Location("21"), "Art. 21", "第二十一条", "第二十一条"),
    (CN, Location("4", paragraph="1"), "Art. 4 para. 1", "第四条第一款", "第四条第一項"),
    (
        CN,
        Location("5", paragraph="1", item="2", point="3", sentence="2"),
        "Art. 5 para. 1 item 2 point 3 sentence 2",
        "第五条第一款第二项第三目第二句",
        "第五条第一項第二号第三目第二文",
    ),
    (CN, Location("120-1"), "Art. 120-1", "第一百二十条之一", "第百二十条の一"),
    (CN, Location("附件一", item="3"), "附件一 item 3", "附件一第三项", "附件一第三号"),
    (CN, Location("0"), "Art. 0", "0", "0"),
    (JP, Location("52"), "Art. 52", "第五十二条", "第五十二条"),
    (JP, Location("33", paragraph="2"), "Art. 33 para. 2", "第三十三条第二款", "第三十三条第二項"),
    (JP, Location("12-2", item="3"), "Art. 12-2 item 3", "第十二条之二第三项", "第十二条の二第三号"),
    (JP, Location("63-5-2"), "Art. 63-5-2", "第六十三条之五之二", "第六十三条の五の二"),
    (
        JP,
        Location("2", item="1", point="イ", sentence="ただし書"),
        "Art. 2 item 1 イ ただし書",
        "第二条第一项イただし書",
        "第二条第一号イただし書",
    ),
    (EU, Location("4", paragraph="3", point="d"), "Art. 4(3)(d)", "第4条第3款(d)项", "第4条第3項(d)"),
    (EU, Location("35", paragraph="1"), "Art. 35(1)", "第35条第1款", "第35条第1項"),
    (EU, Location("10a"), "Art. 10a", "第10a条", "第10a条"),
    (
        EU,
        Location("10", paragraph="1", point="a", item="ii", sentence="2"),
        "Art. 10(1)(a)(ii) sentence 2",
        "第10条第1款(a)(ii)项第2句",
        "第10条第1項(a)(ii)第2文",
    ),
    (EU, Location("Annex I", point="3"), "Annex I(3)", "Annex I(3)", "Annex I(3)"),
]


@pytest.mark.parametrize(
    ("instrument", "location", "en", "zh", "ja"),
    LABELS,
    ids=[f"{row[0].jurisdiction} {row[2]}" for row in LABELS],
)
def test_an_article_is_cited_as_its_jurisdiction_does(
    instrument: Instrument, location: Location, en: str, zh: str, ja: str
) -> None:
    labels = label(instrument, _version(), location)
    assert [in_language(labels, language) for language in ("en", "zh", "ja")] == [en, zh, ja]


ONE_FOR_ALL = [
    ("12 CFR Part 1005", Location("1005.11", point="c", item="1"), "12 CFR 1005.11(c)(1)"),
    ("12 CFR Part 1005", Location("1005.11", paragraph="c", item="1"), "12 CFR 1005.11(c)(1)"),
    ("15 U.S.C. 1693", Location("1693f", paragraph="a"), "15 U.S.C. 1693f(a)"),
    ("", Location("12 CFR 1005.2", point="i"), "12 CFR 1005.2(i)"),
    ("Public Law 106-102", Location("501", point="b", sentence="1"), "§ 501(b) sentence 1"),
]


@pytest.mark.parametrize(("number", "location", "expected"), ONE_FOR_ALL, ids=[row[2] for row in ONE_FOR_ALL])
def test_an_american_section_is_cited_within_its_code(number: str, location: Location, expected: str) -> None:
    assert label(_instrument("us"), _version(number), location) == {"en": expected}


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        (Location("8.1.4.1"), "8.1.4.1"),
        (Location("8.1.4.1", item="b"), "8.1.4.1 b)"),
        (Location("A.5.15"), "A.5.15"),
        (Location("6", item="a", point="2", sentence="1"), "6 a) 2) sentence 1"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
@pytest.mark.parametrize("force", [Force.STANDARD_MANDATORY, Force.STANDARD_RECOMMENDED])
def test_a_standard_is_cited_by_clause_wherever_it_is_from(
    force: Force, location: Location, expected: str
) -> None:
    assert label(_instrument("cn", force), _version(), location) == {"en": expected}


def test_a_style_that_the_instrument_names_goes_before_its_jurisdiction() -> None:
    instrument = _instrument("cn", style="clause")
    assert label(instrument, _version(), Location("3.2")) == {"en": "3.2"}


def test_a_jurisdiction_of_no_own_style_is_cited_like_europe() -> None:
    assert label(_instrument("sg"), _version(), Location("9", paragraph="2"))["en"] == "Art. 9(2)"


def test_a_full_label_names_the_law_its_version_and_the_place() -> None:
    location = Location("23", item="3")
    citation = Citation(
        provision="cn-csl#log-retention",
        instrument="cn-csl",
        version="2025",
        location=location,
        label=label(CN, _version(), location),
        title={"original": "中华人民共和国网络安全法", "en": "Cybersecurity Law", "zh": "网络安全法"},
        url="",
        force=Force.STATUTE,
        duty={},
    )
    assert full_label(citation) == {
        "en": "Cybersecurity Law (2025), Art. 23 item 3",
        "zh": "《网络安全法》（2025）第二十三条第三项",
        "ja": "Cybersecurity Law（2025）第二十三条第三号",
    }
