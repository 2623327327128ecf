"""What facts and elements are called: `its retention`, `the first data store`, `log stream A`."""

from __future__ import annotations

from reglint.language.constants import constant_value
from reglint.language.render import render
from reglint.language.sentence.logic import claim_of, joined
from reglint.language.sentence.names import Bound, Names, bind, element_of, fact_kind
from reglint.language.sentence.shapes import unfiltered
from reglint.language.sentence.titles import (
    as_it,
    names_element,
    of_each,
    titled_with,
    with_element,
    without_element,
)
from reglint.language.sentence.values import value_words
from reglint.language.sentence.voice import Voice
from reglint.language.sentence.words import measure_word, phrase
from reglint.language.syntax import (
    Binary,
    Conditional,
    Expression,
    Index,
    ListLiteral,
    Literal,
    Macro,
    Member,
    Name,
)
from reglint.model.text import in_language


def name_of(expr: Name | Member | Index, names: Names, voice: Voice) -> str:
    """A fact or an element by its name, as a noun with its article."""
    if isinstance(expr, Index) and _by_number(expr):
        return _element_by_number(expr, names, voice)
    if isinstance(expr, Name):
        return _of_name(expr, names, voice)
    return _of_field(expr, names, voice)


def clause_about(expr: Expression, clause: str, names: Names, voice: Voice) -> str:
    """A clause about the element that a fact belongs to, as in `the endpoint uses TLS`, said of that one."""
    base = _base(expr)
    if isinstance(base, Name) and base.name not in names.variables:
        return clause
    one = _noun(base, names, voice)
    if not isinstance(base, Name):
        return _owned_clause(clause, one, name_of_list(base, names, voice), voice)
    bound = names.variables[base.name]
    if base.name in names.nearest:
        return as_it(clause, one, voice.language)
    if bound.named:
        return _owned_clause(clause, one, noun_of(bound, voice), voice)
    return with_element(clause, one, phrase("that", voice.language, title=one), voice.language) or clause


def noun_of(bound: Bound, voice: Voice) -> str:
    """What an element of a list is called, without an article."""
    if bound.called:
        return bound.called
    one = _element_noun(bound.listing, bound.outer, voice)
    return phrase("lettered", voice.language, one=one, letter=bound.letter) if bound.letter else one


def elements_of(listing: Expression, names: Names, voice: Voice) -> str:
    """What the elements of a list are called, without an article."""
    plain, filters = unfiltered(listing)
    many = name_of_list(plain, names, voice).removeprefix("the ")
    if not filters:
        return many
    narrowed = _narrowed(many, plain, filters, names, voice)
    return of_each(narrowed, many) if voice.language == "en" else narrowed


def name_of_list(expr: Expression, names: Names, voice: Voice) -> str:
    """What is no field by itself: a list written in the rule, or whatever a field can be asked of."""
    if isinstance(expr, (Name, Member, Index)):
        return name_of(expr, names, voice)
    return voice.term(expr, names)


def _of_name(expr: Name, names: Names, voice: Voice) -> str:
    if expr.name in names.nearest:
        return phrase("it", voice.language)
    bound = names.variables.get(expr.name)
    if bound is not None:
        noun = noun_of(bound, voice)
        return noun if bound.named else phrase("that", voice.language, title=noun)
    if expr.name == "now":
        return phrase("now", voice.language)
    return phrase("the", voice.language, title=_title(expr, names, voice))


def _of_field(expr: Member | Index, names: Names, voice: Voice) -> str:
    language, title, base = voice.language, _title(expr, names, voice), _base(expr)
    if isinstance(base, Name) and base.name not in names.variables:
        return phrase("the", language, title=title)
    one = _noun(base, names, voice)
    if isinstance(base, Name) and base.name in names.nearest:
        return _its(title, one, language)
    if isinstance(base, Name) and not names.variables[base.name].named:
        return _in_full(title, one, language)
    owner = name_of_list(base, names, voice)
    whole = titled_with(title, one, owner, language)
    if whole:
        return phrase("the", language, title=whole)
    return phrase("of", language, title=without_element(title, one, language), owner=owner)


def _its(title: str, one: str, language: str) -> str:
    if language == "zh":
        return as_it(title, one, language)
    short = without_element(title, one, language)
    named = short == title and names_element(title, one, language)
    return phrase("the" if named else "its", language, title=short)


def _in_full(title: str, one: str, language: str) -> str:
    if language != "en":
        owner = phrase("that", language, title=one)
        return titled_with(title, one, owner, language) or phrase("of", language, title=title, owner=owner)
    if names_element(title, one, language):
        return phrase("the", language, title=title)
    owner = phrase("the", language, title=one)
    return phrase("of", language, title=title, owner=owner)


def _owned_clause(clause: str, one: str, owner: str, voice: Voice) -> str:
    whole = with_element(clause, one, owner, voice.language)
    return whole or phrase("as_to", voice.language, owner=owner, body=clause)


def _by_number(expr: Expression) -> bool:
    return isinstance(expr, Index) and not (
        isinstance(expr.index, Literal) and isinstance(expr.index.value, str)
    )


def _element_by_number(expr: Index, names: Names, voice: Voice) -> str:
    """An element by its number; the first of those with a name by that name."""
    language = voice.language
    first = expr.index == Literal("int", 0)
    if first and (named := _by_its_name(expr.operand, names, voice)):
        return named
    one = _noun(expr, names, voice)
    listing, filters = unfiltered(expr.operand)
    if filters:
        one = _narrowed(one, listing, filters, names, voice)
    of = " of" if filters else ""
    if first:
        return phrase(f"first{of}", language, one=one, measure=measure_word(one))
    if isinstance(expr.index, Literal):
        number = int(str(expr.index.value)) + 1
        return phrase(f"at{of}", language, one=one, number=number, measure=measure_word(one))
    return phrase("at_index", language, one=one, number=voice.term(expr.index, names))


def _by_its_name(listing: Expression, names: Names, voice: Voice) -> str:
    """`x.filter(e, e.name == …)` as the one of that name; "" for what is another filter, or none."""
    match listing:
        case Macro(operand, "filter", variable, Binary("==", Member(Name(element), "name"), right)) if (
            element == variable
        ):
            one = _element_noun(operand, names, voice)
            value = constant_value(right)
            if value is not None:
                return phrase("named", voice.language, one=one, name=value_words(value, voice.language))
            if isinstance(right, Name) and right.name in names.nearest:
                return phrase("of_that_name", voice.language, one=one)
    return ""


def _narrowed(noun: str, listing: Expression, filters: tuple[Macro, ...], names: Names, voice: Voice) -> str:
    element = element_of(listing, names)
    inside = bind((each.variable for each in filters), element)
    guard = voice.guard(joined("and", [claim_of(each.body, inside) for each in filters]), element)
    key = "such" if guard.form == "such" else f"such_{guard.form}"
    return phrase(key, voice.language, many=noun, guard=guard.text)


def _base(expr: Expression) -> Expression:
    """The element or area that a field belongs to, through all the fields between."""
    while isinstance(expr, Member) or (isinstance(expr, Index) and not _by_number(expr)):
        expr = expr.operand
    return expr


def _noun(base: Expression, names: Names, voice: Voice) -> str:
    """What the element is called by itself, without a letter."""
    if isinstance(base, Name) and base.name in names.variables:
        bound = names.variables[base.name]
        return _element_noun(bound.listing, bound.outer, voice)
    if isinstance(base, Index):
        return _element_noun(base.operand, names, voice)
    return _titled(base, names, voice) or phrase("value", voice.language)


def _element_noun(listing: Expression, names: Names, voice: Voice) -> str:
    language = voice.language
    if isinstance(listing, ListLiteral):
        return phrase("value_among", language, items=voice.term(listing, names))
    kind = None if isinstance(listing, Conditional) else fact_kind(Index(listing, Literal("int", 0)), names)
    if kind is not None and kind.title:
        return in_language(kind.title, language)
    if isinstance(listing, Macro):
        return _element_noun(listing.operand, names, voice)
    return phrase("entry", language, many=elements_of(listing, names, voice))


def _title(expr: Name | Member | Index, names: Names, voice: Voice) -> str:
    """The title of a fact in the schema, else its name."""
    if isinstance(expr, Index):
        written = render(expr.index).strip('"')
    else:
        written = expr.field if isinstance(expr, Member) else expr.name
    return _titled(expr, names, voice) or written.replace("_", " ")


def _titled(expr: Expression, names: Names, voice: Voice) -> str:
    kind = fact_kind(expr, names)
    return in_language(kind.title, voice.language) if kind is not None and kind.title else ""
