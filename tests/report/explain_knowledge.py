"""A small law and rules that stand on it, on the facts that are shipped: what pages of explain are of."""

from __future__ import annotations

import datetime as dt

from reglint.documents.yaml import read_yaml
from reglint.facts.shipped import shipped_vocabulary
from reglint.model.assessment import PackUsed
from reglint.model.law import Force, Instrument, InstrumentVersion, Limit, Location, Provision, Role
from reglint.packs.pack import Catalogue, Control, Packs
from reglint.packs.parse import parse_rules
from reglint.pipeline.knowledge import Knowledge

LAW = Instrument(
    id="cn-law",
    jurisdiction="cn",
    titles={"original": "日志法", "en": "Log Law", "zh": "日志法"},
    force=Force.STATUTE,
    issuer={"en": "Parliament"},
    authority={"en": "The authority"},
    versions=(
        InstrumentVersion(
            "2016", "https://old.example", since=dt.date(2017, 6, 1), until=dt.date(2025, 12, 31)
        ),
        InstrumentVersion("2025", "https://new.example", since=dt.date(2026, 1, 1)),
    ),
    provisions={
        "logs": Provision(
            "logs",
            {"2016": Location("21", item="3"), "2025": Location("23", item="3")},
            {"en": "Keep the logs for six months.", "zh": "日志保存六个月。", "ja": "ログを6か月保存する。"},
            limits={"retention": Limit(">=", "6 months")},
            penalties=("fine", "old-fine"),
            read_text="cn-law-2025",
        ),
        "networks": Provision(
            "networks", {"2025": Location("24")}, {"en": "Protect networks.", "zh": "保护网络。"}
        ),
        "old": Provision("old", {"2016": Location("40")}, {"en": "Keep the books.", "zh": "保存账簿。"}),
        "fine": Provision("fine", {"2025": Location("61", "1")}, {"en": "A fine.", "zh": "罚款。"}),
        "old-fine": Provision("old-fine", {"2016": Location("60")}, {"en": "A fine.", "zh": "罚款。"}),
    },
)
RULES = """\
instrument: cn-law
rules:
  - id: cn-law-logs
    title: {en: Logs are kept, zh: 留存日志, ja: ログを保存する}
    cites: [cn-law#logs]
    binds: [operator]
    control: audit.logs
    severity: high
    says: number
    assert: >-
      logging.streams.filter(s, !(has(s.kind) && s.kind == "debug")).all(s, implies(!(has(s.shipped_to) &&
      s.shipped_to.exists(d, logging.stores.filter(t, t.name == d)[0].retention >= months(6))),
      s.retention >= months(6)))
    because: {en: Nobody can tell otherwise., zh: 否则无从追溯。}
    remedy: {en: Keep them., zh: 留存。}
    rows: [cn-law-logs-row]
  - id: cn-law-endpoints
    title: {en: Endpoints are encrypted, zh: 端点加密}
    cites: [cn-law#networks, cn-law#logs]
    binds: [operator, bank]
    control: audit.logs
    severity: medium
    says: duty
    when: platform.mlps_level >= 3
    assert: >-
      network.endpoints.filter(e, e.exposure == "public").all(e, e.tls || e.redirect_only ||
      has(e.tls_terminated_by))
    because: {en: Others listen., zh: 有人窃听。}
    reading: {en: We take TLS for it., zh: 本规则要求TLS。}
    remedy: {en: Use TLS., zh: 启用TLS。}
  - id: cn-law-old
    title: {en: Books are kept, zh: 保存账簿}
    cites: [cn-law#old]
    binds: [anyone]
    in_force: {from: 2018-01-01}
    control: audit.logs
    severity: low
    says: benchmark
    assert: custody.records.all(r, r.retention >= years(5))
    because: {en: As before., zh: 沿用。}
    remedy: {en: Keep them., zh: 保存。}
  - id: cn-law-stores
    title: {en: Data stores ask who connects, zh: 数据存储鉴别身份}
    cites: [cn-law#networks]
    replaces: cn-law-old
    binds: [anyone]
    control: audit.logs
    severity: critical
    says: number
    method: attested
    status: draft
    assert: datastores.all(d, d.authentication) && custody.reserve_ratio >= percent("100 %")
    because: {en: Anyone could., zh: 任何人均可。}
    remedy: {en: Ask., zh: 鉴别。}
"""
ROLES = (
    Role("operator", "cn", {"en": "network operator", "zh": "网络运营者", "ja": "ネットワーク運営者"}),
    Role("bank", "cn", {"en": "bank", "zh": "银行"}, implies=("operator",)),
)


def small_knowledge() -> Knowledge:
    """The shipped vocabulary of facts, and four rules on one law."""
    vocabulary = shipped_vocabulary()
    (root,) = read_yaml(RULES, "law.yaml").roots
    rules, faults = parse_rules(root, "law.yaml", jurisdiction="cn", schema=vocabulary.schema)
    assert faults == ()
    control = Control("audit.logs", "audit", {"en": "Retention of logs", "zh": "日志留存"}, {})
    roles = {"cn": {role.id: role for role in ROLES}}
    catalogue = Catalogue({"cn-law": LAW}, roles, {"audit.logs": control}, {})
    return Knowledge(vocabulary, Packs(tuple(rules), catalogue, (PackUsed("cn", "1.0.0", "sha256:0"),)))
