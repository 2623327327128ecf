"""What holds of any text, tried on texts that are nearly expressions."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import pytest
from tests.conformance.mutants import mutants
from tests.conformance.suite import read_suite

from reglint.language.checker import Checked, check
from reglint.language.evaluator import evaluate
from reglint.language.outcome import Held
from reglint.language.parser import parse_syntax
from reglint.language.syntax import Expression, Literal, descend
from reglint.model.fact import Record, Unknown
from reglint.model.schema import ObjectType

NOW = dt.date(2026, 11, 24)
TEXTS = 20_000
ENDS_IN_BACKSLASH = re.compile(r"""[rR]('[^'\n]*\\'|"[^"\n]*\\")""")
"""A raw text that CEL's grammar has, and that cel-cpp does not read."""


@pytest.fixture(scope="module")
def texts() -> Sequence[str]:
    return [*mutants([case.source for case in read_suite()], TEXTS)]


@pytest.fixture(scope="module")
def compiled() -> Callable[[str], Any]:
    """An expression compiled by cel-cpp. Raises RuntimeError if it is not CEL."""
    reason = "NOT RUN: CEL's own parser and evaluator; pip install cel-expr-python"
    cel = pytest.importorskip("cel_expr_python.cel", reason=reason)
    strings = pytest.importorskip("cel_expr_python.ext.ext_strings", reason=reason)
    environment = cel.NewEnv(extensions=[strings.ExtStrings()])
    return lambda text: environment.compile(text, disable_check=True)


def test_any_text_has_a_tree_or_faults_inside_it(texts: Sequence[str]) -> None:
    for text in texts:
        parsed = parse_syntax(text)
        found = parsed if isinstance(parsed, tuple) else check(parsed, ObjectType({}), expects=None)
        faults = found if isinstance(found, tuple) else ()
        assert all(0 <= fault.offset <= fault.end <= len(text) for fault in faults), text


def test_every_text_that_has_a_tree_is_cel(texts: Sequence[str], compiled: Callable[[str], Any]) -> None:
    trees = [text for text in texts if not isinstance(parse_syntax(text), tuple)]
    refused = [text for text in trees if not _is_cel(text, compiled)]
    assert [text for text in refused if not ENDS_IN_BACKSLASH.search(text)] == []


def test_a_constant_has_the_value_that_it_has_in_cel(
    texts: Sequence[str], compiled: Callable[[str], Any]
) -> None:
    trees = [(text, tree) for text in texts if not isinstance(tree := parse_syntax(text), tuple)]
    sound = [(text, _value(tree)) for text, tree in trees if _is_sound(tree)]
    assert [(text, value) for text, value in sound if not _is_same(value, compiled(text).eval())] == []
    assert len(sound) > TEXTS / 40


def _is_cel(text: str, compiled: Callable[[str], Any]) -> bool:
    try:
        compiled(text)
    except RuntimeError:
        return False
    return True


def _is_sound(tree: Expression) -> bool:
    """Whether the checker accepts it. Decimals are left out: they are exact here, and floats in CEL."""
    decimals = any(isinstance(part, Literal) and isinstance(part.value, Decimal) for part in descend(tree))
    return not decimals and isinstance(check(tree, ObjectType({}), expects=None), Checked)


def _value(tree: Expression) -> Held:
    return evaluate(tree, Record("", {}), now=NOW).value


def _is_same(ours: object, theirs: Any) -> bool:  # noqa: ANN401 - the package has no types
    if isinstance(ours, Unknown):
        return bool(theirs.type().name() == "ERROR")
    return repr(theirs.plain_value()) == repr([*ours] if isinstance(ours, tuple) else ours)
