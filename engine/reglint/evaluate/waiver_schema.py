"""The schema of reglint-waivers.yaml."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from reglint.language.glob import check_glob
from reglint.law.strict_schema import Day, Said, Strict
from reglint.packs.schema import RuleId


def _glob(pattern: str) -> str:
    """A glob in which ** is *, since * passes every character already."""
    plain = pattern.replace("**/", "*").replace("**", "*")
    check_glob(plain)
    return plain


Glob = Annotated[Said, AfterValidator(_glob), Field(examples=["gateway/*"])]


class WaiverEntry(Strict):
    """A breach that is lived with until a day, and who answers for that."""

    rule: RuleId
    path: Glob | None = Field(
        default=None, description="the file of the findings; * is any run of characters"
    )
    element: Said | None = Field(default=None, examples=["logging.streams[name=FILE]"])
    reason: Said = Field(examples=["the archive keeps them"])
    approver: Said = Field(examples=["CISO"])
    requested: Day
    until: Day
    risk: Literal["low", "medium", "high"] | None = None
    compensating: Said | None = None
    evidence: Said | None = Field(default=None, examples=["docs/archive.pdf"])


class WaiversFile(Strict):
    """The waivers of a project."""

    waivers: list[WaiverEntry]
