"""What to write for a piece of text that is no token."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

from reglint.language.foreign import SIGNS

_WORD = re.compile(r"[\w-]+\Z")
_OPERAND = re.compile(r"""[\w)\]"']\s*\Z""")
_AFTER_VARIABLE = re.compile(r"\.\w+\(\s*([A-Za-z_]\w*)\s*\Z")


def misspelt(kind: str, text: str, before: str) -> str:
    """What is wrong with a piece of the text, by the kind that the tokenizer gives it, and what to write.

    `before` is what stands before it.

    >>> misspelt("wide", "＆＆", "a ")
    '＆＆ is full-width; write &&'
    """
    return _by_what_is_before(kind, text, before) or _MESSAGES.get(kind, _of_stray)(text)


def _by_what_is_before(kind: str, text: str, before: str) -> str:
    """What is said where that hangs on what stands before; "" where it doesn't."""
    match kind:
        case "braces":
            return _of_braces(text, after_name=before[-1:].isalnum())
        case "open" if word := _WORD.search(before):
            return f"the text that ends here starts nowhere; write {text[0]}{word[0]}{text[0]}"
        case "root" if before.rstrip("( ").endswith("[?"):
            return f"{text} means nothing here; write .filter(x, x.field …)"
        case "sign" if text in {"=>", "->", "|", ";"} and (variable := _AFTER_VARIABLE.search(before)):
            return f"{text} is no operator; write a comma after the variable {variable[1]}"
        case "sign" if text == "~" and _OPERAND.search(before):
            return _of_sign("=~").replace("=~", text)
    return ""


def _of_braces(text: str, *, after_name: bool) -> str:
    content = text.strip("${} ")
    if text.startswith(("${", "{{")):
        return f"a fact stands for itself, without braces; write {content[:60]}"
    if after_name:
        return f"arguments stand in ( ); write ({content[:60]})"
    if content[:1] in {'"', "'"} or content[:1].isdecimal():
        return f"a list stands in [ ]; write [{content[:60]}]"
    return _NO_MAPS


def _of_bytes(_: str) -> str:
    return 'bytes are left out of the language; write a text in quotes, such as "access"'


def _of_day(text: str) -> str:
    kind = "timestamp" if "T" in text else "date"
    return f'{text} is no number; write {kind}("{text}")'


def _of_dotted(text: str) -> str:
    if ".." in text:
        low, _, high = text.partition("..")
        return f"{text} is no number; write {low} <= x && x <= {high}"
    kind = "cidr" if "/" in text else "version"
    return f'{text} is no number; write {kind}("{text}")'


def _of_quotes(text: str) -> str:
    content = text[1:].rstrip("“”„»」』‘’´`\"'")
    write = f'"{content}"' if content else '"'
    return f"{text} has other quotes than the language; write {write}"


def _of_wide(text: str) -> str:
    first, last = (unicodedata.normalize("NFKC", char) for char in (text[0], text[-1]))
    if len(text) > 1 and first in "([\"'":
        return f"{text[0]} {text[-1]} are full-width; write {first}{text[1:-1]}{last}"
    plain = unicodedata.normalize("NFKC", text)
    return f"{text} is full-width; write {SIGNS.get(plain, plain)}"


def _of_sign(text: str) -> str:
    return f"{text} is no operator; write {SIGNS[''.join(text.split())]}"


def _of_comment(_: str) -> str:
    return "# starts no comment; write // before one"


def _of_root(text: str) -> str:
    return f"{text} means nothing here; write a fact by its name alone, such as logging.streams"


def _of_blank(text: str) -> str:
    return f"U+{ord(text[0]):04X} is no blank of the language; write a plain one"


def _of_open(text: str) -> str:
    mixed = re.match(r"""(["'])([\w .:/*%+-]*)(?!\1)["']""", text)
    if mixed:
        return (
            f"the text starts with {text[0]} and ends with another quote; write {text[0]}{mixed[2]}{text[0]}"
        )
    return f"the text that starts here does not end on its line; write {text[0]} at its end"


def _of_stray(text: str) -> str:
    if text in "{}":
        return _NO_MAPS
    return f"{text!r} means nothing here; write names, numbers, texts in quotes and operators"


_NO_MAPS = "maps and messages are left out of the language; write a list in [ ] or a fact"
_MESSAGES: Mapping[str, Callable[[str], str]] = {
    "bytes": _of_bytes,
    "day": _of_day,
    "dotted": _of_dotted,
    "quotes": _of_quotes,
    "wide": _of_wide,
    "sign": _of_sign,
    "comment": _of_comment,
    "root": _of_root,
    "blank": _of_blank,
    "open": _of_open,
}
