"""The roles that are shipped: every wording of the inventory of duties has its roles, and each is defined.

`wordings.tsv` is the table: how the inventory says whom a duty binds, the roles that a rule on it binds (any
of them), and the facts that its `when` asks besides.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from reglint.evaluate.applicability import ANYONE, RolesHeld, roles_held
from reglint.law.roles import expand, unknown_role
from reglint.model.fact import Record
from reglint.model.law import Role
from reglint.pipeline.knowledge import load_knowledge

KNOWLEDGE = load_knowledge()
TABLE = KNOWLEDGE.packs.catalogue.roles
ROLES = [role for roles in TABLE.values() for role in roles.values()]
LANGUAGES = {"cn": ("en", "zh"), "eu": ("en", "zh"), "us": ("en", "zh"), "jp": ("en", "zh", "ja")}
FACT = re.compile(
    r"(platform|licences|custody|crypto|access|audit|logging|detection|application|physical|network|datastores"
    r"|backup|incident|risk|governance|users|aml|payments|data|suppliers|technology|workloads|secrets)"
    r"(\.[a-z][a-z0-9_]*)+"
)
ENDS_WITH_THE_LAW = {
    "en": re.compile(r"[^()]+ \(.*\d.*\)|[^()]+ \(Nacha Operating Rules\)"),
    "zh": re.compile(r".+（.+）"),
    "ja": re.compile(r".+（.+）"),
}
ONE_WAY = {
    "eu:electronic_money_institution to cn:payment_institution": "payment institutions there keep balances",
    "eu:electronic_money_institution to us:money_transmitter": "transmitters there keep balances",
    "eu:electronic_money_institution to jp:funds_transfer_provider": "funds transfer there may keep balances",
    "eu:crypto_asset_custodian to jp:crypto_asset_exchange_provider": "exchange there takes in custody",
    "jp:electronic_payment_instruments_provider to eu:crypto_asset_service_provider": (
        "tokens of electronic money there are crypto-assets"
    ),
}
EXPANSIONS = [
    ("cn", "payment_institution", {"financial_sector_institution", "network_operator"}),
    (
        "cn",
        "payment_reserve_bank",
        {
            "commercial_bank",
            "banking_institution",
            "financial_institution",
            "financial_sector_institution",
            "network_operator",
        },
    ),
    ("cn", "important_data_processor", {"data_processor", "network_operator"}),
    (
        "eu",
        "electronic_money_institution",
        {
            "payment_service_provider",
            "electronic_money_issuer",
            "financial_institution",
            "financial_entity",
            "obliged_entity",
        },
    ),
    ("eu", "account_information_service_provider", {"payment_service_provider", "financial_entity"}),
    ("us", "bank", {"financial_institution", "regulation_p_institution"}),
    (
        "us",
        "money_transmitter",
        {"money_services_business", "nonbank_financial_institution", "regulation_p_institution"},
    ),
    (
        "jp",
        "type_3_funds_transfer_provider",
        {"funds_transfer_provider", "specified_business_operator", "financial_institution"},
    ),
    ("jp", "prepaid_issuer", {"financial_institution"}),
]


def wordings() -> list[dict[str, str]]:
    with Path(__file__).with_name("wordings.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def name(role: Role) -> str:
    return f"{role.jurisdiction}:{role.id}"


def one_way() -> Iterator[str]:
    for role in ROLES:
        for there, counterpart in role.counterpart.items():
            if TABLE[there][counterpart].counterpart.get(role.jurisdiction) != role.id:
                yield f"{name(role)} to {there}:{counterpart}"


def test_every_wording_of_the_inventory_is_in_the_table_once() -> None:
    said = [(row["jurisdiction"], row["wording"]) for row in wordings()]
    assert len(set(said)) == len(said)
    assert Counter(jurisdiction for jurisdiction, _ in said) == {"cn": 70, "eu": 66, "us": 24, "jp": 17}


def test_a_wording_stands_for_roles_that_exist() -> None:
    strangers = [
        (row["wording"], role)
        for row in wordings()
        for role in row["roles"].split() or [""]
        if role not in {ANYONE, *TABLE[row["jurisdiction"]]}
    ]
    assert strangers == []


def test_what_is_no_role_is_a_fact_under_a_root_of_the_vocabulary() -> None:
    facts = [fact for row in wordings() for fact in row["facts"].split()]
    assert [fact for fact in facts if not FACT.fullmatch(fact)] == []


def test_every_role_is_used_by_a_wording_or_a_rule() -> None:
    said = {f"{row['jurisdiction']}:{role}" for row in wordings() for role in row["roles"].split()}
    rules = [loaded.rule for loaded in KNOWLEDGE.packs.rules]
    bound = {f"{rule.jurisdiction}:{role}" for rule in rules for role in rule.binds}
    assert set(map(name, ROLES)) - said - bound == set()


@pytest.mark.parametrize("role", ROLES, ids=name)
def test_a_role_has_titles_in_all_languages_and_a_definition_that_names_the_law(role: Role) -> None:
    languages = LANGUAGES[role.jurisdiction]
    assert (set(role.title), tuple(role.definition)) == ({"en", "zh", "ja"}, languages)
    assert role.cites or all(ENDS_WITH_THE_LAW[one].fullmatch(role.definition[one]) for one in languages)


@pytest.mark.parametrize("language", ["en", "zh", "ja"])
def test_no_two_roles_of_a_jurisdiction_have_one_title(language: str) -> None:
    titles = Counter((role.jurisdiction, role.title[language]) for role in ROLES)
    assert [title for title, count in titles.items() if count > 1] == []


def test_no_role_implies_itself() -> None:
    circles = [name(role) for role in ROLES if role.id in expand(role.implies, TABLE[role.jurisdiction])]
    assert circles == []


def test_a_role_does_not_name_what_comes_with_another_that_it_names() -> None:
    twice = [
        (name(role), implied)
        for role in ROLES
        for implied in role.implies
        if implied in expand(set(role.implies) - {implied}, TABLE[role.jurisdiction])
    ]
    assert twice == []


@pytest.mark.parametrize(("jurisdiction", "role", "expected"), EXPANSIONS, ids=[row[1] for row in EXPANSIONS])
def test_a_role_comes_with_those_that_the_law_says(jurisdiction: str, role: str, expected: set[str]) -> None:
    assert expand([role], TABLE[jurisdiction]) == {role, *expected}


def test_every_role_in_china_is_a_network_operator() -> None:
    assert [role for role in TABLE["cn"] if "network_operator" not in expand([role], TABLE["cn"])] == []


def test_a_platform_that_says_nothing_is_presumed_a_network_operator_and_no_more() -> None:
    held = roles_held(Record("", {}), KNOWLEDGE.vocabulary.schema, TABLE)
    assert held == {
        "cn": RolesHeld("cn", None, frozenset({"network_operator"})),
        "eu": RolesHeld("eu", None),
        "us": RolesHeld("us", None),
        "jp": RolesHeld("jp", None),
    }


def test_counterparts_point_at_each_other_or_are_explained() -> None:
    assert set(one_way()) == set(ONE_WAY)


def test_a_counterpart_is_elsewhere() -> None:
    assert [name(role) for role in ROLES if role.jurisdiction in role.counterpart] == []


@pytest.mark.parametrize("jurisdiction", sorted(TABLE))
def test_an_unknown_role_is_answered_with_all_roles_of_its_jurisdiction(jurisdiction: str) -> None:
    listed = ", ".join(sorted(TABLE[jurisdiction]))
    expected = f'{jurisdiction} has no role "zzz". Write one of: {listed}.'
    assert unknown_role("zzz", jurisdiction, TABLE) == expected
