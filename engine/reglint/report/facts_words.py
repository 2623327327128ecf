"""What `reglint facts` says around the facts, in en, zh and ja."""

from __future__ import annotations

from collections.abc import Mapping

from reglint.model.text import Text, in_language

_WORDS: Mapping[str, Text] = {
    "line": dict.fromkeys(("en", "zh", "ja"), "{name} = {value}"),
    "unknown_line": {
        "en": "{name} is unknown: {value}",
        "zh": "{name} 未知：{value}",
        "ja": "{name} は不明：{value}",
    },
    "area": {"en": "{name}: {title}", "zh": "{name}：{title}", "ja": "{name}：{title}"},
    "owner": {"en": "in {owner}", "zh": "属 {owner}", "ja": "{owner} のもの"},
    "overruled": {
        "en": "{place} says {value} ({basis}); what is seen counts",
        "zh": "{place} 写作 {value}（{basis}）；以观察所得为准",
        "ja": "{place} には {value} とある（{basis}）。観測したものが優先する",
    },
    "secret": {"en": "a secret's class", "zh": "口令类别", "ja": "秘密の種別"},
    "facts": {
        "en": "{facts} facts: {bases}; {unknown} of them unknown.",
        "zh": "事实 {facts} 项：{bases}；其中未知 {unknown} 项。",
        "ja": "事実 {facts} 件：{bases}。うち不明 {unknown} 件。",
    },
    "no_facts": {"en": "No fact is known.", "zh": "没有已知的事实。", "ja": "既知の事実はない。"},
    "files": {
        "en": "Files: {read} read, {skipped} skipped, {unread} that no source reads{more}.",
        "zh": "文件：读取 {read}，跳过 {skipped}，无来源可读 {unread}{more}。",
        "ja": "ファイル：読み取り {read}、省略 {skipped}、読み手なし {unread}{more}。",
    },
    "more_files": {
        "en": " (--files names them)",
        "zh": "（--files 逐一列出）",
        "ja": "（--files で一覧）",
    },
    "read": {
        "en": "read {path} ({source}; facts: {facts})",
        "zh": "读取 {path}（{source}；事实 {facts} 项）",
        "ja": "読み取り {path}（{source}。事実 {facts} 件）",
    },
    "skipped": {
        "en": "skipped {path} ({reason})",
        "zh": "跳过 {path}（{reason}）",
        "ja": "省略 {path}（{reason}）",
    },
    "parts": {
        "en": "{source}: {read} of {all} read; not read: {unread}",
        "zh": "{source}：共 {all} 项，读取 {read} 项；未读取：{unread}",
        "ja": "{source}：{all} 件のうち {read} 件を読み取り。読んでいないもの：{unread}",
    },
    "all_parts": {
        "en": "{source}: all {all} read",
        "zh": "{source}：{all} 项全部读取",
        "ja": "{source}：{all} 件をすべて読み取り",
    },
    "unread": {"en": "no source reads {path}", "zh": "无来源可读 {path}", "ja": "読み手なし {path}"},
    "wanted": {
        "en": "{facts} facts would settle {rules} rules; those that settle most come first.",
        "zh": "补充 {facts} 项事实可判定 {rules} 条规则；可判定规则最多者在前。",
        "ja": "{facts} 件の事実で {rules} 件の規則が決まる。多くを決めるものから並べる。",
    },
    "wanted_nothing": {
        "en": "Nothing that is unknown waits for a fact.",
        "zh": "没有等待事实的未知项。",
        "ja": "事実を待つ不明な点はない。",
    },
    "settles": {
        "en": "settles {count}: {rules}",
        "zh": "可判定 {count} 条：{rules}",
        "ja": "{count} 件が決まる：{rules}",
    },
    "breaches": {
        "en": "broken as things stand: {rules}",
        "zh": "按现状将违反：{rules}",
        "ja": "現状のままでは違反：{rules}",
    },
    "write": {"en": "write {example}", "zh": "写作 {example}", "ja": "{example} と書く"},
    "write_one": {
        "en": "write one of {words}",
        "zh": "写作其一：{words}",
        "ja": "次のいずれかを書く：{words}",
    },
    "write_some": {
        "en": "write {example}, of {words}",
        "zh": "写作 {example}；可选 {words}",
        "ja": "{example} と書く。選択肢は {words}",
    },
    "write_some_or_none": {
        "en": "write {example}, or [] for none, of {words}",
        "zh": "写作 {example}，没有则写 []；可选 {words}",
        "ja": "{example} と書き、なければ [] と書く。選択肢は {words}",
    },
    "seen_by_source": {
        "en": "no fact of the platform file: it has to be seen",
        "zh": "并非平台文件中的事实：须由文件观察得到",
        "ja": "プラットフォームファイルの事実ではない。ファイルから観測する",
    },
    "skeleton": {
        "en": "Fill in what is known, leave out the rest, and add it to the platform file.",
        "zh": "填入已知的内容，其余删去，并入平台文件。",
        "ja": "分かるものを書き入れ、残りは消して、プラットフォームファイルに加える。",
    },
    "skeleton_left": {
        "en": "Not here, since a list's element without a name of its own is meant: {name}",
        "zh": "此处未列，因所指列表元素没有自己的名称：{name}",
        "ja": "名前のない一覧の要素なので、ここにはない：{name}",
    },
}


def say(key: str, language: str, **values: object) -> str:
    """The words for a key, with values put in.

    >>> say("unread", "en", path="a.md")
    'no source reads a.md'
    """
    return in_language(_WORDS[key], language).format_map(values)
