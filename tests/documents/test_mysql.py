"""Option files of MySQL → nodes."""

from __future__ import annotations

import pytest
from tests.nodes import at_pointer

from reglint.documents.lookup import plain
from reglint.documents.mysql import read_mysql

VALUES = {
    "nothing": ("# a\n; b\n", {}),
    "option": ("[mysqld]\nport = 3306", {"mysqld": {"port": ["3306"]}}),
    "option alone": ("[mysqld]\nskip-networking # a", {"mysqld": {"skip-networking": [None]}}),
    "names as written": ("[a]\nssl-ca=b\nssl_ca=c", {"a": {"ssl-ca": ["b"], "ssl_ca": ["c"]}}),
    "no value": ("[a]\nb=", {"a": {"b": [""]}}),
    "twice": ("[a]\nb=1\nb=2\n[c]\n[a]\nb=3", {"a": {"b": ["1", "2", "3"]}, "c": {}}),
    "comment in a line": ("[a]\nb=c#d\ne='f#g' # h", {"a": {"b": ["c"], "e": ["f#g"]}}),
    "quotes": ("[a]\nb = \"c 'd'\"\ne='f", {"a": {"b": ["c 'd'"], "e": ["'f"]}}),
    "escapes": (r"[a]" + "\n" + r"b='c\n\s\\\"\d'", {"a": {"b": ['c\n \\"\\d']}}),
    "equals in a value": ("[a]\nb=c=d", {"a": {"b": ["c=d"]}}),
    "includes": (
        "!include /a b\n[c]\n!includedir /d\n!include /e",
        {"c": {}, "!include": ["/a b", "/e"], "!includedir": ["/d"]},
    ),
}


@pytest.mark.parametrize(("text", "value"), VALUES.values(), ids=VALUES)
def test_a_text_says_these_values(text: str, value: object) -> None:
    reading = read_mysql(text, "f")
    assert ([plain(root) for root in reading.roots], reading.diagnostics) == ([value], ())


PLACES = {
    "group": ("/a", (1, 1), (1, 1, 3, 2)),
    "value": ("/a/b/0", (2, 2), (2, 6, 2, 9)),
    "option alone": ("/a/d/0", (3, 1), (3, 2, 3, 2)),
    "include": ("/!include/0", (4, 1), (4, 11, 4, 13)),
}


@pytest.mark.parametrize(("pointer", "key", "span"), PLACES.values(), ids=PLACES)
def test_everything_has_its_place(
    pointer: str, key: tuple[int, int], span: tuple[int, int, int, int]
) -> None:
    (root,) = read_mysql("[a]\n b = 'c' # x\nd\n!include  /e\n", "f").roots
    node = at_pointer(root, pointer)
    assert node is not None
    assert (node.key_line, node.key_column) == key
    assert (node.line, node.column, node.end_line, node.end_column) == span


REFUSED = {
    "no group": ("a=1", (1, 1), "an option stands before the first [group]. Write [mysqld]."),
    "no end of a header": ("[a\nb=1", (1, 1), "this [ has no ]."),
    "other directive": ("[a]\n!foo", (2, 1), "after ! stands include or includedir, and a path."),
    "no path": ("!include", (1, 1), "after ! stands include or includedir, and a path."),
}


@pytest.mark.parametrize(("text", "where", "message"), REFUSED.values(), ids=REFUSED)
def test_a_text_is_refused_with_its_place(text: str, where: tuple[int, int], message: str) -> None:
    reading = read_mysql(text, "f")
    place = f"f:{where[0]}:{where[1]}"
    assert (reading.roots, [str(one) for one in reading.diagnostics]) == (
        (),
        [f"{place}: error[mysql-syntax] No option file: {message}"],
    )
