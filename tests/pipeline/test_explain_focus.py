from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from reglint.model.verdict import Verdict
from reglint.pipeline.explain_applied import apply_with
from reglint.pipeline.knowledge import Knowledge
from reglint.pipeline.project import folder_as_named
from reglint.pipeline.request import Request
from reglint.report.explain_found import RuleApplied

DAY = dt.date(2026, 11, 24)
REDIS = "spring:\n  data:\n    redis: {host: cache}\n"
FILES = {
    "platform.yaml": 'reglint: "1"\nplatform: {mlps_level: 3}\n',
    "a/pom.xml": "<project/>",
    "a/src/main/resources/application.yml": REDIS,
    "b/pom.xml": "<project/>",
    "b/src/main/resources/application.yml": REDIS,
}
FOCUS = "b/src/main/resources/application.yml"


@pytest.mark.parametrize(
    ("named", "focus", "places"),
    [
        ("", None, {"a", "b"}),
        ("platform.yaml", None, {"a", "b"}),
        (FOCUS, FOCUS, {"b"}),
        ("b/pom.xml", "b/pom.xml", set()),
    ],
    ids=["folder", "platform file", "file", "file that says nothing"],
)
def test_a_file_narrows_what_is_shown_and_not_what_is_judged(
    knowledge: Knowledge,
    project: Callable[[Mapping[str, str]], Path],
    named: str,
    focus: str | None,
    places: set[str],
) -> None:
    root = project(FILES)
    found = apply_with(knowledge, "cn-csl-datastore-authentication", Request(root / named, DAY))
    assert isinstance(found, RuleApplied)
    assert (found.project, found.focus, found.verdict) == (root.as_posix(), focus, Verdict.FAIL)
    shown = {one.place.path.partition("/")[0] for one in found.findings if one.place is not None}
    assert (shown, {step.component for step in found.assertion.inside}) == (places, places)


def test_a_project_is_named_as_the_path_in_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shop" / "app").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    named = [(Path("shop"), Path("shop/app/a.yaml")), (Path(), Path("a.yaml")), (Path("shop"), Path("../a"))]
    assert [folder_as_named(root, path) for root, path in named] == ["shop", ".", "shop"]
