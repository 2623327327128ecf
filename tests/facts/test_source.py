from __future__ import annotations

import pytest

from reglint.facts.source import Match


@pytest.mark.parametrize(
    ("match", "path", "wanted"),
    [
        (Match(("logback*.xml",)), "a/logback-spring.xml", True),
        (Match(("logback*.xml",)), "a/log4j2.xml", False),
        (Match(("*.properties",), ("*[Mm]essages*.properties",)), "a/ValidationMessages.properties", False),
        (Match(("*.properties",), ("*/i18n/*",)), "i18n/pay.properties", False),
        (Match(("*.properties",), ("*/i18n/*",)), "a/i18n.properties", True),
        (Match(("*",), contains=("jdbc:",)), "a.yml", True),
        (Match(("*",), contains=("odbc:", "jdbc:")), "a.yml", True),
        (Match(("*",), contains=("odbc:",)), "a.yml", False),
    ],
)
def test_a_file_is_known_by_its_name_and_its_words(match: Match, path: str, *, wanted: bool) -> None:
    assert match.file_fits(path, "url: jdbc:mysql://h/d") == wanted


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        (("application*.yml",), True),
        (("*compose*.yml",), True),
        (("*.yml", "application.yml"), False),
        (("*",), False),
    ],
)
def test_a_name_alone_may_tell_the_product(names: tuple[str, ...], *, wanted: bool) -> None:
    assert Match(names).sure == wanted
    assert Match(names).sure_of("x") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("http { listen 80;", True), ("proxy_pass x;", False), ("", True)],
    ids=["with a word", "without", "that nobody could open"],
)
def test_the_words_of_a_text_may_tell_the_product(text: str, *, wanted: bool) -> None:
    assert Match(("*",), surely=("listen",)).sure_of(text) == wanted
