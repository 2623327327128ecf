"""All conversions by the name that a source file gives them."""

from __future__ import annotations

from collections.abc import Mapping

from reglint.facts.convert import (
    command_line,
    compose,
    elasticsearch,
    images,
    ingress,
    jdbc,
    kubernetes,
    logback,
    logback_events,
    logback_includes,
    nginx,
    plain,
    redisson,
    secrets,
    spring,
    store_url,
    stores,
)
from reglint.facts.convert.context import Conversion

CONVERSIONS: Mapping[str, Conversion] = {
    **plain.CONVERSIONS,
    **secrets.CONVERSIONS,
    **spring.CONVERSIONS,
    **stores.CONVERSIONS,
    **store_url.CONVERSIONS,
    **elasticsearch.CONVERSIONS,
    **redisson.CONVERSIONS,
    **jdbc.CONVERSIONS,
    **logback.CONVERSIONS,
    **logback_events.CONVERSIONS,
    **logback_includes.CONVERSIONS,
    **compose.CONVERSIONS,
    **command_line.CONVERSIONS,
    **images.CONVERSIONS,
    **kubernetes.CONVERSIONS,
    **ingress.CONVERSIONS,
    **nginx.CONVERSIONS,
}
