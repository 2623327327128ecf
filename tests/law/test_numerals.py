from __future__ import annotations

import pytest

from reglint.law.numerals import chinese_numeral, japanese_numeral

BOTH = [
    (1, "一", "一"),
    (10, "十", "十"),
    (11, "十一", "十一"),
    (20, "二十", "二十"),
    (23, "二十三", "二十三"),
    (100, "一百", "百"),
    (101, "一百零一", "百一"),
    (110, "一百一十", "百十"),
    (111, "一百一十一", "百十一"),
    (120, "一百二十", "百二十"),
    (1001, "一千零一", "千一"),
    (1010, "一千零一十", "千十"),
    (1260, "一千二百六十", "千二百六十"),
    (9999, "九千九百九十九", "九千九百九十九"),
]


@pytest.mark.parametrize(("number", "chinese", "japanese"), BOTH, ids=[str(row[0]) for row in BOTH])
def test_numbers_are_written_as_each_law_counts(number: int, chinese: str, japanese: str) -> None:
    assert (chinese_numeral(number), japanese_numeral(number)) == (chinese, japanese)


def test_no_two_numbers_are_written_alike() -> None:
    numbers = range(1, 10_000)
    assert len(set(map(chinese_numeral, numbers))) == len(set(map(japanese_numeral, numbers))) == 9999


@pytest.mark.parametrize("number", [-1, 0, 10_000])
def test_what_numbers_no_article_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="is no number of an article"):
        chinese_numeral(number)
