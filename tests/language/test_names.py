from __future__ import annotations

import pytest

from reglint.language.names import facts_read
from reglint.language.parser import parse


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
    tree = parse(source)
    assert not isinstance(tree, tuple)
    assert facts_read(tree) == names
