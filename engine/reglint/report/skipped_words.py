"""Why files and folders of a project are passed over, in en, zh and ja."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reglint.model.text import Text, in_language

_REASONS: Mapping[str, Text] = {
    r"git ignores it": {"zh": "git 忽略", "ja": "git が無視する"},
    r"git ignores (?P<x>\d+) files of this folder": {
        "zh": "git 忽略此目录中的 {x} 个文件",
        "ja": "このフォルダーの {x} 個のファイルを git が無視する",
    },
    r"a symbolic link is not followed": {"zh": "不跟随符号链接", "ja": "シンボリックリンクはたどらない"},
    r"no regular file: a socket, a pipe or a device": {
        "zh": "不是普通文件，而是套接字、管道或设备",
        "ja": "通常のファイルではなく、ソケット、パイプまたはデバイス",
    },
    r"a folder that tools make": {"zh": "工具生成的目录", "ja": "ツールが作るフォルダー"},
    r"a file that tools make": {"zh": "工具生成的文件", "ja": "ツールが作るファイル"},
    r"settings of tests, not of what runs": {
        "zh": "测试用的设置，并非实际运行的设置",
        "ja": "テスト用の設定であり、稼働するものの設定ではない",
    },
    r"can't be opened: (?P<x>.+)": {"zh": "无法打开：{x}", "ja": "開けない：{x}"},
}


def skipped_words(reason: str, language: str) -> str:
    """A reason in a language; what a reader says of a faulty file stays as it is.

    >>> skipped_words("git ignores 31 files of this folder", "zh")
    'git 忽略此目录中的 31 个文件'
    """
    if language == "en":
        return reason
    for pattern, text in _REASONS.items():
        found = re.fullmatch(pattern, reason)
        if found is not None:
            return in_language(text, language).format(x=found.groupdict().get("x", ""))
    return reason
