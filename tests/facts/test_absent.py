"""What a product does when a key is missing: a case for each `absent:` of the shipped sources."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.facts.terraform_store_texts import STORE_DEFAULTS
from tests.facts.terraform_texts import DEFAULTS

from reglint.facts.shipped import Vocabulary

Seen = Callable[..., list[str]]

POD = "apiVersion: v1\nkind: Pod\nspec:\n"
INGRESS = "apiVersion: networking.k8s.io/v1\nkind: Ingress\nspec:\n  rules:\n    - host: a\n"
PROVIDERS_DEFAULTS = {**DEFAULTS, **STORE_DEFAULTS}
UNGUARDED = {
    "privileged": "false",
    "escalates": "true",
    "root_read_only": "false",
    "host_network": "false",
    "capabilities_dropped": "false",
    "resources_limited": "false",
}
CASES: dict[tuple[str, str, str], tuple[str, str, str]] = {
    ("spring", "datastores[]", "authentication"): (
        "application.yml",
        "spring:\n  data:\n    redis:\n      host: h\n",
        "datastores[name=spring.data.redis].authentication = false @ 3:5 (product default)",
    ),
    ("spring", "datastores[]", "tls"): (
        "application.properties",
        "spring.redis.host=h\nspring.redis.password=${P}\n",
        "datastores[name=spring.redis].tls = false @ 1:8 (product default)",
    ),
    ("spring mongodb", "datastores[]", "authentication"): (
        "application.yml",
        "spring:\n  data:\n    mongodb:\n      host: h\n",
        "datastores[name=spring.data.mongodb].authentication = false @ 3:5 (product default)",
    ),
    ("spring elasticsearch", "datastores[]", "authentication"): (
        "application.yml",
        "spring:\n  elasticsearch:\n    uris: https://h\n",
        "datastores[name=spring.elasticsearch].authentication = false @ 2:3 (product default)",
    ),
    ("spring mongodb", "datastores[]", "tls"): (
        "application.yml",
        "spring:\n  data:\n    mongodb:\n      uri: mongodb://u:${P}@h\n",
        "datastores[name=spring.data.mongodb].tls = false @ 3:5 (product default)",
    ),
    ("spring rabbitmq", "datastores[]", "tls"): (
        "application.yml",
        "spring:\n  rabbitmq:\n    host: h\n",
        "datastores[name=spring.rabbitmq].tls = false @ 2:3 (product default)",
    ),
    ("spring kafka", "datastores[]", "authentication"): (
        "application.yml",
        "spring:\n  kafka:\n    bootstrap-servers: h\n",
        "datastores[name=spring.kafka].authentication = false @ 2:3 (product default)",
    ),
    ("spring kafka", "datastores[]", "tls"): (
        "application.yml",
        "spring:\n  kafka:\n    bootstrap-servers: h\n",
        "datastores[name=spring.kafka].tls = false @ 2:3 (product default)",
    ),
    ("spring activemq", "datastores[]", "authentication"): (
        "application.yml",
        "spring:\n  activemq:\n    broker-url: ssl://h\n",
        "datastores[name=spring.activemq].authentication = false @ 2:3 (product default)",
    ),
    ("redisson", "datastores[]", "authentication"): (
        "redisson.yml",
        "singleServerConfig:\n  address: rediss://h\n",
        "datastores[name=singleServerConfig].authentication = false @ 1:1 (product default)",
    ),
    ("compose", "datastores[]", "authentication"): (
        "docker-compose.yml",
        "services:\n  cache:\n    image: redis:7\n",
        "datastores[name=cache].authentication = false @ 2:3 (product default)",
    ),
    ("compose", "secrets[]", "strength"): (
        "docker-compose.yml",
        "services:\n  files:\n    image: minio/minio\n",
        "secrets[name=MINIO_ROOT_PASSWORD].strength = default @ 2:3 (product default)",
    ),
    ("kubernetes", "secrets[]", "strength"): (
        "pod.yaml",
        f"{POD}  containers:\n    - name: files\n      image: minio/minio\n",
        "secrets[name=MINIO_ROOT_PASSWORD].strength = default @ 5:7 (product default)",
    ),
    ("compose", "datastores[]", "tls"): (
        "docker-compose.yml",
        "services:\n  cache:\n    image: redis:7\n",
        "datastores[name=cache].tls = false @ 2:3 (product default)",
    ),
    ("compose mongodb", "datastores[]", "authentication"): (
        "docker-compose.yml",
        "services:\n  docs:\n    image: mongo:6\n",
        "datastores[name=docs].authentication = false @ 2:3 (product default)",
    ),
    ("kubernetes", "datastores[]", "authentication"): (
        "pod.yaml",
        f"{POD}  containers:\n    - name: cache\n      image: redis:7\n",
        "datastores[name=cache].authentication = false @ 5:7 (product default)",
    ),
    ("kubernetes", "datastores[]", "tls"): (
        "pod.yaml",
        f"{POD}  containers:\n    - name: cache\n      image: redis:7\n",
        "datastores[name=cache].tls = false @ 5:7 (product default)",
    ),
    ("kubernetes mongodb", "datastores[]", "authentication"): (
        "pod.yaml",
        f"{POD}  containers:\n    - name: docs\n      image: mongo:6\n",
        "datastores[name=docs].authentication = false @ 5:7 (product default)",
    ),
    ("kubernetes", "network.endpoints[]", "tls"): (
        "ingress.yaml",
        INGRESS,
        "network.endpoints[server=a,port=80].tls = false @ 5:7 (product default)",
    ),
    ("kubernetes", "network.endpoints[]", "redirect_only"): (
        "ingress.yaml",
        INGRESS,
        "network.endpoints[server=a,port=80].redirect_only = false @ 5:7 (product default)",
    ),
    **{
        ("kubernetes", "workloads[]", field): (
            "pod.yaml",
            f"{POD}  containers:\n    - name: app\n      image: a:1\n",
            f"workloads[name=app].{field} = {value} @ 5:7 (product default)",
        )
        for field, value in {**UNGUARDED, "health_checked": "false", "replicas": "1"}.items()
    },
    **{
        ("compose", "workloads[]", field): (
            "compose.yml",
            "services:\n  app:\n    image: a:1\n",
            f"workloads[name=app].{field} = {value} @ 2:3 (product default)",
        )
        for field, value in {**UNGUARDED, "replicas": "1"}.items()
    },
    ("redis", "datastores[]", "authentication"): (
        "redis.conf",
        "# cache\nport 6379\n",
        "datastores[name=redis].authentication = false @ 1:1 (product default)",
    ),
    ("redis", "datastores[]", "tls"): (
        "redis.conf",
        "port 6379\n",
        "datastores[name=redis].tls = false @ 1:1 (product default)",
    ),
    ("mysql", "datastores[]", "authentication"): (
        "my.cnf",
        "# main\n[mysqld]\nport = 3306\n",
        "datastores[name=mysql].authentication = true @ 2:1 (product default)",
    ),
    ("rocketmq", "datastores[]", "authentication"): (
        "broker.conf",
        "brokerName=a\n",
        "datastores[name=rocketmq].authentication = false @ 1:1 (product default)",
    ),
    ("postgresql", "datastores[]", "tls"): (
        "postgresql.conf",
        "port = 5432\n",
        "datastores[name=postgresql].tls = false @ 1:1 (product default)",
    ),
    ("nginx", "network.endpoints[]", "tls"): (
        "nginx.conf",
        "http {\n  server {\n    server_name a;\n  }\n}\n",
        "network.endpoints[server=a,port=80].tls = false @ 2:3 (product default)",
    ),
    ("nginx", "network.endpoints[]", "version_hidden"): (
        "nginx.conf",
        "http {\n  server {\n    listen 80;\n  }\n}\n",
        "network.endpoints[server=_,port=80].version_hidden = false @ 3:5 (product default)",
    ),
    ("nginx without a listen", "network.endpoints[]", "version_hidden"): (
        "nginx.conf",
        "http {\n  server {\n    server_name a;\n  }\n}\n",
        "network.endpoints[server=a,port=80].version_hidden = false @ 2:3 (product default)",
    ),
    ("nginx", "logging.streams[]", "name"): (
        "nginx.conf",
        "http {\n  server {\n    listen 80;\n  }\n}\n",
        "logging.streams[name=logs/access.log].kind = access @ 1:1",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=[" ".join(key) for key in CASES])
def test_a_missing_key_means_what_the_manual_says(seen: Seen, case: tuple[str, str, str]) -> None:
    path, text, wanted = case
    assert wanted in seen({path: text})


@pytest.mark.parametrize(
    "case", PROVIDERS_DEFAULTS.values(), ids=[" ".join(key) for key in PROVIDERS_DEFAULTS]
)
def test_a_missing_argument_means_what_the_provider_says(seen: Seen, case: tuple[str, str, str]) -> None:
    kind, said, wanted = case
    text = f'resource "{kind}" "a" {{\n  {said}\n}}\n'
    column = len(f'resource "{kind}" ') + 1
    lines = [line.partition("].")[2] for line in seen({"main.tf": text})]
    assert f"{wanted} @ 1:{column} (product default)" in lines


def test_a_server_without_a_listen_is_on_port_80(seen: Seen) -> None:
    assert "network.endpoints[server=a,port=80].redirect_only = false @ 1:1" in seen(
        {"nginx.conf": "server { server_name a; }"}
    )


def test_no_default_is_without_a_case(vocabulary: Vocabulary) -> None:
    defaults = [
        (source.id, extraction.into, field)
        for source in vocabulary.sources
        for extraction in source.extractions
        for field, setting in extraction.settings.items()
        if setting.default is not None and field != "port"
    ]
    cases = [(source.split()[0], into, field) for source, into, field in (*CASES, *PROVIDERS_DEFAULTS)]
    assert sorted(defaults) == sorted(cases)
