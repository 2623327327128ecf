from __future__ import annotations

import pytest

from reglint.packs.catalogue import (
    read_catalogue,
    read_controls,
    read_instruments,
    read_roles,
    read_systems,
)
from reglint.packs.find import NamedFile
from reglint.packs.pack import Control, System

LAW = """\
id: xx-law
jurisdiction: xx
titles: {en: Law}
force: statute
issuer: {en: Parliament}
authority: {en: Ministry}
versions: [{id: "1", from: 2020-01-01}]
provisions: [{id: keep, at: {"1": {article: "3"}}, duty: {en: Keep, zh: 保存}}]
"""
ROLES = """\
roles:
  - {id: keeper, jurisdiction: xx, title: {en: keeper, zh: 保管者}, cites: ["xx-law#keep"]}
"""
SYSTEMS = """\
systems:
  - {id: audit, title: {en: Audit, zh: 审计}, seed: "2.1"}
"""
CONTROLS = """\
controls:
  - id: audit.logs
    system: audit
    title: {en: Logs, zh: 日志}
    objective: {en: There are logs, zh: 有日志}
"""


def _file(text: str, path: str = "file.yaml") -> NamedFile:
    return NamedFile(path, text.encode())


def test_a_catalogue_is_law_roles_systems_and_controls() -> None:
    mappings = {
        "roles.yaml": _file(ROLES),
        "systems.yaml": _file(SYSTEMS),
        "controls.yaml": _file(CONTROLS),
    }
    catalogue, faults = read_catalogue([_file(LAW)], mappings)
    assert (list(catalogue.instruments), list(catalogue.roles["xx"])) == (["xx-law"], ["keeper"])
    assert catalogue.systems == {"audit": System("audit", {"en": "Audit", "zh": "审计"}, "2.1")}
    objective = {"en": "There are logs", "zh": "有日志"}
    assert catalogue.controls == {
        "audit.logs": Control("audit.logs", "audit", {"en": "Logs", "zh": "日志"}, objective)
    }
    assert faults == ()


def test_the_same_law_twice_is_one() -> None:
    instruments, faults = read_instruments([_file(LAW, "a.yaml"), _file(LAW, "b.yaml")])
    assert (list(instruments), faults) == (["xx-law"], ())


def test_two_laws_of_one_name_are_a_fault_and_the_first_stands() -> None:
    other = LAW.replace("en: Law", "en: Another")
    instruments, (fault,) = read_instruments([_file(LAW, "a.yaml"), _file(other, "b.yaml")])
    assert (instruments["xx-law"].titles, str(fault)) == (
        {"en": "Law"},
        (
            'b.yaml:1:5: error[instrument-conflict] "xx-law" says something else in a.yaml. '
            "Make the two files the same, or give this one another id."
        ),
    )


def test_a_faulty_law_costs_no_other() -> None:
    instruments, faults = read_instruments([_file("id: [", "a.yaml"), _file("3", "c.yaml"), _file(LAW)])
    assert (list(instruments), {fault.path for fault in faults}) == (["xx-law"], {"a.yaml", "c.yaml"})


def test_a_control_is_of_a_system_that_is_there() -> None:
    _, (fault,) = read_controls(_file(CONTROLS), {"auditing": System("auditing", {})})
    assert (
        str(fault)
        == 'file.yaml:3:13: error[unknown-system] There is no system "audit". Did you mean "auditing"?'
    )


TWICE = 'file.yaml:3:10: error[duplicate-id] "audit" is there already, at file.yaml:2:10. Write another id.'


def test_a_system_is_there_once() -> None:
    again = SYSTEMS.partition("\n")[2].replace("Audit", "Again")
    _, faults = read_systems(_file(SYSTEMS + again))
    assert [str(fault) for fault in faults] == [TWICE]


@pytest.mark.parametrize("text", ["", "[", "3", "roles: 3", "systems: 3", "controls: 3"])
def test_what_cannot_be_read_gives_faults_and_nothing_else(text: str) -> None:
    for found, faults in (
        read_roles(_file(text), {}),
        read_systems(_file(text)),
        read_controls(_file(text), {}),
    ):
        assert found == {}
        assert faults
