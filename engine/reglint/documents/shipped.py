"""Where the shipped data is: inside the installed package, or beside `engine/` in a checkout."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def shipped(*parts: str) -> Traversable:
    """The shipped file or folder of that name, such as `shipped("mappings", "facts")`; also in a zip.

    Raises FileNotFoundError where neither the package nor a checkout has it.
    """
    package = files("reglint")
    if package.joinpath(parts[0]).is_dir():
        return package.joinpath(*parts)
    if isinstance(package, Path) and package.parents[1].joinpath(parts[0]).is_dir():
        return package.parents[1].joinpath(*parts)
    raise FileNotFoundError(f"reglint was installed without its data: there is no {'/'.join(parts)}")
