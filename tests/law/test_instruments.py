from __future__ import annotations

import datetime as dt

from tests.law.small_law import HEAD, PROVISIONS, VERSIONS

from reglint.documents.yaml import read_yaml
from reglint.law.instruments import parse_instrument
from reglint.model.law import (
    Force,
    Instrument,
    InstrumentVersion,
    Limit,
    Location,
    Provision,
    Suspension,
)

WHOLE = """\
id: cn-csl
jurisdiction: cn
titles: {original: 中华人民共和国网络安全法, en: Cybersecurity Law, zh: 网络安全法}
force: statute
issuer: {zh: 全国人大常委会}
authority: {en: CAC, zh: 网信办}
citation_style: cn-article
versions:
  - {id: "2016", number: 第五十三号, adopted: 2016-11-07, from: 2017-06-01, until: 2025-12-31, url: https://one.example}
  - {id: "2025", from: null, seen: 2026-01-01}
suspended:
  - {from: 2026-03-01, until: 2026-03-31, by: a court, url: https://two.example}
provisions:
  - id: log-retention
    at:
      "2016":
        {article: "21", paragraph: "1", item: "3", point: a, sentence: "2",
         from: 2017-06-01, until: 2018-01-01}
      "2025": {article: "23"}
    duty: {en: Keep logs, zh: 留存日志, ja: ログの保存}
    limits: {retention: {op: ">=", value: 6 months}}
    penalties: [fine]
    read: {text: cn-csl-2025, on: 2026-11-25}
  - {id: fine, at: {"2025": {article: "61"}}, duty: {en: Fine, zh: 罚款}, read: null}
"""


def test_an_instrument_is_all_that_its_file_says() -> None:
    (root,) = read_yaml(WHOLE, "cn-csl.yaml").roots
    assert parse_instrument(root, "cn-csl.yaml") == (
        Instrument(
            id="cn-csl",
            jurisdiction="cn",
            titles={"original": "中华人民共和国网络安全法", "en": "Cybersecurity Law", "zh": "网络安全法"},
            force=Force.STATUTE,
            issuer={"zh": "全国人大常委会"},
            authority={"en": "CAC", "zh": "网信办"},
            versions=(
                InstrumentVersion(
                    "2016",
                    "https://one.example",
                    adopted=dt.date(2016, 11, 7),
                    since=dt.date(2017, 6, 1),
                    until=dt.date(2025, 12, 31),
                    number="第五十三号",
                ),
                InstrumentVersion("2025", "", seen=dt.date(2026, 1, 1)),
            ),
            provisions={
                "log-retention": Provision(
                    id="log-retention",
                    at={
                        "2016": Location(
                            "21", "1", "3", "a", "2", since=dt.date(2017, 6, 1), until=dt.date(2018, 1, 1)
                        ),
                        "2025": Location("23"),
                    },
                    duty={"en": "Keep logs", "zh": "留存日志", "ja": "ログの保存"},
                    limits={"retention": Limit(">=", "6 months")},
                    penalties=("fine",),
                    read_text="cn-csl-2025",
                    read_on=dt.date(2026, 11, 25),
                ),
                "fine": Provision("fine", {"2025": Location("61")}, {"en": "Fine", "zh": "罚款"}),
            },
            suspended=(
                Suspension(dt.date(2026, 3, 1), dt.date(2026, 3, 31), "a court", "https://two.example"),
            ),
            citation_style="cn-article",
        ),
        (),
    )


def test_a_faulty_provision_costs_no_other() -> None:
    (root,) = read_yaml(HEAD + VERSIONS + PROVISIONS + "  - {id: broken}\n", "law.yaml").roots
    instrument, faults = parse_instrument(root, "law.yaml")
    assert instrument is not None
    assert (list(instrument.provisions), len(faults)) == (["keep"], 2)


def test_a_faulty_head_leaves_no_instrument() -> None:
    (root,) = read_yaml(VERSIONS + PROVISIONS, "law.yaml").roots
    instrument, faults = parse_instrument(root, "law.yaml")
    assert (instrument, len(faults)) == (None, 6)
