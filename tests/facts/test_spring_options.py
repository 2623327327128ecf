"""Options and JSON by which containers tell Spring's settings, and what outranks what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reglint.facts.collect import Collected

Seen = Callable[..., list[str]]
CollectFiles = Callable[..., Collected]

JSON = '{"spring":{"session":{"timeout":"3m"}}}'
NAMED = "access.sessions[name=http].idle_timeout = "


def service(*lines: str) -> dict[str, str]:
    return {"compose.yml": "services:\n  app:\n" + "".join(f"    {line}\n" for line in lines)}


def timeouts(seen: Seen, files: dict[str, str]) -> list[str]:
    return [one.removeprefix(NAMED) for one in seen(files, "access")]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["command: java -jar a.jar --spring.session.timeout=1m"], ["1 minute @ 3:55"]),
        (["command: [java, -Dspring.session.timeout=1m, -jar, a.jar]"], ["1 minute @ 3:46"]),
        (["command: ['--spring.session.timeout=1m']"], ["1 minute @ 3:41"]),
        (["environment: {JAVA_OPTS: -Xmx1g -Dspring.session.timeout=1m}"], ["1 minute @ 3:62"]),
        ([f"environment: {{SPRING_APPLICATION_JSON: '{JSON}'}}"], ["3 minutes @ 3:77"]),
        (
            ["entrypoint: sh -c 'exec java $$JAVA_OPTS -jar a.jar --spring.session.timeout=1m'"],
            ["1 minute @ 3:82"],
        ),
        (["command: java -jar a.jar -Dspring.session.timeout=1m"], []),
        (["command: java -jar a.jar -- --spring.session.timeout=1m"], []),
        (["command: java --spring.session.timeout=1m -jar a.jar"], []),
        (["command: python a.py --spring.session.timeout=1m"], []),
        (["command: sh -c 'if a; then java -jar a.jar --spring.session.timeout=1m; fi'"], []),
        (["command: sh start.sh --spring.session.timeout=1m"], []),
        (["environment: {KAFKA_OPTS: -Dspring.session.timeout=1m}"], []),
        (["environment: {SPRING_APPLICATION_JSON: 'spring.session.timeout'}"], []),
    ],
)
def test_an_option_is_a_setting(seen: Seen, lines: list[str], wanted: list[str]) -> None:
    assert timeouts(seen, service(*lines)) == wanted


VARIABLE = "SPRING_SESSION_TIMEOUT: 4m"
OPTION = "JAVA_TOOL_OPTIONS: -Dspring.session.timeout=2m"
DOCUMENT = f"SPRING_APPLICATION_JSON: '{JSON}'"


@pytest.mark.parametrize(
    ("command", "environment", "wanted"),
    [
        ("java -jar a.jar --spring.session.timeout=1m", [VARIABLE, OPTION, DOCUMENT], "1 minute"),
        ("java -jar a.jar", [VARIABLE, OPTION, DOCUMENT], "3 minutes"),
        ("java -jar a.jar", [VARIABLE, OPTION], "2 minutes"),
        ("java -Dspring.session.timeout=5m -jar a.jar", [VARIABLE, OPTION], "5 minutes"),
        ("java -jar a.jar", [VARIABLE], "4 minutes"),
        (f"[java, -jar, a.jar, '--spring.application.json={JSON}']", [VARIABLE, OPTION], "3 minutes"),
        (
            f"[java, -jar, a.jar, '--spring.application.json={{}}', '-Dspring.application.json={JSON}']",
            [VARIABLE, DOCUMENT],
            "4 minutes",
        ),
    ],
)
def test_the_command_line_outranks_json_that_properties_those_variables(
    seen: Seen, command: str, environment: list[str], wanted: str
) -> None:
    lines = [f"command: {command}", "environment:", *(f"  {one}" for one in environment)]
    assert [one.partition(" @ ")[0] for one in timeouts(seen, service(*lines))] == [wanted]


def test_where_the_order_is_not_known_both_are_seen(seen: Seen) -> None:
    lines = [
        "command: [java, -Dspring.session.timeout=1m, -jar, a.jar]",
        "environment: {JAVA_OPTS: -Dspring.session.timeout=2m}",
    ]
    assert timeouts(seen, service(*lines)) == ["1 minute @ 3:46", "2 minutes @ 4:55"]


def test_where_a_script_shows_the_order_one_is_seen(seen: Seen) -> None:
    lines = [
        "command: sh -c 'java -Dspring.session.timeout=1m $$JAVA_OPTS -jar a.jar'",
        "environment: {JAVA_OPTS: -Dspring.session.timeout=2m}",
    ]
    assert timeouts(seen, service(*lines)) == ["2 minutes @ 4:55"]


def test_a_value_that_a_script_takes_from_elsewhere_is_unknown(seen: Seen) -> None:
    lines = ["command: sh -c 'java -jar a.jar --spring.session.timeout=$$TIMEOUT'"]
    assert timeouts(seen, service(*lines)) == ["? unresolved: TIMEOUT is not set in the file @ 3:37"]


def test_what_a_variable_says_may_be_completed_by_an_option(seen: Seen) -> None:
    lines = [
        "command: java -jar a.jar --spring.redis.ssl=true",
        "environment: {SPRING_REDIS_HOST: h, SPRING_REDIS_PASSWORD: x9}",
    ]
    assert [one.partition(" @ ")[0] for one in seen(service(*lines), "datastores")] == [
        "datastores[name=spring.redis].engine = redis",
        "datastores[name=spring.redis].authentication = true",
        "datastores[name=spring.redis].tls = true",
    ]


def test_a_password_alone_is_a_secret_and_no_data_store(seen: Seen) -> None:
    lines = service("command: java -jar a.jar --spring.redis.password=root")
    assert [one.partition(" @ ")[0] for one in seen(lines)] == [
        "secrets[name=spring.redis.password].strength = default"
    ]


def test_a_password_in_json_is_a_secret_at_its_own_place(seen: Seen) -> None:
    lines = service("environment:", """  SPRING_APPLICATION_JSON: '{"spring.datasource.password": "root"}'""")
    assert seen(lines, "secrets") == [
        "secrets[name=spring.datasource.password].strength = default @ 4:64 (fewer than 8 characters)"
    ]


def test_a_url_that_an_option_outranks_is_not_seen(seen: Seen) -> None:
    lines = [
        "command: java -jar a.jar --spring.datasource.url=jdbc:mysql://a/b?sslMode=REQUIRED",
        "environment: {SPRING_DATASOURCE_URL: 'jdbc:mysql://a/b?useSSL=false'}",
    ]
    assert [one for one in seen(service(*lines), "datastores") if ".tls" in one] == [
        "datastores[name=spring.datasource].tls = true @ 3:54 (sslMode=REQUIRED)"
    ]


def test_manifests_and_maps_have_options_too(seen: Seen) -> None:
    pod = (
        "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n"
        "    - {name: a, command: [java, -jar, a.jar], args: [--spring.session.timeout=1m]}\n"
    )
    config = "apiVersion: v1\nkind: ConfigMap\ndata:\n  JAVA_OPTS: -Dspring.session.timeout=2m\n"
    assert timeouts(seen, {"pod.yml": pod}) == ["1 minute @ 5:79"]
    assert timeouts(seen, {"map.yml": config}) == ["2 minutes @ 4:39"]


@pytest.mark.parametrize(
    "text",
    [
        'FROM a\nENTRYPOINT ["java", "-jar", "a.jar"]\nCMD ["--spring.session.timeout=1m"]\n',
        "FROM a\nENTRYPOINT exec java $JAVA_OPTS -Dspring.session.timeout=1m -jar a.jar\n",
        "FROM a\nENV JAVA_TOOL_OPTIONS=-Dspring.session.timeout=1m\n",
        "FROM a\nENV SPRING_SESSION_TIMEOUT=1m\n",
    ],
)
def test_a_dockerfile_has_options_too(collected: CollectFiles, seen: Seen, text: str) -> None:
    assert [one.partition(" @ ")[0] for one in timeouts(seen, {"app/Dockerfile": text})] == ["1 minute"]
    made = collected({"app/Dockerfile": text}, ("app",)).observations
    assert [one.record.component for one in made if one.into == "access.sessions[]"] == ["app"]


@pytest.mark.parametrize(
    ("value", "wanted"),
    [("1m", "1 minute"), ("${OTHER}", "? unresolved: OTHER is not set in the file")],
)
def test_an_argument_of_a_container_may_name_its_variables(seen: Seen, value: str, wanted: str) -> None:
    pod = (
        "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: a\n"
        f"      args: [--spring.session.timeout=$(IDLE)]\n      env: [{{name: IDLE, value: '{value}'}}]\n"
    )
    assert [one.partition(" @ ")[0] for one in timeouts(seen, {"pod.yml": pod})] == [wanted]


def test_a_secret_stands_where_its_variable_is(seen: Seen) -> None:
    pod = (
        "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: a\n"
        "      args: [--spring.mail.password=$(DB_PASSWORD), --spring.mail.host=h]\n"
        "      env: [{name: DB_PASSWORD, value: root}]\n"
    )
    assert [one.partition(" @ ")[0] for one in seen({"pod.yml": pod}, "secrets")] == [
        "secrets[name=spring.mail.password].strength = reference",
        "secrets[name=DB_PASSWORD].strength = default",
    ]
