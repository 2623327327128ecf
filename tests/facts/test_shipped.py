from __future__ import annotations

from pathlib import Path

import pytest

from reglint.facts.schema import at, titles
from reglint.facts.shipped import Vocabulary, read_vocabulary
from reglint.model.schema import FactType, ListType, ObjectType, ScalarType

LANGUAGES = {"en", "zh", "ja"}


def test_every_title_is_in_all_languages(vocabulary: Vocabulary) -> None:
    assert [name for name, title in titles(vocabulary.schema) if set(title) != LANGUAGES] == []


def test_every_scalar_with_a_name_has_a_title(vocabulary: Vocabulary) -> None:
    known = dict(titles(vocabulary.schema))
    assert [name for name in scalars(vocabulary.schema) if name not in known and name[-1] != "]"] == []


def test_the_title_of_an_elements_field_says_whose_it_is(vocabulary: Vocabulary) -> None:
    """A message reads "<title> <element> is <value>"."""
    named = [(name, title["en"]) for name, title in titles(vocabulary.schema) if "[]." in name]
    fields = [(name, title) for name, title in named if "=" not in name]
    assert [name for name, title in fields if not any(word in title for word in (" of ", " the "))] == []


def test_every_source_fills_fields_of_the_schema(vocabulary: Vocabulary) -> None:
    for source in vocabulary.sources:
        for extraction in source.extractions:
            item = at(vocabulary.schema, [*extraction.into.removesuffix("[]").split("."), "[]"])
            assert isinstance(item, ObjectType)
            assert extraction.settings.keys() - {"component", "environment"} <= item.fields.keys(), source.id


def test_every_default_of_a_product_has_its_manual(vocabulary: Vocabulary) -> None:
    settings = [
        setting
        for source in vocabulary.sources
        for extraction in source.extractions
        for setting in extraction.settings.values()
    ]
    assert [one for one in settings if one.default is not None and not one.doc.startswith("https://")] == []


def test_a_faulty_file_is_a_fault_of_the_program(tmp_path: Path) -> None:
    for folder in ("facts", "sources"):
        (tmp_path / folder).mkdir()
    (tmp_path / "facts" / "README").write_text("no area")
    assert read_vocabulary(tmp_path) == Vocabulary(ObjectType({}), ())
    (tmp_path / "facts" / "a.yaml").write_text("a: 1\na: 2\n")
    with pytest.raises(ValueError, match=r"mappings/facts/a\.yaml:2:1: .*stands twice"):
        read_vocabulary(tmp_path)


@pytest.mark.parametrize("field", ["id", "title"])
def test_no_two_sources_have_one_name(vocabulary: Vocabulary, field: str) -> None:
    names = [getattr(source, field) for source in vocabulary.sources]
    assert sorted(set(names)) == sorted(names)


def scalars(kind: FactType, name: str = "") -> list[str]:
    if isinstance(kind, ObjectType):
        return [
            found
            for field, inner in kind.fields.items()
            for found in scalars(inner, f"{name}.{field}".strip("."))
        ]
    if isinstance(kind, ListType):
        return scalars(kind.item, f"{name}[]")
    assert isinstance(kind, ScalarType)
    return [name]
