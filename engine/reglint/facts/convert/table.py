"""All conversions by the name that a source file gives them."""

from __future__ import annotations

from collections.abc import Mapping

from reglint.facts.convert import (
    compose,
    images,
    jdbc,
    logback,
    logback_events,
    nginx,
    plain,
    redisson,
    secrets,
    spring,
    stores,
)
from reglint.facts.convert.context import Conversion

CONVERSIONS: Mapping[str, Conversion] = {
    **plain.CONVERSIONS,
    **secrets.CONVERSIONS,
    **spring.CONVERSIONS,
    **stores.CONVERSIONS,
    **redisson.CONVERSIONS,
    **jdbc.CONVERSIONS,
    **logback.CONVERSIONS,
    **logback_events.CONVERSIONS,
    **compose.CONVERSIONS,
    **images.CONVERSIONS,
    **nginx.CONVERSIONS,
}
