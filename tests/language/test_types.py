from __future__ import annotations

import pytest

from reglint.language.types import ANY, BOOL, STRING, ListOf, Scalar, Type, joined, type_of, word_of
from reglint.model.schema import SECRET_CLASSES, FactType, ListType, ObjectType, ScalarType

BOX = ObjectType({"a": ScalarType("string")})
A, B = Scalar("string", ("a",)), Scalar("string", ("b",))
ENUM = Scalar("enum", ("a", "b"))


@pytest.mark.parametrize(
    ("fact", "kind", "word"),
    [
        (ScalarType("boolean"), BOOL, "bool"),
        (ScalarType("integer", minimum=1, maximum=5), Scalar("int", (), 1, 5), "int"),
        (ScalarType("integer"), Scalar("int"), "int"),
        (ScalarType("enum", ("a", "b")), ENUM, "enum"),
        (ScalarType("cidr"), Scalar("cidr"), "cidr"),
        (ScalarType("string", sensitive=True), Scalar("enum", SECRET_CLASSES, secret=True), "enum"),
        (ListType(ListType(ScalarType("string"))), ListOf(ListOf(STRING)), "list"),
        (ListType(BOX), ListOf(BOX), "list"),
        (BOX, BOX, "object"),
    ],
)
def test_a_fact_has_a_type_and_a_type_a_word(fact: FactType, kind: Type, word: str) -> None:
    assert (type_of(fact), word_of(kind)) == (kind, word)


@pytest.mark.parametrize(
    ("kinds", "kind"),
    [
        ([], ANY),
        ([ANY, BOOL], BOOL),
        ([BOOL, ANY], BOOL),
        ([BOOL, BOOL], BOOL),
        ([BOOL, STRING], None),
        ([BOOL, STRING, ANY], None),
        ([Scalar("int", (), 1, 5), Scalar("int", (), 3, 9)], Scalar("int", (), 1, 9)),
        ([Scalar("int", (), 1, 5), Scalar("decimal")], Scalar("decimal")),
        ([A, B, A], Scalar("string", ("a", "b"))),
        ([A, STRING], STRING),
        ([ENUM, A], ENUM),
        ([B, ENUM], ENUM),
        ([ENUM, STRING], None),
        ([ENUM, Scalar("string", ("c",))], None),
        ([ENUM, Scalar("enum", ("b", "c"), secret=True)], Scalar("enum", ("a", "b", "c"), secret=True)),
        ([ListOf(ANY), ListOf(BOOL)], ListOf(BOOL)),
        ([ListOf(STRING), ListOf(BOOL)], None),
        ([ListOf(STRING), STRING], None),
        ([BOX, BOX], BOX),
        ([BOX, ObjectType({})], None),
    ],
)
def test_types_are_joined_to_the_one_that_has_them_all(kinds: list[Type], kind: Type | None) -> None:
    assert joined(kinds) == kind
