"""Properties files that hold the words of a user interface, not settings: `password=Password`."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LOCALE = re.compile(r"(.+)[_.]([a-z]{2,3})(?:_[A-Z][A-Za-z]{1,3})?(?:_[A-Z]{2})?\.properties")
_COUNTRY = re.compile(r"_[a-z]{2,3}_[A-Z]")
_LANGUAGES = frozenset(
    {
        *(
            "ar",
            "bg",
            "cs",
            "da",
            "de",
            "el",
            "en",
            "es",
            "fa",
            "fi",
            "fr",
            "he",
            "hi",
            "hr",
            "hu",
            "id",
            "in",
        ),
        *(
            "it",
            "iw",
            "ja",
            "ko",
            "lt",
            "lv",
            "ms",
            "nb",
            "nl",
            "no",
            "pl",
            "pt",
            "ro",
            "ru",
            "sk",
            "sl",
            "sr",
        ),
        *("sv", "sw", "th", "tl", "tr", "uk", "vi", "zh"),
    }
)


def bundles(paths: Iterable[str]) -> frozenset[str]:
    """The resource bundles among the files: those named by a language, and the one that they fall back to.

    A language alone (`order_no.properties`) is none where it stands alone. Source: java.util.ResourceBundle,
    `getBundle`.

    >>> sorted(bundles(["pay_zh_CN.properties", "pay.properties", "db.properties", "order_no.properties"]))
    ['pay.properties', 'pay_zh_CN.properties']
    """
    families: dict[str, list[str]] = {}
    for path in paths:
        match = _LOCALE.fullmatch(path)
        if match is not None and match[2] in _LANGUAGES:
            families.setdefault(match[1], []).append(path)
        elif path.endswith(".properties"):
            families.setdefault(path.removesuffix(".properties"), []).append(path)
    return frozenset(path for stem, family in families.items() if _is_bundle(stem, family) for path in family)


def _is_bundle(stem: str, family: list[str]) -> bool:
    named = [path for path in family if path != f"{stem}.properties"]
    return bool(named) and (len(family) > 1 or _COUNTRY.search(named[0]) is not None)
