from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from reglint.facts.source import Extraction, Match, Setting, Source
from reglint.facts.source_plain import source_of
from reglint.facts.source_schema import checked_source
from reglint.facts.where import is_secret


def plain(**changes: object) -> dict[str, object]:
    setting = {"from": "@.port", "absent": 80, "doc": "https://example.com"}
    facts = {"each": "$.a", "into": "network.endpoints[]", "set": {"port": setting}}
    match = [{"names": "*.conf", "has": "$.http"}]
    return {"id": "x", "title": "X", "reads": "nginx", "match": match, "facts": [facts], **changes}


def texts(value: Any) -> Any:  # noqa: ANN401 - any part of a source, its selectors as their text
    if isinstance(value, tuple):
        return tuple(getattr(one, "text", one) for one in value)
    return value


def test_a_source_file_becomes_a_source() -> None:
    source = source_of(checked_source(plain(placeholders="shell")))
    (match,), (extraction,) = source.matches, source.extractions
    setting = extraction.settings["port"]
    assert (source.id, source.title, source.reads, source.placeholders) == ("x", "X", ("nginx",), "shell")
    assert source == Source("x", "X", ("nginx",), (match,), (extraction,), placeholders="shell")
    assert match == Match(("*.conf",), has=match.has)
    assert extraction == Extraction(extraction.each, "network.endpoints[]", {"port": setting})
    assert setting == Setting(setting.selectors, default=80, doc="https://example.com")
    assert [texts(match.has), texts(extraction.each), texts(setting.selectors)] == [
        ("$.http",),
        ("$.a",),
        ("@.port",),
    ]


def test_an_extraction_may_ask_more_than_selectors_can() -> None:
    facts = {
        "each": "$..*",
        "named": ["a*"],
        "unless": "$.b",
        "where": "is_secret",
        "into": "secrets[]",
        "set": {"name": {"value": "x"}},
    }
    (extraction,) = source_of(checked_source(plain(facts=[facts]))).extractions
    assert (extraction.named, texts(extraction.unless), extraction.where) == (("a*",), ("$.b",), is_secret)
    assert extraction.settings == {"name": Setting(constant="x")}


def test_what_is_counted_has_a_kind() -> None:
    counts = {"each": "$.a.*", "through": "$.b.*", "kind": "key"}
    counted = source_of(checked_source(plain(counts=counts))).counted
    assert (texts(counted.each), texts(counted.through), counted.own_kind) == (("$.a.*",), ("$.b.*",), True)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"view": "sideways"}, 'there is no view "sideways"'),
        ({"readers": {"yaml": "toml-9"}}, 'there is no reader "toml-9"'),
        ({"placeholders": "perl"}, "Input should be 'spring', 'logback', 'shell', 'terraform'"),
        ({"more": 1}, "Extra inputs are not permitted"),
        (
            {"facts": [{"each": "$", "into": "a[]", "set": {"b": {"as": "no_such"}}}]},
            'there is no conversion "no_such"',
        ),
        (
            {"facts": [{"each": "$", "into": "a[]", "where": "is_it", "set": {}}]},
            'there is no question "is_it"',
        ),
    ],
)
def test_a_faulty_source_is_refused(changes: dict[str, object], message: str) -> None:
    with pytest.raises(ValidationError) as fault:
        source_of(checked_source(plain(**changes)))
    assert message in str(fault.value)


def test_a_faulty_selector_is_refused() -> None:
    with pytest.raises(ValueError, match="is no selector"):
        source_of(checked_source(plain(match=[{"names": "*", "has": "a.b"}])))
