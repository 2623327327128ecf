"""What a Kubernetes pod has of its host, how many there are, and patches of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]


DEPLOYMENT = """\
apiVersion: apps/v1
kind: Deployment
metadata: {name: pay}
spec:
  selector: {}
  template:
    spec:
      containers:
        - {name: app, image: 'a:1', PLACE}
"""


TEMPLATE = "? unresolved: a template fills it in"


def said(seen: Seen, text: str, field: str, name: str = "app") -> list[str]:
    """What a manifest says of one field: a value, a place and a note for each."""
    lines = seen({"a.yaml": text}, "workloads")
    found = (one.removeprefix(f"workloads[name={name}].{field}") for one in lines)
    return [one[3:] for one in found if one.startswith(" = ")]


def of_container(seen: Seen, text: str, field: str) -> list[str]:
    return said(seen, DEPLOYMENT.replace(", PLACE", f", {text}" if text else ""), field)


def of_pod(seen: Seen, text: str, field: str, container: str = "") -> list[str]:
    whole = DEPLOYMENT.replace(", PLACE", container)
    return said(seen, f"{whole}      {text}\n", field)


MOUNTED = ", volumeMounts: [{name: v, mountPath: /v}]"


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("/var/run/docker.sock", ["container_socket"]),
        ("/run/containerd/containerd.sock", ["container_socket"]),
        ("/var/run", ["container_socket", "system"]),
        ("/", ["container_socket", "system"]),
        ("/etc", ["system"]),
        ("/etc/kubernetes/", ["system"]),
        ("/proc", ["system"]),
        ("/var/lib/kubelet/pods", ["system"]),
        ("/var/log/pay", ["data"]),
        ("/mydata/logs", ["data"]),
        ("/etc/localtime", []),
    ],
)
def test_what_a_container_has_of_its_host(seen: Seen, path: str, wanted: list[str]) -> None:
    text = (
        DEPLOYMENT.replace(", PLACE", MOUNTED) + f"      volumes: [{{name: v, hostPath: {{path: {path}}}}}]\n"
    )
    lines = [one for one in seen({"a.yaml": text}, "workloads") if "host_paths" in one]
    assert lines == [
        f"workloads[name=app].host_paths[{index}] = {kind} @ 10:44" for index, kind in enumerate(wanted)
    ]


def test_a_host_path_that_a_template_gives_is_unknown(seen: Seen) -> None:
    volumes = "volumes: [{name: v, hostPath: {path: '{{ .Path }}'}}]"
    assert of_pod(seen, volumes, "host_paths", MOUNTED) == [f"{TEMPLATE} @ 10:44"]


def test_a_volume_that_the_container_has_not_mounted_is_none_of_its(seen: Seen) -> None:
    text = DEPLOYMENT.replace(", PLACE", "") + "      volumes: [{name: v, hostPath: {path: /etc}}]\n"
    assert not [one for one in seen({"a.yaml": text}, "workloads") if "host_paths" in one]


def test_a_container_that_lets_a_debugger_in(seen: Seen) -> None:
    debugger = "-agentlib:jdwp=transport=dt_socket,server=y"
    text = f"env: [{{name: JAVA_TOOL_OPTIONS, value: '{debugger}'}}]"
    assert of_container(seen, text, "debug") == ["true @ 9:76"]
    assert of_container(seen, f"args: ['{debugger}']", "debug") == ["true @ 9:44"]
    assert of_container(seen, "args: [--inspection]", "debug") == []


@pytest.mark.parametrize(
    ("spec", "wanted"),
    [
        ("replicas: 3", ["3 @ 4:18"]),
        ("replicas: 0", ["0 @ 4:18"]),
        ("paused: true", ["1 @ 4:1 (product default)"]),
        ("replicas: null", ["1 @ 4:1 (product default)"]),
        ("replicas: '${N}'", ["? unresolved: N is not set in the file @ 4:18"]),
        ("replicas: -1", ['? mistyped: "-1" is no whole number; write one without quotes @ 4:18']),
    ],
)
def test_how_many_pods_there_are(seen: Seen, spec: str, wanted: list[str]) -> None:
    text = (
        "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: a}\n"
        f"spec: {{{spec}, selector: {{}}, template: {{spec: {{containers: [{{name: app, image: a}}]}}}}}}\n"
    )
    assert said(seen, text, "replicas") == wanted


def test_a_job_and_a_daemon_set_have_no_number_of_replicas(seen: Seen) -> None:
    pod = "{spec: {restartPolicy: Never, containers: [{name: app, image: a}]}}"
    daemons = f"{{apiVersion: apps/v1, kind: DaemonSet, spec: {{selector: {{}}, template: {pod}}}}}"
    job = f"{{apiVersion: batch/v1, kind: Job, spec: {{template: {pod}}}}}"
    cron = f"{{apiVersion: batch/v1, kind: CronJob, spec: {{jobTemplate: {{spec: {{template: {pod}}}}}}}}}"
    assert [said(seen, text, "replicas")[0].partition(" @")[0] for text in (daemons, job, cron)] == [
        "? missing: a DaemonSet runs on each node that it fits",
        "? missing: a job runs to its end",
        "? missing: a job runs to its end",
    ]
    assert [said(seen, text, "health_checked")[0].partition(" @")[0] for text in (daemons, job, cron)] == [
        "false",
        "? missing: it runs to its end",
        "? missing: it runs to its end",
    ]


def test_a_step_before_the_others_is_seen_with_its_rights(seen: Seen) -> None:
    step = "initContainers: [{name: tune, image: 'b:1', securityContext: {privileged: true}}]"
    text = DEPLOYMENT.replace(", PLACE", "") + f"      {step}\n"
    assert said(seen, text, "privileged", "tune") == ["true @ 10:81"]
    assert said(seen, text, "replicas", "tune") == ["? missing: it runs before the others @ 10:24"]


PATCH = """\
apiVersion: apps/v1
kind: Deployment
metadata: {name: pay}
spec:
  replicas: 3
  template: {spec: {containers: [{name: app, securityContext: {privileged: true}}]}}
"""


def test_a_patch_says_what_it_says_and_takes_no_default(seen: Seen) -> None:
    assert seen({"prod.yaml": PATCH}) == [
        "workloads[name=app].privileged = true @ 6:76",
        "workloads[name=app].escalates = true @ 6:76 (privileged)",
        "workloads[name=app].capabilities_dropped = false @ 6:76 (privileged)",
        "workloads[name=app].replicas = 3 @ 5:13",
    ]


def test_a_patch_that_says_nothing_of_workloads_is_none(seen: Seen) -> None:
    text = "{apiVersion: v1, kind: Pod, spec: {containers: [{name: app, env: [{name: A, value: b}]}]}}"
    assert seen({"a.yaml": text}, "workloads") == []
