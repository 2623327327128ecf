from __future__ import annotations

import pytest

from reglint.model.text import Text, in_language


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ({"en": "Logs", "zh": "日志", "ja": "ログ"}, "日志"),
        ({"en": "Logs"}, "Logs"),
        ({"ja": "ログ"}, "ログ"),
        ({}, ""),
    ],
)
def test_words_are_given_in_a_language_else_in_english_else_in_any(text: Text, words: str) -> None:
    assert in_language(text, "zh") == words
