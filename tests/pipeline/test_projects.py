"""Which projects several paths lie in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reglint.pipeline.projects import Named, projects_of

Write = Callable[[dict[str, str | bytes]], Path]

TWO_MARKS = ["platform.yaml", "pay/platform.yaml"]
PROJECTS: list[tuple[str, list[str], str, list[tuple[str, str]]]] = [
    ("one folder is a project", ["platform.yaml"], "deploy", [("deploy", "")]),
    ("one file is itself", ["platform.yaml"], "a.yml", [("a.yml", "")]),
    ("one path, named twice", ["platform.yaml"], "a.yml a.yml", [("a.yml", "")]),
    ("files of a marked folder", ["platform.yaml"], "a.yml deploy/b.yml", [(".", "a.yml deploy/b.yml")]),
    ("files below a mark", ["reglint.toml"], "deploy/b.yml pay/c.yml", [(".", "deploy/b.yml pay/c.yml")]),
    ("a folder among the paths", [".git/HEAD"], "a.yml deploy", [(".", "a.yml deploy")]),
    ("the project and a file", ["platform.yaml"], ". a.yml", [(".", ". a.yml")]),
    ("two marked folders", TWO_MARKS, "a.yml pay/c.yml", [(".", "a.yml"), ("pay", "pay/c.yml")]),
    ("in the order they are named", TWO_MARKS, "pay a.yml", [("pay", "pay"), (".", "a.yml")]),
    ("no mark, one folder in another", [], "a.yml deploy/b.yml", [(".", "a.yml deploy/b.yml")]),
    ("no mark, the inner one first", [], "deploy/b.yml a.yml", [(".", "deploy/b.yml a.yml")]),
    ("no mark, side by side", [], "deploy/b.yml pay", [("deploy", "deploy/b.yml"), ("pay", "pay")]),
    (
        "a mark inside what has none",
        ["pay/.git/HEAD"],
        "a.yml pay/c.yml",
        [(".", "a.yml"), ("pay", "pay/c.yml")],
    ),
    ("what is not there", ["platform.yaml"], "a.yml no/b.yml", [(".", "a.yml no/b.yml")]),
]


@pytest.mark.parametrize(
    ("marks", "paths", "projects"), [row[1:] for row in PROJECTS], ids=[row[0] for row in PROJECTS]
)
def test_the_projects_of_paths(
    marks: list[str],
    paths: str,
    projects: list[tuple[str, str]],
    project: Write,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    files = ["a.yml", "deploy/b.yml", "pay/c.yml", *marks]
    monkeypatch.chdir(project(dict.fromkeys(files, "")))
    named = tuple(Named(Path(root), tuple(map(Path, focus.split()))) for root, focus in projects)
    assert projects_of(map(Path, paths.split())) == named


def test_a_project_above_the_working_folder_has_its_whole_path(
    project: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project({"platform.yaml": "", "pay/a.yml": "", "pay/b.yml": ""}).resolve()
    monkeypatch.chdir(root / "pay")
    focus = (Path("a.yml"), Path("b.yml"))
    assert projects_of(focus) == (Named(root, focus),)
