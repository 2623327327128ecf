"""What a compose file says of the containers of its services."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]

DEFAULT = "@ 1:12 (product default)"
TEMPLATE = "? unresolved: a template fills it in"


def said(seen: Seen, service: str, field: str, path: str = "compose.yml") -> list[str]:
    """What a service says of one field: a value, a place and a note for each."""
    lines = seen({path: f"services: {{a: {{{service}}}}}\n"}, "workloads")
    found = (one.removeprefix(f"workloads[name=a].{field}") for one in lines)
    return [one[3:] for one in found if one.startswith(" = ")]


@pytest.mark.parametrize(
    ("field", "service", "wanted"),
    [
        ("privileged", "image: b", f"false {DEFAULT}"),
        ("privileged", "image: b, privileged: true", "true @ 1:38"),
        ("privileged", "image: b, privileged: '${P:-yes}'", "true @ 1:38 (unless P is set)"),
        ("privileged", "image: b, privileged: '${P}'", "? unresolved: P is not set in the file @ 1:38"),
        ("runs_as_root", "image: b", "? unresolved: no user: the image decides @ 1:23"),
        ("runs_as_root", "image: b, user: root", "true @ 1:32"),
        ("runs_as_root", "image: b, user: '0:0'", "true @ 1:32"),
        ("runs_as_root", "image: b, user: '1000:0'", "false @ 1:32"),
        ("runs_as_root", "image: b, user: '${UID:-0}'", "true @ 1:32 (unless UID is set)"),
        ("runs_as_root", "image: b, user: '${UID}'", "? unresolved: UID is not set in the file @ 1:32"),
        ("escalates", "image: b", f"true {DEFAULT}"),
        ("escalates", "image: b, security_opt: ['no-new-privileges:true']", "false @ 1:41"),
        ("escalates", "image: b, security_opt: [no-new-privileges]", "false @ 1:41"),
        ("escalates", "image: b, security_opt: ['no-new-privileges:false']", "true @ 1:41"),
        ("escalates", "image: b, security_opt: ['seccomp:unconfined']", f"true {DEFAULT}"),
        ("root_read_only", "image: b, read_only: true", "true @ 1:37"),
        ("root_read_only", "image: b", f"false {DEFAULT}"),
        ("host_network", "image: b", f"false {DEFAULT}"),
        ("host_network", "image: b, network_mode: host", "true @ 1:40"),
        ("host_network", "image: b, network_mode: bridge", "false @ 1:40"),
        (
            "host_network",
            "image: b, network_mode: 'service:c'",
            "? unresolved: another container's network is its own @ 1:40",
        ),
        ("capabilities_dropped", "image: b", f"false {DEFAULT}"),
        ("capabilities_dropped", "image: b, cap_drop: [ALL]", "true @ 1:26"),
        ("capabilities_dropped", "image: b, cap_drop: [NET_RAW]", "false @ 1:26 (not all)"),
        ("capabilities_dropped", "image: b, cap_drop: [ALL], cap_add: [NET_ADMIN]", "false @ 1:53"),
        ("resources_limited", "image: b", f"false {DEFAULT}"),
        ("resources_limited", "image: b, deploy: {resources: {limits: {cpus: '1', memory: 1G}}}", "true"),
        ("resources_limited", "image: b, cpus: 1, mem_limit: 1g", "true @ 1:32"),
        ("resources_limited", "image: b, mem_limit: 1g", "false @ 1:37 (no limit of the processor)"),
        ("resources_limited", "image: b, mem_limit: '${M}'", "? unresolved: M is not set in the file @ 1:37"),
        ("health_checked", "image: b", "? unresolved: no test: the image may have one @ 1:23"),
        ("health_checked", "image: b, healthcheck: {test: [CMD, x]}", "true @ 1:40"),
        ("health_checked", "image: b, healthcheck: {test: curl x}", "true @ 1:46"),
        ("health_checked", "image: b, healthcheck: {test: [NONE]}", "false @ 1:40"),
        ("health_checked", "image: b, healthcheck: {disable: true}", "false @ 1:49"),
        (
            "health_checked",
            "image: b, healthcheck: {retries: 3}",
            "? unresolved: no test: the image may have one @ 1:26",
        ),
        ("replicas", "image: b", f"1 {DEFAULT}"),
        ("replicas", "image: b, deploy: {replicas: 3}", "3 @ 1:45"),
        ("replicas", "image: b, scale: 2", "2 @ 1:33"),
        ("replicas", "image: b, deploy: {replicas: '${N:-2}'}", "2 @ 1:45 (unless N is set)"),
        ("replicas", "image: b, deploy: {replicas: '${N}'}", "? unresolved: N is not set in the file @ 1:45"),
        (
            "replicas",
            "image: b, deploy: {mode: global, replicas: 2}",
            "? missing: the mode global has no number of replicas @ 1:41",
        ),
        ("image_pinned", "image: b", "false @ 1:23"),
        ("image_pinned", "image: 'b:1.2'", "true @ 1:23"),
        ("image_pinned", "image: 'b:${T:-latest}'", "false @ 1:23 (unless T is set)"),
        ("image_pinned", "image: 'b:${T}'", "? unresolved: T is not set in the file @ 1:23"),
        ("debug", "image: b, environment: ['O=-agentlib:jdwp=x']", "true @ 1:43"),
    ],
)
def test_what_a_service_says(seen: Seen, field: str, service: str, wanted: str) -> None:
    (line,) = said(seen, service, field)
    assert line.startswith(wanted)


def test_what_compose_builds_has_no_version_of_an_image(seen: Seen) -> None:
    assert said(seen, "build: ., image: 'b:latest'", "image_pinned") == []


@pytest.mark.parametrize(
    ("volumes", "wanted"),
    [
        ("['/var/run/docker.sock:/var/run/docker.sock:ro']", ["container_socket @ 1:37"]),
        ("['//var/run/docker.sock:/var/run/docker.sock']", ["container_socket @ 1:37"]),
        ("[{type: bind, source: /proc, target: /p}]", ["system @ 1:57"]),
        ("['/:/host']", ["container_socket @ 1:37", "system @ 1:37"]),
        ("['./data:/data']", ["data @ 1:37"]),
        ("['${DATA:-./data}:/data']", ["data @ 1:37"]),
        ("['$PWD/data:/data']", ["data @ 1:37"]),
        ("['./my.cnf:/etc/my.cnf']", []),
        ("['/etc/localtime:/etc/localtime:ro']", []),
        ("['data:/data', /cache]", []),
        ("[{type: tmpfs, target: /p}]", []),
        ("[{type: volume, source: data, target: /p}]", []),
    ],
)
def test_what_a_service_has_of_its_host(seen: Seen, volumes: str, wanted: list[str]) -> None:
    lines = seen({"compose.yml": f"services: {{a: {{image: b, volumes: {volumes}}}}}\n"}, "workloads")
    assert [one.partition(" = ")[2] for one in lines if "host_paths" in one] == wanted


def test_a_host_path_that_nobody_sets_is_unknown(seen: Seen) -> None:
    volumes = "image: b, volumes: ['${DATA}/a:/data', '/etc:/e']"
    assert said(seen, volumes, "host_paths") == ["? unresolved: DATA is not set in the file @ 1:37"]


def test_a_named_volume_may_be_a_path(seen: Seen) -> None:
    text = (
        "services: {a: {image: b, volumes: ['data:/data']}}\n"
        "volumes: {data: {driver_opts: {type: none, o: bind, device: /etc}}}\n"
    )
    lines = seen({"compose.yml": text}, "workloads")
    assert "workloads[name=a].host_paths[0] = system @ 2:61" in lines


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("compose.override.yml", "image: 'b:1', privileged: true"),
        ("compose.yml", "image: 'b:1', extends: {file: base.yml, service: b}, privileged: true"),
        ("compose.yml", "privileged: true"),
    ],
    ids=["override", "extends", "no image"],
)
def test_a_part_of_a_service_takes_no_default(seen: Seen, path: str, service: str) -> None:
    lines = seen({path: f"services: {{a: {{{service}}}, c: {{image: d}}}}\n"}, "workloads")
    fields = [one.partition(" = ")[0].rpartition(".")[2] for one in lines if "name=a" in one]
    pinned = ["image", "image_pinned"] if "image" in service else []
    assert fields == [*pinned, "privileged", "capabilities_dropped"]


def test_what_a_service_extends_says_the_rest(seen: Seen) -> None:
    text = "services: {b: {image: 'b:1', read_only: true}, a: {extends: b, user: '5'}}\n"
    lines = seen({"compose.yml": text}, "workloads")
    assert "workloads[name=a].root_read_only = true @ 1:41" in lines
    assert "workloads[name=a].privileged = false @ 1:48 (product default)" in lines
