"""What the published schema of a platform file says beside the titles of facts, in en, zh and ja."""

from __future__ import annotations

from collections.abc import Mapping

from reglint.model.schema import ListType, ScalarType
from reglint.model.text import Text, in_language

EXAMPLES: Mapping[str, str] = {
    "cidr": "10.0.0.0/8",
    "date": "2026-03-01",
    "duration": "6 months",
    "ip": "10.0.0.1",
    "money": "50000000 CNY",
    "percent": "99.9 %",
    "timestamp": "2026-03-01T09:30:00+08:00",
    "version": "1.2",
}
"""A value of each kind that is written as text, as one writes it."""

_KINDS: Mapping[str, Text] = {
    "boolean": {"en": "true or false.", "zh": "true 或 false。", "ja": "true か false。"},
    "cidr": {
        "en": "A network: 10.0.0.0/8, 2001:db8::/32.",
        "zh": "网段：10.0.0.0/8、2001:db8::/32。",
        "ja": "ネットワーク：10.0.0.0/8、2001:db8::/32。",
    },
    "date": {"en": "A day: 2026-03-01.", "zh": "日期：2026-03-01。", "ja": "日付：2026-03-01。"},
    "decimal": {
        "en": "A number, without quotes.",
        "zh": "数字，不加引号。",
        "ja": "数値。引用符を付けない。",
    },
    "duration": {
        "en": "A duration with its unit: 6 months, 180 days, 4 hours, 5 business days, or ISO 8601.",
        "zh": "带单位的时长：6 months、180 days、4 hours、5 business days，或 ISO 8601 写法。",
        "ja": "単位の付いた期間：6 months、180 days、4 hours、5 business days、または ISO 8601。",
    },
    "enum": {"en": "One of the words below.", "zh": "下列词语之一。", "ja": "次の語のいずれか。"},
    "integer": {
        "en": "A whole number, without quotes.",
        "zh": "整数，不加引号。",
        "ja": "整数。引用符を付けない。",
    },
    "ip": {
        "en": "An address: 10.0.0.1, 2001:db8::1.",
        "zh": "地址：10.0.0.1、2001:db8::1。",
        "ja": "アドレス：10.0.0.1、2001:db8::1。",
    },
    "money": {
        "en": "An amount with its currency: 50000000 CNY.",
        "zh": "带币种的金额：50000000 CNY。",
        "ja": "通貨の付いた金額：50000000 CNY。",
    },
    "percent": {"en": "A percentage: 99.9 %.", "zh": "百分比：99.9 %。", "ja": "百分率：99.9 %。"},
    "string": {"en": "A text.", "zh": "文本。", "ja": "文字列。"},
    "timestamp": {
        "en": "A time with its offset from UTC: 2026-03-01T09:30:00+08:00.",
        "zh": "带 UTC 偏移的时刻：2026-03-01T09:30:00+08:00。",
        "ja": "UTC との差が付いた時刻：2026-03-01T09:30:00+08:00。",
    },
    "version": {
        "en": 'A version in quotes: "1.2".',
        "zh": '加引号的版本号："1.2"。',
        "ja": '引用符で囲んだ版番号："1.2"。',
    },
}
_SAID: Mapping[str, Text] = {
    "secret": {
        "en": "Its class, never the secret itself.",
        "zh": "写类别，切勿写口令本身。",
        "ja": "種別を書き、秘密そのものは書かない。",
    },
    "inventory": {
        "en": "A list of what there is; an empty one settles nothing.",
        "zh": "现有对象的清单；空清单不能判定任何事项。",
        "ja": "あるものの一覧。空の一覧では何も決まらない。",
    },
    "register": {
        "en": "A list; [] says that there is none.",
        "zh": "清单；[] 表示没有。",
        "ja": "一覧。[] は「ない」という意味。",
    },
    "identity": {
        "en": "An element is known by {fields}.",
        "zh": "元素以 {fields} 识别。",
        "ja": "要素は {fields} で識別する。",
    },
    "is": {"en": "{value}: {words}.", "zh": "{value}：{words}。", "ja": "{value}：{words}。"},
    "platform": {
        "en": "What a platform says of itself, for reglint.",
        "zh": "平台向 reglint 所作的自述。",
        "ja": "プラットフォームが reglint に示す自らの説明。",
    },
    "reglint": {
        "en": 'The version of this format: "1".',
        "zh": '本格式的版本："1"。',
        "ja": 'この形式の版："1"。',
    },
    "observe": {
        "en": "Folders and files to look at; by default, the folder of this file.",
        "zh": "要查看的文件夹和文件；默认为本文件所在的文件夹。",
        "ja": "調べるフォルダーとファイル。既定はこのファイルのフォルダー。",
    },
    "attestations": {
        "en": "Who vouches for which declared fact, by what evidence, until when.",
        "zh": "何人凭何证据为哪项申报事实作证，至何日止。",
        "ja": "誰がどの証拠で、いつまで、どの申告事実を証するか。",
    },
    "component": {
        "en": "The component whose observed element is meant; all of that name, if it is not said.",
        "zh": "所指被观察元素所属的组件；未写则指所有同名元素。",
        "ja": "対象となる観測済み要素の構成部分。書かなければ同名のすべて。",
    },
    "environment": {
        "en": "The environment whose observed element is meant, such as prod.",
        "zh": "所指被观察元素所属的环境，例如 prod。",
        "ja": "対象となる観測済み要素の環境。例：prod。",
    },
}


def said(key: str, language: str, **values: str) -> str:
    """The words for a key of the file itself, with values put in."""
    return in_language(_SAID[key], language).format_map(values)


def how_to_write(kind: ScalarType, language: str) -> str:
    """How a value of a scalar is written; what true and false mean, where the vocabulary says it.

    >>> how_to_write(ScalarType("money"), "en")
    'An amount with its currency: 50000000 CNY.'
    """
    words = [in_language(_KINDS[kind.kind], language)]
    if kind.sensitive:
        words.append(said("secret", language))
    if kind.kind == "boolean":
        words = [_meaning(value, kind, language) for value in kind.words] or words
    return _joined(words, language)


def about_list(kind: ListType, language: str) -> str:
    """What a list holds, and by which fields its elements are known."""
    words = [said("inventory" if kind.inventory else "register", language)]
    if kind.identity:
        words.append(said("identity", language, fields=", ".join(kind.identity)))
    return _joined(words, language)


def _meaning(value: str, kind: ScalarType, language: str) -> str:
    return said("is", language, value=value, words=in_language(kind.words[value], language))


def _joined(sentences: list[str], language: str) -> str:
    return (" " if language == "en" else "").join(sentences)
