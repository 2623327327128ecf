from __future__ import annotations

from pathlib import Path

import pytest

from reglint.model.assessment import PackUsed
from reglint.packs.find import NamedFile, PackFolder, digest
from reglint.packs.opened import OpenPack, open_pack

PACK = """\
id: mine
version: "1.2.0"
jurisdiction: cn
title: {en: Mine, zh: 我的}
publisher: Me
licence: MIT
"""


def _folder(root: Path, text: str) -> PackFolder:
    (root / "pack.yaml").write_text(text, encoding="utf-8")
    return PackFolder(root, "mine", "local-path")


def test_a_pack_is_opened_with_its_rules_and_its_law(tmp_path: Path) -> None:
    files = ["one.yaml", "rules/two.yml", "notes.md", "cases/x.yaml", "instruments/law.yaml"]
    for name in files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    whole = dict.fromkeys(files, b"") | {"pack.yaml": PACK.encode()}
    assert open_pack(_folder(tmp_path, PACK)) == (
        OpenPack(
            PackUsed("mine", "1.2.0", digest(whole), "local-path"),
            "cn",
            rules=(NamedFile("mine/one.yaml", b""), NamedFile("mine/rules/two.yml", b"")),
            law=(NamedFile("mine/instruments/law.yaml", b""),),
        ),
        (),
    )


def test_a_pack_says_itself_where_its_law_is(tmp_path: Path) -> None:
    (tmp_path / "mappings" / "instruments").mkdir(parents=True)
    (tmp_path / "mappings" / "instruments" / "law.yaml").write_bytes(b"")
    pack, faults = open_pack(_folder(tmp_path, PACK + "instruments: mappings/instruments\n"))
    assert pack is not None
    assert (pack.law, faults) == ((NamedFile("mine/mappings/instruments/law.yaml", b""),), ())


@pytest.mark.parametrize("name", ["rules/cn/mine.yaml", "Rules/mine.yaml", "rules/mine.json"])
def test_rules_that_lie_where_nobody_looks_are_a_warning(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_bytes(b"")
    _, faults = open_pack(_folder(tmp_path, PACK))
    assert [str(fault) for fault in faults] == [
        (
            f"mine/{name}:1:1: warning[no-rules] The pack has no rules: this file is not read."
            " Put its rules into YAML files beside pack.yaml or in its folder rules/."
        )
    ]


FAULTS = [
    (
        "an unquoted version",
        PACK.replace('"1.2.0"', "1.2"),
        (
            'mine/pack.yaml:2:10: error[wrong-value] "version" is a text, and 1.2 is a number. '
            'Write it in quotes: "1.2".'
        ),
    ),
    (
        "a version of two numbers",
        PACK.replace("1.2.0", "1.2"),
        (
            'mine/pack.yaml:2:10: error[wrong-value] "1.2" is not written as "version" must be. '
            'Write it like "1.0.0".'
        ),
    ),
    (
        "no licence",
        PACK.replace("licence: MIT\n", ""),
        'mine/pack.yaml:1:1: error[missing-key] "licence" is missing. Write licence: Apache-2.0.',
    ),
    (
        "the other spelling",
        PACK.replace("licence", "license"),
        'mine/pack.yaml:6:1: error[unknown-key] Unknown key "license". Did you mean "licence"?',
    ),
    (
        "a folder outside of the pack",
        PACK + "instruments: ../law\n",
        (
            'mine/pack.yaml:7:14: error[wrong-value] "../law" is not written as "instruments" must be. '
            "Write it like mappings/instruments."
        ),
    ),
    (
        "a later reglint",
        PACK + 'requires: {reglint: ">=99"}\n',
        (
            "mine/pack.yaml:7:21: error[needs-later] The pack needs reglint >=99, and this is 0.1.0. "
            "Install a later reglint."
        ),
    ),
    (
        "two documents",
        PACK + "---\na: 1\n",
        (
            "mine/pack.yaml:8:1: error[two-documents] "
            "A second document starts here, and only the first would be read. "
            "Write a file for each."
        ),
    ),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_a_faulty_pack_is_not_opened(text: str, expected: str, tmp_path: Path) -> None:
    pack, faults = open_pack(_folder(tmp_path, text))
    assert (pack, expected in map(str, faults)) == (None, True), [str(fault) for fault in faults]


@pytest.mark.parametrize("wanted", [">=0", ">=0.1", ">=0.1.0", ">=0.0.9"])
def test_a_pack_that_needs_no_later_reglint_is_opened(wanted: str, tmp_path: Path) -> None:
    assert open_pack(_folder(tmp_path, PACK + f'requires: {{reglint: "{wanted}"}}\n'))[1] == ()


@pytest.mark.parametrize("name", ["empty", "nowhere"])
def test_a_folder_without_a_manifest_is_no_pack(name: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    pack, (fault,) = open_pack(PackFolder(tmp_path / name, name, "local-path"))
    assert (pack, str(fault)) == (
        None,
        f"{name}:1:1: error[no-pack] {name} has no pack.yaml. Name the folder that pack.yaml is in.",
    )


def test_bytes_that_are_no_text_are_no_pack(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_bytes("id: 包".encode("gb18030"))
    pack, faults = open_pack(PackFolder(tmp_path, "mine", "local-path"))
    assert (pack, [fault.path for fault in faults]) == (None, ["mine/pack.yaml"])
