"""Every regular file of a project is read, passed over with a reason, or named as one that nobody reads."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reglint.model.assessment import Assessment
from reglint.pipeline.check import check_with
from reglint.pipeline.knowledge import Knowledge
from reglint.pipeline.project import Project, root_of
from reglint.pipeline.request import Request
from reglint.pipeline.sight import Sight, look

Write = Callable[[dict[str, str | bytes]], Path]

DAY = dt.date(2026, 1, 1)
PLATFORM = 'reglint: "1"\ncustody: {reserve_ratio: "98 %"}\n'
NGINX = "server {\n  listen 80;\n  server_name a;\n}\n"
FOLDERS = [
    "",
    "app/",
    "app/src/main/resources/",
    "nginx/conf.d/",
    "sites-enabled/",
    "node_modules/",
    "k8s/",
    "é\n/",
]
NAMES = [
    *(
        "application.yml",
        "application-dev.yml",
        "APPLICATION.YML",
        "logback.xml",
        "a.xml",
        "a.json",
        "a.properties",
    ),
    *(
        "compose.yaml",
        ".env",
        "redis.conf",
        "my.cnf",
        "a.conf",
        "pay",
        "a.md",
        "main.tf",
        "Dockerfile",
        "a.min.json",
    ),
    *("package-lock.json", "pom.xml", ".gitignore", "platfrom.yaml", "\udcff.yml"),
]
TEXTS: list[bytes] = [
    *(
        b"",
        b"a: 1\n",
        b"spring: {datasource: {url: 'jdbc:mysql://db/a', password: b}}\n",
        b"<configuration/>",
    ),
    *(
        b"<",
        b"{",
        b"\xff\xfe\0",
        "名: 支付\n".encode("gb18030"),
        NGINX.encode(),
        b"apiVersion: v1\nkind: Service\n",
    ),
    *(b"requirepass secret\n", b"*.md\n", b"\0"),
]


def seen(root: Path, knowledge: Knowledge) -> Sight:
    sight = look(Project(root_of(root)), Request(root, DAY), knowledge.vocabulary)
    assert isinstance(sight, Sight)
    return sight


def put(root: Path, path: str, data: bytes) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def counted(sight: Sight, path: str) -> int:
    """In how many lists a file is, by itself or in a folder that was passed over."""
    read = [one.path for one in sight.read]
    passed = [one.path for one in sight.skipped]
    within = any(path.startswith(one) for one in passed if one.endswith("/"))
    return read.count(path) + passed.count(path) + within + sight.unread_files.count(path)


@settings(max_examples=30, deadline=None)
@given(
    files=st.dictionaries(
        st.tuples(st.sampled_from(FOLDERS), st.sampled_from(NAMES)), st.sampled_from(TEXTS), max_size=8
    )
)
def test_every_file_is_in_one_list(files: dict[tuple[str, str], bytes], knowledge: Knowledge) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        put(root, "platform.yaml", PLATFORM.encode())
        rules = {path: data if path[1] != ".gitignore" else b"# none\n" for path, data in files.items()}
        for (parent, name), data in rules.items():
            put(root, parent + name, data)
        sight = seen(root, knowledge)
        written = sorted({"platform.yaml", *(parent + name for parent, name in files)})
        assert {path: counted(sight, path) for path in written} == dict.fromkeys(written, 1)
        assert sum(sight.unread.values()) == len(sight.unread_files)


EACH_KIND: dict[str, str | bytes] = {
    ".gitignore": "*.log\n/secret/\n*.pem\n",
    "platform.yaml": PLATFORM + "observe: [app, nginx, k8s]\n",
    "app/application.yml": "server: {port: 80}\n",
    "app/src/test/resources/application.yml": "server: {port: 81}\n",
    "app/broken/application.yml": "server: [\n",
    "app/src/A.java": "class A {}",
    "app/server.pem": "",
    "nginx/nginx.conf": NGINX,
    "other/application.yml": "server: {port: 82}\n",
    "secret/application.yml": "server: {port: 83}\n",
    "secret/deep/a.env": "A=b\n",
    "web/package.json": "{}",
    "web/package-lock.json": "{}",
    "web/node_modules/a/index.js": "",
    "web/app.min.js": "",
    "logs/README.md": "",
    **{f"logs/{index}.log": "" for index in range(25)},
}


def test_a_tree_of_every_kind_of_file_is_in_three_lists(project: Write, knowledge: Knowledge) -> None:
    root = project(EACH_KIND)
    (root / "app" / "link.yml").symlink_to("application.yml")
    (root / "k8s").symlink_to("app")
    os.mkfifo(root / "pipe.yml")
    sight = seen(root, knowledge)
    assert {one.path: one.reason for one in sight.skipped} == {
        "app/broken/application.yml": "No YAML: did not find expected node content.",
        "app/link.yml": "a symbolic link is not followed",
        "app/server.pem": "git ignores it",
        "app/src/test/": "settings of tests, not of what runs",
        "k8s": "a symbolic link is not followed",
        "logs/*": "git ignores 25 files of this folder",
        "pipe.yml": "no regular file: a socket, a pipe or a device",
        "secret/": "git ignores it",
        "web/app.min.js": "a file that tools make",
        "web/node_modules/": "a folder that tools make",
        "web/package-lock.json": "a file that tools make",
    }
    walked = [path.relative_to(root).as_posix() for path in root.rglob("*") if is_regular(path)]
    named = {path: counted(sight, path) for path in walked if not path.endswith(".log")}
    assert named == dict.fromkeys(named, 1)
    assert len(named) + 25 == len(walked) == len(EACH_KIND)


def is_regular(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def test_what_nobody_reads_is_in_the_assessment(project: Write, knowledge: Knowledge) -> None:
    root = project({"platform.yaml": PLATFORM, "README.md": "", "docs/a.md": ""})
    run = check_with(knowledge, Request(root, DAY))
    assert isinstance(run, Assessment)
    assert (run.unread_files, run.unread) == (("README.md", "docs/a.md"), {".md": 2})


NAMED = [
    ("on the command line", "platform.yaml", "config/secret.yml", "", True),
    ("in observe", "", "config/application.yml", "observe: [config/application.yml]\n", True),
    ("nowhere", "", "config/application.yml", "", False),
]


@pytest.mark.parametrize(
    ("focus", "path", "observe", "read"), [row[1:] for row in NAMED], ids=[row[0] for row in NAMED]
)
def test_a_file_that_git_ignores_is_read_where_it_is_named(  # noqa: PLR0913 - a table and two fixtures
    focus: str, path: str, observe: str, project: Write, knowledge: Knowledge, *, read: bool
) -> None:
    root = project(
        {
            ".gitignore": "config/\nplatform.yaml\n" if focus else "config/\n",
            "platform.yaml": PLATFORM + observe,
            path: "spring: {session: {timeout: 30m}}\n",
        }
    )
    sight = seen(root / focus, knowledge)
    assert ((focus or path) in [one.path for one in sight.read]) is read


@pytest.mark.parametrize(
    "path", ["sites-enabled/pay.example.com", "nginx/conf.d/pay", "templates/a.conf.template"]
)
def test_nginx_is_known_by_its_text(path: str, project: Write, knowledge: Knowledge) -> None:
    sight = seen(project({"platform.yaml": PLATFORM, path: NGINX}), knowledge)
    assert [(one.path, one.format) for one in sight.read if one.path == path] == [(path, "nginx")]


def test_names_in_capitals_are_those_in_small_letters(project: Write, knowledge: Knowledge) -> None:
    sight = seen(project({"APPLICATION.YML": "spring: {session: {timeout: 30m}}\n"}), knowledge)
    assert [(one.path, one.format, one.facts > 0) for one in sight.read] == [
        ("APPLICATION.YML", "spring", True)
    ]


def test_a_thousand_files_that_no_source_wants_are_not_opened(
    project: Write, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    others: dict[str, str | bytes] = {
        f"src/p{index % 20}/C{index}.java": "class C {}" for index in range(3000)
    }
    root = project({"platform.yaml": PLATFORM, "a/application.yml": "server: {port: 80}\n", **others})
    opened: list[str] = []
    original = Path.open

    def counting(path: Path, mode: str) -> object:
        opened.append(path.relative_to(root).as_posix())
        return original(path, mode)

    monkeypatch.setattr(Path, "open", counting)
    sight = seen(root, knowledge)
    assert (sorted(set(opened)), len(opened)) == (["a/application.yml", "platform.yaml"], 2)
    assert sight.unread == {".java": 3000}


def test_of_fifty_thousand_files_only_those_that_a_source_wants_are_opened(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        put(root, "platform.yaml", PLATFORM.encode())
        put(root, "a/application.yml", b"server: {port: 80}\n")
        fill_with_links(root, folders=100, each=500)
        with monkeypatch.context() as patched:
            for where, name in ((os, "scandir"), (os, "stat"), (os, "lstat"), (Path, "stat"), (Path, "open")):
                patched.setattr(where, name, counting(calls, name, getattr(where, name)))
            sight = seen(root, knowledge)
    assert sight.unread == {".java": 50_000}
    assert (calls["scandir"], calls["open"]) == (102, 2)
    assert calls["stat"] + calls["lstat"] < 50


def fill_with_links(root: Path, *, folders: int, each: int) -> None:
    """Folders of files that are all one: nothing is written but their names."""
    for folder in (root / f"p{index}" for index in range(folders)):
        folder.mkdir()
        first = folder / "C0.java"
        first.touch()
        for index in range(1, each):
            os.link(first, folder / f"C{index}.java")


def counting(calls: Counter[str], name: str, original: Callable[..., object]) -> Callable[..., object]:
    def counted_call(*arguments: object, **options: object) -> object:
        calls[name] += 1
        return original(*arguments, **options)

    return counted_call


def test_a_pipe_in_a_project_stops_nothing(project: Write, knowledge: Knowledge) -> None:
    root = project({"platform.yaml": PLATFORM})
    os.mkfifo(root / "application.yml")
    reason = "no regular file: a socket, a pipe or a device"
    assert [(one.path, one.reason) for one in seen(root, knowledge).skipped] == [("application.yml", reason)]
