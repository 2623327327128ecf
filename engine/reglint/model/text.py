"""Words in the languages that reglint speaks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

Language: TypeAlias = Literal["en", "zh", "ja"]
Text: TypeAlias = Mapping[str, str]


def in_language(text: Text, language: str) -> str:
    """The words in that language, else in English, else in whichever there is.

    >>> in_language({"en": "Logs", "zh": "日志"}, "ja")
    'Logs'
    """
    return text.get(language) or text.get("en") or next(iter(text.values()), "")
