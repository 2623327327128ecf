from __future__ import annotations

from reglint.pipeline.law import InstrumentFound, find_instrument
from reglint.pipeline.request import Refused


def test_an_instrument_comes_with_all_rules() -> None:
    found = find_instrument("cn-csl")
    assert isinstance(found, InstrumentFound)
    assert found.instrument.id == "cn-csl"
    assert {"cn-csl-log-retention", "eu-rts-sca-session-idle"} <= {rule.id for rule in found.rules}


def test_an_unknown_instrument_is_refused_with_the_nearest() -> None:
    found = find_instrument("cn-cls")
    assert isinstance(found, Refused)
    assert [str(one) for one in found.diagnostics] == [
        'error[unknown-instrument] There is no instrument "cn-cls". Did you mean "cn-csl"?'
    ]


def test_far_from_all_of_them_all_are_named() -> None:
    found = find_instrument("0")
    assert isinstance(found, Refused)
    assert "Write one of: cn-aml, cn-cdd, cn-csl, " in found.diagnostics[0].hint
