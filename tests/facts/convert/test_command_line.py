from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("command", "name", "strength"),
    [
        ("java -jar a.jar --spring.datasource.password=root", "spring.datasource.password", "default"),
        ("java -Dspring.redis.password='k7!fQz0p-Wd2m' -jar a.jar", "spring.redis.password", "set"),
        ('["java", "--server.port=80", "--jwt.secret=${S}"]', "jwt.secret", "reference"),
        ("java -jar a.jar --server.port=80", None, None),
    ],
)
def test_the_secret_of_a_command_line(
    convert: Callable[..., Any], command: str, name: object, strength: object
) -> None:
    text = f"services:\n  s:\n    command: {command}\n"
    made = [convert(one, text, "/services/s", view="compose") for one in ("option_name", "option_secret")]
    assert [one and one.value for one in made] == [name, strength]
