from __future__ import annotations

from pathlib import Path

from reglint.packs.find import (
    PackFolder,
    digest,
    files_in,
    local_pack,
    shipped_law,
    shipped_mappings,
    shipped_packs,
)


def _write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_the_shipped_packs_are_those_of_four_jurisdictions() -> None:
    found = shipped_packs()
    assert [(pack.path, pack.trust) for pack in found] == [
        ("rules/cn", "shipped"),
        ("rules/eu", "shipped"),
        ("rules/jp", "shipped"),
        ("rules/us", "shipped"),
    ]


def test_the_shipped_law_is_shown_by_its_path_in_the_mappings() -> None:
    paths = [file.path for file in shipped_law()]
    assert "mappings/instruments/cn-csl.yaml" in paths
    assert paths == sorted(paths)


def test_a_shipped_mapping_is_found_by_its_name() -> None:
    mappings = shipped_mappings("roles.yaml")
    assert (list(mappings), mappings["roles.yaml"].path) == (["roles.yaml"], "mappings/roles.yaml")


def test_a_local_pack_is_shown_as_it_is_named() -> None:
    assert local_pack(Path("packs/mine")) == PackFolder(Path("packs/mine"), "packs/mine", "local-path")


def test_the_files_of_a_folder_are_all_but_hidden_ones_and_links(tmp_path: Path) -> None:
    _write(tmp_path, b_dot_yaml="B", a__c_dot_yaml="C", _dot_hidden="H", _dot_git__x="X")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "b.yaml")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert list(files_in(tmp_path).items()) == [("a/c.yaml", b"C"), ("b.yaml", b"B")]


def test_folders_may_nest_only_so_deep(tmp_path: Path) -> None:
    _write(tmp_path, **{f"{'d/' * depth}f": "" for depth in (8, 9)})
    assert list(files_in(tmp_path)) == ["d/" * 8 + "f"]


def test_a_digest_is_that_of_names_and_bytes_in_any_order() -> None:
    one = digest({"a": b"1", "b": b"2"})
    assert one == digest({"b": b"2", "a": b"1"})
    assert one.startswith("sha256:")
    assert len(one) == len("sha256:") + 64


def test_no_byte_can_move_between_names_and_files_unnoticed() -> None:
    files: list[dict[str, bytes]] = [
        {"a": b"1", "b": b"2"},
        {"a": b"1b2"},
        {"a": b"2", "b": b"1"},
        {"a1": b"", "b": b"2"},
        {"a": b"1", "b2": b""},
        {},
    ]
    assert len({digest(some) for some in files}) == len(files)
