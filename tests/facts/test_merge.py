from __future__ import annotations

from collections.abc import Mapping

import pytest

from reglint.facts.merge import Conflict, Merged, index, meets, merge, walk
from reglint.facts.observe import Observation
from reglint.model.fact import Fact, FactTree, Record, Series, Unknown, Value
from reglint.model.place import Place
from reglint.model.schema import ListType, ObjectType, ScalarType
from reglint.model.verdict import Basis, Reason

ENDPOINT = ObjectType({name: ScalarType("string") for name in ("server", "port", "tls", "exposure")})
SCHEMA = ObjectType(
    {
        "network": ObjectType({"endpoints": ListType(ENDPOINT, identity=("server", "port"))}),
        "stores": ListType(ObjectType({"name": ScalarType("string")}), identity=("name",)),
    }
)
PLACE = Place("platform.yaml", 3, 1)


def element(
    basis: Basis, values: Mapping[str, Value | Unknown], component: str = "", environment: str = ""
) -> Record:
    fields = {name: Fact(f"e.{name}", value, basis) for name, value in values.items()}
    return Record("e", fields, None, component, environment)


def seen(component: str = "web", environment: str = "prod", **values: Value | Unknown) -> Record:
    return element(Basis.OBSERVED, values, component, environment)


def said(component: str = "", environment: str = "", **values: Value | Unknown) -> Record:
    return element(Basis.DECLARED, values, component, environment)


def merged(declared: list[Record] | None, observed: list[Record]) -> Merged:
    series = Series("network.endpoints", tuple(declared or ()), PLACE)
    tree = Record("", {} if declared is None else {"network": Record("network", {"endpoints": series})})
    return merge(tree, [Observation("network.endpoints[]", one) for one in observed], SCHEMA)


def elements(result: Merged) -> tuple[FactTree, ...]:
    network = result.facts.fields["network"]
    assert isinstance(network, Record)
    series = network.fields["endpoints"]
    assert isinstance(series, Series)
    return series.items


def values(tree: FactTree) -> Mapping[str, object]:
    assert isinstance(tree, Record)
    return {name: fact.value for name, fact in tree.fields.items() if isinstance(fact, Fact)}


def test_a_declaration_fills_what_was_not_seen() -> None:
    result = merged(
        [said(server="a", port=80, exposure="public", tls=False)],
        [seen(server="a", port=80, tls=Unknown(Reason.UNRESOLVED))],
    )
    assert [values(one) for one in elements(result)] == [
        {"server": "a", "port": 80, "tls": False, "exposure": "public"}
    ]
    assert result.conflicts == ()


def test_what_is_seen_outranks_what_is_said_and_the_conflict_is_told() -> None:
    result = merged([said(server="a", port=80, tls=True)], [seen(server="a", port=80, tls=False)])
    assert [values(one) for one in elements(result)] == [{"server": "a", "port": 80, "tls": False}]
    assert result.conflicts == (
        Conflict(Fact("e.tls", False, Basis.OBSERVED), Fact("e.tls", True, Basis.DECLARED)),  # noqa: FBT003 - the value of a fact
    )


def test_a_declaration_without_a_component_meets_every_element_of_its_name() -> None:
    result = merged(
        [said(server="a", exposure="public")],
        [
            seen("web", server="a", port=80),
            seen("boss", "dev", server="a", port=443),
            seen("web", server="b", port=80),
        ],
    )
    assert [values(one).get("exposure") for one in elements(result)] == ["public", "public", None]


def test_a_declaration_that_meets_nothing_stands_for_itself() -> None:
    result = merged([said(server="z", tls=True)], [seen(server="a", tls=False)])
    assert [values(one) for one in elements(result)] == [
        {"server": "a", "tls": False},
        {"server": "z", "tls": True},
    ]


def test_two_declarations_may_fill_one_element() -> None:
    result = merged(
        [said(server="a", tls=True), said(port=80, exposure="public")], [seen(server="a", port=80)]
    )
    assert [values(one) for one in elements(result)] == [
        {"server": "a", "port": 80, "tls": True, "exposure": "public"}
    ]


@pytest.mark.parametrize(
    ("declaration", "wanted"),
    [
        (said(server="a", port=80), True),
        (said(server="a"), True),
        (said(port=80), True),
        (said(tls=True), False),
        (said(server="b", port=80), False),
        (said(server="a", port=Unknown(Reason.NULL)), True),
        (said("web", server="a"), True),
        (said("pay/web", server="a"), False),
        (said("eb", server="a"), False),
        (said("", "prod", server="a"), True),
        (said("", "dev", server="a"), False),
    ],
)
def test_a_declaration_meets_by_what_it_names(declaration: Record, *, wanted: bool) -> None:
    assert meets(declaration, seen(server="a", port=80), ("server", "port")) == wanted


def test_a_component_may_be_named_by_its_end() -> None:
    assert meets(said("web", server="a"), seen("pay/web", server="a"), ("server",))


@pytest.mark.parametrize(("declared", "closed"), [(None, False), ([], True)])
def test_a_list_is_closed_where_somebody_has_said_it(declared: list[Record] | None, *, closed: bool) -> None:
    network = merged(declared, [seen(server="a")]).facts.fields["network"]
    assert isinstance(network, Record)
    series = network.fields["endpoints"]
    assert isinstance(series, Series)
    assert (series.closed, series.place, series.inventory) == (closed, PLACE if closed else None, True)


def test_what_was_not_seen_stays_as_it_was_said() -> None:
    tree = Record("", {"network": Record("network", {"x": Fact("network.x", 1)})})
    assert merge(tree, [], SCHEMA) == Merged(tree)


def test_a_list_at_the_top_is_put_there() -> None:
    record = Record("stores[name=a]", {"name": Fact("stores[name=a].name", "a", Basis.OBSERVED)})
    result = merge(Record("", {}), [Observation("stores[]", record)], SCHEMA)
    assert result.facts == Record("", {"stores": Series("stores", (record,), None, closed=False)})


def test_what_is_no_list_of_the_schema_is_left_out() -> None:
    tree = Record("", {})
    assert merge(tree, [Observation("nowhere[]", seen(server="a"))], SCHEMA) == Merged(tree)


def test_a_scalar_among_declared_elements_meets_nothing() -> None:
    series = Series("network.endpoints", (Fact("network.endpoints[0]", Unknown(Reason.MISTYPED)),), PLACE)
    tree = Record("", {"network": Record("network", {"endpoints": series})})
    result = merge(tree, [Observation("network.endpoints[]", seen(server="a"))], SCHEMA)
    assert [values(one) for one in elements(result)] == [{"server": "a"}]


def test_facts_are_walked_in_order_and_found_by_name() -> None:
    one, two, three = Fact("a", 1), Fact("b[0]", 2), Fact("a", 3)
    tree = Record("", {"a": one, "b": Series("b", (two, Record("c", {"a": three})))})
    assert list(walk(tree)) == [one, two, three]
    assert index(tree) == {"a": one, "b[0]": two}


def test_an_element_of_a_list_that_is_said_and_not_seen_is_outranked_and_no_conflict() -> None:
    def listed(basis: Basis, *words: str) -> Record:
        items = tuple(Fact(f"e.names[{index}]", word, basis) for index, word in enumerate(words))
        fields: dict[str, FactTree] = {"server": Fact("e.server", "a", basis)}
        return Record("e", {**fields, "names": Series("e.names", items, None)})

    result = merged([listed(Basis.DECLARED, "a", "b")], [listed(Basis.OBSERVED, "c", "a")])
    assert result.outranked == (
        Conflict(Fact("e.names[0]", "c", Basis.OBSERVED), Fact("e.names[1]", "b", Basis.DECLARED)),
    )
    assert result.conflicts == ()
