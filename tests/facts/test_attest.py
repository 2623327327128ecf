from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reglint.documents.yaml import read_yaml
from reglint.facts.attest import OTHER_FILE, UNSEEN, Evidence, attest
from reglint.facts.attestations import read_attestations
from reglint.facts.declared import read_declared
from reglint.facts.merge import index, merge
from reglint.facts.observe import Observation
from reglint.language.checker import Checked, check
from reglint.language.evaluator import evaluate
from reglint.language.parser import parse_syntax
from reglint.language.syntax import Expression
from reglint.model.diagnostic import Diagnostic
from reglint.model.fact import Attestation, Fact, FactTree, Record, Series, Unknown
from reglint.model.place import Place
from reglint.model.schema import ListType, ObjectType, ScalarType
from reglint.model.verdict import Basis, Reason

ACCOUNT = ObjectType(
    {
        "id": ScalarType("string"),
        "segregated": ScalarType("boolean"),
        "purpose": ScalarType("string"),
    }
)
PLAN = ObjectType(
    {"exists": ScalarType("boolean"), "covers": ListType(ScalarType("string"), inventory=False)}
)
SCHEMA = ObjectType(
    {
        "incident": ObjectType({"plan": PLAN}),
        "custody": ObjectType({"accounts": ListType(ACCOUNT, ("id",), inventory=False)}),
    }
)
SAID = """\
incident: {plan: {exists: true, covers: []}}
custody: {accounts: [{id: A1, segregated: true}, {id: A2, segregated: true, purpose: }]}
"""
TRUE = True
DIGEST = "a" * 64
ON, EXPIRES = dt.date(2026, 3, 2), dt.date(2027, 3, 2)
DURING = dt.date(2026, 11, 24)
ENTRY = f"evidence: plan.pdf, sha256: {DIGEST}, by: CISO, on: 2026-03-02, expires: 2027-03-02"
PLAN_PDF = Attestation("CISO", "plan.pdf", ON, EXPIRES, Place("platform.yaml", 5, 5, "/attestations/0"))
THERE, GONE, OTHER = Evidence(DIGEST), Evidence(), Evidence("b" * 64)


def there(_path: str) -> Evidence:
    return THERE


def text_of(*entries: str) -> str:
    listed = "".join(f"  - {{{one}}}\n" for one in entries)
    return f'reglint: "1"\n{SAID}attestations:\n{listed}'


def vouched(
    *entries: str, day: dt.date = DURING, look: Callable[[str], Evidence] = there
) -> tuple[Record, tuple[Diagnostic, ...]]:
    root = read_yaml(text_of(*entries), "platform.yaml").roots[0]
    declared = read_declared(root, SCHEMA)
    assert declared.diagnostics == ()
    return attest(declared.facts, read_attestations(root, SCHEMA), SCHEMA, day=day, look=look)


def states(tree: FactTree) -> dict[str, str]:
    """Each fact's value and basis, or the reason of an unknown, by its name."""
    return {name: state(fact) for name, fact in index(tree).items()}


def state(fact: Fact) -> str:
    return fact.value.reason if isinstance(fact.value, Unknown) else f"{fact.shown} {fact.basis}"


def said(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{one.line}:{one.column} {one.level} {one.code}: {one.message}" for one in diagnostics]


def test_a_fact_with_a_valid_attestation_is_attested() -> None:
    tree, faults = vouched(f"fact: incident.plan.exists, {ENTRY}")
    assert faults == ()
    place = Place("platform.yaml", 2, 27, "/incident/plan/exists", 4)
    assert index(tree)["incident.plan.exists"] == Fact(
        "incident.plan.exists", TRUE, Basis.ATTESTED, place, "true", attested=PLAN_PDF
    )


def test_an_attestation_of_an_object_covers_all_below() -> None:
    tree, _ = vouched(f"fact: incident, {ENTRY}")
    incident = tree.fields["incident"]
    assert isinstance(incident, Record)
    plan = incident.fields["plan"]
    assert isinstance(plan, Record)
    covers = plan.fields["covers"]
    assert isinstance(covers, Series)
    assert (incident.attested, plan.attested, covers.attested) == (PLAN_PDF, PLAN_PDF, PLAN_PDF)
    assert states(incident) == {"incident.plan.exists": "true attested"}


def test_an_element_is_named_by_its_identity() -> None:
    tree, _ = vouched(f'fact: "custody.accounts[id=A1].segregated", {ENTRY}')
    assert states(tree.fields["custody"]) == {
        "custody.accounts[id=A1].id": "A1 declared",
        "custody.accounts[id=A1].segregated": "true attested",
        "custody.accounts[id=A2].id": "A2 declared",
        "custody.accounts[id=A2].segregated": "true declared",
        "custody.accounts[id=A2].purpose": "null",
    }


SPOILT = [
    ("no day", ENTRY.replace("on: 2026-03-02, ", ""), "expired"),
    ("no digest", ENTRY.replace(f"sha256: {DIGEST}, ", ""), "evidence"),
]


@pytest.mark.parametrize(("entry", "found"), [row[1:] for row in SPOILT], ids=[row[0] for row in SPOILT])
def test_what_a_faulty_attestation_names_is_unknown(entry: str, found: str) -> None:
    tree, faults = vouched(f"fact: incident.plan.exists, {entry}")
    assert (state(index(tree)["incident.plan.exists"]), len(faults)) == (found, 1)


DAYS = [
    ("the day before the first", ON - dt.timedelta(1), "future", "its attestation begins on 2026-03-02"),
    ("the first", ON, "true attested", ""),
    ("the last", EXPIRES, "true attested", ""),
    ("the day after the last", EXPIRES + dt.timedelta(1), "expired", "its attestation ended on 2027-03-02"),
]


@pytest.mark.parametrize(("day", "found", "why"), [row[1:] for row in DAYS], ids=[row[0] for row in DAYS])
def test_an_attestation_holds_from_its_day_to_its_last(day: dt.date, found: str, why: str) -> None:
    tree, faults = vouched(f"fact: incident.plan.exists, {ENTRY}", day=day)
    fact = index(tree)["incident.plan.exists"]
    assert (state(fact), fact.attested) == (found, PLAN_PDF)
    assert (fact.value.detail if isinstance(fact.value, Unknown) else "") == why
    assert said(faults) == ([f"5:163 warning attestation: incident.plan.exists: {why}"] if why else [])


EVIDENCE = [
    ("the file", THERE, None, []),
    (
        "no file",
        GONE,
        None,
        ["5:44 warning attestation: plan.pdf is not there: the attestation stands, its evidence is not seen"],
    ),
    (
        "another file",
        OTHER,
        Unknown(Reason.EVIDENCE, OTHER_FILE),
        [f"5:62 warning attestation: plan.pdf is another file than was attested: its SHA-256 is {'b' * 64}"],
    ),
    (
        "a file that can't be read",
        Evidence(fault="it is no regular file"),
        Unknown(Reason.EVIDENCE, UNSEEN),
        ["5:44 warning attestation: plan.pdf: it is no regular file"],
    ),
    (
        "a path out of the project",
        Evidence(fault="outside", refused=True),
        Unknown(Reason.EVIDENCE, UNSEEN),
        ["5:44 error attestation: plan.pdf: outside"],
    ),
]


@pytest.mark.parametrize(
    ("evidence", "doubt", "told"), [row[1:] for row in EVIDENCE], ids=[row[0] for row in EVIDENCE]
)
def test_the_evidence_is_compared_where_it_is_there(
    evidence: Evidence, doubt: Unknown | None, told: list[str]
) -> None:
    tree, faults = vouched(f"fact: incident.plan.exists, {ENTRY}", look=lambda _path: evidence)
    assert index(tree)["incident.plan.exists"].value == (True if doubt is None else doubt)
    assert said(faults) == told


def test_what_has_ended_is_not_looked_for() -> None:
    asked: list[str] = []

    def look(path: str) -> Evidence:
        asked.append(path)
        return THERE

    vouched(f"fact: incident.plan, {ENTRY}", day=dt.date(2030, 1, 1), look=look)
    assert asked == []


def test_in_doubt_an_element_keeps_its_identity() -> None:
    after = EXPIRES + dt.timedelta(1)
    for path in ("custody", "custody.accounts", '"custody.accounts[id=A1]"'):
        tree, _ = vouched(f"fact: {path}, {ENTRY}", day=after)
        found = states(tree.fields["custody"])
        assert found["custody.accounts[id=A1].id"] == "A1 declared"
        assert found["custody.accounts[id=A1].segregated"] == "expired"


def test_an_empty_list_whose_attestation_has_ended_is_unknown() -> None:
    tree, _ = vouched(f"fact: incident.plan.covers, {ENTRY}", day=EXPIRES + dt.timedelta(1))
    assert states(tree.fields["incident"])["incident.plan.covers"] == "expired"


def test_the_attestation_that_names_a_fact_more_closely_counts() -> None:
    ended = ENTRY.replace("2027-03-02", "2026-04-01")
    tree, _ = vouched(f"fact: incident, {ended}", f"fact: incident.plan.exists, {ENTRY}")
    assert states(tree.fields["incident"]) == {
        "incident.plan.exists": "true attested",
        "incident.plan.covers": "expired",
    }


def test_what_the_command_line_says_is_not_attested() -> None:
    root = read_yaml(text_of(f"fact: incident.plan.exists, {ENTRY}"), "platform.yaml").roots[0]
    other = Fact("incident.plan.exists", TRUE, Basis.DECLARED, Place("command line", 1, 1), "true")
    tree = Record("", {"incident": Record("incident", {"plan": Record("incident.plan", {"exists": other})})})
    found, _ = attest(tree, read_attestations(root, SCHEMA), SCHEMA, day=DURING, look=there)
    assert index(found) == {"incident.plan.exists": other}


@pytest.mark.parametrize(
    "path",
    ['"custody.accounts[id=A3]"', '"custody.accounts[id=A2].purpose"'],
    ids=["no element", "left empty"],
)
def test_what_is_not_said_can_not_be_attested(path: str) -> None:
    _, faults = vouched(f"fact: {path}, {ENTRY}")
    name = path.strip('"')
    assert said(faults) == [f"5:12 error attestation: {name} is not said in this file"]


def test_what_is_seen_outranks_what_is_attested_and_differs_from_it() -> None:
    tree, _ = vouched(f'fact: "custody.accounts[id=A1]", {ENTRY}')
    seen = Record(
        "custody.accounts[id=A1]",
        {
            "id": Fact("custody.accounts[id=A1].id", "A1", Basis.OBSERVED, shown="A1"),
            "segregated": Fact("custody.accounts[id=A1].segregated", not TRUE, Basis.OBSERVED, shown="false"),
        },
    )
    merged = merge(tree, [Observation("custody.accounts[]", seen)], SCHEMA)
    assert states(merged.facts)["custody.accounts[id=A1].segregated"] == "false observed"
    ((observed, declared),) = [(one.observed, one.declared) for one in merged.conflicts]
    assert (state(observed), state(declared), declared.attested) == (
        "false observed",
        "true attested",
        PLAN_PDF,
    )


def test_an_attestation_that_has_ended_still_meets_what_is_seen() -> None:
    tree, _ = vouched(f"fact: custody.accounts, {ENTRY}", day=EXPIRES + dt.timedelta(1))
    name = "custody.accounts[id=A1]"
    seen = Record(name, {"id": Fact(f"{name}.id", "A1", Basis.OBSERVED, shown="A1")})
    merged = merge(tree, [Observation("custody.accounts[]", seen)], SCHEMA)
    custody = merged.facts.fields["custody"]
    assert isinstance(custody, Record)
    accounts = custody.fields["accounts"]
    assert isinstance(accounts, Series)
    assert len(accounts.items) == 2
    assert states(merged.facts)[f"{name}.segregated"] == "expired"


RULES = [
    "incident.plan.exists",
    "!incident.plan.exists",
    "custody.accounts.all(a, a.segregated)",
    "custody.accounts.exists(a, a.segregated)",
    '!custody.accounts.exists(a, a.id == "A9")',
    'incident.plan.covers.all(c, c == "x")',
    "incident.plan.exists || custody.accounts.all(a, a.segregated)",
    "size(custody.accounts) == 2",
]
PATHS = [
    "incident",
    "incident.plan.exists",
    "incident.plan.covers",
    "custody",
    '"custody.accounts[id=A1]"',
    '"custody.accounts[id=A2].segregated"',
]


def verdict(rule: Expression, tree: Record) -> bool | None:
    value = evaluate(rule, tree, now=DURING).value
    return value if isinstance(value, bool) else None


@given(
    rule=st.sampled_from(RULES),
    paths=st.lists(st.sampled_from(PATHS), min_size=1, max_size=3, unique=True),
    offset=st.sampled_from([-400, -1, 0, 365, 366, 400]),
    evidence=st.sampled_from([THERE, GONE, OTHER]),
)
def test_an_attestation_never_makes_a_rule_pass_or_fail_that_did_not(
    rule: str, paths: list[str], offset: int, evidence: Evidence
) -> None:
    expression = parse_syntax(rule)
    assert not isinstance(expression, tuple)
    assert isinstance(check(expression, SCHEMA), Checked)
    root = read_yaml(text_of(*(f"fact: {path}, {ENTRY}" for path in paths)), "platform.yaml").roots[0]
    plain = read_declared(root, SCHEMA).facts
    day = ON + dt.timedelta(offset)
    claims = read_attestations(root, SCHEMA)
    tree, _ = attest(plain, claims, SCHEMA, day=day, look=lambda _path: evidence)
    assert verdict(expression, tree) in (verdict(expression, plain), None)
