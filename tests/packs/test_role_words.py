from __future__ import annotations

import pytest

from reglint.language.checker import Checked, check
from reglint.language.parser import parse_syntax
from reglint.model.law import Role
from reglint.model.schema import ListType, ObjectType, ScalarType
from reglint.packs.role_words import with_roles

NAMES = ListType(ScalarType("string"), inventory=False)
SCHEMA = ObjectType({"platform": ObjectType({"roles": ObjectType({"cn": NAMES, "sg": NAMES})})})
TABLE = {"cn": {name: Role(name, "cn", {}) for name in ("bank", "payment_institution")}}
MEANT = '"payment_instituton" is not a platform.roles.cn[]; did you mean "payment_institution"?'


def said(source: str) -> list[str]:
    expr = parse_syntax(source)
    assert not isinstance(expr, tuple)
    checked = check(expr, with_roles(SCHEMA, TABLE))
    return [fault.message for fault in (checked.warnings if isinstance(checked, Checked) else checked)]


@pytest.mark.parametrize(
    "source",
    [
        "'payment_instituton' in platform.roles.cn",
        "platform.roles.cn.exists(r, r == 'payment_instituton')",
        "platform.roles.cn.exists(r, r in ['bank', 'payment_instituton'])",
    ],
)
def test_a_misspelt_role_in_an_expression_is_said(source: str) -> None:
    assert said(source) == [MEANT]


@pytest.mark.parametrize("source", ["'bank' in platform.roles.cn", "'any' in platform.roles.sg"])
def test_a_known_role_and_one_of_a_jurisdiction_without_a_table_are_sound(source: str) -> None:
    assert said(source) == []


def test_a_schema_without_roles_stays_as_it_is() -> None:
    schema = ObjectType({"platform": ObjectType({"roles": NAMES})})
    assert with_roles(schema, TABLE) is schema
