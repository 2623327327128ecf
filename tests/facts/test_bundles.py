from __future__ import annotations

import pytest

from reglint.facts.bundles import bundles


@pytest.mark.parametrize(
    ("paths", "wanted"),
    [
        (["m_zh_CN.properties"], ["m_zh_CN.properties"]),
        (["m_en.properties", "m.properties"], ["m.properties", "m_en.properties"]),
        (["m_en.properties", "m_zh.properties"], ["m_en.properties", "m_zh.properties"]),
        (["f.lang.en.properties", "f.lang.fr.properties"], ["f.lang.en.properties", "f.lang.fr.properties"]),
        (["order_no.properties"], []),
        (["a/m_en.properties", "b/m.properties"], []),
        (["m_xx.properties", "m.properties"], []),
        (["jdbc.properties", "application-de.properties"], []),
        (["m_en.yml", "m.yml"], []),
    ],
)
def test_words_of_a_user_interface_are_told_by_their_languages(paths: list[str], wanted: list[str]) -> None:
    assert sorted(bundles(paths)) == wanted
