"""Files that stand in manifests, with the places of the manifest."""

from __future__ import annotations

from collections.abc import Callable

from reglint.facts.collect import Collected

Seen = Callable[..., list[str]]
CollectFiles = Callable[..., Collected]

HEAD = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: pay}\ndata:\n"
ABOVE = "? unresolved: the http block that includes this file may say it"
STRENGTH = "secrets[name=spring.datasource.password].strength = default"


def test_a_file_in_a_config_map_is_read_as_what_its_key_names(seen: Seen) -> None:
    text = (
        "  application-prod.yml: |\n    spring:\n      datasource:\n        password: root\n"
        "  nginx.conf: |-\n\n    server { listen 80; server_name a.cn; }\n"
    )
    assert seen({"a.yaml": HEAD + text}) == [
        f"prod {STRENGTH} @ 8:19 (fewer than 8 characters)",
        "network.endpoints[server=a.cn,port=80].tls = false @ 11:14",
        "network.endpoints[server=a.cn,port=80].redirect_only = false @ 11:14",
        f"network.endpoints[server=a.cn,port=80].version_hidden = {ABOVE} @ 11:14",
    ]


def test_a_file_that_is_written_with_escapes_has_the_place_of_the_whole(seen: Seen) -> None:
    text = '  application.yml: "spring:\\n  datasource:\\n    password: root\\n"\n'
    assert seen({"a.yaml": HEAD + text}) == [f"{STRENGTH} @ 5:20 (fewer than 8 characters)"]


def test_a_file_in_a_secret_is_decoded(seen: Seen) -> None:
    # spring.datasource.password=root and a line end
    data = "  application.properties: c3ByaW5nLmRhdGFzb3VyY2UucGFzc3dvcmQ9cm9vdAo=\n"
    assert seen({"a.yaml": f"apiVersion: v1\nkind: Secret\ndata:\n{data}"}) == [
        f"{STRENGTH} @ 4:27 (fewer than 8 characters)"
    ]


def test_profiles_in_one_config_map_are_one_application(seen: Seen) -> None:
    text = (
        "  application.yml: |\n    spring:\n      redis:\n        password: ${P}\n"
        "  application-dev.yml: |\n    spring:\n      redis:\n        host: h\n"
    )
    lines = [one for one in seen({"a.yaml": HEAD + text}) if ".authentication" in one]
    assert [one.partition(" @ ")[0] for one in lines] == [
        "datastores[name=spring.redis].authentication = true",
        "dev datastores[name=spring.redis].authentication = true",
    ]


def test_the_object_is_the_component_and_the_manifest_what_is_read(collected: CollectFiles) -> None:
    text = "  application.yml: |\n    spring:\n      datasource:\n        password: root\n"
    made = collected({"deploy/a.yaml": HEAD + text})
    assert [one.record.component for one in made.observations] == ["deploy/a/pay"]
    assert [(one.path, one.format, one.facts) for one in made.read] == [
        ("deploy/a.yaml", "kubernetes, spring", 2)
    ]


def test_a_file_that_cannot_be_read_is_named_with_its_line(collected: CollectFiles) -> None:
    made = collected({"a.yaml": f"{HEAD}  application.yml: |\n    spring: ]\n"})
    assert [one.path for one in made.skipped] == ["a.yaml/pay/application.yml"]
    assert [(one.path, one.line) for one in made.diagnostics] == [("a.yaml", 6)]


def test_a_manifest_in_a_manifest_is_text(seen: Seen) -> None:
    inner = "  pod.yaml: |\n    {apiVersion: v1, kind: Secret, stringData: {password: root}}\n"
    assert seen({"a.yaml": HEAD + inner}) == []
