from __future__ import annotations

from collections.abc import Callable

import pytest

from reglint.facts.collect import Collected
from reglint.model.assessment import Skipped, SourceRead
from reglint.model.diagnostic import Level
from reglint.model.fact import Fact, Unknown
from reglint.model.verdict import Reason

Seen = Callable[..., list[str]]
CollectFiles = Callable[..., Collected]

URL = "jdbc:mysql://h/d?useSSL=false"


def test_every_file_that_a_source_knows_is_read(collected: CollectFiles) -> None:
    files = {
        "application.yml": "server:\n  port: 80\n",
        "notes.yml": "a: 1\n",
        "jdbc.properties": f"jdbc.url={URL}\njdbc.password=x9!\n",
    }
    assert collected(files).read == (
        SourceRead("application.yml", "spring", 0),
        SourceRead("jdbc.properties", "jdbc, properties", 7),
    )


def test_a_setting_that_two_sources_know_is_one_observation(seen: Seen) -> None:
    text = f"spring:\n  datasource:\n    url: {URL}\n    password: k7!fQz0p\n"
    assert seen({"application.yml": text}) == [
        "datastores[name=spring.datasource].engine = mysql @ 3:10",
        "datastores[name=spring.datasource].authentication = true @ 4:15 (8 to 15 characters)",
        "datastores[name=spring.datasource].tls = false @ 3:10 (useSSL=false)",
        "datastores[name=spring.datasource].crosses_internet = false @ 3:10 (host h)",
        "secrets[name=spring.datasource.password].strength = set @ 4:15 (8 to 15 characters)",
    ]


def test_a_jdbc_url_in_a_document_for_a_profile_is_of_that_profile(seen: Seen) -> None:
    text = f"spring: {{profiles: prod}}\nspring.datasource.url: {URL}\n"
    assert "prod datastores[name=spring.datasource].tls = false @ 2:24 (useSSL=false)" in seen(
        {"application.yml": text}
    )


def test_a_profile_that_has_an_address_of_its_own_is_one_observation(seen: Seen) -> None:
    files = {
        "application.yml": f"spring:\n  datasource:\n    url: {URL}\n    password: k7!fQz0p\n",
        "application-prod.yml": "spring:\n  datasource:\n    url: jdbc:mysql://db/d?useSSL=false\n",
    }
    store, profile = "prod datastores[name=spring.datasource]", "application-prod.yml"
    assert [one for one in seen(files) if one.startswith("prod ")] == [
        f"{store}.engine = mysql @ {profile}:3:10",
        f"{store}.authentication = true @ application.yml:4:15 (8 to 15 characters)",
        f"{store}.tls = false @ {profile}:3:10 (useSSL=false)",
        f"{store}.crosses_internet = false @ {profile}:3:10 (host db)",
    ]


def test_a_value_behind_an_alias_is_one_observation(seen: Seen) -> None:
    text = "x-env: &env {A_PASSWORD: k7!fQz0p}\nservices: {a: {environment: *env}, b: {environment: *env}}\n"
    assert seen({"compose.yml": text}) == [
        "secrets[name=A_PASSWORD].strength = set @ 1:26 (8 to 15 characters)"
    ]


def test_the_component_of_a_container_is_its_service(collected: CollectFiles) -> None:
    files = {"deploy/compose.yml": "services: {cache: {image: redis}}"}
    records = [one.record for one in collected(files, ("deploy",)).observations]
    assert {(one.name.partition("[")[0], one.component, one.environment) for one in records} == {
        ("datastores", "deploy/cache", "default"),
        ("workloads", "deploy/cache", "default"),
    }


def test_an_unreadable_file_of_a_sure_name_leaves_its_facts_unknown(collected: CollectFiles) -> None:
    result = collected({"app/application.yml": "a: 1\na: 2\n"})
    lists = {one.into for one in result.observations}
    facts = [fact for one in result.observations for fact in one.record.fields.values()]
    assert lists == {
        "access.sessions[]",
        "datastores[]",
        "logging.streams[]",
        "network.endpoints[]",
        "secrets[]",
    }
    assert {fact.value for fact in facts if isinstance(fact, Fact)} == {Unknown(Reason.UNREADABLE)}
    assert {str(fact.place) for fact in facts} == {"app/application.yml:2:1"}
    assert result.read == ()
    assert result.skipped == (
        Skipped("app/application.yml", '"a" stands twice in this mapping, first in line 1.'),
    )
    assert [(one.code, one.level, one.line) for one in result.diagnostics] == [
        ("yaml-duplicate-key", Level.WARNING, 2)
    ]


def test_an_unreadable_file_of_any_name_is_skipped(collected: CollectFiles) -> None:
    result = collected({"notes.yml": "spring: [\n"})
    assert result.observations == ()
    assert [one.path for one in result.skipped] == ["notes.yml"]
    assert result.diagnostics == ()


@pytest.mark.parametrize("path", ["nginx.conf", "nginx/sites/pay.conf"])
def test_an_unreadable_file_with_the_words_of_a_product_leaves_its_facts_unknown(
    path: str, collected: CollectFiles
) -> None:
    result = collected({path: "http {\n  server { listen 80;\n}\n"})
    assert {one.into for one in result.observations} == {"network.endpoints[]", "logging.streams[]"}
    assert [(one.path, one.level, one.line) for one in result.diagnostics] == [(path, Level.WARNING, 1)]


def test_an_unreadable_file_without_them_is_skipped(collected: CollectFiles) -> None:
    result = collected({"nginx/proxy.conf": "proxy_set_header Host $host"})
    assert (result.observations, result.diagnostics) == ((), ())
    assert [one.path for one in result.skipped] == ["nginx/proxy.conf"]


def test_a_file_that_one_source_can_read_is_not_skipped(collected: CollectFiles) -> None:
    result = collected({"docker-compose.yml": "services: {a: {image: redis, x: @b@}}\n"})
    assert [one.path for one in result.skipped] == ["docker-compose.yml"]
    result = collected({"application.yml": "spring: {version: @project.version@}\n"})
    assert (result.skipped, [one.path for one in result.read]) == ((), ["application.yml"])


@pytest.mark.parametrize(
    "data",
    [b"\xff\xfea\x00", "# 中文\na: 1".encode("gb18030"), b"a: \x00", b"x" * 5_000_000, b"{" * 100_000],
    ids=["utf-16", "gb18030", "binary", "too large", "too deep"],
)
def test_a_broken_file_never_stops_the_run(collected: CollectFiles, data: bytes) -> None:
    result = collected({"application.yml": data, "b/application.yml": "spring.redis.host: h\n"})
    assert [one.path for one in result.skipped] == ["application.yml"]
    assert "datastores[name=spring.redis]" in [one.record.name for one in result.observations]


def test_maven_fills_in_what_yaml_would_refuse(seen: Seen) -> None:
    text = "spring:\n  profiles: {active: @profile@}\n  cloud:\n    nacos: {password: @nacos.password@}\n"
    detail = "the text stands for a value that is not in the file"
    assert seen({"application.yml": text}) == [
        f"secrets[name=spring.cloud.nacos.password].strength = ? unresolved: {detail} @ 4:23"
    ]


@pytest.mark.parametrize(
    "paths",
    [
        ("messages.properties",),
        ("i18n/pay.properties",),
        ("pay.properties", "pay_zh_CN.properties"),
        ("a/locales/pay.properties",),
        ("ValidationMessages.properties",),
        ("application-messages.properties",),
    ],
)
def test_words_of_a_user_interface_are_no_secrets(seen: Seen, paths: tuple[str, ...]) -> None:
    assert seen(dict.fromkeys(paths, "label.password=Password\n")) == []


def test_logback_is_read_with_its_own_properties_and_profiles(seen: Seen) -> None:
    text = """<configuration>
<property name="DAYS" value="7"/>
<springProfile name="prod"><appender name="A">
<rollingPolicy><maxHistory>${DAYS}</maxHistory><fileNamePattern>a.%d.log</fileNamePattern></rollingPolicy>
</appender></springProfile>
</configuration>"""
    assert seen({"logging.xml": text}) == ["prod logging.streams[name=A].retention = 7 days @ 4:28"]
