from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reglint.documents.discover import discover
from reglint.documents.limits import DEFAULT_LIMITS
from reglint.facts.collect import Found
from reglint.facts.source import Match, Source
from reglint.model.assessment import Skipped
from reglint.model.diagnostic import Diagnostic
from reglint.pipeline.project import (
    Project,
    build_roots,
    by_suffix,
    inside,
    kind_of,
    looked_at,
    platform_files,
    root_of,
    unread,
)

Write = Callable[[dict[str, str | bytes]], Path]


def test_a_file_is_read_once(project: Write) -> None:
    seen = Project(project({"a.yml": "a: 1\n"}))
    first = seen.document("a.yml", "yaml")
    (seen.root / "a.yml").write_text("a: 2\n", "utf-8")
    assert (seen.document("a.yml", "yaml"), seen.text("a.yml"), seen.data("a.yml")) == (
        first,
        "a: 1\n",
        b"a: 1\n",
    )


def test_a_file_that_is_not_there_is_a_fault(project: Write) -> None:
    seen = Project(project({}))
    fault = Diagnostic("unreadable", "The file can't be read: No such file or directory.", "a.yml")
    document = seen.document("a.yml", "yaml")
    assert (seen.data("a.yml"), seen.text("a.yml")) == (fault, None)
    assert (document.roots, document.diagnostics) == ((), (fault,))


def test_a_file_in_another_encoding_has_no_text_until_that_is_said(project: Write) -> None:
    root = project({"a.yml": "名称: 支付\n".encode("gb18030")})
    assert (Project(root).text("a.yml"), Project(root, "gb18030").text("a.yml")) == (None, "名称: 支付\n")


ROOTS = [
    ("a folder", {}, ".", "."),
    ("a folder below a mark", {"platform.yaml": ""}, "deploy", "deploy"),
    ("a file beside a platform file", {"platform.yaml": ""}, "a.yml", "."),
    ("a file below a platform file", {"platform.yaml": ""}, "deploy/a.yml", "."),
    ("the nearest mark", {"platform.yaml": "", "deploy/platform.json": ""}, "deploy/a.yml", "deploy"),
    ("reglint.toml", {"reglint.toml": ""}, "deploy/a.yml", "."),
    ("a repository", {".git/HEAD": ""}, "deploy/a.yml", "."),
]


@pytest.mark.parametrize(("files", "path", "root"), [row[1:] for row in ROOTS], ids=[row[0] for row in ROOTS])
def test_where_the_facts_of_a_path_come_from(
    files: dict[str, str | bytes], path: str, root: str, project: Write
) -> None:
    folder = project({"a.yml": "", "deploy/a.yml": "", **files})
    assert root_of(folder / path) == folder / root


INSIDE = ["deploy/a.yml", "deploy/../deploy/a.yml", "./deploy//a.yml"]


@pytest.mark.parametrize("path", INSIDE)
def test_a_path_in_a_project_has_one_name(path: str, project: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project({"platform.yaml": "", "deploy/a.yml": ""}))
    assert inside(root_of(Path(path)), Path(path)) == "deploy/a.yml"


def test_without_a_mark_the_folder_of_a_file_is_its_root(project: Write) -> None:
    folder = project({"a/b.yml": ""})
    assert root_of(folder / "a" / "b.yml") == folder / "a"


PLATFORMS: list[tuple[str, dict[str, str | bytes], tuple[str, ...]]] = [
    ("at the root, whatever it says", {"platform.yaml": "a: 1\n"}, ("platform.yaml",)),
    ("below, if it says reglint", {"deploy/platform.yml": 'reglint: "1"\n'}, ("deploy/platform.yml",)),
    ("below, of something else", {"deploy/platform.yml": "kind: Service\n"}, ()),
    ("in other formats", {"platform.json": "{}", "platform.toml": ""}, ("platform.json", "platform.toml")),
    ("by another name", {"my-platform.yaml": 'reglint: "1"\n'}, ()),
]


@pytest.mark.parametrize(
    ("files", "found"), [row[1:] for row in PLATFORMS], ids=[row[0] for row in PLATFORMS]
)
def test_platform_files(files: dict[str, str | bytes], found: tuple[str, ...], project: Write) -> None:
    root = project(files)
    assert platform_files(Project(root), sorted(files)) == found


def test_a_platform_file_that_can_not_be_read_is_none(project: Write) -> None:
    assert platform_files(Project(project({})), ["deploy/platform.yaml"]) == ()


def source(*matches: Match, reads: tuple[str, ...] = ("yaml", "xml")) -> Source:
    return Source("s", "S", reads, matches, ())


EVERY = (source(Match(("*",))),)


def test_files_of_a_known_format_are_looked_at(project: Write) -> None:
    root = project({"a.yml": "a: 1\n", "b.md": "# B\n", "c.xml": "\xff\xfe", "platform.yaml": ""})
    assert looked_at(Project(root), discover(root), "platform.yaml", EVERY) == (
        [Found("a.yml", "yaml", "a: 1\n"), Found("c.xml", "xml", "ÿþ")],
        [],
    )


def test_a_text_is_kept_only_where_a_source_wants_it(project: Write) -> None:
    root = project({"a.yml": "a: 1\n", "b.yml": "b: jdbc\n", "c.xml": "jdbc"})
    wanted = (source(Match(("*.YML",), contains=("jdbc",))),)
    assert looked_at(Project(root), discover(root), None, wanted) == (
        [Found("a.yml", "yaml", ""), Found("b.yml", "yaml", "b: jdbc\n"), Found("c.xml", "xml", "")],
        [],
    )


def test_what_no_source_wants_by_its_name_is_not_opened(project: Write) -> None:
    root = project({"a.yml": "a: 1\n", "b.json": "{}", "c.png": "", "sub/d.xml": "<a/>"})
    seen = Project(root)
    looked_at(
        seen, discover(root), None, (source(Match(("a*",), ("*/sub/*",)), Match(("d*",), ("*/sub/*",))),)
    )
    assert list(seen._bytes) == ["a.yml"]  # noqa: SLF001 - the files that were opened


ENCODED = [
    ("gb18030", "名称: 支付机构\n".encode("gb18030"), "This is no UTF-8; it looks like gb18030."),
    ("utf-16", "a: 1\n".encode("utf-16"), "This is no UTF-8; it looks like utf-16."),
    ("latin-1", "nom: société\n".encode("latin-1"), "This is no UTF-8; it looks like latin-1."),
    ("binary", b"a\0\xff\n", "A zero byte: this is no text."),
]


@pytest.mark.parametrize(("data", "reason"), [row[1:] for row in ENCODED], ids=[row[0] for row in ENCODED])
def test_a_file_in_another_encoding_is_passed_over_with_the_one_it_looks_like(
    data: bytes, reason: str, project: Write
) -> None:
    root = project({"a.yml": data})
    found = looked_at(Project(root), discover(root), None, EVERY)
    assert found == ([Found("a.yml", "yaml", "")], [Skipped("a.yml", reason)])


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "latin-1"])
def test_a_file_is_read_in_the_encoding_that_is_said(encoding: str, project: Write) -> None:
    text = "nom: société\n"
    root = project({"a.yml": text.encode(encoding)})
    found = looked_at(Project(root, encoding), discover(root), None, EVERY)
    assert found == ([Found("a.yml", "yaml", text)], [])


def test_a_byte_order_mark_is_no_part_of_a_text(project: Write) -> None:
    root = project({"a.yml": b"\xef\xbb\xbfa: 1\n"})
    assert looked_at(Project(root), discover(root), None, EVERY) == ([Found("a.yml", "yaml", "a: 1\n")], [])


def test_a_file_over_the_limit_is_not_read(project: Write) -> None:
    root = project({"a.yml": ""})
    os.truncate(root / "a.yml", DEFAULT_LIMITS.bytes + 1)
    reason = "More than 4,194,304 bytes: the file is not read."
    assert looked_at(Project(root), discover(root), None, EVERY)[1] == [Skipped("a.yml", reason)]


def test_of_what_was_read_the_last_is_kept(project: Write) -> None:
    paths = [f"{index:02}.yml" for index in range(70)]
    seen = Project(project(dict.fromkeys(paths, "a: 1\n")))
    for path in paths:
        seen.document(path, "yaml")
    assert (list(seen._bytes), [path for path, _ in seen._documents]) == (paths[-8:], paths[-64:])  # noqa: SLF001


NGINX = "server {\n  listen 80;\n}\n"
CONFS = [
    ("nginx by its text", "pay.conf", NGINX, "nginx"),
    ("blocks without directives of nginx", "application.conf", "server {\n  port = 8080\n}\n", None),
    ("of another suffix", "pay.md", NGINX, None),
    ("a site", "sites-enabled/pay.example.com", NGINX, "nginx"),
    ("a site of another server", "sites-enabled/pay", "<VirtualHost *:80>\n</VirtualHost>\n", None),
    ("without a suffix", "nginx/conf.d/pay", NGINX, "nginx"),
    ("a template", "templates/default.conf.template", NGINX.replace("80", "${PORT}"), "nginx"),
    ("a page", "nginx/html/index.html", NGINX, None),
    ("without a suffix, elsewhere", "bin/pay", NGINX, None),
    ("in capitals", "PAY.CONF", NGINX, "nginx"),
    ("by its name", "pay.yml", "", "yaml"),
]


@pytest.mark.parametrize(("path", "text", "kind"), [row[1:] for row in CONFS], ids=[row[0] for row in CONFS])
def test_the_text_of_a_conf_speaks_where_its_name_does_not(
    path: str, text: str, kind: str | None, project: Write
) -> None:
    assert kind_of(Project(project({path: text})), path) == kind


def test_a_file_that_vanishes_is_passed_over(project: Write) -> None:
    root = project({"a.yml": "a: 1\n"})
    found = discover(root)
    (root / "a.yml").unlink()
    reason = "The file can't be read: No such file or directory."
    assert looked_at(Project(root), found, None, EVERY) == (
        [Found("a.yml", "yaml", "")],
        [Skipped("a.yml", reason)],
    )


def test_build_files_make_roots() -> None:
    assert build_roots(["pom.xml", "gateway/pom.xml", "gateway/src/a.yml"]) == {".", "gateway"}


def test_what_nobody_reads_is_left_and_counted_by_suffix() -> None:
    left = unread(["README.md", "docs/a.md", "LICENSE", "a.yml", "b."], ["a.yml"])
    assert left == ("LICENSE", "README.md", "b.", "docs/a.md")
    assert by_suffix(left) == {".md": 2, "LICENSE": 1, "b.": 1}
