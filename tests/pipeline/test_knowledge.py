from __future__ import annotations

from pathlib import Path

from reglint.pipeline.knowledge import Knowledge, load_packs


def test_what_is_shipped_is_sound(knowledge: Knowledge) -> None:
    assert knowledge.packs.diagnostics == ()
    assert [pack.name for pack in knowledge.packs.used] == ["cn", "eu", "jp", "us"]


def test_packs_alone_are_those_of_the_knowledge(knowledge: Knowledge) -> None:
    assert load_packs() == knowledge.packs


def test_a_folder_without_a_pack_is_a_fault(tmp_path: Path) -> None:
    packs = load_packs([tmp_path])
    assert [(one.code, one.path) for one in packs.diagnostics] == [("no-pack", tmp_path.as_posix())]
