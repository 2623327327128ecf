from __future__ import annotations

import pytest

from reglint.documents.yaml import read_yaml
from reglint.facts.convert.context import Context
from reglint.facts.convert.table import CONVERSIONS
from reglint.facts.tree import plant
from reglint.model.fact import Unknown

SAY_SOMETHING = {
    "logback_retention": "no policy",
    "mysql_server_authentication": "no password",
    "postgres_server_authentication": "no password",
    "nginx_included": "an include",
    "nginx_server_name": "no name",
}
"""Conversions that say something even of nothing: what there is not, and that it is unknown."""


@pytest.mark.parametrize("name", sorted(CONVERSIONS))
def test_of_nothing_a_conversion_says_nothing(name: str) -> None:
    root = read_yaml("", "f").roots[0]
    made = CONVERSIONS[name](None, Context(plant(root), root, lambda _name: None))
    if name in SAY_SOMETHING:
        assert made is not None
        assert isinstance(made.value, Unknown) or made.value == "_"
    else:
        assert made is None


@pytest.mark.parametrize("name", sorted(CONVERSIONS))
@pytest.mark.parametrize("text", ["", "text", "5", "[1, {a: b}]", "{a: {b: [c]}}", "${A}"])
def test_no_conversion_stumbles_over_another_shape(name: str, text: str) -> None:
    root = read_yaml(text, "f").roots[0]
    CONVERSIONS[name](root, Context(plant(root), root, lambda _name: None))
