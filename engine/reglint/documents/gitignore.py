"""What git ignores, by the `.gitignore` files of a tree; no git is needed. Source: gitignore(5)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pathspec import GitIgnoreSpec, RegexPattern

if TYPE_CHECKING:
    from pathlib import Path

NAME = ".gitignore"
_MOST_BYTES = 1024 * 1024
_MOST_STARS = 6  # each is a loop in a loop for whoever matches a long name
_INSIDE = re.compile(
    r"/\*\*\s*$"
)  # all in a folder, and not the folder, which pathspec takes for ignored, too
_ANY_FOLDER = re.compile(r"^(!?)\*+/\s*$")  # of it pathspec marks the outermost, not the one that is meant
_STARS = re.compile(r"\*+")


@dataclass(frozen=True, slots=True)
class Ignore:
    """The `.gitignore` of one folder of a tree, or of one above it.

    Its patterns count below that folder: `below` is what it takes off the paths of the tree, `above` what it
    puts before them.
    """

    patterns: tuple[RegexPattern, ...]
    below: str = ""
    above: str = ""

    def covers(self, path: str) -> bool | None:
        """Whether a path is ignored, or taken back by a `!` pattern; None where no pattern speaks of it."""
        whole = self.above + path.removeprefix(self.below)
        last_first = (one for one in reversed(self.patterns) if one.include is not None)
        return next((one.include for one in last_first if _is_of(one, whole)), None)


def read_ignore(file: Path, *, below: str = "", above: str = "") -> Ignore | None:
    """The patterns of a `.gitignore`; None where there are none that can be read.

    Git follows no link to one. A pattern with more stars than anybody needs is left out: its files are read.
    """
    if file.is_symlink() or not file.is_file():
        return None
    try:
        with file.open("rb") as opened:
            lines = opened.read(_MOST_BYTES).decode("utf-8", "surrogateescape").splitlines()
    except OSError:
        return None
    kept = (line for line in lines if len(_STARS.findall(line)) <= _MOST_STARS)
    plain = (_ANY_FOLDER.sub(r"\1?*/", _INSIDE.sub("/*", line)) for line in kept)
    return Ignore(tuple(GitIgnoreSpec.from_lines(plain).patterns), below, above)


def ignores_above(root: Path) -> tuple[Ignore, ...]:
    """Those of the folders over a root, up to its repository's, the outermost first.

    None where there is no repository, and none where they ignore the root itself: who names it wants it read.
    """
    whole = root.resolve()
    repository = next((folder for folder in (whole, *whole.parents) if (folder / ".git").exists()), None)
    if repository is None:
        return ()
    between = [folder for folder in reversed(whole.parents) if folder.is_relative_to(repository)]
    found = [
        read_ignore(folder / NAME, above=f"{whole.relative_to(folder).as_posix()}/") for folder in between
    ]
    ignores = tuple(one for one in found if one is not None)
    return () if is_ignored("", ignores) else ignores


def is_ignored(path: str, ignores: tuple[Ignore, ...]) -> bool:
    """Whether git ignores a path, a folder's with `/` at its end: the innermost file that speaks of it."""
    for ignore in reversed(ignores):
        covered = ignore.covers(path)
        if covered is not None:
            return covered
    return False


def _is_of(pattern: RegexPattern, path: str) -> bool:
    """Whether a pattern speaks of a path itself, and not of a folder that it lies in.

    pathspec matches what is below a folder, too, and marks the folder's last sign with a group. Who walks
    down a tree has asked for the folder before, and `!*/` would take back all files in all folders.
    """
    found = pattern.match_file(path)
    if found is None:
        return False
    end = found.match.start(1) if found.match.re.groups else -1
    return end in (-1, len(path) - 1)
