from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reglint.facts import convert
from reglint.facts.attest import OTHER_FILE, UNSEEN
from reglint.facts.convert.context import PRODUCT_DEFAULT
from reglint.facts.placeholder import Resolved
from reglint.facts.secret import SHORT, length_class
from reglint.report.note_words import note_words

CONVERSIONS = sorted(Path(str(convert.__file__)).parent.glob("*.py"))
SETTING = re.compile(r"[\w.\-]+=\S*|[\w+]+:|r2dbcs|tcps")
"""What is quoted from a file, in every language as it stands there."""
NOTE = 2  # the place of a note among the arguments of Converted


def is_worded(note: str) -> bool:
    return all(SETTING.fullmatch(part) or note_words(part, "zh") != part for part in note.split("; "))


def notes_written(source: Path) -> Iterator[str]:
    """The notes that a module writes out, with X for what it puts into them."""
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        yield from filter(None, map(text_of, candidates(node)))


def candidates(node: ast.AST) -> Iterator[ast.expr]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Converted":
        yield from node.args[NOTE : NOTE + 1]
        yield from (given.value for given in node.keywords if given.arg == "note")
    if (
        isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and node.targets[0].id == "note"
    ):
        yield node.value
    if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple) and len(node.value.elts) == NOTE:
        answer, said = node.value.elts
        if not (isinstance(answer, ast.Constant) and answer.value is None):
            yield said


def text_of(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(text_of(part) or "X" for part in node.values)
    return ""


@pytest.mark.parametrize("source", CONVERSIONS, ids=lambda source: source.stem)
def test_every_note_that_a_conversion_writes_has_words(source: Path) -> None:
    assert [note for note in notes_written(source) if not is_worded(note)] == []


def test_notes_are_found_in_the_conversions() -> None:
    found = {note for source in CONVERSIONS for note in notes_written(source)}
    assert {"no password in the URL", "default of version X", "useSSL=X and X=true"} <= found


CONSTANT = [
    PRODUCT_DEFAULT,
    SHORT,
    f"{SHORT}, which alone is not called weak",
    *map(length_class, ("", "a" * 7, "a" * 8, "a" * 16)),
    Resolved("", assumed=("A", "B")).note,
    OTHER_FILE,
    UNSEEN,
    "its attestation ended on 2026-03-02",
    "its attestation begins on 2026-03-02",
    "the days of its attestation are not clear",
    "its attestation is incomplete",
    "no sslMode in the URL: the default depends on the driver's version",
    "no sslMode or useSSL in the URL: the default depends on the driver's version",
    "TLS may end before the Service or behind it: the manifest does not show where",
    "nginx deletes none of its logs: how long a file stays is set where it is rotated",
    "Logstash deletes no index: how long Elasticsearch keeps it is set there",
    "the version of Spring Boot decides how long its log files stay where nothing is set",
    "the life of the token",
    "write 184 days or 6 months",
]


@pytest.mark.parametrize("note", CONSTANT)
def test_every_note_that_facts_share_has_words(note: str) -> None:
    assert is_worded(note)


SAID = [
    ("", "", ""),
    ("product default", "产品默认值", "製品の既定値"),
    ("default of version 8", "版本 8 的默认值", "バージョン 8 の既定値"),
    ("unless A or B is set", "未设置 A 或 B 时", "A または B が設定されていない場合"),
    ("useSSL=false", "useSSL=false", "useSSL=false"),
    ("useSSL=true and requireSSL=true", "useSSL=true 且 requireSSL=true", "useSSL=true かつ requireSSL=true"),
    ("no characters; useSSL=false", "没有字符；useSSL=false", "文字なし。useSSL=false"),
    ("a stranger's words", "a stranger's words", "a stranger's words"),
]


@pytest.mark.parametrize(("note", "zh", "ja"), SAID, ids=[row[0] or "none" for row in SAID])
def test_a_note_in_each_language(note: str, zh: str, ja: str) -> None:
    assert [note_words(note, language) for language in ("en", "zh", "ja")] == [note, zh, ja]
