"""Bytes → text, or a diagnostic that names the encoding."""

from __future__ import annotations

import pytest

from reglint.documents.text import decode

READ = {
    "plain": (b"a: 1", "utf-8", "a: 1"),
    "byte order mark": (b"\xef\xbb\xbfa: 1", "utf-8", "a: 1"),
    "Chinese": ("a: 中文".encode(), "UTF8", "a: 中文"),
    "nothing": (b"", "utf-8", ""),
    "gb18030": ("中文".encode("gb18030"), "gb18030", "中文"),
    "utf-16 with a mark": ("中文".encode("utf-16"), "utf-16", "中文"),
    "utf-16-le with a mark": ("\ufeffa".encode("utf-16-le"), "utf-16-le", "a"),
    "latin-1": (b"caf\xe9", "latin-1", "café"),
}


@pytest.mark.parametrize(("data", "encoding", "text"), READ.values(), ids=READ)
def test_bytes_become_text(data: bytes, encoding: str, text: str) -> None:
    assert decode(data, "f", encoding=encoding) == text


LOOKS_LIKE = {
    "gb18030": ("name: 支付系统\n".encode("gb18030"), "gb18030", (1, 8)),
    "latin-1": ("a: 1\nname: café crème".encode("latin-1"), "latin-1", (2, 10)),
    "utf-16": ("a: 1".encode("utf-16"), "utf-16", (1, 1)),
    "utf-16-le": ("a: 1".encode("utf-16-le"), "utf-16-le", (1, 1)),
    "utf-16-be": ("a: 1".encode("utf-16-be"), "utf-16-be", (1, 1)),
}


@pytest.mark.parametrize(("data", "name", "where"), LOOKS_LIKE.values(), ids=LOOKS_LIKE)
def test_another_encoding_is_named(data: bytes, name: str, where: tuple[int, int]) -> None:
    assert str(decode(data, "f")) == (
        f"f:{where[0]}:{where[1]}: error[text-encoding] This is no UTF-8; it looks like {name}. "
        f"Write --encoding {name}, or save the file as UTF-8."
    )


ENCODINGS = "Write --encoding utf-8, gb18030, utf-16 or latin-1."
REFUSED = {
    "picture": (
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        "utf-8",
        "f:1:1: error[text-binary] A zero byte: this is no text.",
    ),
    "zero in a text": (b"a: 1\nb: \0 c", "utf-8", "f:2:4: error[text-binary] A zero byte: this is no text."),
    "unknown name": (
        b"a",
        "utf-99",
        f'f:1:1: error[text-encoding] "utf-99" is no encoding. {ENCODINGS}',
    ),
    "codec that gives no text": (
        b"a",
        "zip",
        f'f:1:1: error[text-encoding] "zip" is no encoding. {ENCODINGS}',
    ),
    "wrong name": (b"a\xff", "ascii", "f:1:1: error[text-encoding] This is no ascii: byte 1 is 0xFF."),
    "cut off": (
        b"a\0b",
        "utf-16-le",
        "f:1:1: error[text-encoding] This is no utf-16-le: byte 2 is 0x62.",
    ),
}


@pytest.mark.parametrize(("data", "encoding", "said"), REFUSED.values(), ids=REFUSED)
def test_bytes_are_refused(data: bytes, encoding: str, said: str) -> None:
    assert str(decode(data, "f", encoding=encoding)) == said
