from __future__ import annotations

import pytest
from tests.conformance.textproto import Message, Word, read_textproto


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", {}),
        ("# only a comment", {}),
        ("a: 1", {"a": [Word("1")]}),
        (
            "a: -1.5e+3 b: true; c: NULL_VALUE,",
            {"a": [Word("-1.5e+3")], "b": [Word("true")], "c": [Word("NULL_VALUE")]},
        ),
        ("a: 'it' \"'s\" # joined", {"a": [b"it's"]}),
        (r"a: '\a\\\'\x41\101\u00e9\U0001f431\377'", {"a": [b"\a\\'AA\xc3\xa9\xf0\x9f\x90\xb1\xff"]}),
        ("a { b: 1 } a: <b: 2>", {"a": [{"b": [Word("1")]}, {"b": [Word("2")]}]}),
        ("a: [1, {}, 'x']", {"a": [Word("1"), {}, b"x"]}),
        ("a { [x.y/z.T] { b: 1 } }", {"a": [{"x.y/z.T": [{"b": [Word("1")]}]}]}),
    ],
)
def test_a_text_proto_is_read_as_plain_values(text: str, message: Message) -> None:
    assert read_textproto(text) == message


def test_a_sign_that_the_format_lacks_is_an_error() -> None:
    with pytest.raises(ValueError, match="'~' at 3 means nothing in a text proto"):
        read_textproto("a: ~")
