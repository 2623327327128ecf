"""Documents of one Spring application: profiles over defaults, in one file or in several."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]

BASE = "spring:\n  redis:\n    host: h\n    password: k7!fQz0p\n"
REDIS = "datastores[name=spring.redis]"


def authentication(lines: list[str]) -> list[str]:
    return [line for line in lines if ".authentication" in line]


def test_a_profile_inherits_the_default_of_its_application(seen: Seen) -> None:
    files = {"a/application.yml": BASE, "a/application-dev.yml": "spring:\n  redis:\n    host: dev\n"}
    assert authentication(seen(files)) == [
        f"{REDIS}.authentication = true @ a/application.yml:4:15 (8 to 15 characters)",
        f"dev {REDIS}.authentication = true @ a/application.yml:4:15 (8 to 15 characters)",
    ]


def test_a_profile_says_only_what_it_says_itself(seen: Seen) -> None:
    files = {"a/application.yml": BASE, "a/application-dev.yml": "server:\n  port: 80\n"}
    assert authentication(seen(files)) == [
        f"{REDIS}.authentication = true @ a/application.yml:4:15 (8 to 15 characters)"
    ]


@pytest.mark.parametrize(
    ("other", "environment"),
    [
        ("b/application-dev.yml", "dev "),
        ("a/gateway-dev.yml", "dev "),
        ("a/sub/application-dev.yml", "dev "),
        ("a/src/test/resources/application.yml", "test "),
    ],
)
def test_another_application_inherits_nothing(seen: Seen, other: str, environment: str) -> None:
    files = {"a/application.yml": BASE, other: "spring:\n  redis:\n    host: h\n"}
    assert authentication(seen(files))[1] == (
        f"{environment}{REDIS}.authentication = false @ {other}:2:3 (product default)"
    )


def test_the_config_folder_is_of_the_same_application(seen: Seen) -> None:
    files = {"a/application.yml": BASE, "a/config/application-dev.yml": "spring:\n  redis:\n    host: dev\n"}
    assert "= true" in authentication(seen(files))[1]


def test_documents_of_one_file_are_laid_over_each_other(seen: Seen) -> None:
    text = "spring:\n  redis:\n    host: h\n---\nspring:\n  redis:\n    password: k7!fQz0p\n"
    assert authentication(seen({"application.yml": text})) == [
        f"{REDIS}.authentication = true @ 7:15 (8 to 15 characters)"
    ]


@pytest.mark.parametrize(
    ("profile", "environment"),
    [
        ("spring: {config: {activate: {on-profile: prod}}}", "prod"),
        ("spring: {config: {activate: {on-profile: [prod, stage]}}}", "prod,stage"),
        ('spring: {config: {activate: {on-profile: "!dev"}}}', "!dev"),
        ("spring: {profiles: prod}", "prod"),
        ("spring.profiles: prod", "prod"),
    ],
)
def test_a_document_may_be_for_a_profile(seen: Seen, profile: str, environment: str) -> None:
    text = f"{BASE}---\n{profile}\nspring.redis.host: other\n".replace("\nspring.redis", "\nspring.redis")
    assert authentication(seen({"application.yml": text}))[1].startswith(f"{environment} {REDIS}")


@pytest.mark.parametrize(
    "text", ["spring: {profiles: {active: prod}}", "spring: {config: {import: x}}", "spring: x"]
)
def test_naming_the_active_profile_makes_none(seen: Seen, text: str) -> None:
    assert authentication(seen({"application.yml": f"{text}\nspring.redis.host: h\n"})) == [
        f"{REDIS}.authentication = false @ 2:1 (product default)"
    ]


def test_a_profile_of_a_file_and_of_a_document_are_one(seen: Seen) -> None:
    files = {
        "application.yml": f"{BASE}---\nspring: {{profiles: dev}}\nserver.port: 1\n",
        "application-dev.yml": "spring.redis.password:\n",
    }
    assert authentication(seen(files))[1] == f"dev {REDIS}.authentication = false @ application-dev.yml:1:1"


def test_a_placeholder_finds_its_value_in_another_document_of_the_application(seen: Seen) -> None:
    files = {
        "a/bootstrap.yml": "redis.pw: k7!fQz0p\n",
        "a/application.yml": "spring.redis: {host: h, password: '${redis.pw}'}\n",
        "b/application.yml": "spring.redis: {host: h, password: '${redis.pw}'}\n",
    }
    assert [line.rpartition(" (")[2] for line in authentication(seen(files))] == [
        "8 to 15 characters)",
        "read from redis.pw)",
    ]


def test_sources_without_profiles_see_each_document_alone(seen: Seen) -> None:
    one = "server { listen 80; server_name a; }"
    files = {"nginx/a.conf": one, "nginx/b.conf": one.replace("80", "443 ssl")}
    assert [line for line in seen(files) if ".tls" in line] == [
        "network.endpoints[server=a,port=80].tls = false @ nginx/a.conf:1:10",
        "network.endpoints[server=a,port=443].tls = true @ nginx/b.conf:1:10",
    ]


def test_a_profile_fills_in_what_the_default_refers_to(seen: Seen) -> None:
    files = {
        "a/application.yml": (
            "spring:\n  datasource:\n    password: ${db.pw}\n    hikari: {password: '${x}'}\n"
        ),
        "a/application-prod.yml": "db: {pw: root}\n",
        "a/application-dev.yml": "db: {name: root}\n",
    }
    name = "secrets[name=spring.datasource"
    assert seen(files) == [
        f"{name}.password].strength = reference @ a/application.yml:3:15 (read from db.pw)",
        f"{name}.hikari.password].strength = reference @ a/application.yml:4:24 (read from x)",
        f"prod {name}.password].strength = default @ a/application.yml:3:15 (fewer than 8 characters)",
    ]


def test_a_profile_with_nothing_but_a_password_has_no_data_store_of_its_own(seen: Seen) -> None:
    base = "url: 'jdbc:mysql://db/a'\nspring: {datasource: {password: x}, data: {redis: {host: h}}}\n"
    profile = (
        "spring:\n  datasource: {password: '${A}'}\n  data:\n    redis: {password: '${B}'}\nx: 'jdbc:'\n"
    )
    lines = seen({"application.yml": base, "application-prod.yml": profile}, "datastores")
    assert {line.rpartition("]")[0] for line in lines if line.startswith("prod")} == {
        "prod datastores[name=spring.data.redis"
    }
