from __future__ import annotations

import pytest

from reglint.report.skipped_words import skipped_words

REASONS = {
    "git ignores it": ("git 忽略", "git が無視する"),
    "git ignores 31 files of this folder": (
        "git 忽略此目录中的 31 个文件",
        "このフォルダーの 31 個のファイルを git が無視する",
    ),
    "a symbolic link is not followed": ("不跟随符号链接", "シンボリックリンクはたどらない"),
    "no regular file: a socket, a pipe or a device": (
        "不是普通文件，而是套接字、管道或设备",
        "通常のファイルではなく、ソケット、パイプまたはデバイス",
    ),
    "a folder that tools make": ("工具生成的目录", "ツールが作るフォルダー"),
    "a file that tools make": ("工具生成的文件", "ツールが作るファイル"),
    "settings of tests, not of what runs": (
        "测试用的设置，并非实际运行的设置",
        "テスト用の設定であり、稼働するものの設定ではない",
    ),
    "can't be opened: Permission denied": ("无法打开：Permission denied", "開けない：Permission denied"),
}


@pytest.mark.parametrize(("reason", "said"), REASONS.items(), ids=REASONS)
def test_why_a_file_was_passed_over_is_said_in_each_language(reason: str, said: tuple[str, str]) -> None:
    words = tuple(skipped_words(reason, language) for language in ("en", "zh", "ja"))
    assert words == (reason, *said)


def test_what_a_reader_says_of_a_file_stays_as_it_is() -> None:
    assert skipped_words("The file is not UTF-8.", "zh") == "The file is not UTF-8."
