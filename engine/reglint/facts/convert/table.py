"""All conversions by the name that a source file gives them."""

from __future__ import annotations

from collections.abc import Mapping

from reglint.facts.convert import compose, jdbc, logback, nginx, plain, spring
from reglint.facts.convert.context import Conversion

CONVERSIONS: Mapping[str, Conversion] = {
    **plain.CONVERSIONS,
    **spring.CONVERSIONS,
    **jdbc.CONVERSIONS,
    **logback.CONVERSIONS,
    **compose.CONVERSIONS,
    **nginx.CONVERSIONS,
}
