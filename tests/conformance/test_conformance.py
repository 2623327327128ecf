from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

import pytest
from tests.conformance.constructs import EXCLUDED, excluded_by
from tests.conformance.suite import Case, read_suite

from reglint.language.checker import Checked, check
from reglint.language.evaluator import evaluate
from reglint.language.outcome import Held
from reglint.language.parser import parse_syntax
from reglint.model.fact import Unknown

ALL, IN_SCOPE = 1035, 422  # pinned: what is in scope can't shrink unseen
NOW = dt.date(2026, 11, 24)


@pytest.fixture(scope="module")
def cases() -> tuple[Case, ...]:
    return tuple(read_suite())


@pytest.fixture(scope="module")
def in_scope(cases: Sequence[Case]) -> list[Case]:
    return [case for case in cases if excluded_by(case.source) is None]


@pytest.fixture(scope="module")
def excluded(cases: Sequence[Case]) -> list[Case]:
    return [case for case in cases if excluded_by(case.source) is not None]


def test_all_that_is_in_scope_passes(
    in_scope: Sequence[Case], excluded: Sequence[Case], capsys: pytest.CaptureFixture[str]
) -> None:
    failed = [(case.name, case.source, _result(case)) for case in in_scope if not _passes(case)]
    with capsys.disabled():
        print(f"\n{_summary(in_scope, excluded, len(failed))}")  # noqa: T201 - the figures are shown at every run
    assert (failed, len(in_scope), len(in_scope) + len(excluded)) == ([], IN_SCOPE, ALL)


def test_all_that_is_in_scope_has_a_tree(in_scope: Sequence[Case]) -> None:
    assert [case.source for case in in_scope if isinstance(parse_syntax(case.source), tuple)] == []


def test_at_most_twenty_constructs_are_excluded_and_each_excludes_something(
    excluded: Sequence[Case],
) -> None:
    assert len(EXCLUDED) <= 20
    assert {excluded_by(case.source) for case in excluded} == {*EXCLUDED}


def test_nothing_is_excluded_that_the_checker_accepts(excluded: Sequence[Case]) -> None:
    assert [(case.name, case.source) for case in excluded if _is_accepted(case)] == []


def test_what_is_excluded_is_refused_or_passes(excluded: Sequence[Case]) -> None:
    results = [(case, _result(case)) for case in excluded]
    wrong = [case.name for case, result in results if result is not None and not _is_expected(case, result)]
    assert wrong == []


def _is_accepted(case: Case) -> bool:
    tree = parse_syntax(case.source)
    return not isinstance(tree, tuple) and isinstance(check(tree, case.schema, expects=None), Checked)


def _result(case: Case) -> Held | None:
    """What the expression comes to; None where the parser or, of checked tests, the checker refuses it."""
    tree = parse_syntax(case.source)
    if isinstance(tree, tuple) or (case.checked and not _is_accepted(case)):
        return None
    return evaluate(tree, case.facts, now=NOW).value


def _passes(case: Case) -> bool:
    return _is_expected(case, _result(case))


def _is_expected(case: Case, result: Held | None) -> bool:
    if case.error:
        return result is None or isinstance(result, Unknown)
    return type(result) is type(case.value) and result is not None and result == case.value


def _summary(in_scope: Sequence[Case], excluded: Sequence[Case], failed: int) -> str:
    constructs = Counter(excluded_by(case.source) for case in excluded)
    refused = sum(_result(case) is None for case in excluded)
    head = (
        f"cel-spec: {len(in_scope) + len(excluded)} tests, {len(in_scope)} in scope, "
        f"{len(in_scope) - failed} passed; {len(excluded)} excluded ({refused} refused), by"
    )
    return "\n".join([head, *(f"  {count:4} {construct}" for construct, count in constructs.most_common())])
