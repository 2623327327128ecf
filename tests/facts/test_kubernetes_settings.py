"""Variables of containers that ConfigMaps and Secrets of the project give."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reglint.facts.collect import Collected

Seen = Callable[..., list[str]]
CollectFiles = Callable[..., Collected]

MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: pay}\ndata:\n"
SECRET = "apiVersion: v1\nkind: Secret\nmetadata: {name: pay}\n"
DATABASE = """\
apiVersion: apps/v1
kind: Deployment
metadata: {name: app}
spec:
  template:
    spec:
      containers:
        - name: app
          image: pay
"""
KEY_OF_MAP = "          env: [{name: A_URL, valueFrom: {configMapKeyRef: {name: pay, key: url}}}]\n"
KEY_OF_SECRET = "          env: [{name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: pay, key: word}}}]\n"
ALL_OF_MAP = "          envFrom: [{configMapRef: {name: pay}}]\n"
ALL_OF_SECRET = "          envFrom: [{secretRef: {name: pay}}]\n"
URL = "  url: jdbc:mysql://db/pay?useSSL=false\n"


def components(made: Collected) -> list[tuple[str, str]]:
    found = (one.record for one in made.observations if one.into != "workloads[]")
    return [(one.name, one.component) for one in found]


def test_a_value_of_a_config_map_is_the_workloads_at_its_own_line(
    seen: Seen, collected: CollectFiles
) -> None:
    files = {"app.yaml": DATABASE + KEY_OF_MAP, "map.yaml": MAP + URL}
    assert [one for one in seen(files) if ".tls" in one] == [
        "datastores[name=A_URL].tls = false @ map.yaml:5:8 (useSSL=false)"
    ]
    assert components(collected(files)) == [("datastores[name=A_URL]", "app/app")]


@pytest.mark.parametrize(
    ("holder", "place"),
    [("stringData: {word: root}\n", "4:20"), ("data: {word: cm9vdA==}\n", "4:14")],
    ids=["in clear", "encoded"],
)
def test_a_value_of_a_secret_has_its_class_at_its_own_line(seen: Seen, holder: str, place: str) -> None:
    files = {"app.yaml": DATABASE + KEY_OF_SECRET, "secret.yaml": SECRET + holder}
    assert seen(files, "secrets") == [
        f"secrets[name=DB_PASSWORD].strength = default @ secret.yaml:{place} (fewer than 8 characters)"
    ]


@pytest.mark.parametrize(
    "holder",
    [
        "",
        f"{SECRET}data: {{other: cm9vdA==}}\n",
        SECRET.replace("pay", "other") + "stringData: {word: root}\n",
    ],
    ids=["no object", "no key", "another object"],
)
def test_what_is_not_in_the_project_stays_a_reference(seen: Seen, holder: str) -> None:
    lines = seen({"app.yaml": DATABASE + KEY_OF_SECRET, "secret.yaml": holder})
    assert "secrets[name=DB_PASSWORD].strength = reference @ app.yaml:10:48 (read from DB_PASSWORD)" in lines


@pytest.mark.parametrize(
    ("entries", "holder"),
    [(ALL_OF_MAP, MAP), (ALL_OF_SECRET, f"{SECRET}stringData:\n")],
    ids=["config map", "secret"],
)
def test_all_values_of_an_object_may_be_variables(collected: CollectFiles, entries: str, holder: str) -> None:
    made = collected(
        {"app.yaml": DATABASE + entries, "b.yaml": f"{holder}  A_PASSWORD: root\n  B: 'redis://h'\n"}
    )
    assert sorted(components(made)) == [
        ("datastores[name=B]", "app/app"),
        ("secrets[name=A_PASSWORD]", "app/app"),
    ]


def test_a_prefix_goes_before_the_names(seen: Seen) -> None:
    entries = "          envFrom: [{prefix: DB_, secretRef: {name: pay}}]\n"
    lines = seen({"a.yaml": f"{DATABASE}{entries}---\n{SECRET}stringData: {{PASSWORD: root}}\n"}, "secrets")
    assert [one.partition(" ")[0] for one in lines] == ["secrets[name=DB_PASSWORD].strength"]


def test_a_variable_of_its_own_outranks_them(seen: Seen) -> None:
    entries = "          env: [{name: A_PASSWORD, value: '${P}'}]\n" + ALL_OF_SECRET
    lines = seen({"a.yaml": f"{DATABASE}{entries}---\n{SECRET}stringData: {{A_PASSWORD: root}}\n"})
    assert [one for one in lines if "reference" in one] == [
        "secrets[name=A_PASSWORD].strength = reference @ 10:43 (read from P)"
    ]


def test_a_value_that_two_workloads_use_is_seen_once(seen: Seen) -> None:
    app = DATABASE + KEY_OF_SECRET
    text = f"{app}---\n{app.replace('{name: app}', '{name: web}')}---\n{SECRET}stringData: {{word: root}}\n"
    assert len(seen({"a.yaml": text}, "secrets")) == 1


def test_whether_a_server_asks_for_a_password_may_stand_in_a_secret(seen: Seen) -> None:
    server = DATABASE.replace("image: pay", "image: mysql:8") + ALL_OF_SECRET
    files = {"a.yaml": server, "b.yaml": f"{SECRET}stringData: {{MYSQL_ROOT_PASSWORD: k7!fQz0p}}\n"}
    assert [one for one in seen(files, "datastores") if ".authentication" in one] == [
        "datastores[name=app].authentication = true @ b.yaml:4:35 (8 to 15 characters)"
    ]


def test_an_object_that_is_not_in_the_project_may_say_more(seen: Seen) -> None:
    entries = "          envFrom: [{secretRef: {name: pay}}, {secretRef: {name: other}}, {}]\n"
    server = DATABASE.replace("image: pay", "image: mysql:8") + entries
    lines = seen({"a.yaml": f"{server}---\n{SECRET}stringData: {{A: b}}\n"}, "datastores")
    assert any("the environment file may decide" in one for one in lines)


@pytest.mark.parametrize(
    ("paths", "component"),
    [
        (("base/app.yaml", "dev/map.yaml"), "base/app/app"),
        (("dev/app.yaml", "dev/map.yaml", "prod/map.yaml"), "dev/app/app"),
        (("base/app.yaml", "dev/map.yaml", "prod/map.yaml"), "dev/map/pay"),
    ],
    ids=["the only one", "the one in the folder", "one of several"],
)
def test_of_objects_with_one_name_the_nearest_counts(
    collected: CollectFiles, paths: tuple[str, ...], component: str
) -> None:
    app, *maps = paths
    made = collected({app: DATABASE + KEY_OF_MAP, **dict.fromkeys(maps, MAP + URL)})
    assert component in [one.record.component for one in made.observations if "tls" in one.record.fields]


def test_an_object_of_another_namespace_gives_nothing(collected: CollectFiles) -> None:
    app = DATABASE.replace("{name: app}", "{name: app, namespace: a}") + KEY_OF_MAP
    holder = (MAP + URL).replace("{name: pay}", "{name: pay, namespace: b}")
    made = collected({"app.yaml": app, "map.yaml": holder})
    assert "map/pay" in [one.record.component for one in made.observations]


def test_a_key_that_names_a_secret_is_one_whatever_its_variable_is_called(seen: Seen) -> None:
    app = DATABASE + KEY_OF_SECRET.replace("DB_PASSWORD", "DB").replace("word", "password")
    lines = seen({"a.yaml": f"{app}---\n{SECRET}stringData: {{password: root}}\n"}, "secrets")
    assert [one.partition(" @ ")[0] for one in lines] == ["secrets[name=password].strength = default"]
