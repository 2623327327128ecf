"""Notes that qualify a fact, and why it is unknown, as sources write them in English, in en, zh and ja."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reglint.model.text import Text, in_language

_NOTES: Mapping[str, Text] = {
    r"product default": {"zh": "产品默认值", "ja": "製品の既定値"},
    r"default of version (?P<x>\S+)": {"zh": "版本 {x} 的默认值", "ja": "バージョン {x} の既定値"},
    r"unless (?P<x>.+) is set": {"zh": "未设置 {x} 时", "ja": "{x} が設定されていない場合"},
    r"read from (?P<x>.+)": {"zh": "取自 {x}", "ja": "{x} から読む"},
    r"no characters": {"zh": "没有字符", "ja": "文字なし"},
    r"fewer than 8 characters": {"zh": "不足 8 个字符", "ja": "8 文字未満"},
    r"fewer than 8 characters, which alone is not called weak": {
        "zh": "不足 8 个字符，仅此不算弱口令",
        "ja": "8 文字未満だが、それだけでは弱いとしない",
    },
    r"8 to 15 characters": {"zh": "8 至 15 个字符", "ja": "8～15 文字"},
    r"16 characters or more": {"zh": "16 个字符以上", "ja": "16 文字以上"},
    r"no password in the URL": {"zh": "URL 中没有口令", "ja": "URL にパスワードがない"},
    r"nothing is listed that the rule is about": {
        "zh": "没有列出规则所涉的对象",
        "ja": "規則の対象が挙げられていない",
    },
    r"(?P<x>\S+(?: and \S+)*) (?:is|are) not set in the file": {
        "zh": "文件中未设置 {x}",
        "ja": "ファイルで {x} が設定されていない",
    },
    r"the text stands for a value that is not in the file": {
        "zh": "该文本代表文件之外的值",
        "ja": "文字列はファイルにない値の仮の表記",
    },
    r"the server's own configuration file decides": {
        "zh": "取决于服务端自身的配置文件",
        "ja": "サーバー自身の設定ファイルによる",
    },
    r"the application's own configuration decides": {
        "zh": "取决于应用自身的配置",
        "ja": "アプリケーション自身の設定による",
    },
    r"host (?P<x>\S+)": {"zh": "主机 {x}", "ja": "ホスト {x}"},
}
_SETTING = r"[\w.\-]+=\S*|[\w+]+:|r2dbcs|tcps"
_SETTINGS = re.compile(rf"(?P<one>{_SETTING})(?: and (?P<other>{_SETTING}))?")
"""What is quoted from a file, the same in every language: `useSSL=false`, `rediss:`."""

_AND: Text = {"zh": " 且 ", "ja": " かつ "}
_OR: Text = {"zh": " 或 ", "ja": " または "}
_BETWEEN: Text = {"zh": "；", "ja": "。"}


def note_words(note: str, language: str) -> str:
    """A note in a language; a part of it that nobody has put into words stays as it is.

    >>> note_words("fewer than 8 characters; unless A or B is set", "zh")
    '不足 8 个字符；未设置 A 或 B 时'
    """
    if language == "en":
        return note
    if not note:
        return ""
    said = (_part(part, language) or part for part in note.split("; "))
    return in_language(_BETWEEN, language).join(said)


def is_worded(note: str) -> bool:
    """Whether every part of a note has words in every language."""
    return all(_part(part, "zh") for part in note.split("; "))


def _part(part: str, language: str) -> str:
    for pattern, text in _NOTES.items():
        found = re.fullmatch(pattern, part)
        if found is not None:
            names = _names(found.groupdict().get("x", ""), language)
            return in_language(text, language).format(x=names)
    settings = _SETTINGS.fullmatch(part)
    return _names(part, language) if settings is not None else ""


def _names(text: str, language: str) -> str:
    return text.replace(" or ", in_language(_OR, language)).replace(" and ", in_language(_AND, language))
