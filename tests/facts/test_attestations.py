from __future__ import annotations

import datetime as dt

import pytest

from reglint.documents.yaml import read_yaml
from reglint.facts.attestations import Claim, Claims, read_attestations
from reglint.facts.fact_path import Step
from reglint.model.fact import Attestation, Unknown
from reglint.model.place import Place
from reglint.model.schema import ListType, ObjectType, ScalarType
from reglint.model.verdict import Reason

SCHEMA = ObjectType(
    {
        "incident": ObjectType({"plan": ScalarType("boolean")}),
        "accounts": ListType(ObjectType({"id": ScalarType("string")}), ("id",)),
    }
)
DIGEST = "0123456789ABCDEF" * 4
WRITE = "write {fact: incident.plan, evidence: docs/plan.pdf, sha256: …, by: …, on: …, expires: …}"


def entry(**changes: str) -> str:
    whole = {
        "fact": "incident.plan",
        "evidence": "p.pdf",
        "sha256": DIGEST,
        "by": "CISO",
        "on": "2026-03-02",
        "expires": "2027-03-02",
    }
    fields = {name: text for name, text in {**whole, **changes}.items() if text != "-"}
    return "".join(
        f"{'- ' if not index else '  '}{name}: {text}\n" for index, (name, text) in enumerate(fields.items())
    )


def read(text: str) -> Claims:
    return read_attestations(read_yaml(f"attestations:\n{text}", "f").roots[0], SCHEMA)


def told(text: str) -> list[str]:
    return [f"{one.line}:{one.column} {one.code}: {one.message}" for one in read(text).diagnostics]


def test_an_attestation_is_a_claim() -> None:
    columns = {"fact": 9, "evidence": 13, "sha256": 11, "by": 7, "on": 7, "expires": 12}
    lengths = {"fact": 13, "evidence": 5, "sha256": 64, "by": 4, "on": 10, "expires": 10}
    places = {
        name: Place("f", line, column, f"/attestations/0/{name}", lengths[name])
        for line, (name, column) in enumerate(columns.items(), start=2)
    }
    word = Attestation(
        "CISO", "p.pdf", dt.date(2026, 3, 2), dt.date(2027, 3, 2), Place("f", 2, 3, "/attestations/0")
    )
    claim = Claim("incident.plan", (Step("incident"), Step("plan")), word, "p.pdf", DIGEST.lower(), places)
    assert read(entry()) == Claims((claim,))


@pytest.mark.parametrize("text", ["", "  []\n"], ids=["left empty", "none"])
def test_there_need_be_none(text: str) -> None:
    assert read(text) == Claims(())


def test_a_platform_file_need_not_speak_of_them() -> None:
    assert read_attestations(read_yaml("a: 1\n", "f").roots[0], SCHEMA) == Claims(())


FAULTS = [
    ("no list", "  incident.plan\n", [f"2:3 attestation: attestations is a list; {WRITE}"]),
    ("no mapping", "- incident.plan\n", [f"2:3 attestation: an attestation is a mapping; {WRITE}"]),
    (
        "a slip in a name",
        entry(fact="incident.pln"),
        ['2:9 unknown-fact: unknown fact "pln"; did you mean "plan"?'],
    ),
    ("no fact", entry(fact="-"), [f"2:3 attestation: fact is missing; {WRITE}"]),
    (
        "no name of a fact",
        entry(fact="The plan"),
        ['2:9 attestation: "The plan" is no name of a fact; write incident.plan'],
    ),
    ("no day", entry(on="2026-02-30"), ['6:7 attestation: "2026-02-30" is no day; write on: 2026-03-01']),
    (
        "the end before the beginning",
        entry(expires="2026-03-01"),
        ["7:12 attestation: 2026-03-01 is before 2026-03-02, the day of the attestation"],
    ),
    (
        "no digest",
        entry(sha256="abc"),
        ["4:11 attestation: a SHA-256 is 64 hexadecimal digits; write what sha256sum says of the evidence"],
    ),
    ("nobody", entry(by="-"), [f"2:3 attestation: by is missing; {WRITE}"]),
    ("nobody's name", entry(by=""), [f"5:3 attestation: by is one text; {WRITE}"]),
    ("several", entry(evidence="[a, b]"), [f"3:3 attestation: evidence is one text; {WRITE}"]),
    (
        "a strange key",
        entry() + "  until: 1\n",
        ['8:3 attestation: unknown key "until"'],
    ),
    (
        "a slip in a key",
        entry() + "  expire: 1\n",
        ['8:3 attestation: unknown key "expire"; did you mean "expires"?'],
    ),
    ("an own key", entry() + "  x-note: 1\n", []),
    (
        "twice",
        entry() + entry(),
        ["8:3 attestation: incident.plan is attested twice; keep the one that holds"],
    ),
    (
        "of a list's field",
        entry(fact="accounts.id"),
        ["2:9 unknown-fact: what comes before is a list: name the element, as in [id=A1]"],
    ),
]


@pytest.mark.parametrize(("text", "faults"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_a_fault_has_its_place_and_says_what_to_write(text: str, faults: list[str]) -> None:
    assert told(text) == faults


SPOILT = [
    ("the last day", entry(expires="soon"), Reason.EXPIRED),
    ("the first day", entry(on="-"), Reason.EXPIRED),
    ("the digest", entry(sha256="abc"), Reason.EVIDENCE),
    ("who", entry(by="-"), Reason.EVIDENCE),
]


@pytest.mark.parametrize(("text", "reason"), [row[1:] for row in SPOILT], ids=[row[0] for row in SPOILT])
def test_nothing_rests_on_a_faulty_attestation(text: str, reason: Reason) -> None:
    ((doubt,),) = [[claim.spoilt for claim in read(text).claims]]
    assert isinstance(doubt, Unknown)
    assert doubt.reason == reason


def test_a_digest_of_digits_alone_is_a_digest() -> None:
    assert told(entry(sha256='"' + "1" * 64 + '"')) == []


def test_a_credential_in_an_attestation_is_hidden() -> None:
    (claim,) = read(entry(evidence='"https://a:hunter22@b.example/p.pdf"')).claims
    assert "hunter22" not in claim.attestation.evidence
