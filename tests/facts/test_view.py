from __future__ import annotations

import pytest

from reglint.documents.lookup import plain
from reglint.documents.node import Node
from reglint.documents.yaml import read_yaml
from reglint.facts.relaxed import laid_over, overlay, relaxed
from reglint.facts.tree import child
from reglint.facts.view import as_is, compose


def read(text: str) -> Node:
    return read_yaml(text, "f").roots[0]


def place(node: Node | None) -> tuple[int, int, str]:
    assert node is not None
    return node.line, node.column, node.pointer


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("spring: {data-source: {user_name: x}}", {"spring": {"datasource": {"username": "x"}}}),
        ("spring.data.redis.host: h", {"spring": {"data": {"redis": {"host": "h"}}}}),
        ("a.b: 1\na: {c: 2}", {"a": {"b": 1, "c": 2}}),
        ("a: {c: 2}\na.b: 1", {"a": {"c": 2, "b": 1}}),
        ("a.b: 1\na.c.d: 2\na.c.e: 3", {"a": {"b": 1, "c": {"d": 2, "e": 3}}}),
        ("a: 1\na.b: 2", {"a": {"b": 2}}),
        ("userName: x\nuser-name: y", {"username": "y"}),
        ("a: [{B-c: 1}, 2]", {"a": [{"bc": 1}, 2]}),
        ("m['k.l']: 1", {"m['k.l']": 1}),
        ("/path.x: 1", {"/path.x": 1}),
        ("just text", "just text"),
    ],
)
def test_spring_takes_names_in_any_writing(text: str, wanted: object) -> None:
    assert plain(relaxed(read(text))) == wanted


def test_relaxed_values_keep_their_places() -> None:
    root = relaxed(read("spring.redis:\n  host: h\nspring:\n  Redis: {pass-word: p}\n"))
    assert place(child(root, "spring", "redis", "host")) == (2, 9, "/spring.redis/host")
    assert place(child(root, "spring", "redis", "password")) == (4, 22, "/spring/Redis/pass-word")


def test_a_name_of_too_many_dots_stays_one_name() -> None:
    name = ".".join("a" * 200)
    assert plain(relaxed(read(f"{name}: 1"))) == {name: 1}


@pytest.mark.parametrize(
    ("base", "top", "wanted"),
    [
        ("a: 1", "b: 2", {"a": 1, "b": 2}),
        ("a: {b: 1, c: 2}", "a: {c: 3}", {"a": {"b": 1, "c": 3}}),
        ("a: [1, 2]", "a: [3]", {"a": [3]}),
        ("a: {b: 1}", "a: 2", {"a": 2}),
        ("a: 1", "a: {b: 2}", {"a": {"b": 2}}),
        ("a: 1", "a:", {"a": None}),
    ],
)
def test_what_is_laid_over_hides_what_is_below(base: str, top: str, wanted: object) -> None:
    assert plain(overlay(read(base), read(top))) == wanted


def test_the_last_document_is_on_top() -> None:
    assert plain(laid_over([read("a: 1"), read("a: 2\nb: 1"), read("b: 2")])) == {"a": 2, "b": 2}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "services: {s: {image: i, environment: [A=1, B=x=y, C, 'D=']}}",
            {"services": {"s": {"image": "i", "environment": {"A": "1", "B": "x=y", "C": "${C}", "D": ""}}}},
        ),
        (
            "services: {s: {environment: {A: 1, B: , C: ''}}}",
            {"services": {"s": {"environment": {"A": 1, "B": "${B}", "C": ""}}}},
        ),
        ("services: {s: {environment: text}}", {"services": {"s": {"environment": "text"}}}),
        ("services: {s: {image: i}, t: }", {"services": {"s": {"image": "i"}, "t": None}}),
        ("services: []", {"services": []}),
        ("version: 3", {"version": 3}),
    ],
)
def test_a_compose_environment_is_a_mapping(text: str, wanted: object) -> None:
    assert plain(compose(read(text))) == wanted


@pytest.mark.parametrize(
    ("item", "column", "length"),
    [
        ("- A_B=secret", 15, 6),
        ('- "A_B=secret"', 16, 6),
        ("- 'A_B=s\"c'", 16, 3),
        ('- "A_B=s\\u0065c"', 11, 14),
    ],
)
def test_a_value_of_an_environment_list_has_its_own_place(item: str, column: int, length: int) -> None:
    text = f"services:\n  s:\n    environment:\n        {item}\n"
    node = child(compose(read(text)), "services", "s", "environment", "A_B")
    assert node is not None
    assert (node.place().line, node.place().column, node.place().length) == (4, column, length)


def test_a_document_may_stay_as_it_is() -> None:
    root = read("A-b: 1")
    assert as_is(root) is root
