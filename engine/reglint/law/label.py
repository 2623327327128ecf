"""Labels: a provision's location in the words by which lawyers of its jurisdiction cite it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from reglint.law.numerals import chinese_numeral, japanese_numeral
from reglint.model.law import Citation, Force, Instrument, InstrumentVersion, Location
from reglint.model.text import Text, in_language

Style: TypeAlias = Callable[[InstrumentVersion, Location], Text]

_STANDARDS = frozenset({Force.STANDARD_MANDATORY, Force.STANDARD_RECOMMENDED})
_NUMBER = re.compile(r"[1-9][0-9]{0,3}(?:[-之の][1-9][0-9]{0,3})*")
_CODE = re.compile(r"[0-9]+ (?:CFR|U\.S\.C\.)")


def label(instrument: Instrument, version: InstrumentVersion, location: Location) -> Text:
    """Where a provision stands, in each language: 第二十三条第三项, Art. 23 item 3."""
    return _STYLES[_style_of(instrument)](version, location)


def full_label(citation: Citation) -> Text:
    """A citation that stands alone: `Cybersecurity Law (2025), Art. 23 item 3`."""
    title = {language: in_language(citation.title, language) for language in ("en", "zh", "ja")}
    where = {language: in_language(citation.label, language) for language in ("en", "zh", "ja")}
    return {
        "en": f"{title['en']} ({citation.version}), {where['en']}",
        "zh": f"《{title['zh'].strip('《》')}》（{citation.version}）{where['zh']}",
        "ja": f"{title['ja']}（{citation.version}）{where['ja']}",
    }


def _style_of(instrument: Instrument) -> str:
    """The style that the instrument names, else that of standards, else that of its jurisdiction."""
    if instrument.citation_style != "article":
        return instrument.citation_style
    if instrument.force in _STANDARDS:
        return "clause"
    return _BY_JURISDICTION.get(instrument.jurisdiction, "eu-article")


def _kanji_article(_: InstrumentVersion, location: Location) -> Text:
    """第二十三条第三项 in Chinese, 第二十三条第三号 in Japanese, Art. 23 item 3 in English."""
    parts = (location.article, location.paragraph, location.item, location.point, location.sentence)
    named = zip(parts, ("Art.", "para.", "item", "point", "sentence"), strict=True)
    return {
        "en": " ".join(_english(part, name) for part, name in named if part),
        "zh": _counted(parts, "条款项目句", chinese_numeral, "之"),
        "ja": _counted(parts, "条項号目文", japanese_numeral, "の"),
    }


def _english(part: str, name: str) -> str:
    return f"{name} {part}" if part[0].isdecimal() else part


def _counted(
    parts: tuple[str | None, ...], counters: str, numeral: Callable[[int], str], insertion: str
) -> str:
    """Each part with its counter; an inserted one as 第十二条の二. What is no number stands as it is."""
    return "".join(
        _part(part, counter, numeral, insertion)
        for part, counter in zip(parts, counters, strict=True)
        if part
    )


def _part(part: str, counter: str, numeral: Callable[[int], str], insertion: str) -> str:
    if not _NUMBER.fullmatch(part):
        return part
    first, *inserted = (numeral(int(number)) for number in re.split(r"\D", part))
    return f"第{first}{counter}" + "".join(insertion + number for number in inserted)


def _european_article(_: InstrumentVersion, location: Location) -> Text:
    """Art. 4(3)(d); 第4条第3款(d)项; 第4条第3項(d). An annex is called the same in every language."""
    inner = _bracketed(location.paragraph, location.point, location.item)
    if not location.article[0].isdecimal():
        return {"en": f"{location.article}{inner}{_sentence(location)}"}
    deeper = _bracketed(location.point, location.item)
    paragraph = location.paragraph
    return {
        "en": f"Art. {location.article}{inner}{_sentence(location)}",
        "zh": f"第{location.article}条"
        + (f"第{paragraph}款" if paragraph else "")
        + (f"{deeper}项" if deeper else "")
        + (f"第{location.sentence}句" if location.sentence else ""),
        "ja": f"第{location.article}条"
        + (f"第{paragraph}項" if paragraph else "")
        + deeper
        + (f"第{location.sentence}文" if location.sentence else ""),
    }


def _american_section(version: InstrumentVersion, location: Location) -> Text:
    """12 CFR 1005.11(c)(1): the number of the title is that of the version, `12 CFR part 1005`."""
    inner = _bracketed(location.paragraph, location.point, location.item)
    code = _CODE.match(version.number)
    named = _CODE.match(location.article)
    section = "" if named else f"{code[0]} " if code else "§ "
    return {"en": f"{section}{location.article}{inner}{_sentence(location)}"}


def _clause(_: InstrumentVersion, location: Location) -> Text:
    """8.1.4.1, and 8.1.4.1 b) for what is listed in it."""
    listed = (location.paragraph, location.item, location.point)
    return {"en": location.article + "".join(f" {part})" for part in listed if part) + _sentence(location)}


def _bracketed(*parts: str | None) -> str:
    return "".join(f"({part})" for part in parts if part)


def _sentence(location: Location) -> str:
    return f" sentence {location.sentence}" if location.sentence else ""


_STYLES: Mapping[str, Style] = {
    "cn-article": _kanji_article,
    "jp-article": _kanji_article,
    "eu-article": _european_article,
    "us-section": _american_section,
    "clause": _clause,
}
_BY_JURISDICTION = {
    "cn": "cn-article",
    "eu": "eu-article",
    "jp": "jp-article",
    "us": "us-section",
}
