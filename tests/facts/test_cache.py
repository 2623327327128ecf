from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reglint.documents.shipped import shipped
from reglint.facts import cache
from reglint.facts.cache import cache_folder, kept, key_of
from reglint.facts.shipped import Vocabulary, read_vocabulary, shipped_vocabulary
from reglint.model.schema import FactType, ListType, ObjectType

MADE = {"a": [1, True, None, "口令"]}


def make() -> object:
    return MADE


def no_need() -> object:
    raise AssertionError("it is kept")


def test_what_is_kept_is_not_made_again(tmp_path: Path) -> None:
    assert kept(tmp_path, "facts", "k", make) == MADE
    assert kept(tmp_path, "facts", "k", no_need) == MADE


DAMAGE = {
    "empty": lambda _: b"",
    "cut off": lambda data: data[:-3],
    "a changed letter": lambda data: data.replace(b"true", b"tree"),
    "a changed number": lambda data: data.replace(b"[1,", b"[2,"),
    "no head": lambda data: data.partition(b"\n")[2],
    "another's": lambda data: b"\x80\x04\x95" + data,
    "nested without end": lambda _: b"k 0\n" + b"[" * 100_000,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_entry_is_made_anew(damage: object, tmp_path: Path) -> None:
    kept(tmp_path, "facts", "k", make)
    file = tmp_path / "facts.json"
    sound = file.read_bytes()
    assert callable(damage)
    file.write_bytes(damage(sound))
    assert kept(tmp_path, "facts", "k", make) == MADE
    assert file.read_bytes() == sound


def test_a_stale_entry_is_made_anew(tmp_path: Path) -> None:
    kept(tmp_path, "facts", "old", lambda: ["old"])
    assert kept(tmp_path, "facts", "new", make) == MADE
    assert kept(tmp_path, "facts", "new", no_need) == MADE


def test_without_a_folder_nothing_is_kept() -> None:
    assert kept(None, "facts", "k", make) == MADE


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="NOT RUN: every folder is writable here"
)
def test_a_folder_that_can_not_be_written_is_no_fault(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert kept(tmp_path / "reglint", "facts", "k", make) == MADE


def test_a_file_in_the_place_of_the_folder_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "reglint").write_text("no folder")
    assert kept(tmp_path / "reglint", "facts", "k", make) == MADE


def test_a_folder_in_the_place_of_the_entry_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "facts.json").mkdir()
    assert kept(tmp_path, "facts", "k", make) == MADE
    assert [one.name for one in tmp_path.iterdir()] == ["facts.json"]


def test_nothing_else_is_left_behind(tmp_path: Path) -> None:
    kept(tmp_path / "reglint", "facts", "k", make)
    assert [one.name for one in tmp_path.rglob("*")] == ["reglint", "facts.json"]


KEYS = {
    "another text": [("a.yaml", b"b: 2")],
    "another name": [("b.yaml", b"a: 1")],
    "one more": [("a.yaml", b"a: 1"), ("b.yaml", b"")],
    "none": [],
    "two in one": [("a.yaml", b"a: 1\nb.yaml 0\n")],
}


@pytest.mark.parametrize("files", KEYS.values(), ids=KEYS)
def test_other_files_have_another_key(files: list[tuple[str, bytes]]) -> None:
    assert key_of(files) != key_of([("a.yaml", b"a: 1")])


def test_another_version_has_another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    before = key_of([("a.yaml", b"a: 1")])
    monkeypatch.setattr(cache, "__version__", "0.0.0")
    assert key_of([("a.yaml", b"a: 1")]) != before


FOLDERS: dict[str, tuple[dict[str, str], str | None]] = {
    "XDG": ({"XDG_CACHE_HOME": "/c", "HOME": "/h"}, "/c/reglint"),
    "no absolute path": ({"XDG_CACHE_HOME": "c", "HOME": "/h"}, "/h/.cache/reglint"),
    "an empty path": ({"XDG_CACHE_HOME": "", "HOME": "/h"}, "/h/.cache/reglint"),
    "home": ({"HOME": "/h"}, "/h/.cache/reglint"),
    "no home": ({"HOME": ""}, None),
    "nothing said": ({}, None),
}


@pytest.mark.parametrize(("environment", "folder"), FOLDERS.values(), ids=FOLDERS)
def test_the_environment_says_where_caches_are(environment: dict[str, str], folder: str | None) -> None:
    found = cache_folder(environment)
    assert (found and found.as_posix()) == folder


def fields_in_order(kind: FactType) -> object:
    if isinstance(kind, ObjectType):
        return [(name, fields_in_order(one)) for name, one in kind.fields.items()]
    return fields_in_order(kind.item) if isinstance(kind, ListType) else kind


def test_the_vocabulary_that_is_kept_is_the_one_that_is_read(tmp_path: Path) -> None:
    mappings = shipped("mappings")
    read, made, from_entry = (read_vocabulary(mappings, cache=one) for one in (None, tmp_path, tmp_path))
    assert read.schema == made.schema == from_entry.schema
    assert read.sources == made.sources == from_entry.sources
    assert fields_in_order(read.schema) == fields_in_order(from_entry.schema)


def test_the_vocabulary_is_kept_where_the_user_has_caches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, vocabulary: Vocabulary
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert shipped_vocabulary().schema == vocabulary.schema
    entry = (tmp_path / "reglint" / "vocabulary.json").read_bytes()
    kinds = [path.partition("/")[0] for path in json.loads(entry.partition(b"\n")[2])]
    assert kinds == ["facts"] * len(vocabulary.schema.fields) + ["sources"] * len(vocabulary.sources)


def test_a_vocabulary_that_is_kept_needs_no_validation(vocabulary: Vocabulary) -> None:
    """It is kept already: whoever asks for `vocabulary` has made the entry."""
    code = (
        "import sys; from reglint.facts.shipped import shipped_vocabulary; "
        "sys.exit(len(shipped_vocabulary().sources) if 'pydantic' in sys.modules else 0)"
    )
    assert vocabulary.sources
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own
