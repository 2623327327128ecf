"""Redis configuration → nodes."""

from __future__ import annotations

import pytest
from tests.nodes import at_pointer

from reglint.documents.lookup import plain
from reglint.documents.redis import read_redis

VALUES = {
    "nothing": ("# a\n\n", {}),
    "directive": ("port 6379", {"port": [{"@args": ["6379"]}]}),
    "no argument": ("a", {"a": [{"@args": []}]}),
    "any case": ("RequirePass A", {"requirepass": [{"@args": ["A"]}]}),
    "arguments": ("bind\t127.0.0.1  ::1 ", {"bind": [{"@args": ["127.0.0.1", "::1"]}]}),
    "twice": ("save 1 2\nsave 3 4", {"save": [{"@args": ["1", "2"]}, {"@args": ["3", "4"]}]}),
    "no comment": ("a b # c", {"a": [{"@args": ["b", "#", "c"]}]}),
    "empty": ('save ""', {"save": [{"@args": [""]}]}),
    "double quotes": (r'a "b c" "\x41\n\"\q"', {"a": [{"@args": ["b c", 'A\n"q']}]}),
    "single quotes": (r"a 'b c' 'd\'e\n'", {"a": [{"@args": ["b c", r"d'e\n"]}]}),
    "quotes in a word": ('a b"c d"', {"a": [{"@args": ["bc d"]}]}),
    "user": ("user default on ~* +@all >p", {"user": [{"@args": ["default", "on", "~*", "+@all", ">p"]}]}),
    "lines of Windows": ("a b\r\nc d\r\n", {"a": [{"@args": ["b"]}], "c": [{"@args": ["d"]}]}),
}


@pytest.mark.parametrize(("text", "value"), VALUES.values(), ids=VALUES)
def test_a_text_says_these_values(text: str, value: object) -> None:
    reading = read_redis(text, "f")
    assert ([plain(root) for root in reading.roots], reading.diagnostics) == ([value], ())


PLACES = {
    "directive": ("/a/0", (2, 2), (2, 2, 2, 9)),
    "argument": ("/a/0/@args/0", (2, 4), (2, 4, 2, 5)),
    "quoted": ("/a/0/@args/1", (2, 6), (2, 6, 2, 9)),
    "no arguments": ("/d/0/@args", (3, 1), (3, 2, 3, 2)),
}


@pytest.mark.parametrize(("pointer", "key", "span"), PLACES.values(), ids=PLACES)
def test_everything_has_its_place(
    pointer: str, key: tuple[int, int], span: tuple[int, int, int, int]
) -> None:
    (root,) = read_redis('# x\n a b "c"\nd\n', "f").roots
    node = at_pointer(root, pointer)
    assert node is not None
    assert (node.key_line, node.key_column) == key
    assert (node.line, node.column, node.end_line, node.end_column) == span


REFUSED = {
    "no end": ('a "b', (1, 3)),
    "more behind the quotes": ('a\nb "c"d', (2, 3)),
    "backslash before the quote": (r"a 'b\'", (1, 3)),
}


@pytest.mark.parametrize(("text", "where"), REFUSED.values(), ids=REFUSED)
def test_a_text_is_refused_with_its_place(text: str, where: tuple[int, int]) -> None:
    reading = read_redis(text, "f")
    message = "No configuration of Redis: the quotes in this line do not match."
    said = [str(one) for one in reading.diagnostics]
    assert (reading.roots, said) == ((), [f"f:{where[0]}:{where[1]}: error[redis-syntax] {message}"])
