"""Tokens: the words, numbers, texts and operators of an expression, each with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from reglint.language.fault import Fault
from reglint.language.foreign import CHINESE
from reglint.language.literals import read_number, read_text
from reglint.language.misspelt import misspelt
from reglint.language.units import CHINESE_UNIT, UNIT_AFTER_BLANK, with_unit

_CHINESE = "|".join(sorted(CHINESE, key=len, reverse=True))
_TOKEN = re.compile(
    rf"""
      (?P<space> [ \t\r\n\f]+ | //[^\n]* )
    | (?P<bytes> (?:[bB][rR]?|[rR][bB])(?=["']) )
    | (?P<text> [rR](?: \"{{3}}(?:[^"]|"(?!""))*\"{{3}} | '{{3}}(?:[^']|'(?!''))*'{{3}}
                      | "[^"\r\n]*" | '[^'\r\n]*' )
              | \"{{3}}(?:[^"\\]|\\.|"(?!""))*\"{{3}} | '{{3}}(?:[^'\\]|\\.|'(?!''))*'{{3}}
              | "(?:[^"\\\r\n]|\\[^\r\n])*" | '(?:[^'\\\r\n]|\\[^\r\n])*' )
    | (?P<day> [0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:T[0-9:.]+(?:Z|[+-][0-9]{{2}}:[0-9]{{2}})?)?(?!\w) )
    | (?P<grouped> (?:(?<=[<>=])|(?<=[<>=][ ])) [0-9]{{1,3}}(?:,[0-9]{{3}})+(?![\w.]) )
    | (?P<pointed> [0-9]+\.(?=\s|\Z|[),\]:?]|&&|\|\|) )
    | (?P<dotted> [0-9]+(?:\.[0-9]+){{2,}}(?:/[0-9]+)? | [0-9]+\.\.[0-9]+ )
    | (?P<number> (?P<digits> 0[xX][0-9a-fA-F]+ | (?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)? )
                  (?P<suffix> [A-Za-z_]\w* | [ ]+(?:{UNIT_AFTER_BLANK.replace("[ _-]", "[ _-]")})\b(?!\()
                            | [ ]*(?:{CHINESE_UNIT}) | [ ]*%(?=\s*(?:$|[),\]:]|&&|\|\|)) )? )
    | (?P<name> [A-Za-z_][A-Za-z0-9_]* )
    | (?P<quotes> [“”„«「『‘’´`] [\w .:/*%+-]* [“”„»」』‘’´`"']? )
    | (?P<wide> （[^（）\n]*） | ［[^［］\n]*］ | ＂[^＂\n]*＂ | ＇[^＇\n]*＇ | [\uFF01-\uFF5E]+=* )
    | (?P<sign> ===|!==|<>|=<|==>|=>|=~|~=|!~|=!(?!=)|:=|->|\?\.(?=[A-Za-z_])|!\s*in\b
              | (?<![<>!=])[<>!=][ ]+=(?!=) | =(?!=) | &(?!&) | \|(?!\|) | &&& | \|\|\| | \?\? | \?:
              | [~;≥≤≧≦≠⇒→∧∨¬∈∉。、【】–—−×÷] | (?:{_CHINESE})(?![\u4e00-\u9fff]) )
    | (?P<operator> &&|\|\||[<>=!]=|[-<>!+*/%?:.,()\[\]] )
    | (?P<comment> \#[^\n]* )
    | (?P<braces> (?:\$\{{|\{{)+[^{{}}\n]*\}}+ )
    | (?P<root> [$@]\.?(?=[A-Za-z_]) )
    | (?P<blank> [^\S\ \t\r\n\f]+ | [\u200b\u200e\u200f\u2060\ufeff]+ )
    | (?P<open> ["'][^\n]* )
    | (?P<stray> [\u3040-\u30ff\u4e00-\u9fff]+ | (?P<char>.)(?P=char)* )
    """,
    re.VERBOSE | re.DOTALL,
)
_MOST_FAULTS = 5
_IN_UNIT = re.compile(r"\b(?:minutes|hours|days|weeks|months|years|business_days)\(\s*\Z")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text from `start` to `end`.

    `kind` is name, number, text, end, or the operator itself; `in` is an operator. `value` is what a number
    or a text says.
    """

    kind: str
    text: str
    start: int
    end: int
    value: int | Decimal | str = ""

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands."""
        return self.start, self.end


def tokenize(source: str) -> tuple[list[Token], list[Fault]]:
    """The tokens, an `end` last, and the first few faults that show before the grammar is known."""
    tokens: list[Token] = []
    faults: list[Fault] = []
    for match in _TOKEN.finditer(source):
        if match.lastgroup == "space":
            continue
        try:
            tokens.append(_token(match))
        except ValueError as fault:
            opened = match.lastgroup == "open" and _unpaired(tokens)
            faults.append(opened or Fault(match.start(), str(fault), match.end()))
            if len(faults) == _MOST_FAULTS:
                break
    tokens.append(Token("end", "", len(source), len(source)))
    return tokens, faults


def _token(match: re.Match[str]) -> Token:
    kind, text = match.lastgroup, match[0]
    if kind == "text":
        return Token("text", text, *match.span(), read_text(text))
    if match["number"]:
        return Token("number", text, *match.span(), _number(match))
    if kind == "name":
        return Token("in" if text == "in" else "name", text, *match.span())
    if kind == "operator":
        return Token(text, text, *match.span())
    before, after = match.string[: match.start()], match.string[match.end() :]
    raise ValueError(misspelt(kind or "", text, before=before, after=after))


def _number(match: re.Match[str]) -> int | Decimal:
    digits, suffix = match["digits"], match["suffix"]
    if suffix in {"u", "U"}:
        raise ValueError(
            f"{digits}{suffix} is an unsigned number, which the language leaves out; write {digits}"
        )
    if suffix:
        before = match.string[: match.start()]
        instead = digits if _IN_UNIT.search(before) else with_unit(digits, suffix)
        raise ValueError(f"{digits}{suffix} is no number; write {instead}")
    return read_number(digits)


def _unpaired(tokens: Sequence[Token]) -> Fault | None:
    """The fault where a quote is missing, if one text before has a word right at one of its quotes."""
    for left, right in pairwise(tokens):
        kinds = {left.kind, right.kind}
        if left.end == right.start and "text" in kinds and kinds <= {"text", "name", "number"}:
            text = left if left.kind == "text" else right
            message = f"the quotes of this text don't pair; write {text.text[-1]} at both ends of each text"
            return Fault(text.start, message, text.end)
    return None
