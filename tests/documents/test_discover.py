"""Which files a project has, against trees on disk: what git would say of them, and what is passed over."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from reglint.documents.discover import Discovery, discover
from reglint.model.assessment import Skipped

MADE = "a folder that tools make"


FILE_MADE = "a file that tools make"


LINK = "a symbolic link is not followed"


DEVICE = "no regular file: a socket, a pipe or a device"


@pytest.fixture
def tree(tmp_path: Path) -> Callable[..., Path]:
    """A folder with files by their paths, each with its text; those without one are empty."""

    def write(*paths: str, **texts: str) -> Path:
        for path in paths:
            put(tmp_path, path)
        for path, text in texts.items():
            put(tmp_path, path.replace("__", "/"), text)
        return tmp_path

    return write


def put(root: Path, path: str, text: str = "") -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def names(found: Discovery) -> list[str]:
    return [path for path in found.files if not path.endswith(".gitignore")]


def passed(found: Discovery) -> list[tuple[str, str]]:
    return [(one.path, one.reason) for one in found.skipped]


def test_a_link_is_passed_over_wherever_it_leads(tree: Callable[..., Path]) -> None:
    root = tree("a.yml", "sub/b.yml")
    (root / "sub" / "up").symlink_to("..")
    (root / "out").symlink_to("/etc")
    (root / "gone").symlink_to("nowhere")
    (root / "self").symlink_to("self")
    found = discover(root)
    assert found.files == ("a.yml", "sub/b.yml")
    assert passed(found) == [("gone", LINK), ("out", LINK), ("self", LINK), ("sub/up", LINK)]


def test_what_is_no_regular_file_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe.yml")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("socket.yml")
        assert passed(discover(Path())) == [("pipe.yml", DEVICE), ("socket.yml", DEVICE)]


FOLDERS = [
    ("web/node_modules", [], MADE),
    (".terraform", [], MADE),
    ("a/__pycache__", [], MADE),
    ("target", ["pom.xml"], MADE),
    ("target", [], ""),
    ("vendor", ["go.mod"], MADE),
    ("vendor", [], ""),
    ("build", ["build.gradle"], MADE),
    ("build", [], ""),
    ("web/dist", ["web/package.json"], MADE),
    ("dist", ["web/package.json"], ""),
    ("src/test", [], "settings of tests, not of what runs"),
]


@pytest.mark.parametrize(
    ("folder", "beside", "reason"), FOLDERS, ids=[" beside ".join([row[0], *row[1]]) for row in FOLDERS]
)
def test_a_folder_that_tools_make_is_passed_over_with_its_reason(
    folder: str, beside: list[str], reason: str, tree: Callable[..., Path]
) -> None:
    root = tree(f"{folder}/a.yml", *beside)
    assert passed(discover(root)) == ([(f"{folder}/", reason)] if reason else [])


def test_a_file_that_tools_make_is_passed_over(tree: Callable[..., Path]) -> None:
    found = discover(tree("package.json", "package-lock.json", "a.min.json"))
    assert (found.files, passed(found)) == (
        ("package.json",),
        [("a.min.json", FILE_MADE), ("package-lock.json", FILE_MADE)],
    )


IGNORED_BY_GIT = "git ignores it"


def test_what_git_ignores_is_passed_over_with_its_reason(tree: Callable[..., Path]) -> None:
    root = tree("a.yml", "b.env", "config/x/a.yml", "config/b.yml", "sub/b.env")
    put(root, ".gitignore", "config/\n*.env\n")
    assert passed(discover(root)) == [
        ("b.env", IGNORED_BY_GIT),
        ("config/", IGNORED_BY_GIT),
        ("sub/b.env", IGNORED_BY_GIT),
    ]


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (20, [(f"log/{index:02}.log", IGNORED_BY_GIT) for index in range(20)]),
        (21, [("log/*", "git ignores 21 files of this folder")]),
    ],
)
def test_many_files_of_a_folder_that_git_ignores_are_one_entry(
    count: int, said: list[tuple[str, str]], tree: Callable[..., Path]
) -> None:
    root = tree("log/a.yml", *(f"log/{index:02}.log" for index in range(count)))
    put(root, ".gitignore", "*.log\n")
    assert passed(discover(root)) == said


def test_of_what_git_ignores_only_what_is_to_be_observed_is_said(tree: Callable[..., Path]) -> None:
    root = tree("config/a.yml", "sub/a.env", "b.env", "sub/b.yml")
    put(root, ".gitignore", "config/\n*.env\n")
    assert passed(discover(root, ("config", "sub"))) == [
        ("config/", IGNORED_BY_GIT),
        ("sub/a.env", IGNORED_BY_GIT),
    ]


def test_the_folders_of_version_control_are_not_spoken_of(tree: Callable[..., Path]) -> None:
    assert discover(tree(".git/config", ".svn/a", ".hg/a", "a.yml")) == Discovery(("a.yml",), ())


NAMES = [b"\xff\xfe.yml", b"a\nb.yml", b"a\x1b[31m.yml", "支付.yml".encode()]


@pytest.mark.parametrize("name", NAMES, ids=["no UTF-8", "a line end", "a control", "Chinese"])
def test_a_name_may_be_any_bytes(name: bytes, tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))).write_bytes(b"")
    put(tmp_path, ".gitignore", "*.log\n")
    assert names(discover(tmp_path)) == [os.fsdecode(name)]


def test_a_tree_may_be_deep(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(450):
        folder /= "d"
        folder.mkdir()
    (folder / "a.yml").write_bytes(b"")
    assert discover(tmp_path).files == ("d/" * 450 + "a.yml",)


def test_a_folder_that_can_not_be_opened_is_said(tree: Callable[..., Path]) -> None:
    root = tree("a.yml")
    (root / "b").mkdir()
    found = discover(root / "a.yml")
    assert found.skipped == (Skipped("/", "can't be opened: Not a directory"),)
    assert [one.level for one in found.closed] == ["warning"]


@pytest.mark.parametrize(
    ("observe", "files"),
    [
        (("sub/",), ("sub/b.yml",)),
        (("./sub",), ("sub/b.yml",)),
        (("a.yml",), ("a.yml",)),
        (("su",), ()),
        (("a.yml", "sub"), ("a.yml", "sub/b.yml")),
    ],
)
def test_only_what_is_to_be_observed_is_found(
    observe: tuple[str, ...], files: tuple[str, ...], tree: Callable[..., Path]
) -> None:
    assert discover(tree("a.yml", "sub/b.yml", "subs/c.yml"), observe).files == files


def test_nothing_is_opened_but_folders_and_rules(
    tree: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tree(*(f"s{index % 40}/f{index}.yml" for index in range(2000)), ".gitignore", "s1/.gitignore")
    opened: list[str] = []
    original = Path.open

    def counting(path: Path, mode: str) -> object:
        opened.append(path.name)
        return original(path, mode)

    monkeypatch.setattr(Path, "open", counting)
    assert len(names(discover(root))) == 2000
    assert opened == [".gitignore", ".gitignore"]
