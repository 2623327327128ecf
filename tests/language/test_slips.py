"""One slip, one line: mistakes in real rules, where each is said, and whether the mend that is named works.

A row of slips.tsv changes one piece of a sound rule, shipped or of slip_rules.yaml: `sound` becomes `slip`.
`at` is the text at which the slip is said. `then` is what comes of it:

- `rule`: the message names a mend, `says`. With it in place of `replaces`, the rule is the sound one again.
- `loads`: the same, but the rule is another one that loads with nothing said of it.
- `unnamed`: the message contains `says`, from which no mend can be taken and put in. `why` says why not.
- `uncaught`: nothing is said. `why` says why the slip is as sound as the rule.

`replaces` is empty where the mend takes the place at which the slip is said, and (before) where it is put
before that.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest

from reglint.documents.lookup import plain
from reglint.documents.yaml import read_yaml
from reglint.language.checker import Checked, check
from reglint.language.fault import Fault
from reglint.language.parser import parse_syntax
from reglint.language.syntax import Binary, Conditional
from reglint.model.schema import FactType, ObjectType, ScalarType
from reglint.pipeline.knowledge import Knowledge, load_knowledge

Rules: TypeAlias = Mapping[str, str]

HERE = Path(__file__).parent
AT_THE_END = "(end)"
BEFORE = "(before)"
OTHER_FACTS = {
    "backup": ObjectType(
        {
            "last": ScalarType("timestamp"),
            "restored": ScalarType("date"),
            "share": ScalarType("percent"),
            "target": ScalarType("ip"),
        }
    ),
    "crypto": ObjectType({"minimum_tls": ScalarType("version")}),
    "users": ObjectType(
        {"daily_limit": ScalarType("money"), "minimum_age": ScalarType("integer", minimum=0)}
    ),
}
NAMED = {"rule", "loads"}

# A message ends in `did you mean "…"?`, in `leave it out`, or in `write` with a mend or several: `a, b or c`.
MEANT = re.compile(r'(?:"(?P<parent>[^"]*\.)?[^"]*".*)?did you mean "(?P<word>[^"]*)"\?$')
WRITTEN = re.compile(r"(?:^|; |elements )write (.+)$")
OR = re.compile(r", or | or |, ")
WHERE = re.compile(
    r"(?: alone| for .+| before a field| after the variable \w+| of the first element"
    r"| to look for one| before it|, not (?:\"[^\"]*\"|'[^']*'))$"
)
PIECE = re.compile(r'"(?:[^"\\]|\\.)*"' + r"|'[^']*'|.", re.DOTALL)


@dataclass(frozen=True)
class Slip:
    """A row of the table."""

    rule: str
    sound: str
    slip: str
    at: str
    then: str
    says: str
    replaces: str
    why: str

    @property
    def place(self) -> str:
        return self.at.replace(AT_THE_END, "")

    def made_in(self, rule: str) -> str:
        """The rule with the slip. What is sound stands in it once."""
        assert rule.count(self.sound) == 1, f"{self.sound!r} does not stand once in {rule}"
        return rule.replace(self.sound, self.slip)


def read_slips() -> list[Slip]:
    with (HERE / "slips.tsv").open(encoding="utf-8", newline="") as file:
        return [Slip(**row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


SLIPS = read_slips()
MENDED = [slip for slip in SLIPS if slip.then in NAMED]
UNNAMED = [slip for slip in SLIPS if slip.then == "unnamed"]
UNCAUGHT = [slip for slip in SLIPS if slip.then == "uncaught"]


def ids(slips: list[Slip]) -> list[str]:
    return [f"{slip.rule}: {slip.slip}" for slip in slips]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture(scope="module")
def shipped(knowledge: Knowledge) -> Rules:
    return {loaded.rule.id: loaded.rule.assertion for loaded in knowledge.packs.rules}


@pytest.fixture(scope="module")
def rules(shipped: Rules) -> Rules:
    (root,) = read_yaml((HERE / "slip_rules.yaml").read_text("utf-8"), "slip_rules.yaml").roots
    others = plain(root)
    assert isinstance(others, Mapping)
    return {**shipped, **others}


@pytest.fixture(scope="module")
def schema(knowledge: Knowledge) -> ObjectType:
    shipped = knowledge.vocabulary.schema.fields
    return ObjectType({**shipped, **{area: with_others(shipped[area], area) for area in OTHER_FACTS}})


def with_others(area: FactType, name: str) -> ObjectType:
    """An area of the vocabulary and what is said of it here alone."""
    assert isinstance(area, ObjectType)
    return ObjectType({**area.fields, **OTHER_FACTS[name].fields})


def faults(source: str, schema: ObjectType) -> tuple[Fault, ...]:
    expression = parse_syntax(source)
    if isinstance(expression, tuple):
        return expression
    checked = check(expression, schema)
    return checked.warnings if isinstance(checked, Checked) else checked


def mends(message: str) -> list[str]:
    """The mends that a message names: none where it only gives an example, or leaves a hole in each.

    Of a fact that is meant, what differs from the one that is not known: the steps before are the same.
    """
    if message.endswith("leave it out"):
        return [""]
    if meant := MEANT.search(message):
        return [meant["word"].removeprefix(meant["parent"] or "")]
    written = WRITTEN.search(message)
    if written is None or "such as " in written[1]:
        return []
    listed = [WHERE.sub("", mend) for mend in (written[1], *split_outside(OR, WHERE.sub("", written[1])))]
    return [mend for mend in dict.fromkeys(listed) if mend and "…" not in mend]


def split_outside(separator: re.Pattern[str], text: str) -> Iterator[str]:
    """The text, split at what stands outside brackets and quotes."""
    depth, start, at = 0, 0, 0
    while at < len(text):
        match = separator.match(text, at) if at > start and depth <= 0 else None
        if match:
            yield text[start:at]
            start = at = match.end()
            continue
        piece = PIECE.match(text, at)
        assert piece is not None
        depth += (piece[0] in "([") - (piece[0] in ")]")
        at = piece.end()
    yield text[start:]


def mended(source: str, fault: Fault, slip: Slip) -> str:
    """The rule with the mend in it, in parentheses where it is an operation."""
    operation = isinstance(parse_syntax(slip.says), Binary | Conditional)
    start, end = replaced(source, fault, slip.replaces)
    return source[:start] + (f"({slip.says})" if operation else slip.says) + source[end:]


def replaced(source: str, fault: Fault, text: str) -> tuple[int, int]:
    """Where the text stands that a mend replaces: at the place of the fault, or quoted in the message."""
    if text in {"", BEFORE}:
        return fault.offset, fault.offset if text else fault.end
    spans = [match.span() for match in re.finditer(re.escape(text), source)]
    near = [(start, end) for start, end in spans if start <= fault.end and fault.offset <= end]
    (span,) = near or [span for span in spans if f'"{text}"' in fault.message]
    return span


def test_the_rules_are_sound_before_the_slip(rules: Rules, schema: ObjectType) -> None:
    assert {name: faults(rule, schema) for name, rule in rules.items()} == dict.fromkeys(rules, ())


@pytest.mark.parametrize("slip", MENDED, ids=ids(MENDED))
def test_the_mend_that_a_message_names_mends_the_slip(slip: Slip, rules: Rules, schema: ObjectType) -> None:
    source = slip.made_in(rules[slip.rule])
    (fault,) = faults(source, schema)
    assert source[fault.offset : fault.end] == slip.place
    assert slip.says in mends(fault.message), fault.message
    after = mended(source, fault, slip)
    same = parse_syntax(after) == parse_syntax(rules[slip.rule])
    assert (faults(after, schema), "rule" if same else "loads") == ((), slip.then), after


@pytest.mark.parametrize("slip", UNNAMED, ids=ids(UNNAMED))
def test_a_slip_without_a_mend_is_said_in_one_line_at_its_place(
    slip: Slip, rules: Rules, schema: ObjectType
) -> None:
    source = slip.made_in(rules[slip.rule])
    (fault,) = faults(source, schema)
    assert source[fault.offset : fault.end] == slip.place
    assert slip.says in fault.message
    assert slip.why


@pytest.mark.parametrize("slip", UNCAUGHT, ids=ids(UNCAUGHT))
def test_a_slip_that_is_as_sound_as_the_rule_is_let_through(
    slip: Slip, rules: Rules, schema: ObjectType
) -> None:
    assert faults(slip.made_in(rules[slip.rule]), schema) == ()
    assert slip.why


def test_how_many_slips_are_caught_and_mended_is_known() -> None:
    assert Counter(slip.then for slip in SLIPS) == {"rule": 489, "loads": 80, "unnamed": 109, "uncaught": 10}


def test_how_many_messages_name_one_mend_and_not_several_to_choose_from(
    rules: Rules, schema: ObjectType
) -> None:
    messages = [faults(slip.made_in(rules[slip.rule]), schema)[0].message for slip in MENDED]
    assert Counter(len(mends(message)) == 1 for message in messages) == {True: 503, False: 66}


def test_no_slip_is_told_twice() -> None:
    told = [(slip.rule, slip.sound, slip.slip) for slip in SLIPS]
    assert len({*told}) == len(told)


def test_every_shipped_rule_has_its_slips(shipped: Rules) -> None:
    assert {*shipped} - {slip.rule for slip in (*MENDED, *UNNAMED)} == set()
