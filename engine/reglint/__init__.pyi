from reglint.model.finding import Finding
from reglint.model.verdict import Verdict
from reglint.pipeline.check import check
from reglint.pipeline.knowledge import load_packs
from reglint.pipeline.request import Request

__all__ = ["Finding", "Request", "Verdict", "__version__", "check", "load_packs"]

__version__: str
