"""The formats of a check: each a name, the writer behind it, and whether machines read it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reglint.model.assessment import Assessment
from reglint.report.concise import render_concise
from reglint.report.github import render_github
from reglint.report.gitlab import render_gitlab
from reglint.report.json_v1 import render_json
from reglint.report.junit import render_junit
from reglint.report.moved import moved
from reglint.report.page import TextOf
from reglint.report.sarif import render_sarif
from reglint.report.text import render_text


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a run is to be written.

    `text_of` gives a file's text by its path in the project; `folder` is the project's folder as seen from
    where the command runs, empty where it is that one. `unknown` is the option `--unknown`; `width` is in
    terminal columns.
    """

    text_of: TextOf
    folder: str
    language: str
    everything: bool
    unknown: str
    colour: bool
    width: int


def rendered(name: str, assessment: Assessment, wanted: Wanted) -> str:
    """The run in a format. Paths are those of the command, but in json-v1, where they are the project's."""
    return _WRITERS[name](assessment, wanted)


def is_for_machines(name: str) -> bool:
    """Whether programs read it, so that its encoding is UTF-8 wherever it goes."""
    return name in _FOR_MACHINES


def may_follow_another(name: str) -> bool:
    """Whether the pages of several projects may stand one after another; the other formats are about one."""
    return name in _OF_LINES


def _text(assessment: Assessment, wanted: Wanted) -> str:
    return render_text(
        moved(assessment, wanted.folder),
        _below(wanted),
        language=wanted.language,
        everything=wanted.everything,
        colour=wanted.colour,
        width=wanted.width,
    )


def _json(assessment: Assessment, wanted: Wanted) -> str:
    return render_json(assessment, language=wanted.language, everything=wanted.everything)


def _concise(assessment: Assessment, wanted: Wanted) -> str:
    return render_concise(
        moved(assessment, wanted.folder), language=wanted.language, everything=wanted.everything
    )


def _sarif(assessment: Assessment, wanted: Wanted) -> str:
    return render_sarif(
        moved(assessment, wanted.folder),
        _below(wanted),
        language=wanted.language,
        everything=wanted.everything,
    )


def _junit(assessment: Assessment, wanted: Wanted) -> str:
    return render_junit(moved(assessment, wanted.folder), language=wanted.language, unknown=wanted.unknown)


def _github(assessment: Assessment, wanted: Wanted) -> str:
    return render_github(
        moved(assessment, wanted.folder), language=wanted.language, everything=wanted.everything
    )


def _gitlab(assessment: Assessment, wanted: Wanted) -> str:
    return render_gitlab(
        moved(assessment, wanted.folder), language=wanted.language, everything=wanted.everything
    )


def _below(wanted: Wanted) -> TextOf:
    """The texts by the paths of the command."""
    prefix = f"{wanted.folder}/" if wanted.folder else ""
    return lambda path: wanted.text_of(path.removeprefix(prefix))


_WRITERS: Mapping[str, Callable[[Assessment, Wanted], str]] = {
    "text": _text,
    "concise": _concise,
    "json-v1": _json,
    "sarif": _sarif,
    "junit": _junit,
    "github": _github,
    "gitlab": _gitlab,
}
FORMATS = tuple(_WRITERS)
_OF_LINES = frozenset({"text", "concise", "github"})
_FOR_MACHINES = frozenset({"json-v1", "sarif", "junit", "github", "gitlab"})
