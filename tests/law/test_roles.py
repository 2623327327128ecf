from __future__ import annotations

import pytest

from reglint.law.roles import expand, unknown_role
from reglint.model.law import Role

CN = {
    "network_operator": Role("network_operator", "cn", {}),
    "financial_institution": Role("financial_institution", "cn", {}, implies=("network_operator",)),
    "payment_institution": Role("payment_institution", "cn", {}, implies=("financial_institution",)),
    "hen": Role("hen", "cn", {}, implies=("egg",)),
    "egg": Role("egg", "cn", {}, implies=("hen",)),
}
EXPANSIONS = [
    ("none", [], set()),
    ("one that implies nothing", ["network_operator"], {"network_operator"}),
    (
        "one that implies one that implies one",
        ["payment_institution"],
        {"payment_institution", "financial_institution", "network_operator"},
    ),
    ("two that imply each other", ["hen"], {"hen", "egg"}),
    ("one that is not in the table", ["stranger"], {"stranger"}),
]


@pytest.mark.parametrize(
    ("roles", "expected"), [row[1:] for row in EXPANSIONS], ids=[row[0] for row in EXPANSIONS]
)
def test_a_role_comes_with_all_that_it_implies(roles: list[str], expected: set[str]) -> None:
    assert expand(roles, CN) == expected


UNKNOWN = [
    ("payment_institution", "cn", ""),
    ("payment_institute", "cn", 'cn has no role "payment_institute". Did you mean "payment_institution"?'),
    (
        "plumber",
        "cn",
        (
            'cn has no role "plumber". Write one of: egg, financial_institution, hen, network_operator, '
            "payment_institution."
        ),
    ),
    ("payment_institution", "xx", 'xx has no role "payment_institution".'),
]


@pytest.mark.parametrize(
    ("role", "jurisdiction", "expected"), UNKNOWN, ids=[f"{row[1]}:{row[0]}" for row in UNKNOWN]
)
def test_an_unknown_role_is_said_with_what_may_be_meant(role: str, jurisdiction: str, expected: str) -> None:
    assert unknown_role(role, jurisdiction, {"cn": CN}) == expected
