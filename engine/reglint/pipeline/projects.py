"""The projects that several paths lie in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from reglint.pipeline.project import folder_as_named, nearest_marked


@dataclass(frozen=True, slots=True)
class Named:
    """What a user names of one project: `path` as in a Request, and its `focus`."""

    path: Path
    focus: tuple[Path, ...] = ()


def projects_of(paths: Iterable[Path]) -> tuple[Named, ...]:
    """The projects of the paths, in the order in which they are named first.

    One path alone is what it is: a folder is a project of its own. Each of several lies in the project of the
    nearest folder, itself or above, that a platform file, reglint.toml or .git marks. Of folders that nothing
    marks, one inside another belongs to it.
    """
    named = tuple(dict.fromkeys(paths))
    if len(named) == 1:
        return (Named(named[0]),)
    roots = _roots({path: _folders(path) for path in named})
    groups = {root: tuple(path for path in named if roots[path] == root) for root in roots.values()}
    return tuple(Named(Path(folder_as_named(root, group[0])), group) for root, group in groups.items())


def _folders(path: Path) -> tuple[Path, ...]:
    """The folders that a path lies in, the nearest first; a folder lies in itself."""
    whole = path.resolve()
    return (whole, *whole.parents) if whole.is_dir() else tuple(whole.parents)


def _roots(folders: Mapping[Path, tuple[Path, ...]]) -> dict[Path, Path]:
    marked = {path: nearest_marked(around) for path, around in folders.items()}
    loose = {around[0] for path, around in folders.items() if marked[path] is None}
    return {
        path: marked[path] or [folder for folder in around if folder in loose][-1]
        for path, around in folders.items()
    }
