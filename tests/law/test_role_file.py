from __future__ import annotations

import pytest

from reglint.documents.yaml import read_yaml
from reglint.law.role_file import parse_roles
from reglint.model.law import Force, Instrument, Provision, Role

LAW = Instrument(
    "cn-csl", "cn", {}, Force.STATUTE, {}, {}, (), {"network-operator": Provision("network-operator", {}, {})}
)
TEXT = """\
roles:
  - id: operator
    jurisdiction: cn
    title: {en: operator, zh: 运营者}
    definition: {en: runs it, zh: 运营之人}
    cites: ["cn-csl#network-operator"]
  - id: payment
    jurisdiction: cn
    title: {en: payment, zh: 支付}
    implies: [operator]
    counterpart: {eu: payment}
  - {id: payment, jurisdiction: eu, title: {en: payment, zh: 支付}}
"""
FAULTS = [
    (
        "implied by mistake",
        TEXT.replace("[operator]", "[operater]"),
        'roles.yaml:10:15: error[unknown-role] cn has no role "operater". Did you mean "operator"?',
    ),
    (
        "a counterpart in a jurisdiction that has none",
        TEXT.replace("{eu: payment}", "{us: payment}"),
        'roles.yaml:11:23: error[unknown-role] us has no role "payment".',
    ),
    (
        "a definition that is nowhere",
        TEXT.replace("network-operator", "network-operators"),
        (
            'roles.yaml:6:13: error[unknown-provision] cn-csl has no provision "network-operators". '
            'Did you mean "network-operator"?'
        ),
    ),
    (
        "one role twice in a jurisdiction",
        TEXT.replace("jurisdiction: eu", "jurisdiction: cn"),
        (
            'roles.yaml:12:10: error[duplicate-id] "cn:payment" is there already, at roles.yaml:7:9. '
            "Write another id."
        ),
    ),
    (
        "a misspelt key",
        TEXT.replace("implies", "implied"),
        'roles.yaml:10:5: error[unknown-key] Unknown key "implied". Did you mean "implies"?',
    ),
]


def test_a_role_is_known_by_jurisdiction_and_id() -> None:
    (root,) = read_yaml(TEXT, "roles.yaml").roots
    payment = {"en": "payment", "zh": "支付"}
    assert parse_roles(root, "roles.yaml", {"cn-csl": LAW}) == (
        {
            "cn": {
                "operator": Role(
                    "operator",
                    "cn",
                    {"en": "operator", "zh": "运营者"},
                    cites=("cn-csl#network-operator",),
                    definition={"en": "runs it", "zh": "运营之人"},
                ),
                "payment": Role(
                    "payment", "cn", payment, implies=("operator",), counterpart={"eu": "payment"}
                ),
            },
            "eu": {"payment": Role("payment", "eu", payment)},
        },
        (),
    )


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_a_fault_of_roles_is_said_at_its_place(text: str, expected: str) -> None:
    (root,) = read_yaml(text, "roles.yaml").roots
    assert expected in map(str, parse_roles(root, "roles.yaml", {"cn-csl": LAW})[1])


def test_a_file_that_is_no_list_of_roles_gives_none() -> None:
    (root,) = read_yaml("roles: all of them", "roles.yaml").roots
    roles, faults = parse_roles(root, "roles.yaml", {})
    assert (roles, [fault.code for fault in faults]) == ({}, ["wrong-value"])
