from __future__ import annotations

import pytest

from reglint.documents.yaml import read_yaml
from reglint.facts.declared import Declared, element_name, read_declared
from reglint.model.diagnostic import Diagnostic
from reglint.model.duration import Duration, DurationKind
from reglint.model.fact import Fact, Record, Series, Unknown
from reglint.model.place import Place
from reglint.model.schema import ListType, ObjectType, ScalarType
from reglint.model.verdict import Basis, Reason

SCHEMA = ObjectType(
    {
        "logging": ObjectType(
            {
                "streams": ListType(
                    ObjectType({"name": ScalarType("string"), "retention": ScalarType("duration")}),
                    identity=("name",),
                )
            }
        ),
        "platform": ObjectType(
            {
                "level": ScalarType("integer"),
                "roles": ObjectType({"cn": ListType(ScalarType("string"), inventory=False)}),
            }
        ),
    }
)


def declared(text: str, *, header: bool = True) -> Declared:
    return read_declared(read_yaml(text, "platform.yaml").roots[0], SCHEMA, header=header)


def said(text: str) -> Declared:
    return declared(f'reglint: "1"\n{text}')


def faults(text: str) -> list[str]:
    return [
        f"{one.line}:{one.column} {one.code}: {one.message}{one.hint and ' '}{one.hint}"
        for one in said(text).diagnostics
    ]


def test_a_platform_file_is_a_tree_of_facts() -> None:
    text = "platform: {level: 3}\nlogging:\n  streams: [{name: pay, retention: 6 months, component: web}]\n"
    name = "logging.streams[name=pay]"
    pointer = "/logging/streams/0"
    assert said(text) == Declared(
        Record(
            "",
            {
                "platform": Record(
                    "platform",
                    {
                        "level": Fact(
                            "platform.level",
                            3,
                            Basis.DECLARED,
                            Place("platform.yaml", 2, 19, "/platform/level", 1),
                            "3",
                        )
                    },
                    Place("platform.yaml", 2, 1, "/platform"),
                ),
                "logging": Record(
                    "logging",
                    {
                        "streams": Series(
                            "logging.streams",
                            (
                                Record(
                                    name,
                                    {
                                        "name": Fact(
                                            f"{name}.name",
                                            "pay",
                                            Basis.DECLARED,
                                            Place("platform.yaml", 4, 20, f"{pointer}/name", 3),
                                            "pay",
                                        ),
                                        "retention": Fact(
                                            f"{name}.retention",
                                            Duration(DurationKind.MONTHS, 6),
                                            Basis.DECLARED,
                                            Place("platform.yaml", 4, 36, f"{pointer}/retention", 8),
                                            "6 months",
                                        ),
                                    },
                                    Place("platform.yaml", 4, 13, pointer),
                                    "web",
                                ),
                            ),
                            Place("platform.yaml", 4, 3, "/logging/streams"),
                        )
                    },
                    Place("platform.yaml", 3, 1, "/logging"),
                ),
            },
            Place("platform.yaml", 1, 1),
        )
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("platform: {levle: 3}", '2:12 unknown-fact: unknown fact "levle"; did you mean "level"?'),
        ("zzz: 1", '2:1 unknown-fact: unknown fact "zzz"'),
        (
            "logging: {streams: [{name: a, kept: 1}]}",
            '2:31 unknown-fact: unknown fact "kept"',
        ),
        (
            "platform: {level: '3'}",
            '2:19 type: platform.level: "3" is no whole number; write one without quotes',
        ),
        (
            "logging: {streams: [{name: a, retention: 180}]}",
            (
                "2:42 type: logging.streams[name=a].retention: 180 is no duration: "
                "a duration is text with its unit; write 180 days, 6 months, 4 hours …"
            ),
        ),
        ("logging: {streams: {name: a}}", "2:11 type: logging.streams is a list; write it so"),
        ("platform: [1]", "2:1 type: platform is a mapping; write it so"),
        ("logging: {streams: [pay]}", "2:21 type: logging.streams[0] is a mapping; write it so"),
        (
            "logging:\n  streams: [{name: a}, {name: a}]",
            "3:3 duplicate: logging.streams[name=a] stands here twice; each element has its own name",
        ),
        ("observe: deploy", "2:10 observe: observe is a list of folders and files; write observe: [deploy/]"),
        ("observe: [1]", "2:1 observe: observe is a list of folders and files; write observe: [deploy/]"),
    ],
)
def test_a_fault_has_its_place_and_says_what_to_write(text: str, wanted: str) -> None:
    hint = " Own keys begin with x-." if "unknown-fact" in wanted else ""
    assert faults(text) == [wanted + hint]


def test_every_fault_is_told_in_one_run() -> None:
    assert len(faults("platform: {level: x, a: 1}\nb: 2\nobserve: 3")) == 4


@pytest.mark.parametrize(
    "text", ["x-own: 1", "platform: {x-note: [1]}", "observe: [deploy/]", "attestations: []", ""]
)
def test_own_keys_and_what_is_no_fact_are_no_faults(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("platform: {level: 1}", 'the first line of a platform file is missing; write reglint: "1"'),
        ('reglint: "2"', '"2" is no version of this format; write reglint: "1"'),
    ],
)
def test_the_version_of_the_format_is_said(text: str, message: str) -> None:
    assert [one.message for one in declared(text).diagnostics] == [message]


def test_the_command_line_needs_no_version_and_has_no_place() -> None:
    assert declared("{}", header=False) == Declared(Record("", {}))


def test_a_file_that_is_no_mapping_is_refused() -> None:
    fault = Diagnostic("shape", "a platform file is a mapping", "platform.yaml", 1, 1)
    assert declared("[1]") == Declared(Record("", {}), (), (fault,))


def test_what_to_observe_is_read() -> None:
    assert said("observe: [deploy/, a.yml]").observe == ("deploy/", "a.yml")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("platform:", Record("platform", {}, Place("platform.yaml", 2, 1, "/platform"))),
        (
            "platform: {level: }",
            Record(
                "platform",
                {
                    "level": Fact(
                        "platform.level",
                        Unknown(Reason.NULL),
                        Basis.DECLARED,
                        Place("platform.yaml", 2, 12, "/platform/level"),
                    )
                },
                Place("platform.yaml", 2, 1, "/platform"),
            ),
        ),
    ],
)
def test_a_key_without_a_value_is_no_fault(text: str, wanted: Record) -> None:
    assert said(text).facts.fields["platform"] == wanted
    assert said(text).diagnostics == ()


def test_a_list_without_a_value_is_unknown() -> None:
    record = said("logging: {streams: }").facts.fields["logging"]
    assert isinstance(record, Record)
    place = Place("platform.yaml", 2, 11, "/logging/streams")
    assert record.fields["streams"] == Fact("logging.streams", Unknown(Reason.NULL), Basis.DECLARED, place)


def test_an_empty_list_is_said_to_be_empty() -> None:
    platform = said("platform: {roles: {cn: []}}").facts.fields["platform"]
    assert isinstance(platform, Record)
    roles = platform.fields["roles"]
    assert isinstance(roles, Record)
    place = Place("platform.yaml", 2, 20, "/platform/roles/cn")
    assert roles.fields["cn"] == Series("platform.roles.cn", (), place, inventory=False)


def test_a_list_of_words_is_a_fact_a_word() -> None:
    platform = said("platform: {roles: {cn: [bank]}}").facts.fields["platform"]
    assert isinstance(platform, Record)
    roles = platform.fields["roles"]
    assert isinstance(roles, Record)
    pointer = "/platform/roles/cn"
    place = Place("platform.yaml", 2, 25, f"{pointer}/0", 4)
    bank = Fact("platform.roles.cn[0]", "bank", Basis.DECLARED, place, "bank")
    whole = Place("platform.yaml", 2, 20, pointer)
    assert roles.fields["cn"] == Series("platform.roles.cn", (bank,), whole, inventory=False)


def test_one_name_in_two_components_is_no_duplicate() -> None:
    elements = "[{name: a, component: x}, {name: a, component: y}, {name: a, environment: prod}]"
    assert faults(f"logging: {{streams: {elements}}}") == []


def test_an_element_without_identity_goes_by_its_position() -> None:
    assert element_name("a", ("id",), {}, 2) == "a[2]"
    assert element_name("a", ("id", "port"), {"port": "80"}, 2) == "a[port=80]"
