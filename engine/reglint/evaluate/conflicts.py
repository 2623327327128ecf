"""`reglint-evidence-conflict`: a setting that is said to be one thing and seen to be another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reglint.evaluate.fingerprint import fingerprint
from reglint.facts.merge import Conflict
from reglint.model.diagnostic import Level
from reglint.model.fact import Fact
from reglint.model.finding import Finding
from reglint.model.text import Text
from reglint.model.verdict import Basis, Verdict

RULE = "reglint-evidence-conflict"
TITLE: Text = {
    "en": "A declaration differs from what the configuration shows",
    "zh": "声明与配置所示不一致",
    "ja": "申告が設定の内容と異なる",
}
BECAUSE: Text = {
    "en": "An assessment that rests on a declaration which the configuration contradicts proves nothing.",
    "zh": "与配置相矛盾的声明不能作为评估依据。",
    "ja": "設定と矛盾する申告に基づく評価は証拠にならない。",
}
REMEDY: Text = {
    "en": "Correct the platform file, or the configuration; until then rules read the configuration.",
    "zh": "更正平台文件或配置；在此之前，规则以配置为准。",
    "ja": "プラットフォームファイルか設定を直す。それまで規則は設定を読む。",
}


def conflict_findings(conflicts: Iterable[Conflict]) -> Iterator[Finding]:
    """A warning for each conflict, at the place of the declaration, with both facts."""
    for one in conflicts:
        yield Finding(
            rule=RULE,
            jurisdiction="",
            verdict=Verdict.FAIL,
            severity="medium",
            says="number",
            binding=False,
            title=TITLE,
            because=BECAUSE,
            remedy=REMEDY,
            cites=(),
            facts=(one.observed, one.declared),
            element=one.observed.name.rpartition(".")[0],
            place=one.declared.place,
            basis=Basis.OBSERVED,
            level=Level.WARNING,
            fingerprint=fingerprint(RULE, _path(one.declared), _path(one.observed), one.observed.name),
        )


def _path(fact: Fact) -> str:
    return fact.place.path if fact.place is not None else ""
