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
    r"its attestation ended on (?P<x>\S+)": {"zh": "证明已于 {x} 到期", "ja": "証明は {x} で期限切れ"},
    r"its attestation begins on (?P<x>\S+)": {"zh": "证明自 {x} 起有效", "ja": "証明は {x} から有効"},
    r"the evidence is not the file that was attested": {
        "zh": "证据文件与所证明的文件不符",
        "ja": "証拠が証明時のファイルと異なる",
    },
    r"the evidence can't be read": {"zh": "证据文件无法读取", "ja": "証拠が読めない"},
    r"the days of its attestation are not clear": {"zh": "证明的日期不明", "ja": "証明の日付が不明"},
    r"its attestation is incomplete": {"zh": "证明不完整", "ja": "証明に不備がある"},
    r"no (?P<x>sslMode(?: or useSSL)?) in the URL: the default depends on the driver's version": {
        "zh": "URL 中没有 {x}，默认值取决于驱动的版本",
        "ja": "URL に {x} がなく、既定値はドライバーの版による",
    },
    r"TLS may end before the Service or behind it: the manifest does not show where": {
        "zh": "TLS 可能在 Service 之前或者之后终止，清单未予说明",
        "ja": "TLS は Service の前か後で終端されうるが、マニフェストからは分からない",
    },
    r"what (?:the server includes|is included) may say it": {
        "zh": "所包含的文件可能另有设置",
        "ja": "取り込まれるファイルに書かれているかもしれない",
    },
    r"the http block that includes this file may say it": {
        "zh": "包含此文件的 http 块可能另有设置",
        "ja": "このファイルを取り込む http ブロックに書かれているかもしれない",
    },
    r"the default changed in version (?P<x>\S+)": {
        "zh": "默认值自版本 {x} 起有变",
        "ja": "既定値はバージョン {x} で変わった",
    },
    r"(?P<x>\S+) is no version of TLS": {"zh": "{x} 不是 TLS 版本", "ja": "{x} は TLS の版ではない"},
    r"which ciphers (?P<x>\S+) means depends on the version of OpenSSL": {
        "zh": "{x} 所指的加密套件取决于 OpenSSL 的版本",
        "ja": "{x} が指す暗号スイートは OpenSSL の版による",
    },
    r"the server asks elsewhere whether the certificate is good": {
        "zh": "服务器在别处检查证书是否有效",
        "ja": "証明書が有効かはサーバーが別の箇所で調べる",
    },
    r"what answers behind it may send the header": {
        "zh": "其后的应用可能发送该响应头",
        "ja": "背後で応答するものがヘッダーを送るかもしれない",
    },
    r"only some locations send the header": {
        "zh": "只有部分 location 发送该响应头",
        "ja": "一部の location だけがヘッダーを送る",
    },
    r"nginx deletes none of its logs: how long a file stays is set where it is rotated": {
        "zh": "nginx 不删除日志，留存多久由轮转的设置决定",
        "ja": "nginx はログを削除せず、保存期間はローテーションの設定による",
    },
    r"the log goes to a syslog server: how long that keeps it is set there": {
        "zh": "日志发往 syslog 服务器，留存多久由该服务器的设置决定",
        "ja": "ログは syslog サーバーへ送られ、保存期間はそこの設定による",
    },
    r"Logstash deletes no index: how long Elasticsearch keeps it is set there": {
        "zh": "Logstash 不删除索引，留存多久由 Elasticsearch 的设置决定",
        "ja": "Logstash はインデックスを削除せず、保存期間は Elasticsearch の設定による",
    },
    r"the version of (?P<x>.+) decides how long its log files stay where nothing is set": {
        "zh": "未作设置时，日志留存多久取决于 {x} 的版本",
        "ja": "設定がない場合、ログの保存期間は {x} の版による",
    },
    r"the password is empty": {"zh": "口令为空", "ja": "パスワードが空"},
    r"security\.protocol (?P<x>\S+)": {"zh": "security.protocol 为 {x}", "ja": "security.protocol は {x}"},
    r"no phase deletes": {"zh": "没有任何阶段删除", "ja": "削除する段階がない"},
    r"until a file of its name is begun anew": {
        "zh": "直至同名文件重新开始写入",
        "ja": "同名のファイルが新たに書き始められるまで",
    },
    r"the life of the token": {"zh": "令牌的有效期", "ja": "トークンの有効期間"},
    r"write (?P<x>.+)": {"zh": "请写 {x}", "ja": "{x} と書く"},
    r"host (?P<x>\S+)": {"zh": "主机 {x}", "ja": "ホスト {x}"},
    r"privileged": {"zh": "特权模式", "ja": "特権モード"},
    r"not all": {"zh": "并非全部", "ja": "すべてではない"},
    r"(?P<x>\S+) is added": {"zh": "添加了 {x}", "ja": "{x} が追加されている"},
    r"but (?P<x>.+)": {"zh": "{x} 除外", "ja": "{x} を除く"},
    r"no limit of the processor": {"zh": "处理器未设上限", "ja": "プロセッサーに上限がない"},
    r"no limit of the memory": {"zh": "内存未设上限", "ja": "メモリーに上限がない"},
    r"the default depends on the provider's version": {
        "zh": "默认值取决于提供程序的版本",
        "ja": "既定値はプロバイダーの版による",
    },
    r"the provider's pages do not say the default": {
        "zh": "提供程序的文档未说明默认值",
        "ja": "プロバイダーの文書に既定値の記載がない",
    },
    r"the resource has no argument for it": {
        "zh": "该资源没有相应的参数",
        "ja": "リソースに該当する引数がない",
    },
    r"a template fills it in": {"zh": "由模板填入", "ja": "テンプレートが埋める"},
    r"no (?P<x>runAsUser|user): the image decides": {
        "zh": "未设置 {x}，取决于镜像",
        "ja": "{x} がなく、イメージによる",
    },
    r"no test: the image may have one": {
        "zh": "未设置 test，镜像可能自带健康检查",
        "ja": "test がなく、イメージに死活監視があるかもしれない",
    },
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
