"""A rule on a platform, as far as it lies in one file of the project."""

from __future__ import annotations

from dataclasses import replace

from reglint.language.explain import Step
from reglint.model.place import Place


def in_focus(step: Step, path: str) -> Step:
    """The step without the outermost elements of which no fact lies in a file."""
    kept = (part for part in step.inside if part.role != "element" or _lies_in(part, path))
    inside = tuple(part if part.role == "element" else in_focus(part, path) for part in kept)
    return replace(step, inside=inside)


def lies_in(place: Place | None, path: str) -> bool:
    """Whether a place is in a file."""
    return place is not None and place.path == path


def _lies_in(step: Step, path: str) -> bool:
    own = any(lies_in(fact.place, path) for fact in step.outcome.facts)
    return own or any(_lies_in(part, path) for part in step.inside)
