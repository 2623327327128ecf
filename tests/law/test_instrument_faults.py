"""What is wrong with an instrument's file, at its place, with what to write."""

from __future__ import annotations

import pytest
from tests.law.small_law import HEAD, PROVISIONS, VERSIONS

from reglint.documents.yaml import read_yaml
from reglint.law.instruments import parse_instrument

FAULTS = [
    (
        "a missing key",
        HEAD.replace("force: statute\n", "") + VERSIONS + PROVISIONS,
        'law.yaml:1:1: error[missing-key] "force" is missing. Write force: statute.',
    ),
    (
        "a missing key of a provision",
        HEAD + VERSIONS + PROVISIONS.replace("    duty: {en: Keep, zh: 保存}\n", ""),
        'law.yaml:10:5: error[missing-key] "duty" is missing. Write duty: {en: …, zh: …}.',
    ),
    (
        "a missing language",
        HEAD + VERSIONS + PROVISIONS.replace(", zh: 保存", ""),
        'law.yaml:12:5: error[missing-key] "zh" is missing. Write zh: 日志留存六个月.',
    ),
    (
        "an unknown key",
        HEAD.replace("titles", "title") + VERSIONS + PROVISIONS,
        'law.yaml:3:1: error[unknown-key] Unknown key "title". Did you mean "titles"?',
    ),
    (
        "an unknown key that is like no other",
        HEAD + VERSIONS + PROVISIONS.replace("en: Keep, zh", "xyz: Keep, en: Keep, zh"),
        'law.yaml:12:12: error[unknown-key] Unknown key "xyz". Write one of: en, ja, zh.',
    ),
    (
        "a word outside its list",
        HEAD.replace("statute", "statut") + VERSIONS + PROVISIONS,
        'law.yaml:4:8: error[wrong-value] "statut" cannot stand at "force". Did you mean "statute"?',
    ),
    (
        "a number that is no text",
        HEAD + VERSIONS.replace('"1"', "2016") + PROVISIONS,
        'law.yaml:8:10: error[wrong-value] "id" is a text, and 2016 is a number. Write it in quotes: "2016".',
    ),
    (
        "a version that would lose its zero",
        HEAD + VERSIONS.replace('"1"', "1.10") + PROVISIONS,
        'law.yaml:8:10: error[wrong-value] "id" is a text, and 1.10 is a number. Write it in quotes: "1.10".',
    ),
    (
        "nothing where a text is needed",
        HEAD.replace("xx-law", "") + VERSIONS + PROVISIONS,
        'law.yaml:1:1: error[wrong-value] At "id" stands nothing. Write cn-csl.',
    ),
    (
        "an id in capitals",
        HEAD.replace("xx-law", "XX Law") + VERSIONS + PROVISIONS,
        'law.yaml:1:5: error[wrong-value] "XX Law" is not written as "id" must be. Write it like cn-csl.',
    ),
    (
        "no day",
        HEAD + VERSIONS.replace("2020-01-01", "1.1.2020") + PROVISIONS,
        'law.yaml:8:21: error[wrong-value] "1.1.2020" is no day. Write it like 2026-01-01.',
    ),
    (
        "a number of seconds",
        HEAD + VERSIONS.replace("2020-01-01", "1577836800") + PROVISIONS,
        'law.yaml:8:21: error[wrong-value] "1577836800" is no day. Write it like 2026-01-01.',
    ),
    (
        "a day that no month has",
        HEAD + VERSIONS.replace("2020-01-01", "2021-02-29") + PROVISIONS,
        'law.yaml:8:21: error[wrong-value] "2021-02-29" is not in the calendar. Write it like 2026-01-01.',
    ),
    (
        "a list that is a text",
        HEAD + "versions: 2020\n" + PROVISIONS,
        (
            'law.yaml:7:11: error[wrong-value] At "versions" stands a number. '
            'Write [{from: 2026-01-01, id: "2025"}].'
        ),
    ),
    (
        "a mapping that is a list",
        HEAD.replace("{en: Law}", "[Law]") + VERSIONS + PROVISIONS,
        (
            'law.yaml:3:1: error[wrong-value] At "titles" stands a list. Write '
            "{en: Cybersecurity Law, zh: 网络安全法}."
        ),
    ),
    (
        "a boolean that is no text",
        HEAD.replace("xx-law", "true") + VERSIONS + PROVISIONS,
        'law.yaml:1:5: error[wrong-value] "id" is a text, and true is a boolean. Write it in quotes: "true".',
    ),
    (
        "an id beyond measure",
        HEAD.replace("xx-law", "x" * 81) + VERSIONS + PROVISIONS,
        (
            f'law.yaml:1:5: error[wrong-value] "{"x" * 81}" cannot stand at "id". '
            "String should have at most 80 characters."
        ),
    ),
    (
        "no day of a suspension",
        HEAD + VERSIONS + "suspended: [{from: null, by: a court}]\n" + PROVISIONS,
        'law.yaml:9:14: error[wrong-value] "null" is no day. Write it like 2026-01-01.',
    ),
    (
        "a limit that is a text",
        HEAD + VERSIONS + PROVISIONS + "    limits: {retention: 6 months}\n",
        'law.yaml:13:25: error[wrong-value] At "retention" stands a text. Write {op: …, value: …}.',
    ),
    (
        "an issuer that is a text",
        HEAD.replace("{en: Parliament}", "Parliament") + VERSIONS + PROVISIONS,
        (
            'law.yaml:5:9: error[wrong-value] At "issuer" stands a text. '
            "Write {original: …, en: …, zh: …, ja: …}."
        ),
    ),
    (
        "an empty text",
        HEAD + VERSIONS + PROVISIONS.replace("Keep", "' '"),
        'law.yaml:12:16: error[wrong-value] "en" is empty. Write Logs are kept for six months.',
    ),
    (
        "no version at all",
        HEAD + "versions: []\n" + PROVISIONS,
        'law.yaml:7:1: error[wrong-value] "versions" is empty. Write [{from: 2026-01-01, id: "2025"}].',
    ),
    (
        "a version with no day",
        HEAD + VERSIONS.replace("2020-01-01", "null") + PROVISIONS,
        (
            'law.yaml:8:15: error[missing-key] Version "1" has no first day. '
            "Write seen: and the day of the text that was read."
        ),
    ),
    (
        "a version that ends before it begins",
        HEAD + VERSIONS.replace("}", ", until: 2019-12-31}") + PROVISIONS,
        (
            "law.yaml:8:40: error[wrong-value] The last day, 2019-12-31, lies before the first, 2020-01-01. "
            "Write a day from 2020-01-01 on."
        ),
    ),
    (
        "a suspension that ends before it begins",
        HEAD + VERSIONS + "suspended: [{from: 2021-02-01, until: 2021-01-31, by: a court}]\n" + PROVISIONS,
        (
            "law.yaml:9:39: error[wrong-value] The last day, 2021-01-31, lies before the first, 2021-02-01. "
            "Write a day from 2021-02-01 on."
        ),
    ),
    (
        "two versions on one day",
        HEAD + VERSIONS + '  - {id: "2", from: 2021-01-01}\n' + PROVISIONS,
        (
            'law.yaml:9:21: error[version-overlap] Versions "1" and "2" are in force on the same day. '
            "Write until: in the earlier one."
        ),
    ),
    (
        "two versions of one name",
        HEAD
        + VERSIONS.replace("}", ", until: 2020-12-31}")
        + '  - {id: "1", from: 2021-01-01}\n'
        + PROVISIONS,
        'law.yaml:9:10: error[duplicate-id] "1" is there already, at law.yaml:8:10. Write another id.',
    ),
    (
        "two provisions of one name",
        HEAD + VERSIONS + PROVISIONS + PROVISIONS.removeprefix("provisions:\n"),
        'law.yaml:13:9: error[duplicate-id] "keep" is there already, at law.yaml:10:9. Write another id.',
    ),
    (
        "a place in no version",
        HEAD + VERSIONS + PROVISIONS.replace('{"1":', '{"2":'),
        'law.yaml:11:10: error[unknown-version] xx-law has no version "2". Write one of: 1.',
    ),
    (
        "a penalty that is nowhere",
        HEAD + VERSIONS + PROVISIONS + "    penalties: [kept]\n",
        'law.yaml:13:17: error[unknown-provision] xx-law has no provision "kept". Did you mean "keep"?',
    ),
    (
        "a place that ends before it begins",
        HEAD + VERSIONS + PROVISIONS.replace('"3"', '"3", from: 2022-01-01, until: 2021-01-01'),
        (
            "law.yaml:11:55: error[wrong-value] The last day, 2021-01-01, lies before the first, 2022-01-01. "
            "Write a day from 2022-01-01 on."
        ),
    ),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_a_fault_is_said_at_its_place_with_what_to_write(text: str, expected: str) -> None:
    assert expected in _faults(text)


def test_all_faults_are_said_in_one_run() -> None:
    text = HEAD + VERSIONS + PROVISIONS + "    penalty: [x]\n  - {id: other, at: {'2': {article: 4}}}\n"
    text += "  - {id: third, at: {'2': {article: '4'}}, duty: {en: Do, zh: 做}}\n"
    assert [fault.partition("] ")[0] for fault in _faults(text)] == [
        "law.yaml:13:5: error[unknown-key",
        "law.yaml:14:37: error[wrong-value",
        "law.yaml:14:5: error[missing-key",
        "law.yaml:15:22: error[unknown-version",
    ]


@pytest.mark.parametrize("text", ["", "[]", "3", "a: 1", "provisions: {a: 1}", "provisions: 3"])
def test_anything_else_is_a_fault_and_never_a_crash(text: str) -> None:
    assert _faults(text)


def _faults(text: str) -> list[str]:
    """The diagnostics of an instrument's file, as they are printed."""
    (root,) = read_yaml(text, "law.yaml").roots
    return [str(fault) for fault in parse_instrument(root, "law.yaml")[1]]
