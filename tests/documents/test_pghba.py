"""PostgreSQL's pg_hba.conf → nodes."""

from __future__ import annotations

import pytest

from reglint.documents.lookup import plain
from reglint.documents.pghba import read_pghba

RECORD = {"type": "host", "database": "all", "user": "all", "address": "10.0.0.0/8", "method": "md5"}
VALUES = {
    "nothing": ("# TYPE DATABASE\n\n", {}),
    "local": (
        "local all all peer",
        {"records": [{"type": "local", "database": "all", "user": "all", "method": "peer"}]},
    ),
    "address": ("host all all 10.0.0.0/8 md5 # a", {"records": [RECORD]}),
    "options": ("host all all 10.0.0.0/8 md5 map=x clientcert=verify-ca", {"records": [RECORD]}),
    "mask": (
        "host all all 10.0.0.0 255.0.0.0 md5",
        {"records": [{**RECORD, "address": "10.0.0.0", "mask": "255.0.0.0"}]},
    ),
    "quotes": ('host "all" "a b#" 10.0.0.0/8 md5', {"records": [{**RECORD, "user": "a b#"}]}),
    "include": ("include_dir conf.d", {"include": [{"type": "include_dir", "path": "conf.d"}]}),
}


@pytest.mark.parametrize(("text", "value"), VALUES.values(), ids=VALUES)
def test_a_text_says_these_values(text: str, value: object) -> None:
    reading = read_pghba(text, "f")
    assert ([plain(root) for root in reading.roots], reading.diagnostics) == ([value], ())


REFUSED = {
    "no record": ("local all all peer\nremote all", (2, 1), "begins with local, host,"),
    "too short": ("host all all md5", (1, 1), "ends before its method."),
    "template": ("{{ a }}", (1, 1), "template"),
}


@pytest.mark.parametrize(("text", "where", "words"), REFUSED.values(), ids=REFUSED)
def test_a_text_is_refused_with_its_place(text: str, where: tuple[int, int], words: str) -> None:
    (said,) = read_pghba(text, "f").diagnostics
    assert ((said.line, said.column), words in said.message) == (where, True)
