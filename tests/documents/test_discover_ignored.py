"""What git ignores, compared with git itself."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reglint.documents.discover import Discovery, discover


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


FILES = [
    "a.yml",
    "b.log",
    "keep.log",
    "sub/b.log",
    "sub/c.yml",
    "sub/deep/b.log",
    "cache/a.yml",
    "sub/cache/a.yml",
]


IGNORED: list[tuple[str, dict[str, str], list[str]]] = [
    ("by suffix", {".gitignore": "*.log\n"}, ["a.yml", "sub/c.yml", "sub/cache/a.yml", "cache/a.yml"]),
    (
        "taken back",
        {".gitignore": "*.log\n!keep.log\n"},
        ["a.yml", "keep.log", "sub/c.yml", "sub/cache/a.yml", "cache/a.yml"],
    ),
    (
        "taken back below",
        {".gitignore": "*.log\n", "sub/.gitignore": "!b.log\n"},
        ["a.yml", "sub/b.log", "sub/c.yml", "sub/deep/b.log", "sub/cache/a.yml", "cache/a.yml"],
    ),
    ("a folder at the root", {".gitignore": "/cache/\n*.log\n"}, ["a.yml", "sub/c.yml", "sub/cache/a.yml"]),
    ("a folder anywhere", {".gitignore": "cache/\n*.log\n"}, ["a.yml", "sub/c.yml"]),
    ("all below two stars", {".gitignore": "sub/**\n*.log\n"}, ["a.yml", "cache/a.yml"]),
    (
        "nothing in an ignored folder is taken back",
        {".gitignore": "sub/\n*.log\n!sub/c.yml\n"},
        ["a.yml", "cache/a.yml"],
    ),
    (
        "all but what is named",
        {".gitignore": "*\n!*/\n!*.yml\n"},
        ["a.yml", "cache/a.yml", "sub/c.yml", "sub/cache/a.yml"],
    ),
    ("of a folder alone", {"sub/.gitignore": "*\n", ".gitignore": "*.log"}, ["a.yml", "cache/a.yml"]),
    (
        "with a comment",
        {".gitignore": "# *.yml\n\n*.log\n"},
        ["a.yml", "sub/c.yml", "sub/cache/a.yml", "cache/a.yml"],
    ),
    (
        "with too many stars",
        {".gitignore": "*a*a*a*a*a*a*.yml\n*.log\n"},
        ["a.yml", "sub/c.yml", "sub/cache/a.yml", "cache/a.yml"],
    ),
]


@pytest.mark.parametrize(("rules", "left"), [row[1:] for row in IGNORED], ids=[row[0] for row in IGNORED])
def test_what_git_ignores_is_not_found(
    rules: dict[str, str], left: list[str], tree: Callable[..., Path]
) -> None:
    root = tree(*FILES)
    for path, text in rules.items():
        put(root, path, text)
    assert names(discover(root)) == sorted(left)


PATTERNS = st.sampled_from(
    [
        "*.log",
        "!*.log",
        "a",
        "a/",
        "/a",
        "!a/b.yml",
        "a/*",
        "**/b.yml",
        "a/**",
        "!b.log",
        "b*",
        "*",
        "!*/",
        "#a",
        "a/b",
        "[ab].yml",
        "\\!b",
        "b.log ",
        "/*",
        "!/a/",
        "**/a/",
        "!*.yml",
    ]
)


TREE = ["a/a.yml", "a/b.log", "a/b.yml", "b.log", "b.yml", "b/a/b.log", "b/a/c.yml", "b/b", "!b", "c.yml"]


@pytest.mark.skipif(shutil.which("git") is None, reason="git is the oracle")
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at_root=st.lists(PATTERNS, max_size=4), below=st.lists(PATTERNS, max_size=3))
def test_git_says_the_same(at_root: list[str], below: list[str], tmp_path: Path) -> None:
    for path in TREE:
        put(tmp_path, path)
    put(tmp_path, ".gitignore", "\n".join(at_root))
    put(tmp_path, "a/.gitignore", "\n".join(below))
    git = [str(shutil.which("git")), "-c", "core.excludesFile=", "-c", "safe.directory=*"]
    subprocess.run([*git, "init", "-q"], cwd=tmp_path, check=True, capture_output=True)  # noqa: S603 - our own words
    listed = subprocess.run(  # noqa: S603 - our own words
        [*git, "ls-files", "-z", "--others", "--exclude-standard"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    assert list(discover(tmp_path).files) == sorted(filter(None, listed.stdout.decode().split("\0")))


def test_what_is_above_counts_within_a_repository(tree: Callable[..., Path]) -> None:
    root = tree(".git/HEAD", "deploy/a.yml", "deploy/b.log", "deploy/secret/a.yml")
    put(root, ".gitignore", "*.log\n/deploy/secret/\n")
    assert names(discover(root / "deploy")) == ["a.yml"]


def test_a_folder_that_is_ignored_is_read_where_it_is_the_root(tree: Callable[..., Path]) -> None:
    root = tree(".git/HEAD", "deploy/a.yml", "deploy/b.log")
    put(root, ".gitignore", "deploy/\n*.log\n")
    assert names(discover(root / "deploy")) == ["a.yml", "b.log"]


def test_outside_of_a_repository_nothing_above_counts(tree: Callable[..., Path]) -> None:
    root = tree("deploy/a.yml")
    put(root, ".gitignore", "*.yml\n")
    assert names(discover(root / "deploy")) == ["a.yml"]


def test_a_link_to_rules_is_not_followed(tree: Callable[..., Path]) -> None:
    root = tree("a.yml", "rules")
    put(root, "rules", "*.yml\n")
    (root / ".gitignore").symlink_to("rules")
    assert discover(root).files == ("a.yml", "rules")


def test_rules_in_bytes_of_any_kind_are_read(tree: Callable[..., Path]) -> None:
    root = tree("a.yml", "b.log")
    (root / ".gitignore").write_bytes(b"\xff\xfe\x00\n*.log\n")
    assert names(discover(root)) == ["a.yml"]
