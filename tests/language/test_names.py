from __future__ import annotations

import pytest

from reglint.language.fault import Fault
from reglint.language.names import facts_read, resolve_names
from reglint.language.parser import parse
from reglint.language.syntax import Expression
from reglint.model.schema import ListType, ObjectType, ScalarType

STREAM = ObjectType(
    {
        "name": ScalarType("string"),
        "retention": ScalarType("duration"),
        "shipped_to": ListType(ScalarType("string")),
    }
)
SCHEMA = ObjectType(
    {
        "logging": ObjectType({"streams": ListType(STREAM), "stores": ListType(STREAM)}),
        "custody": ObjectType({"reserve_ratio": ScalarType("percent")}),
    }
)


def _tree(source: str) -> Expression:
    tree = parse(source)
    assert not isinstance(tree, tuple)
    return tree


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("custody.reserve_ratio >= percent('100 %')", {"custody.reserve_ratio"}),
        (
            "logging.streams.all(s, s.retention >= months(6))",
            {"logging.streams", "logging.streams[].retention"},
        ),
        (
            "logging.streams.filter(s, s.name == 'a').all(t, has(t.retention))",
            {"logging.streams", "logging.streams[].name", "logging.streams[].retention"},
        ),
        (
            "logging.streams.all(s, s.shipped_to.exists(d, logging.stores.exists(t, t.name == d)))",
            {
                "logging.streams",
                "logging.streams[].shipped_to",
                "logging.streams[].shipped_to[]",
                "logging.stores",
                "logging.stores[].name",
            },
        ),
        ("logging.streams[a.b].retention", {"logging.streams[].retention", "a.b"}),
        ("a['b'] == now", {"a.b"}),
        ("[a, 1].exists(x, x == b)", {"a", "b"}),
        ("(a ? b : c).d", {"a", "b", "c"}),
        ("[a][0]", {"a"}),
        ("size(a) + b.size()", {"a", "b"}),
        ("now == date('2026-01-01')", set()),
    ],
)
def test_the_facts_that_an_expression_reads(source: str, names: set[str]) -> None:
    assert facts_read(_tree(source)) == names


@pytest.mark.parametrize(
    ("source", "offset", "message"),
    [
        ("loging.streams", 0, 'unknown fact "loging"; did you mean "logging"?'),
        ("logging.streems", 8, 'unknown fact "logging.streems"; did you mean "logging.streams"?'),
        ("zzz", 0, 'unknown fact "zzz"; write one of custody, logging'),
        (
            "logging.streams.all(s, s.retension >= days(1))",
            25,
            'unknown fact "logging.streams[].retension"; did you mean "logging.streams[].retention"?',
        ),
        (
            "logging.streams.filter(s, true).all(s, s.nam == 'a')",
            41,
            'unknown fact "logging.streams[].nam"; did you mean "logging.streams[].name"?',
        ),
        (
            "logging.streams.region == 'cn'",
            16,
            'list has no field "region"; to test its elements write .all(x, x.region …)',
        ),
        (
            "custody.reserve_ratio.amount > 1",
            22,
            'percent "custody.reserve_ratio" has no field "amount"; write custody.reserve_ratio alone',
        ),
        (
            "custody.all(x, x)",
            0,
            '"custody" is no list; write the condition on it without a macro',
        ),
        (
            "logging.streams[0].nam",
            19,
            'unknown fact "logging.streams[].nam"; did you mean "logging.streams[].name"?',
        ),
        (
            "logging['stores ']",
            8,
            'unknown fact "logging.stores "; did you mean "logging.stores"?',
        ),
        ("(true ? logging : custody).x", 27, 'unknown fact "logging.x"; write one of stores, streams'),
    ],
)
def test_a_name_that_the_schema_lacks(source: str, offset: int, message: str) -> None:
    assert resolve_names(_tree(source), SCHEMA) == (Fault(offset, message),)


@pytest.mark.parametrize(
    "source",
    [
        "logging.streams.all(s, s.shipped_to.exists(d, logging.stores.exists(t, t.name == d)))",
        "logging.streams[0].retention >= months(6)",
        "logging['streams'].all(custody, custody.retention > days(1))",
        "[1, 2].all(x, x.anything == now.anything)",
        "(custody.reserve_ratio + 1).x",
    ],
)
def test_names_that_the_schema_has(source: str) -> None:
    assert resolve_names(_tree(source), SCHEMA) == ()


def test_every_unknown_name_is_said() -> None:
    assert [fault.offset for fault in resolve_names(_tree("a && b || size(c) > 1"), SCHEMA)] == [0, 5, 15]
