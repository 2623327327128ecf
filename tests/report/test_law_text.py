from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from reglint.model.law import (
    Force,
    Instrument,
    InstrumentVersion,
    Limit,
    Location,
    Provision,
    Suspension,
)
from reglint.model.rule import Rule, Says, Severity
from reglint.report.columns import columns
from reglint.report.law_text import WIDTH, render_instrument
from reglint.report.law_words import force_in

LAW = Instrument(
    id="cn-csl",
    jurisdiction="cn",
    titles={"original": "中华人民共和国网络安全法", "en": "Cybersecurity Law", "zh": "网络安全法"},
    force=Force.STATUTE,
    issuer={"en": "Standing Committee", "zh": "全国人大常委会"},
    authority={"en": "Cyberspace Administration", "zh": "国家网信部门"},
    versions=(
        InstrumentVersion(
            "2016",
            "https://old.example",
            adopted=dt.date(2016, 11, 7),
            since=dt.date(2017, 6, 1),
            until=dt.date(2025, 12, 31),
            number="第五十三号",
        ),
        InstrumentVersion("2025", "https://new.example", since=dt.date(2026, 1, 1)),
    ),
    provisions={
        "log-retention": Provision(
            "log-retention",
            {"2016": Location("21", item="3"), "2025": Location("23", item="3")},
            {"en": "Keep the logs for six months.", "zh": "日志保存六个月。"},
            limits={"retention": Limit(">=", "6 months")},
            penalties=("fine", "gone"),
            read_text="cn-csl-2025",
        ),
        "fine": Provision(
            "fine",
            {"2025": Location("61", since=dt.date(2026, 7, 1))},
            {"en": "A fine.", "zh": "罚款。"},
        ),
    },
)
RULE = Rule(
    id="cn-csl-log-retention",
    jurisdiction="cn",
    instrument="cn-csl",
    title={"en": "Network logs are kept", "zh": "留存网络日志"},
    cites=("cn-csl#log-retention",),
    binds=(),
    control="",
    severity=Severity.HIGH,
    says=Says.NUMBER,
    assertion="",
    because={},
    remedy={},
)
OTHER = replace(RULE, id="cn-other", cites=("cn-other#x",))
ENGLISH = """\
cn-csl  Cybersecurity Law (中华人民共和国网络安全法)
  Force          statute, binding
  Issued by      Standing Committee
  Supervised by  Cyberspace Administration

Versions
  2016  2017-06-01 to 2025-12-31, 第五十三号, adopted 2016-11-07
        https://old.example
* 2025  from 2026-01-01, in force on 2026-11-25
        https://new.example

Provisions
  cn-csl#log-retention
      2016  Art. 21 item 3
    * 2025  Art. 23 item 3
      Keep the logs for six months.
      Limits     retention >= 6 months
      Penalties  Art. 61 (cn-csl#fine)
                 cn-csl#gone
      Rules      cn-csl-log-retention: Network logs are kept

  cn-csl#fine
    * 2025  Art. 61, from 2026-07-01
      A fine.
      Not checked against the text.
"""
CHINESE = """\
cn-csl  网络安全法 (中华人民共和国网络安全法)
  效力      法律，有约束力
  制定机关  全国人大常委会
  主管机关  国家网信部门

版本
* 2016  2017-06-01 至 2025-12-31, 第五十三号, 2016-11-07 通过, 2025-12-31 施行中
        https://old.example
  2025  自 2026-01-01 起
        https://new.example

条款
  cn-csl#log-retention
    * 2016  第二十一条第三项
      2025  第二十三条第三项
      日志保存六个月。
      限值       retention >= 6 months
      罚则       cn-csl#fine
                 cn-csl#gone
      规则       cn-csl-log-retention: 留存网络日志

  cn-csl#fine
      2025  第六十一条, 自 2026-07-01 起
      罚款。
      尚未与原文核对。
"""
DAYS = [("en", dt.date(2026, 11, 25), ENGLISH), ("zh", dt.date(2025, 12, 31), CHINESE)]


@pytest.mark.parametrize(("language", "day", "expected"), DAYS, ids=[row[0] for row in DAYS])
def test_a_law_is_shown_as_it_stands_on_the_day(language: str, day: dt.date, expected: str) -> None:
    assert render_instrument(LAW, as_of=day, language=language, rules=[OTHER, RULE]) == expected


LINES = [
    (
        "a text whose first day is not known",
        replace(LAW, versions=(InstrumentVersion("2025", "", seen=dt.date(2016, 11, 14)),)),
        "* 2025  as read on 2016-11-14; the first day is not known, in force on 2026-11-25",
    ),
    (
        "a suspension without end",
        replace(LAW, suspended=(Suspension(dt.date(2026, 3, 1), None, "a court", "https://stay.example"),)),
        "  Suspended from 2026-03-01, by a court https://stay.example",
    ),
    (
        "nothing in force",
        replace(LAW, versions=LAW.versions[:1]),
        "  Nothing of it is in force on 2026-11-25.",
    ),
    (
        "a proposal",
        replace(LAW, force=Force.PROPOSAL),
        "  Force          proposal, not law",
    ),
    (
        "a directive",
        replace(LAW, force=Force.DIRECTIVE),
        "  Force          directive, binds through national law",
    ),
]


@pytest.mark.parametrize(("instrument", "line"), [row[1:] for row in LINES], ids=[row[0] for row in LINES])
def test_what_is_special_has_its_line(instrument: Instrument, line: str) -> None:
    shown = render_instrument(instrument, as_of=dt.date(2026, 11, 25), language="en")
    assert line in shown.splitlines()


@pytest.mark.parametrize("force", Force)
def test_every_kind_of_law_has_a_name_in_each_language(force: Force) -> None:
    assert len({force_in(force, language) for language in ("en", "zh", "ja")}) == 3


def test_no_line_is_wider_than_told() -> None:
    long = replace(LAW.provisions["fine"], duty={"en": "To keep " * 60, "zh": "保存日志，" * 60})
    wide = replace(LAW, provisions={"fine": long}, authority={"en": "Ministry " * 30, "zh": "部" * 90})
    shown = [
        render_instrument(wide, as_of=dt.date(2026, 11, 25), language=language) for language in ("en", "zh")
    ]
    assert max(columns(line) for text in shown for line in text.splitlines()) <= WIDTH
