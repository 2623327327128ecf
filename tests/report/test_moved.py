from __future__ import annotations

from dataclasses import replace

from tests.report.waived import with_waiver

from reglint.facts.assign import COMMAND_LINE
from reglint.model.assessment import Assessment
from reglint.model.fact import Fact
from reglint.model.place import Place
from reglint.report.moved import moved


def test_the_paths_of_the_project_are_written_from_where_the_command_runs(run: Assessment) -> None:
    there = moved(with_waiver(run, "v1:FILE"), "deploy")
    assert {one.place.path for one in there.findings if one.place is not None} == {
        "deploy/platform.yaml",
        "deploy/ledger/application.yml",
        "deploy/ledger/logback.xml",
    }
    assert [one.waiver.place.path for one in there.findings if one.waiver is not None] == [
        "deploy/reglint-waivers.yaml"
    ]
    assert [one.path for one in there.sources] == ["deploy/ledger/logback.xml", "deploy/platform.yaml"]
    assert [one.path for one in there.skipped] == ["deploy/gateway/nginx.conf"]
    assert there.redactions == {
        "deploy/ledger/application.yml": (Place("deploy/ledger/application.yml", 2, 52, length=7),)
    }


def test_faults_move_only_with_files_of_the_project(run: Assessment) -> None:
    pack = replace(run.diagnostics[0], path="my-pack/rules.yaml")
    there = moved(replace(run, diagnostics=(*run.diagnostics, pack)), "deploy")
    assert [one.path for one in there.diagnostics] == [
        "deploy/gateway/nginx.conf",
        None,
        "my-pack/rules.yaml",
    ]


def test_the_command_line_is_no_file_of_the_project(run: Assessment) -> None:
    said = Fact("platform.mlps_level", 3, place=Place(COMMAND_LINE))
    there = moved(replace(run, findings=(replace(run.findings[0], facts=(said,)),)), "deploy")
    assert there.findings[0].facts == (said,)


def test_in_the_folder_of_the_command_nothing_moves(run: Assessment) -> None:
    assert moved(run, "") is run
