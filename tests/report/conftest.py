"""A run that has something of everything."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from reglint.model.assessment import Assessment, PackUsed, PlatformSeen, Skipped, SourceRead, Tally
from reglint.model.diagnostic import Diagnostic, Level
from reglint.model.duration import parse_duration
from reglint.model.fact import Fact, Unknown
from reglint.model.finding import Doubt, Finding
from reglint.model.law import Citation, Force, Location
from reglint.model.place import Place
from reglint.model.verdict import Basis, Reason, Verdict

LOGS = "logging.streams[name={}].retention"
SECRET = "secrets[name=spring.datasource.password].strength"

TEXTS = {
    "ledger/logback.xml": (
        "<configuration>\n"
        '  <appender name="FILE">\n'
        "    <maxHistory>${LOG_DAYS:-30}</maxHistory>\n"
        "  </appender>\n"
        '  <appender name="审计">\n'
        "    <!-- 审计日志 --><maxHistory>90</maxHistory>\n"
    ),
    "ledger/application.yml": "spring:\n  datasource: {url: 'jdbc:mysql://db/a', password: hunter2}\n",
    "platform.yaml": 'reglint: "1"\naccess:\n  sessions:\n    - {name: web, idle_timeout: 30 minutes}\n',
}

ARTICLE_23 = Citation(
    "cn-csl#log-retention",
    "cn-csl",
    "2025",
    Location("23", item="3"),
    {"en": "Art. 23 item 3", "zh": "第二十三条第三项", "ja": "第二十三条第三号"},
    {"original": "中华人民共和国网络安全法", "en": "Cybersecurity Law", "zh": "网络安全法"},
    "https://law.example/csl",
    Force.STATUTE,
    {"en": "Keep the logs for six months."},
)
CLAUSE = replace(
    ARTICLE_23,
    provision="cn-gbt22239#authentication",
    instrument="cn-gbt22239",
    version="2019",
    location=Location("8.1.4.1"),
    label={"en": "8.1.4.1"},
    title={"en": "GB/T 22239"},
    url="",
    force=Force.STANDARD_RECOMMENDED,
)
RTS = replace(
    ARTICLE_23,
    provision="eu-rts-sca#session-idle",
    instrument="eu-rts-sca",
    version="2018",
    location=Location("4", "3", point="d"),
    label={"en": "Art. 4(3)(d)"},
    title={"en": "Delegated Regulation (EU) 2018/389"},
)


def logs(stream: str, days: str, place: Place, note: str = "") -> Finding:
    fact = Fact(LOGS.format(stream), parse_duration(days), Basis.OBSERVED, place, days, note)
    return Finding(
        rule="cn-csl-log-retention",
        jurisdiction="cn",
        verdict=Verdict.FAIL,
        severity="high",
        says="number",
        binding=True,
        title={
            "en": "Network logs are kept for six months",
            "zh": "网络日志留存六个月",
            "ja": "ネットワークのログを6か月保存する",
        },
        because={"en": "Without logs nobody can tell what happened.", "zh": "没有日志就无法追溯。"},
        remedy={"en": "Keep each stream for 184 days or 6 months.", "zh": "每个日志流保存184天或6个月。"},
        cites=(ARTICLE_23,),
        facts=(fact,),
        element=fact.name.removesuffix(".retention"),
        environment="default",
        place=place,
        basis=Basis.OBSERVED,
        level=Level.ERROR,
        fingerprint=f"v1:{stream}",
    )


FIRST = logs("FILE", "30 days", Place("ledger/logback.xml", 3, 17, "/a", 15), "unless LOG_DAYS is set")
SECOND = logs("审计", "90 days", Place("ledger/logback.xml", 6, 30, "/b", 2))
WEAK = Finding(
    rule="cn-csl-weak-secrets",
    jurisdiction="cn",
    verdict=Verdict.FAIL,
    severity="high",
    says="duty",
    binding=True,
    title={"en": "No secret is easily guessed", "zh": "密钥不易猜"},
    because={"en": "Guessing is the first thing that is tried."},
    remedy={"en": "Make a random secret.", "zh": "使用随机密钥。"},
    cites=(ARTICLE_23, CLAUSE),
    facts=(Fact(SECRET, "weak", Basis.OBSERVED, Place("ledger/application.yml", 2, 52), "weak"),),
    element="secrets[name=spring.datasource.password]",
    environment="prod",
    place=Place("ledger/application.yml", 2, 52, "/spring/datasource/password", 7),
    basis=Basis.OBSERVED,
    level=Level.WARNING,
    fingerprint="v1:weak",
    reading={
        "en": "The law asks for protection; we take that for a secret nobody guesses.",
        "zh": "法律要求保护；我们解读为密钥不易猜。",
    },
)
IDLE = Finding(
    rule="eu-rts-sca-session-idle",
    jurisdiction="eu",
    verdict=Verdict.UNKNOWN,
    severity="medium",
    says="number",
    binding=True,
    title={"en": "A session ends after five minutes"},
    because={"en": "Because"},
    remedy={"en": "Set five minutes."},
    cites=(RTS,),
    facts=(
        Fact(
            "access.sessions[name=web].idle_timeout",
            parse_duration("30 minutes"),
            Basis.DECLARED,
            Place("platform.yaml", 4, 34),
            "30 minutes",
        ),
        Fact("access.sessions[name=web].serves", Unknown(Reason.MISSING), place=Place("platform.yaml", 4, 7)),
    ),
    element="access.sessions[name=web]",
    place=Place("platform.yaml", 4, 34, "/access/sessions/0/idle_timeout", 10),
    basis=Basis.DECLARED,
    level=Level.ERROR,
    doubt=Doubt(Reason.APPLICABILITY, ("platform.roles.eu",), Verdict.FAIL),
    fingerprint="v1:idle",
)
PLAN = replace(
    IDLE,
    rule="cn-csl-incident-plan",
    jurisdiction="cn",
    title={"en": "There is an incident plan", "zh": "有应急预案"},
    cites=(ARTICLE_23,),
    facts=(Fact("incident.plan.exists", Unknown(Reason.MISSING)),),
    element="",
    place=None,
    basis=None,
    level=None,
    doubt=Doubt(Reason.MISSING, ("incident.plan.exists",)),
    fingerprint="v1:plan",
)
OPEN_LOGS = replace(
    FIRST,
    verdict=Verdict.UNKNOWN,
    level=None,
    facts=(Fact(LOGS.format("OLD"), Unknown(Reason.UNRESOLVED), place=Place("ledger/logback.xml", 2, 3)),),
    place=Place("ledger/logback.xml", 2, 3),
    basis=None,
    doubt=Doubt(
        Reason.UNRESOLVED, (LOGS.format("OLD"),), Verdict.UNKNOWN, "a totalSizeCap may delete earlier"
    ),
    fingerprint="v1:old",
)
BUDGET = replace(PLAN, rule="cn-x-long", doubt=Doubt(Reason.BUDGET), facts=(), fingerprint="v1:budget")
PASSED = replace(
    FIRST, verdict=Verdict.PASS, level=None, facts=(replace(FIRST.facts[0], note=""),), fingerprint="v1:pass"
)
OTHERS = replace(
    PLAN, rule="cn-aml-records", verdict=Verdict.NOT_APPLICABLE, doubt=None, facts=(), fingerprint="v1:others"
)

RUN = Assessment(
    version="0.1.0",
    as_of=dt.date(2026, 11, 24),
    jurisdictions=("cn", "eu"),
    packs=(
        PackUsed("cn", "1.0.0", f"sha256:{'0' * 64}"),
        PackUsed("own", "0.2.0", f"sha256:{'1' * 64}", "local-path"),
    ),
    platform=PlatformSeen("示例支付", "examples/pay", {"cn": ("payment_institution",)}, {"eu": ("bank",)}),
    findings=(IDLE, WEAK, FIRST, SECOND, OPEN_LOGS, PLAN, BUDGET, PASSED, OTHERS),
    tallies={
        "eu": Tally(in_force=1, unknown=1, not_in_force=2),
        "cn": Tally(
            in_force=7,
            passed=2,
            failed=1,
            warned=1,
            unknown=2,
            not_applicable=1,
            pass_by_basis={Basis.DECLARED: 1, Basis.OBSERVED: 1},
        ),
    },
    sources=(SourceRead("ledger/logback.xml", "logback", 2), SourceRead("platform.yaml", "platform", 1)),
    skipped=(Skipped("gateway/nginx.conf", "a brace is not closed"),),
    unread={".md": 3, "LICENSE": 1},
    diagnostics=(
        Diagnostic("nginx", "a brace is not closed", "gateway/nginx.conf", 4, 1, level=Level.WARNING),
        Diagnostic("usage", "nothing to blame", hint="Write something."),
    ),
    redactions={"ledger/application.yml": (Place("ledger/application.yml", 2, 52, length=7),)},
    titles={
        "logging.streams[].retention": {
            "en": "retention of the log stream",
            "zh": "日志流保存期",
            "ja": "ログの保存期間",
        },
        "secrets[].strength": {"en": "strength of the secret", "zh": "密钥强度"},
        "secrets[].strength=weak": {"en": "weak", "zh": "弱口令", "ja": "弱い値"},
        "access.sessions[].idle_timeout": {"en": "idle time of the session"},
    },
)


@pytest.fixture(scope="session")
def run() -> Assessment:
    """Two breaches, a warning, a would-be breach, unknowns, a pass and a rule that binds others."""
    return RUN


@pytest.fixture(scope="session")
def text_of() -> Callable[[str], str | None]:
    """The texts of the files of the run."""
    return TEXTS.get
