"""Conditions that YAML would take for something else: where it is said, and what to write."""

from __future__ import annotations

import pytest

from reglint.packs.misread import Quoted, with_quotes

MISREAD = [
    ("a tag", "assert: !a.b", 9, "!", "assert: '!a.b'"),
    ("a tag that would be dropped in silence", "assert: ! a.b", 9, "!", "assert: '! a.b'"),
    ("a tag before brackets", "when: !(a.b)", 7, "!", "when: '!(a.b)'"),
    ("a tag with both quotes", """assert: !a.b || a.c in ["x", 'y']""", 9, "!", ""),
    ("an anchor", "assert: &a.b", 9, "&", ""),
    ("an alias", "assert: *a.b", 9, "*", "assert: a.b"),
    ("a reserved sign", "assert: @a.b", 9, "@", "assert: a.b"),
    ("a template", "assert: {{ a.b }}", 9, "{", "assert: a.b"),
    ("a list", 'assert: ["x"].all(k, k in a.b)', 9, "[", """assert: '["x"].all(k, k in a.b)'"""),
    ("an item", "assert: - a.b", 9, "-", "assert: a.b"),
    ("a block without its line", "assert: |a.b", 9, "|", "assert: a.b"),
    ("a text in front", 'assert: "x" in a.b', 9, '"', """assert: '"x" in a.b'"""),
    ("a text in front, in single quotes", "assert: 'x' in a.b", 9, "'", """assert: "'x' in a.b\""""),
    ("quotes inside the same quotes", 'assert: "a.b == "x""', 9, '"', 'assert: a.b == "x"'),
    ("a quote that does not end", 'assert: "a.b', 9, '"', "assert: a.b"),
    ("a choice", "assert: a.b ? a.c : a.d", 19, ":", "assert: 'a.b ? a.c : a.d'"),
    ("a colon in a text", 'assert: a.b == "x: y"', 18, ":", """assert: 'a.b == "x: y"'"""),
    ("a colon at the end", "assert: a.b:", 12, ":", ""),
    ("a comment in a text", 'assert: a.b == "x #y"', 19, "#", """assert: 'a.b == "x #y"'"""),
    ("as an item of a list", "  - assert: !a.b", 13, "!", "assert: '!a.b'"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "column", "sign", "write"), [row[1:] for row in MISREAD], ids=[row[0] for row in MISREAD]
)
def test_a_condition_that_yaml_misreads_is_said_with_what_to_write(
    line: str, column: int, sign: str, write: str
) -> None:
    (fault,) = with_quotes(f"{line}\nnext: 1\n", "csl.yaml").faults
    key = line.partition(":")[0].strip(" -")
    message = f"{sign} has a meaning of its own in YAML, and the condition is not read."
    hint = f"Write {write or f'{key}: >- and the condition on the next line'}."
    assert str(fault) == f"csl.yaml:1:{column}: error[unquoted] {message} {hint}"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("assert:a.b", "csl.yaml:1:7: error[unquoted] No blank follows the colon. Write assert: a.b."),
        (
            "assert = a.b",
            "csl.yaml:1:8: error[unquoted] A colon stands after a key, and no =. Write assert: a.b.",
        ),
    ],
)
def test_a_key_without_its_colon_is_said(line: str, expected: str) -> None:
    assert [str(fault) for fault in with_quotes(line, "csl.yaml").faults] == [expected]


SOUND = [
    "assert: a.b == 'x' && a[0] > 1",
    'assert: "!a.b"',
    "assert: '''x'' in a.b'  # why",
    "assert: a.b  # why: it must be",
    'assert: a.b == "#x"',
    'assert: "a.b\n  && a.c"',
    "assert: 'a.b == ''x''\n  && a.c'",
    "assert: a.b\n  && a.c",
    "assert: >-\n  !a.b ? a.c : a.d",
    "assert: |  # why\n  !a.b",
    "because: >-\n  text\n\n  assert: !a.b\nnext: 1",
    "assert:",
    "asserted: !a.b",
    f"assert: {'!' * 5000}a.b",
]


@pytest.mark.parametrize("text", SOUND)
def test_what_yaml_reads_as_it_is_meant_is_left_alone(text: str) -> None:
    assert with_quotes(text, "csl.yaml") == Quoted(text)


def test_the_rest_of_the_file_keeps_its_lines() -> None:
    text = "a: 1\nassert: !a.b\n  && c.d\n\nwhen: it's ? b : c\nlast: 1\n"
    quoted = with_quotes(text, "csl.yaml")
    mended = "a: 1\nassert: '!a.b'\n#\n\nwhen: 'it''s ? b : c'\nlast: 1\n"
    assert (quoted.text, quoted.lines) == (mended, frozenset({2, 5}))
