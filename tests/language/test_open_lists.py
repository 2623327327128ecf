"""What is decided of a list with elements that are not known, or that may be longer than was seen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

import pytest

from reglint.language.evaluator import evaluate
from reglint.language.parser import parse
from reglint.model.fact import Record, Unknown
from reglint.model.quantity import Money
from reglint.model.verdict import Reason

U = Unknown(Reason.UNRESOLVED)

Platform: TypeAlias = Callable[[object], Record]


@pytest.mark.parametrize(
    ("listed", "source", "value"),
    [
        ([{"b": True}, {"b": U}], "size(a.filter(x, x.b)) > 0", True),
        ([{"b": True}, {"b": U}], "a.filter(x, x.b).size() <= 2", True),
        ([{"b": True}, {"b": U}], "size(a.filter(x, x.b)) == 0", False),
        ([{"b": True}, {"b": U}], "size(a.filter(x, x.b)) == 2", Reason.UNRESOLVED),
        ([{"b": True}, {"b": U}], "size(a.filter(x, x.b)) == a", Reason.UNRESOLVED),
        ([{"b": True}, {"b": U}], "size(a.filter(x, x.b)) < gone", Reason.UNRESOLVED),
        ([{"b": True}, {"b": U}], "size(a.filter(x, x.b)) + 1 > 0", Reason.UNRESOLVED),
        ([{"b": True}, {"b": U}], "[1].filter(x, x + a[1].b > 1) == [1]", Reason.UNRESOLVED),
        (U, "size(a.filter(x, x.b)) >= 0", Reason.UNRESOLVED),
        ([], "size([0, 1].filter(x, 1 / x > 0)) >= 0", Reason.ARITHMETIC),
        ([], "size([0, 1].filter(x, x > 0)) == 1", True),
        ([], "[0, 1].exists_one(x, 1 / x > 0)", Reason.ARITHMETIC),
        ({"observed": [3, 1]}, "size(a) >= 2", True),
        ({"observed": [3, 1]}, "size(a) > 1", True),
        ({"observed": [3, 1]}, "2 <= size(a)", True),
        ({"observed": [3, 1]}, "size(a) != 1", True),
        ({"observed": [3, 1]}, "size(a) <= 1", False),
        ({"observed": [3, 1]}, "size(a) < 2", False),
        ({"observed": [3, 1]}, "a.size() == 1", False),
        ({"observed": [3, 1]}, "size(a) == 2", Reason.OPEN_LIST),
        ({"observed": [3, 1]}, "size(a) != 2", Reason.OPEN_LIST),
        ({"observed": [3, 1]}, "size(a) <= 2", Reason.OPEN_LIST),
        ({"observed": [3, 1]}, "size(a) >= size(a)", Reason.OPEN_LIST),
        ({"observed": [3, 1]}, "size(a) + 1 == 3", Reason.OPEN_LIST),
        ({"observed": [3, 1]}, "max(a) >= 3", True),
        ({"observed": [3, 1]}, "max(a) <= 2", False),
        ({"observed": [3, 1]}, "max(a) == 2", False),
        ({"observed": [3, 1]}, "max(a) <= 3", Reason.OPEN_LIST),
        ({"observed": [3, U]}, "max(a) >= 3", True),
        ({"observed": [3, 1]}, "min(a) <= 1", True),
        ({"observed": [3, 1]}, "min(a) > 1", False),
        ({"observed": [3, 1]}, "min(a) >= 1", Reason.OPEN_LIST),
        ({"observed": [3, 1]}, "max(a) >= min(a)", True),
        ({"observed": [3, 1]}, "max(max(a), 2) >= 2", Reason.OPEN_LIST),
        ({"observed": [3, 1]}, "sum(a) == 4", Reason.OPEN_LIST),
        ({"observed": [3, 1]}, "a == [3, 1]", Reason.OPEN_LIST),
        ({"observed": [3, 1]}, "a != [3, 1]", Reason.OPEN_LIST),
        ({"observed": [3, 1]}, "a in [[3, 1]]", Reason.OPEN_LIST),
        ({"observed": [3, 1]}, "[3, 1] in [a]", Reason.OPEN_LIST),
        ({"observed": [3, U]}, "2 in a", Reason.UNRESOLVED),
        ({"observed": [3, U]}, "3 in a", True),
        ({"observed": [3, 1]}, "a[1] in a", True),
        ({"observed": []}, "max(a) >= 3", Reason.OPEN_LIST),
        ({"observed": []}, "size(a) >= 0", True),
        ({"observed": ["p"]}, "max(a) >= 'a'", Reason.OPEN_LIST),
        ([3, U], "max(a) > 2", True),
        ([3, U], "sum(a) > 2", Reason.UNRESOLVED),
        ({"register": [3, 1]}, "size(a) == 2 && max(a) == 3 && min(a) == 1 && sum(a) == 4", True),
        ([Money(Decimal(5), "CNY"), Money(Decimal(1), "EUR")], "money('1 EUR') in a", True),
        ([Money(Decimal(5), "CNY"), Money(Decimal(1), "EUR")], "money('2 EUR') in a", Reason.CURRENCY),
        ([], "months(6) in [days(182), months(6)]", True),
        ([], "months(6) in [days(182), months(5)]", Reason.INDETERMINATE),
    ],
)
def test_only_what_other_elements_cannot_change_is_decided(
    platform: Platform, listed: object, source: str, value: object
) -> None:
    tree = parse(source)
    assert not isinstance(tree, tuple)
    found = evaluate(tree, platform({"a": listed}), now=dt.date(2026, 11, 24)).value
    assert (found.reason if isinstance(found, Unknown) else found) == value
