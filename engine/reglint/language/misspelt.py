"""What to write for a piece of text that is no token."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import TypeAlias

from reglint.language.foreign import SIGNS
from reglint.language.literals import write_text
from reglint.language.repair import glob_of, repaired
from reglint.model.spelling import cut_short

Written: TypeAlias = Callable[[str, str], str]  # of the operands on either side of a sign
InFull: TypeAlias = tuple[
    re.Pattern[str], re.Pattern[str], Written
]  # how they are found, and what is written

_NEAR = 600  # code points on either side that are looked at, or thousands of faults would take long
_PATH = r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[[0-9]+\])*"
_TEXT = r"""(?:"[^"\\\n]*"|'[^'\\\n]*')"""
_MAP = re.compile(rf"(?:{_TEXT}|[\w.]+)\s*:")
_INDEX_BEFORE = re.compile(r"[\w)\]]\[\s*\Z")
_ADDRESS = re.compile(r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}")
_WORD = re.compile(r"[\w-]+\Z")
_OPERAND = re.compile(r"""[\w)\]"']\s*\Z""")
_AFTER_VARIABLE = re.compile(r"\.\w+\(\s*([A-Za-z_]\w*)\s*\Z")
_BEGINS = r"(?:^|[(,\[!&|?:])\s*"
_ENDS = r"(?!\w|\s*[-+*/%.(\[])"
_PATH_BEFORE = re.compile(rf"{_BEGINS}({_PATH})\s*\Z")
_IN_BEFORE = re.compile(rf"{_BEGINS}({_PATH})\s+in\s*\[?\s*\Z")
_PATH_AFTER = re.compile(rf"\s*({_PATH})")
_TEXT_AFTER = re.compile(rf"\s*({_TEXT}){_ENDS}")
_LIST_AFTER = re.compile(rf"\s*(\[[^\[\]\n]*\]|{_PATH}){_ENDS}")
_ALONE_BEFORE = re.compile(rf"(?:^|[(,])\s*({_PATH})\s*\Z")
_ALONE_AFTER = re.compile(rf"\s*({_PATH}|{_TEXT}|[0-9]+)\s*(?=\Z|[),])")
_CONDITION_AFTER = re.compile(rf"((?:[^()\[\]@\"'&|]|{_TEXT})+)\)\]")
_STARTED = re.compile(r"""["']([\w.:/*%+-][\w .:/*%+-]*)""")


def misspelt(kind: str, text: str, *, before: str, after: str) -> str:
    """What is wrong with a piece of the text, by the kind that the tokenizer gives it, and what to write.

    `before` and `after` are what stands before and after it.

    >>> misspelt("wide", "＆＆", before="a ", after=" b")
    '＆＆ is full-width; write &&'
    """
    if kind in _BY_PLACE:
        near = before if len(before) <= _NEAR else f"…{before[-_NEAR:]}"
        return _BY_PLACE[kind](text, near, after if len(after) <= _NEAR else f"{after[:_NEAR]}…")
    return _MESSAGES.get(kind, _of_stray)(text)


def _of_braces(text: str, before: str, _: str) -> str:
    """What is said of braces: no map is offered as a list."""
    content = text.strip("${} ")
    if _MAP.match(content):
        return _NO_MAPS
    if text.startswith(("${", "{{")):
        return f"a fact stands for itself, without braces; write {content[:60]}"
    if before[-1:].isalnum():
        return f"arguments stand in ( ); write ({content[:60]})"
    if content[:1] in {'"', "'"} or content[:1].isdecimal():
        return f"a list stands in [ ]; write [{content[:60]}]"
    return _NO_MAPS


def _of_day(text: str, before: str, _: str) -> str:
    kind = "timestamp" if "T" in text else "date"
    return f"{text} is no number; write {_constant(kind, text, before)}"


def _of_dotted(text: str, before: str, _: str) -> str:
    low, dots, high = text.partition("..")
    if dots and _INDEX_BEFORE.search(before):
        return f"{text} is no index; write one number, such as {low}, or .all(x, x.field …) for each element"
    if dots:
        inside = _IN_BEFORE.search(before)
        write = f"{low} <= {{0}} && {{0}} <= {high}"
        named = write.format(inside[1]) if inside else f"two comparisons, such as {write.format('x')}"
        return f"{text} is no number; write {named}"
    if _ADDRESS.fullmatch(text) and not before.rstrip().endswith("cidr("):
        return f'{text} is no number; write "{text}" for an address'
    network = "/" in text or _ADDRESS.fullmatch(text)
    return f"{text} is no number; write {_constant('cidr' if network else 'version', text, before)}"


def _constant(kind: str, text: str, before: str) -> str:
    """The constant of a text that lacks its quotes, without the constructor where it stands already."""
    constant = repaired(kind, [text]) or f"{kind}({write_text(text)})"
    inside = before.rstrip().endswith(f"{kind}(")
    return constant.replace(f"{kind}(", "").replace(")", "") if inside else constant


def _of_open(text: str, before: str, _: str) -> str:
    """What is said of a quote without another like it."""
    quote, started = text[0], _STARTED.match(text)
    if word := _WORD.search(before):
        return f"the text that ends here starts nowhere; write {quote}{word[0]}{quote}"
    if mixed := re.match(r"""(["'])([\w .:/*%+-]*)(?!\1)["']""", text):
        whole = f"{quote}{mixed[2]}{quote}"
        return f"the text starts with {quote} and ends with another quote; write {whole}"
    write = f"{quote}{started[1].rstrip()}{quote}" if started else f"{quote} at its end"
    return f"the text that starts here does not end on its line; write {write}"


def _of_root(text: str, before: str, after: str) -> str:
    """What is said of `$.` or `@.` before a name, and of a filter as JSONPath has it."""
    if before.rstrip("( ").endswith("[?"):
        condition = _CONDITION_AFTER.match(after)
        body = f"x.{condition[1].strip()}" if condition else "x.field …"
        return f"{text} means nothing here; write .filter(x, {body})"
    path = _PATH_AFTER.match(after)
    write = path[1] if path else "a fact by its name alone, such as logging.streams"
    return f"{text} means nothing here; write {write}"


def _of_sign(text: str, before: str, after: str) -> str:
    sign = "".join(text.split())
    if sign == ";":
        return _of_semicolon(before, after)
    if sign in {"=>", "->", "|"} and (variable := _AFTER_VARIABLE.search(before)):
        return f"{text} is no operator; write , after the variable {variable[1]}"
    if sign == "~" and _OPERAND.search(before):
        sign = "=~"
    return f"{text} is no operator; write {_in_full(sign, before, after) or SIGNS[sign]}"


def _of_semicolon(before: str, after: str) -> str:
    """A comma in a list or between arguments, `&&` between conditions, nothing at the end."""
    opened: list[str] = []
    for match in re.finditer(r"\w?\(|\[|[)\]]", re.sub(_TEXT, "", before)):
        if match[0] not in {")", "]"}:
            opened.append(match[0])
        elif opened:
            opened.pop()
    if not opened and not after.strip():
        return "; ends nothing; leave it out"
    return f"; is no operator; write {',' if opened and opened[-1] != '(' else '&&'}"


def _in_full(sign: str, before: str, after: str) -> str:
    """What is written for a sign together with its operands, where it can be told which they are; else ""."""
    if sign not in _IN_FULL:
        return ""
    left_pattern, right_pattern, written = _IN_FULL[sign]
    left, right = left_pattern.search(before), right_pattern.match(after)
    return written(left[1], right[1]) if left and right else ""


def _as_glob(path: str, pattern: str) -> str:
    glob = glob_of(pattern[1:-1])
    return f"{path}.glob({write_text(glob)})" if glob else ""


def _as_no_glob(path: str, pattern: str) -> str:
    glob = _as_glob(path, pattern)
    return glob and f"!{glob}"


def _as_choice(path: str, otherwise: str) -> str:
    return f"has({path}) ? {path} : {otherwise}" if "." in path else ""


def _of_bytes(_: str) -> str:
    return 'bytes are left out of the language; write a text in quotes, such as "access"'


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


def _of_grouped(text: str) -> str:
    return f"{text} is no number; write {text.replace(',', '')}"


def _of_pointed(text: str) -> str:
    return f"{text} is no number; write {text[:-1]} or {text}0"


def _of_comment(_: str) -> str:
    return "# starts no comment; write //"


def _of_blank(text: str) -> str:
    return f"U+{ord(text[0]):04X} is no blank of the language; write a plain one"


def _of_stray(text: str) -> str:
    if text[0] in "{}":
        return _NO_MAPS
    letters = text.translate(_LOOK_ALIKES)
    if letters != text:
        return f"U+{ord(text[0]):04X} looks like {letters[0]} and is another letter; write {letters}"
    return f"{cut_short(text)!r} means nothing here; write names, numbers, texts in quotes and operators"


_LOOK_ALIKES = str.maketrans(
    "\u0430\u0441\u0501\u0435\u04bb\u0456\u0458\u043e\u0440\u051b\u0455\u0443\u051d\u0445\u03bf\u03c1\u03bd\u0131"
    "\u0410\u0412\u0421\u0415\u041d\u0406\u0408\u041a\u041c\u041e\u0420\u0405\u0422\u0425\u0391\u0392\u0395\u039f",
    "acdehijopqsywxopviABCEHIJKMOPSTXABEO",
)
_NO_MAPS = "maps and messages are left out of the language; write a list in [ ] or a fact"
_BY_PLACE: Mapping[str, Callable[[str, str, str], str]] = {
    "braces": _of_braces,
    "day": _of_day,
    "dotted": _of_dotted,
    "open": _of_open,
    "root": _of_root,
    "sign": _of_sign,
}
_MESSAGES: Mapping[str, Callable[[str], str]] = {
    "bytes": _of_bytes,
    "quotes": _of_quotes,
    "wide": _of_wide,
    "grouped": _of_grouped,
    "pointed": _of_pointed,
    "comment": _of_comment,
    "blank": _of_blank,
}
_IN_FULL: Mapping[str, InFull] = {
    **dict.fromkeys(("=~", "~="), (_PATH_BEFORE, _TEXT_AFTER, _as_glob)),
    "!~": (_PATH_BEFORE, _TEXT_AFTER, _as_no_glob),
    **dict.fromkeys(("!in", "∉"), (_PATH_BEFORE, _LIST_AFTER, "!({} in {})".format)),
    **dict.fromkeys(("??", "?:"), (_ALONE_BEFORE, _ALONE_AFTER, _as_choice)),
    **dict.fromkeys(("==>", "⇒", "→"), (_ALONE_BEFORE, _ALONE_AFTER, "implies({}, {})".format)),
    "=>": (_ALONE_BEFORE, _ALONE_AFTER, ">=, or implies({}, {}) for if a then b".format),
    "->": (_ALONE_BEFORE, _ALONE_AFTER, ". before a field, or implies({}, {}) for if a then b".format),
}
