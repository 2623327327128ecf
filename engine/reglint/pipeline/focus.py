"""The file whose findings alone are wanted, where a request names one."""

from __future__ import annotations

from reglint.pipeline.project import inside, root_of
from reglint.pipeline.request import Request
from reglint.pipeline.sight import Sight


def focus_of(request: Request, sight: Sight) -> str | None:
    """The file that was named, relative to the root of its project; None for a folder or a platform file."""
    if request.path.is_dir():
        return None
    path = inside(root_of(request.path), request.path)
    return None if path == sight.platform else path
