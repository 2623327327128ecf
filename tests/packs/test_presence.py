from __future__ import annotations

import pytest

from reglint.documents.yaml import read_yaml
from reglint.model.schema import ObjectType
from reglint.packs.parse import Origin, parse_rules


@pytest.mark.parametrize(("shipped", "level", "kept"), [(True, "error", 0), (False, "warning", 1)])
def test_a_shipped_rule_may_not_ask_in_when_whether_a_fact_is_there(
    rule_text: str, schema: ObjectType, *, shipped: bool, level: str, kept: int
) -> None:
    text = rule_text.replace("    assert:", "    when: >-\n      has(platform.mlps_level)\n    assert:")
    (root,) = read_yaml(text, "csl.yaml").roots
    origin = Origin(text, shipped=shipped)
    rules, faults = parse_rules(root, "csl.yaml", jurisdiction="cn", schema=schema, origin=origin)
    message = (
        "has in when switches the rule off where the fact is missing; "
        "write a condition on platform.mlps_level, or has in assert."
    )
    assert (len(rules), [str(fault) for fault in faults]) == (
        kept,
        [f"csl.yaml:11:7: {level}[presence] {message}"],
    )
