"""Numbers as the laws of China and Japan write them."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_UNITS = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))
_LIMIT = 10_000


def chinese_numeral(number: int) -> str:
    """A number from 1 to 9999 as Chinese law counts its articles.

    >>> [chinese_numeral(number) for number in (3, 10, 23, 100, 105, 110, 1010)]
    ['三', '十', '二十三', '一百', '一百零五', '一百一十', '一千零一十']
    """
    written, gap = "", False
    for unit, name in _UNITS:
        digit = _checked(number) // unit % 10
        if digit:
            written += ("零" if gap else "") + _DIGITS[digit] + name
        gap = bool(written) and not digit
    return written.removeprefix("一") if 10 <= number < 20 else written  # noqa: PLR2004 - 十一, never 一十一


def japanese_numeral(number: int) -> str:
    """A number from 1 to 9999 as Japanese law counts its articles.

    >>> [japanese_numeral(number) for number in (3, 10, 23, 105, 110, 1010)]
    ['三', '十', '二十三', '百五', '百十', '千十']
    """
    digits = ((_checked(number) // unit % 10, unit, name) for unit, name in _UNITS)
    return "".join(
        ("" if digit == 1 and unit > 1 else _DIGITS[digit]) + name for digit, unit, name in digits if digit
    )


def _checked(number: int) -> int:
    if not 0 < number < _LIMIT:
        raise ValueError(f"{number} is no number of an article")
    return number
