"""reglint: compliance as code for financial law."""

from importlib import import_module

__version__ = "0.1.0"
__all__ = ["Finding", "Request", "Verdict", "__version__", "check", "load_packs"]

_HOMES = {
    "Finding": "reglint.model.finding",
    "Request": "reglint.pipeline.request",
    "Verdict": "reglint.model.verdict",
    "check": "reglint.pipeline.check",
    "load_packs": "reglint.pipeline.knowledge",
}


def __getattr__(name: str) -> object:
    """A public name, imported when it is first asked for: `import reglint` alone costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
