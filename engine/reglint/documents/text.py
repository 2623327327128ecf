"""Bytes → text: UTF-8, or what the user names; never a guess that is used in silence."""

from __future__ import annotations

from reglint.documents.source import BOM, line_starts
from reglint.model.diagnostic import Diagnostic

_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SAMPLE = 4096
_CJK = ("\u3000", "\u9fff")


def decode(data: bytes, path: str, *, encoding: str = "utf-8") -> str | Diagnostic:
    """The text of a file without its byte order mark, or why it is none.

    A file in another encoding gives a diagnostic that names the one it looks like.
    """
    if encoding.lower().replace("_", "-") in ("utf-8", "utf8", "utf-8-sig"):
        return _decode_utf8(data, path)
    try:
        text = data.decode(encoding)
    except LookupError:
        hint = "Write --encoding utf-8, gb18030, utf-16 or latin-1."
        return Diagnostic("text-encoding", f'"{encoding}" is no encoding.', path, hint=hint)
    except UnicodeError as fault:
        start = getattr(fault, "start", 0)
        return Diagnostic("text-encoding", f"This is no {encoding}: {_byte(data, start)}.", path)
    return _checked(text.removeprefix(BOM), path)


def _decode_utf8(data: bytes, path: str) -> str | Diagnostic:
    likely = _wide(data)
    if likely:
        return _encoding_fault(path, likely, 1, 1)
    try:
        return _checked(data.decode("utf-8").removeprefix(BOM), path)
    except UnicodeDecodeError as fault:
        before = data[: fault.start].decode("utf-8")
        if b"\0" in data:
            return _binary(path, *_last_position(before))
        return _encoding_fault(path, _narrow(data), *_last_position(before))


def _wide(data: bytes) -> str:
    """The name of UTF-16 where a byte order mark or a zero in every other byte gives it away."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    enough = max(half * 2 // 5, 2)
    if not even and odd >= enough:
        return "utf-16-le"
    return "utf-16-be" if not odd and even >= enough else ""


def _narrow(data: bytes) -> str:
    """GB18030 where the bytes decode so, mostly to Chinese characters; else Latin-1, which any bytes are."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return "latin-1"
    foreign = [character for character in text if character > "\x7f"]
    chinese = sum(
        _CJK[0] <= character <= _CJK[1] or "\uff00" <= character <= "\uffef" for character in foreign
    )
    return "gb18030" if chinese * 10 >= len(foreign) * 8 else "latin-1"


def _checked(text: str, path: str) -> str | Diagnostic:
    zero = text.find("\0")
    return text if zero < 0 else _binary(path, *_last_position(text[:zero]))


def _binary(path: str, line: int, column: int) -> Diagnostic:
    return Diagnostic("text-binary", "A zero byte: this is no text.", path, line, column)


def _encoding_fault(path: str, likely: str, line: int, column: int) -> Diagnostic:
    hint = f"Write --encoding {likely}, or save the file as UTF-8."
    message = f"This is no UTF-8; it looks like {likely}."
    return Diagnostic("text-encoding", message, path, line, column, hint)


def _byte(data: bytes, start: int) -> str:
    return f"byte {start} is 0x{data[start]:02X}" if start < len(data) else "the last character is cut off"


def _last_position(before: str) -> tuple[int, int]:
    text = before.removeprefix(BOM)
    starts = line_starts(text)
    return len(starts), len(text) - starts[-1] + 1
