"""Conditions that YAML would take for something else: where it is said, and what to write."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reglint.documents.yaml import read_yaml
from reglint.packs.find import NamedFile
from reglint.packs.misread import Quoted, with_quotes
from reglint.packs.texts import read_document

RULES = Path(__file__).parents[2] / "rules"

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


def as_read(text: str) -> Quoted:
    root, _ = read_document(NamedFile("csl.yaml", text.encode()))
    return with_quotes(text, "csl.yaml", root)


WITHIN = [
    'en: "Write it so,\n      assert: [x] and more"',
    'en: "Write it so,\nassert: [x] and more"',
    "en: 'Write it so,\n      assert: !x and more'",
    "en: Write it so\n        assert:x and more",
    "en: Write it so\n        assert = x and more",
    "en: |2\n         Write\n        assert: [x]",
    "en: {said: [\n      assert: !x ]}",
    "en:\n      assert: !x",
]


@pytest.mark.parametrize("because", WITHIN)
def test_what_another_text_says_is_no_condition(because: str) -> None:
    text = f"rules:\n  - assert: a.b\n    because:\n      {because}\n"
    assert read_yaml(text, "csl.yaml").roots
    assert as_read(text) == Quoted(text)


@pytest.mark.parametrize("because", WITHIN[:1] + WITHIN[2:-1])
def test_what_another_text_says_is_none_in_a_file_that_yaml_refuses_either(because: str) -> None:
    text = f"rules:\n  - assert: !a.b\n    because:\n     {because}\n    - refused\n"
    assert not read_yaml(text, "csl.yaml").roots
    assert [fault.line for fault in as_read(text).faults] == [2]


TEXTS = st.lists(
    st.sampled_from(
        ("assert", "when", ":", ": ", "\n", " ", "  ", "!", "[x]", "'", '"', "#", "- ", "|", "a.b")
    ),
    max_size=12,
).map("".join)
CONDITIONS = st.sampled_from(("a.b", "!a.b", "a.b == 'x: #y'", '["x"].all(k, k in a.b)', "a.b ? a.c : a.d"))


@given(TEXTS, CONDITIONS, st.sampled_from((None, "'", '"', "|", ">")), st.integers(10, 80))
def test_a_file_whose_conditions_yaml_reads_is_left_alone(
    because: str, condition: str, style: str | None, width: int
) -> None:
    rule = {"id": "x", "because": {"en": because}, "assert": condition, "when": condition, "remedy": because}
    text = yaml.safe_dump({"rules": [rule, rule]}, default_style=style, width=width, sort_keys=False)
    assert read_yaml(text, "csl.yaml").roots
    assert as_read(text) == Quoted(text)


@pytest.mark.parametrize("file", sorted(RULES.rglob("*.yaml")), ids=lambda file: file.stem)
def test_a_shipped_file_is_left_alone(file: Path) -> None:
    text = file.read_text("utf-8")
    assert with_quotes(text, "csl.yaml") == Quoted(text)


@pytest.mark.parametrize("condition", ["! a.b", "!a.b", 'a.b == "x #y"', "[a.b]"])
def test_a_condition_that_yaml_reads_and_misreads_is_said(condition: str) -> None:
    text = f"rules:\n  - assert: {condition}\n    because: x\n"
    assert read_yaml(text, "csl.yaml").roots
    assert [fault.line for fault in as_read(text).faults] == [2]
