"""Manifests as the view of Kubernetes sorts them, and what the source sees in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reglint.documents.lookup import plain
from reglint.documents.yaml import read_yaml
from reglint.facts.collect import Collected
from reglint.facts.kubernetes import kubernetes

Seen = Callable[..., list[str]]
CollectFiles = Callable[..., Collected]

WORKLOAD = """\
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: cache}
spec:
  template:
    spec:
"""
CONTAINERS = f"{WORKLOAD}      containers:\n        - name: redis\n          image: redis:7\n"


def viewed(text: str) -> object:
    said = plain(kubernetes(read_yaml(text, "f").roots[0]))
    shown = {"workloads", "settings", "files", "services", "ingresses"}
    return {name: one for name, one in said.items() if name in shown} if isinstance(said, dict) else said


def test_a_container_speaks_in_the_words_of_compose() -> None:
    pod = """
apiVersion: v1
kind: Pod
metadata: {name: p, namespace: n}
spec:
  initContainers:
    - {name: wait, image: busybox}
    - {name: proxy, image: envoy, restartPolicy: Always}
  containers:
    - name: app
      image: pay
      command: [sh, -c]
      args: [run --user=$(USER) $$(date)]
      env:
        - {name: USER, value: $(NAME)}
        - {name: PASSWORD, valueFrom: {secretKeyRef: {name: s, key: k}}}
        - {name: EMPTY}
        - {value: nameless}
      envFrom: [{secretRef: {name: s}}]
    - image: nameless
"""
    app = {
        "image": "pay",
        "entrypoint": ["sh", "-c"],
        "command": ["run --user=${USER} $$(date)"],
        "environment": {"USER": "${NAME}", "PASSWORD": "${PASSWORD}", "EMPTY": None},
        "references": {"PASSWORD": {"secretKeyRef": {"name": "s", "key": "k"}}},
        "env_file": [{"secretRef": {"name": "s"}}],
    }
    assert viewed(pod) == {
        "workloads": {
            "Pod/n/p": {
                "containers": {"proxy": {"image": "envoy"}, "app": app, "2": {"image": "nameless"}},
                "steps": {"wait": {"image": "busybox"}},
            }
        }
    }


def test_what_a_secret_holds_is_decoded() -> None:
    secret = """
apiVersion: v1
kind: Secret
metadata: {generateName: s-}
data: {a: cm9vdA==, b: no base64, c: /w==, d: [x], e: IA==}
stringData: {a: said in clear, f.yml: "x: 1\\n"}
"""
    assert viewed(secret) == {
        "settings": {"Secret//s": {"a": "said in clear", "b": "no base64", "c": "/w==", "e": " "}},
        "files": {"Secret//s": {"f.yml": "x: 1\n"}},
    }


def test_the_objects_of_a_list_are_its_own() -> None:
    text = "{apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: ConfigMap, data: {a: b}}]}"
    assert viewed(text) == {
        "settings": {"ConfigMap//configmap": {"a": "b"}},
        "files": {"ConfigMap//configmap": {}},
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[1]", [1]),
        ("text", "text"),
        ("{kind: Pod}", {}),
        ("{apiVersion: serving.knative.dev/v1, kind: Service}", {}),
        ("{apiVersion: v1, kind: Deployment}", {}),
        ("{apiVersion: v1, kind: List, items: []}", {}),
        ("{apiVersion: v1, kind: Pod}", {"workloads": {"Pod//pod": {}}}),
        (
            "{apiVersion: v1, kind: Pod, spec: x}",
            {"workloads": {"Pod//pod": {"containers": {}, "steps": {}}}},
        ),
    ],
)
def test_what_is_no_object_of_kubernetes_is_left_out(text: str, wanted: object) -> None:
    assert viewed(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("          args: [--requirepass, 123456]\n", "true @ 10:33 (fewer than 8 characters)"),
        ("          args: [--requirepass, $(PW)]\n", "true @ 10:33 (read from PW)"),
        ("          command: [redis-server, /etc/redis.conf]\n", "? unresolved"),
        ("          command: [redis-server]\n", "false @ 10:11 (product default)"),
        ("", "false @ 8:11 (product default)"),
    ],
)
def test_whether_redis_asks_for_a_password(seen: Seen, text: str, wanted: str) -> None:
    (line,) = (one for one in seen({"a.yaml": CONTAINERS + text}) if ".authentication" in one)
    assert line.startswith(f"datastores[name=redis].authentication = {wanted}")


@pytest.mark.parametrize("image", ["redis:7", "mysql:8", "postgres:16", "mongo:6"])
@pytest.mark.parametrize(
    "words",
    [
        "command: [sh, -c, 'until redis-cli ping; do mysql -e x; psql; mongosh; done']",
        "args: [redis-cli, mysqldump, pg_dump, mongodump]",
    ],
)
def test_a_client_with_the_image_of_a_server_is_none(seen: Seen, image: str, words: str) -> None:
    text = f"{WORKLOAD}      containers: [{{name: c, image: '{image}', {words}}}]\n"
    assert seen({"a.yaml": text}, "datastores") == []


def test_a_step_before_the_containers_is_no_server_and_has_secrets(seen: Seen) -> None:
    text = f"{WORKLOAD}      initContainers: [{{image: redis, env: [{{name: DB_PASSWORD, value: root}}]}}]\n"
    assert seen({"a.yaml": text}, "datastores") == []
    assert seen({"a.yaml": text}, "secrets") == [
        "secrets[name=DB_PASSWORD].strength = default @ 7:72 (fewer than 8 characters)"
    ]


def test_a_variable_from_elsewhere_may_be_the_password(seen: Seen) -> None:
    text = (
        f"{WORKLOAD}      containers: [{{name: db, image: mysql, envFrom: [{{secretRef: {{name: s}}}}]}}]\n"
    )
    (line,) = (one for one in seen({"a.yaml": text}) if ".authentication" in one)
    assert "= ? unresolved" in line


@pytest.mark.parametrize(
    "manifest",
    [
        "{apiVersion: v1, kind: Pod, spec: {containers: [{env: [{name: A_URL, value: 'URL'}]}]}}",
        "{apiVersion: v1, kind: ConfigMap, data: {A_URL: 'URL'}}",
        "{apiVersion: v1, kind: Secret, stringData: {A_URL: 'URL'}}",
        "{apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: ConfigMap, data: {A_URL: 'URL'}}]}",
        (
            "{apiVersion: batch/v1, kind: CronJob, spec: {jobTemplate: {spec: {template: {spec: {containers: "
            "[{env: [{name: A_URL, value: 'URL'}]}]}}}}}}"
        ),
    ],
    ids=["env", "config map", "secret", "list", "cron job"],
)
def test_a_url_in_a_manifest_is_seen_once(seen: Seen, manifest: str) -> None:
    text = manifest.replace("URL'", "jdbc:mysql://u:root@db/a?useSSL=false'")
    lines = [one.partition(" @ ")[0] for one in seen({"a.yaml": text})]
    assert lines == [
        "datastores[name=A_URL].engine = mysql",
        "datastores[name=A_URL].authentication = true",
        "datastores[name=A_URL].tls = false",
        "datastores[name=A_URL].crosses_internet = false",
        "secrets[name=A_URL].strength = default",
    ]


def test_json_and_several_documents_are_read_alike(seen: Seen) -> None:
    json = '{"apiVersion": "v1", "kind": "Secret", "data": {"db-password": "MTIzNDU2"}}'
    wanted = "secrets[name=db-password].strength = weak @ 1:64 (fewer than 8 characters)"
    assert seen({"a.json": json}) == [wanted]
    assert seen({"a.yaml": f"{json}\n---\nkind: none\n"}) == [wanted]


def test_a_workload_is_the_component_of_its_containers(collected: CollectFiles) -> None:
    made = collected({"deploy/redis.yaml": CONTAINERS})
    assert {one.record.component for one in made.observations} == {"deploy/redis/cache"}


def test_a_template_of_helm_is_skipped_with_its_reason(collected: CollectFiles) -> None:
    text = "apiVersion: v1\nkind: Pod\nmetadata: {name: {{ .Values.name }}}\n"
    made = collected({"chart/templates/pod.yaml": text})
    assert [(one.path, "Helm" in one.reason) for one in made.skipped] == [("chart/templates/pod.yaml", True)]
