"""What is refused in YAML, with its place and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reglint.documents.limits import Limits
from reglint.documents.yaml import read_yaml

if TYPE_CHECKING:
    from reglint.documents.node import Reading

REFUSED = {
    "duplicate key": (
        "a: 1\nb: 2\na: 3",
        (3, 1),
        "duplicate-key",
        '"a" stands twice in this mapping, first in line 1. Keep one of them.',
    ),
    "1 beside '1'": (
        "1: a\n'1': b",
        (2, 1),
        "duplicate-key",
        '"1" stands twice in this mapping, first in line 1. Keep one of them.',
    ),
    "U+0085": ("a: b\x85c: d", (1, 5), "character", "the line end U+0085 may not stand in YAML. Remove it."),
    "U+2028": (
        "a: 1\nb: '\u2028'",
        (2, 5),
        "character",
        "the line end U+2028 may not stand in YAML. Remove it.",
    ),
    "U+2029": ("# \u2029", (1, 3), "character", "the line end U+2029 may not stand in YAML. Remove it."),
    "NUL": ("a: \x00", (1, 4), "character", "a NUL character may not stand in YAML. Remove it."),
    "escape character": (
        "a: \x1b",
        (1, 4),
        "character",
        "the control character U+001B may not stand in YAML. Remove it.",
    ),
    "right-to-left override": (
        "a: \u202eb",
        (1, 4),
        "character",
        ("the invisible character U+202E, which can reorder the text, may not stand in YAML. Remove it."),
    ),
    "second byte order mark": (
        "\ufeffa: \ufeff1",
        (1, 4),
        "character",
        "a second byte order mark may not stand in YAML. Remove it.",
    ),
    "half a character": (
        "a: \ud800",
        (1, 4),
        "character",
        "half a character (U+D800) may not stand in YAML. Remove it.",
    ),
    "nan": ("a: .nan", (1, 4), "not-finite", ".nan is no finite number. Write a number, or quote the word."),
    "inf": ("- -.INF", (1, 3), "not-finite", "-.INF is no finite number. Write a number, or quote the word."),
    "unknown alias": ("a: *b", (1, 4), "alias", "An alias has no anchor before it. Write the value out."),
    "alias of an earlier document": (
        "&a b\n---\n*a",
        (3, 1),
        "alias",
        "An alias has no anchor before it. Write the value out.",
    ),
    "alias inside itself": (
        "a: &b [*b]",
        (1, 8),
        "alias",
        "*b stands inside the value that it names. Write the value out.",
    ),
    "merge of a scalar": (
        "<<: 1",
        (1, 1),
        "merge",
        "<< takes a mapping or a list of mappings. Write <<: *name or <<: [*name, *other].",
    ),
    "sequence as a key": (
        "? [a]\n: b",
        (1, 3),
        "key",
        "A mapping or a sequence cannot be a key. Write a word or a number before the colon.",
    ),
    "tag that does not fit": ("a: !!int b", (1, 10), "tag", "The value does not fit !!int."),
    "a full-width colon": (
        "a: 1\nb\uff1a2\nc: 3",
        (3, 1),
        "syntax",
        "No YAML: could not find expected ':'. Write a colon and a blank for full-width U+FF1A.",
    ),
    "no end of a sequence": ("a: [", (1, 5), "syntax", "No YAML: did not find expected node content."),
    "tab as indentation": (
        "a:\n\tb: 1",
        (2, 1),
        "syntax",
        "No YAML: found character that cannot start any token. Indent with spaces.",
    ),
    "backtick": (
        "a: `b`",
        (1, 4),
        "syntax",
        "No YAML: found character that cannot start any token. Quote a value that starts with `.",
    ),
    "Helm value": (
        "a: {{ .Values.b }}",
        (1, 4),
        "template",
        ("This looks like a Helm or Go template: {{ is not filled in. Check what `helm template` writes."),
    ),
    "Helm condition": (
        "{{- if .Values.b }}\na: 1\n{{- end }}",
        (1, 1),
        "template",
        ("This looks like a Helm or Go template: {{ is not filled in. Check what `helm template` writes."),
    ),
    "Jinja statement": (
        "a: 1\n{% if b %}\nc: 2\n{% endif %}",
        (2, 1),
        "template",
        (
            "This looks like a template (Jinja, Go, ERB): {% is not filled in. Check the file that "
            "is made from it."
        ),
    ),
    "Maven placeholder": (
        "a:\n  b: @project.version@",
        (2, 6),
        "template",
        (
            "This looks like a placeholder of Maven: @\u2026@ is not filled in. Check the file in "
            "target/classes, or quote the value."
        ),
    ),
}


@pytest.mark.parametrize(("text", "where", "code", "message"), REFUSED.values(), ids=REFUSED)
def test_a_text_is_refused_with_its_place(text: str, where: tuple[int, int], code: str, message: str) -> None:
    assert _said(read_yaml(text, "f")) == ([], [f"f:{where[0]}:{where[1]}: error[yaml-{code}] {message}"])


def test_every_duplicate_of_a_file_is_named_in_one_run() -> None:
    reading = read_yaml("a: 1\na: 2\nb: {c: 1, c: 2}", "f")
    assert [(one.code, one.line, one.column) for one in reading.diagnostics] == [
        ("yaml-duplicate-key", 2, 1),
        ("yaml-duplicate-key", 3, 11),
    ]


def test_a_template_in_quotes_is_not_blamed_for_another_fault() -> None:
    assert _said(read_yaml("a: '{{ x }}'\nb: [", "f")) == (
        [],
        ["f:2:5: error[yaml-syntax] No YAML: did not find expected node content."],
    )


def test_merge_keys_are_refused_where_they_have_no_meaning() -> None:
    reading = read_yaml("<<: {a: 1}", "f", merge_keys=False)
    message = "f:1:1: error[yaml-merge] Merge keys have no meaning in this file. Write the keys out."
    assert _said(reading) == ([], [message])


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000])
def test_deep_nesting_is_refused_without_a_crash(text: str) -> None:
    roots, said = _said(read_yaml(text, "f"))
    assert (roots, [line.split(": ", 1)[1] for line in said]) == (
        [],
        ["error[yaml-depth] Nested deeper than 64 levels."],
    )


def test_64_levels_are_read_and_65_are_not() -> None:
    assert [len(read_yaml("[" * depth + "]" * depth, "f").roots) for depth in (64, 65)] == [1, 0]


def test_an_alias_counts_with_all_that_it_repeats() -> None:
    text = "a: &a [1, 2, 3]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]"
    assert _said(read_yaml(text, "f", limits=Limits(nodes=40))) == (
        [],
        ["f:3:9: error[yaml-nodes] More than 40 values in one file."],
    )


def test_an_alias_may_not_nest_deeper_than_a_text_may() -> None:
    text = "a: &a [[[1]]]\nb: [[*a]]"
    assert _said(read_yaml(text, "f", limits=Limits(depth=5))) == (
        [],
        ["f:2:6: error[yaml-depth] Nested deeper than 5 levels."],
    )


def test_a_long_name_above_many_values_counts_by_its_length() -> None:
    text = f"? {'k' * 2560}\n: [1, 2, 3]"
    assert _said(read_yaml(text, "f", limits=Limits(nodes=30))) == (
        [],
        ["f:2:10: error[yaml-nodes] More than 30 values in one file."],
    )


def _said(reading: Reading) -> tuple[list[object], list[str]]:
    return list(reading.roots), [str(diagnostic) for diagnostic in reading.diagnostics]
