from __future__ import annotations

import pytest

from reglint.facts.fact_path import Step, fault_of, found_at, parse_path
from reglint.model.fact import Fact, Record, Series
from reglint.model.schema import ListType, ObjectType, ScalarType

ACCOUNT = ObjectType({"id": ScalarType("string"), "segregated": ScalarType("boolean")})
SCHEMA = ObjectType(
    {
        "custody": ObjectType({"ratio": ScalarType("percent"), "accounts": ListType(ACCOUNT, ("id",))}),
        "words": ListType(ScalarType("string")),
    }
)
PATHS = [
    ("a name", "custody.ratio", (Step("custody"), Step("ratio"))),
    ("an element", "custody.accounts[id=A1]", (Step("custody"), Step("accounts", (("id", "A1"),)))),
    ("a dot in an identity", "a[x=b.c].d", (Step("a", (("x", "b.c"),)), Step("d"))),
    ("two fields", "a[server=_,port=80]", (Step("a", (("server", "_"), ("port", "80"))),)),
    ("a comma in a value", "a[x=b, c]", (Step("a", (("x", "b, c"),)),)),
    ("a position", "words[0]", (Step("words", (("", "0"),)),)),
    ("nothing", "", None),
    ("a gap", "a..b", None),
    ("an open bracket", "a[x=1", None),
    ("capitals", "Custody", None),
]


@pytest.mark.parametrize(("text", "steps"), [row[1:] for row in PATHS], ids=[row[0] for row in PATHS])
def test_the_steps_to_a_fact(text: str, steps: tuple[Step, ...] | None) -> None:
    assert parse_path(text) == steps


FAULTS = [
    ("custody.ratio", ""),
    ("custody", ""),
    ("custody.accounts", ""),
    ("custody.accounts[id=A1].segregated", ""),
    ("words[3]", ""),
    ("custody.rato", 'unknown fact "rato"; did you mean "ratio"?'),
    ("zzz", 'unknown fact "zzz"'),
    ("custody.ratio.amount", 'unknown fact "amount"'),
    ("custody.accounts.segregated", "what comes before is a list: name the element, as in [id=A1]"),
    ("custody[id=1]", "custody is no list: write it without [ ]"),
    ("custody.accounts[segregated=true]", "an element of accounts is named by [id=…]"),
    ("custody.accounts[id=A1].id", "id says which element it is; name the element itself"),
    ("words[x=1]", "write words[0] for the first"),
]


@pytest.mark.parametrize(("text", "fault"), FAULTS, ids=[row[0] for row in FAULTS])
def test_what_is_wrong_with_a_path(text: str, fault: str) -> None:
    assert fault_of(parse_path(text) or (), SCHEMA) == fault


def account(name: str) -> Record:
    return Record(f"accounts[id={name}]", {"id": Fact("id", name, shown=name)})


A1, A2 = account("A1"), account("A2")
TREE = Record("", {"accounts": Series("accounts", (A1, A2, A1)), "ratio": Fact("ratio", 1)})
FOUND = [
    ("accounts[id=A1]", [A1, A1]),
    ("accounts[1]", [A2]),
    ("accounts[id=A2].id", [A2.fields["id"]]),
    ("accounts[id=A3]", []),
    ("ratio", [TREE.fields["ratio"]]),
    ("ratio[0]", []),
    ("custody.ratio", []),
]


@pytest.mark.parametrize(("text", "found"), FOUND, ids=[row[0] for row in FOUND])
def test_what_is_at_a_path(text: str, found: list[object]) -> None:
    assert list(found_at(TREE, parse_path(text) or ())) == found
