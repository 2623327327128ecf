from __future__ import annotations

from pathlib import Path

import pytest

from reglint.documents.lookup import plain
from reglint.documents.shipped import shipped
from reglint.documents.yaml import read_yaml
from reglint.facts.schema import Plain, read_schema
from reglint.model.schema import ObjectType
from reglint.packs.load import load_packs
from reglint.packs.pack import Packs

PACK = """\
id: {id}
version: "1.0.0"
jurisdiction: cn
title: {{en: Mine, zh: 我的}}
publisher: Me
licence: MIT
"""
LAW = """\
id: cn-house
jurisdiction: cn
titles: {en: House rules, zh: 家规}
force: self_regulation
issuer: {en: House}
authority: {en: House}
versions: [{id: "1", from: 2020-01-01}]
provisions: [{id: keep, at: {"1": {article: "3"}}, duty: {en: Keep, zh: 保存}}]
"""
RULE = """\
  - id: {id}
    title: {{en: Kept, zh: 留存}}
    cites: [cn-house#keep]
    binds: [network_operator]
    control: audit.log-retention
    severity: high
    says: number
    assert: logging.streams.all(s, s.retention >= months(6))
    because: {{en: Because, zh: 因为}}
    remedy: {{en: Keep, zh: 留存}}
"""


def _pack(folder: Path, rules: str, name: str = "house") -> Path:
    (folder / "instruments").mkdir(parents=True)
    (folder / "instruments" / "law.yaml").write_text(LAW, encoding="utf-8")
    (folder / "pack.yaml").write_text(PACK.format(id=name), encoding="utf-8")
    (folder / "rules.yaml").write_text("instrument: cn-house\nrules:\n" + rules, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def facts() -> ObjectType:
    """The shipped schema of facts."""
    areas: dict[str, Plain] = {}
    for file in shipped("mappings", "facts").iterdir():
        (root,) = read_yaml(file.read_text(encoding="utf-8"), file.name).roots
        area = plain(root)
        assert isinstance(area, dict)
        areas[file.name.removesuffix(".yaml")] = area
    return read_schema(areas)


@pytest.fixture(scope="module")
def shipped_ones(facts: ObjectType) -> Packs:
    """What is shipped and nothing else."""
    return load_packs(facts)


def _said(packs: Packs, folder: Path) -> list[str]:
    return [str(fault).removeprefix(f"{folder.as_posix()}/") for fault in packs.diagnostics]


def test_nothing_is_wrong_with_what_is_shipped(shipped_ones: Packs) -> None:
    assert [str(fault) for fault in shipped_ones.diagnostics] == []


def test_the_shipped_rules_are_sorted_and_each_of_its_packs_jurisdiction(shipped_ones: Packs) -> None:
    ids = [loaded.rule.id for loaded in shipped_ones.rules]
    assert ids == sorted(set(ids))
    assert {loaded.rule.jurisdiction for loaded in shipped_ones.rules} == {
        used.name for used in shipped_ones.used
    }


def test_a_local_pack_stands_beside_the_shipped_ones(
    tmp_path: Path, facts: ObjectType, shipped_ones: Packs
) -> None:
    packs = load_packs(facts, local=[_pack(tmp_path, RULE.format(id="cn-house-keep"))])
    assert len(packs.rules) == len(shipped_ones.rules) + 1
    assert [(used.name, used.trust) for used in packs.used if used.trust != "shipped"] == [
        ("house", "local-path")
    ]
    assert packs.catalogue.instruments["cn-house"].titles["zh"] == "家规"
    assert packs.diagnostics == ()


def test_a_local_pack_stands_in_for_the_shipped_one_of_its_name(tmp_path: Path, facts: ObjectType) -> None:
    packs = load_packs(facts, local=[_pack(tmp_path, RULE.format(id="cn-house-keep"), name="cn")])
    assert [rule.rule.id for rule in packs.rules if rule.rule.jurisdiction == "cn"] == ["cn-house-keep"]
    assert [used.trust for used in packs.used if used.name == "cn"] == ["local-path"]


STANDS_IN = 'error[unread-rules] The pack "cn" stands in for the one that is shipped, and '
MEND = " Mend it, or give it an id of its own."


@pytest.mark.parametrize(
    ("rules", "why"),
    [
        ("rules.yaml", f"{STANDS_IN}not all of its rules could be read.{MEND}"),
        ("elsewhere/rules.yaml", f"{STANDS_IN}it has no file of rules.{MEND}"),
    ],
    ids=["a faulty rule", "no rules where they are looked for"],
)
def test_that_a_local_pack_hides_shipped_rules_and_has_none_in_their_place_is_said(
    tmp_path: Path, facts: ObjectType, rules: str, why: str
) -> None:
    folder = _pack(tmp_path, RULE.format(id="cn-house-keep").replace("s.retention", "s.retentio"), name="cn")
    (folder / rules).parent.mkdir(exist_ok=True)
    (folder / "rules.yaml").rename(folder / rules)
    packs = load_packs(facts, local=[folder])
    assert f"pack.yaml:1:1: {why}" in _said(packs, folder)


def test_two_local_packs_of_one_name_are_a_fault_and_the_first_stands(
    tmp_path: Path, facts: ObjectType
) -> None:
    one = _pack(tmp_path / "one", RULE.format(id="cn-house-one"))
    two = _pack(tmp_path / "two", RULE.format(id="cn-house-two"))
    packs = load_packs(facts, local=[one, two])
    assert [rule.rule.id for rule in packs.rules if rule.rule.instrument == "cn-house"] == ["cn-house-one"]
    assert _said(packs, two) == [
        'pack.yaml:1:1: error[duplicate-pack] Two of the folders named hold a pack "house". Name one of them.'
    ]


def test_a_faulty_rule_is_left_out_with_an_error_and_the_others_stay(
    tmp_path: Path, facts: ObjectType
) -> None:
    rules = RULE.format(id="cn-house-good") + RULE.format(id="cn-house-bad").replace("#keep", "#kept")
    folder = _pack(tmp_path, rules)
    packs = load_packs(facts, local=[folder])
    assert [rule.rule.id for rule in packs.rules if rule.rule.instrument == "cn-house"] == ["cn-house-good"]
    assert _said(packs, folder) == [
        'rules.yaml:15:13: error[unknown-provision] cn-house has no provision "kept". Did you mean "keep"?'
    ]


def test_a_name_is_never_used_twice_be_it_an_alias(tmp_path: Path, facts: ObjectType) -> None:
    rules = RULE.format(id="cn-house-a") + RULE.format(id="cn-house-b\n    aliases: [cn-house-a]")
    folder = _pack(tmp_path, rules + RULE.format(id="cn-house-a"))
    packs = load_packs(facts, local=[folder])
    assert [rule.rule.id for rule in packs.rules if rule.rule.instrument == "cn-house"] == ["cn-house-a"]
    assert [said.partition("] ")[0] for said in _said(packs, folder)] == [
        "rules.yaml:14:15: error[duplicate-id",
        "rules.yaml:24:9: error[duplicate-id",
    ]


def test_faults_of_every_file_are_said_in_one_run_in_the_order_of_places(
    tmp_path: Path, facts: ObjectType
) -> None:
    folder = _pack(tmp_path, RULE.format(id="cn-house-a").replace("assert: logging", "assert: loging"))
    (folder / "other.yaml").write_text("rules: [", encoding="utf-8")
    (folder / "instruments" / "more.yaml").write_text("id: cn-more", encoding="utf-8")
    packs = load_packs(facts, local=[folder, tmp_path / "nowhere"])
    paths = [said.partition(":")[0] for said in _said(packs, folder)]
    assert sorted(set(paths)) == ["instruments/more.yaml", "nowhere", "other.yaml", "rules.yaml"]
    assert paths == sorted(paths)
