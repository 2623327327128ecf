"""The files and folders whose findings alone are wanted, where a request names some."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from reglint.model.assessment import SourceRead
from reglint.model.diagnostic import Diagnostic, Level
from reglint.model.finding import Finding
from reglint.pipeline.project import inside, root_of
from reglint.pipeline.request import Request
from reglint.pipeline.sight import Sight

Focus: TypeAlias = tuple[str, ...]


def focus_of(request: Request, sight: Sight) -> Focus | None:
    """What was named, relative to the root of its project; None where all of the project is wanted.

    A folder that is the project, and a platform file, which speaks of all of it, stand for everything.
    """
    if request.path.is_dir() and not request.focus:
        return None
    root = root_of(request.path)
    paths = tuple(inside(root, path) for path in request.named)
    return None if "." in paths or sight.platform in paths else paths


def found_in(findings: Iterable[Finding], focus: Focus | None) -> Iterator[Finding]:
    """Those of the findings whose place lies in the focus; a finding without a place lies in none."""
    for one in findings:
        if focus is None or (one.place is not None and _covers(focus, one.place.path)):
            yield one


def out_of_sight(focus: Focus | None, read: Iterable[SourceRead]) -> Iterator[Diagnostic]:
    """A note on what was named and no source reads: nothing is said of it."""
    seen = tuple(one.path for one in read)
    unseen = tuple(one for one in focus or () if not any(_covers((one,), path) for path in seen))
    if len(unseen) == 1:
        yield Diagnostic("focus", "No source reads this file.", unseen[0], level=Level.NOTE)
    elif unseen:
        message = f"No source reads {len(unseen)} of the paths that are named: {', '.join(unseen)}."
        yield Diagnostic("focus", message, level=Level.NOTE)


def _covers(focus: Focus, path: str) -> bool:
    return any(path == one or path.startswith(f"{one}/") for one in focus)
