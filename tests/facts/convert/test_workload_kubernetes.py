"""What manifests of Kubernetes say of the containers that they run."""

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


DEFAULT = "@ 9:11 (product default)"


TEMPLATE = "? unresolved: a template fills it in"


IMAGE = "? unresolved: no runAsUser: the image decides @ 9:30"


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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", f"false {DEFAULT}"),
        ("securityContext: {privileged: true}", "true @ 9:67"),
        ("securityContext: {privileged: null}", f"false {DEFAULT}"),
        ("securityContext: {privileged: '${P}'}", "? unresolved: P is not set in the file @ 9:67"),
        ("securityContext: {privileged: '${P:-true}'}", "true @ 9:67 (unless P is set)"),
        ("securityContext: {privileged: '{{ .P }}'}", f"{TEMPLATE} @ 9:67"),
        ("securityContext: {privileged: $P}", f"{TEMPLATE} @ 9:67"),
    ],
)
def test_whether_a_container_is_privileged(seen: Seen, text: str, wanted: str) -> None:
    assert of_container(seen, text, "privileged") == [wanted]


@pytest.mark.parametrize(
    ("container", "pod", "wanted"),
    [
        ("", "{}", IMAGE),
        ("", "{runAsNonRoot: true}", "false @ 10:39"),
        ("", "{runAsNonRoot: false}", IMAGE),
        ("", "{runAsUser: 0}", "true @ 10:36"),
        ("", "{runAsUser: 1000}", "false @ 10:36"),
        ("", "{runAsUser: '<uid>'}", f"{TEMPLATE} @ 10:36"),
        ("", "{runAsNonRoot: '<it>'}", f"{TEMPLATE} @ 10:39"),
        ("{runAsUser: 0}", "{runAsUser: 1000}", "true @ 9:66"),
        ("{runAsUser: 1000}", "{runAsUser: 0}", "false @ 9:66"),
        ("{runAsUser: null}", "{runAsUser: 0}", "true @ 10:36"),
        ("{runAsNonRoot: false}", "{runAsNonRoot: true}", IMAGE),
        ("{runAsUser: 0}", "{runAsNonRoot: true}", "false @ 10:39"),
    ],
)
def test_what_the_container_says_of_its_user_outranks_the_pod(
    seen: Seen, container: str, pod: str, wanted: str
) -> None:
    own = f", securityContext: {container}" if container else ""
    assert of_pod(seen, f"securityContext: {pod}", "runs_as_root", own) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", f"true {DEFAULT}"),
        ("securityContext: {allowPrivilegeEscalation: false}", "false @ 9:81"),
        ("securityContext: {allowPrivilegeEscalation: true}", "true @ 9:81"),
        ("securityContext: {privileged: true, allowPrivilegeEscalation: false}", "true @ 9:67 (privileged)"),
        (
            "securityContext: {capabilities: {add: [SYS_ADMIN]}, allowPrivilegeEscalation: false}",
            "true @ 9:76",
        ),
        (
            "securityContext: {capabilities: {add: [NET_ADMIN]}, allowPrivilegeEscalation: false}",
            "false @ 9:115",
        ),
    ],
)
def test_whether_a_process_can_gain_rights(seen: Seen, text: str, wanted: str) -> None:
    assert of_container(seen, text, "escalates") == [wanted]


@pytest.mark.parametrize(
    ("capabilities", "wanted"),
    [
        ("{}", f"false {DEFAULT}"),
        ("{drop: [ALL]}", "true @ 9:70"),
        ("{drop: [all], add: [NET_BIND_SERVICE]}", "true @ 9:70 (but NET_BIND_SERVICE)"),
        ("{drop: [NET_RAW]}", "false @ 9:70 (not all)"),
        ("{drop: [ALL], add: [SYS_ADMIN]}", "false @ 9:89 (SYS_ADMIN is added)"),
        ("{drop: ['${CAPS}']}", "? unresolved: CAPS is not set in the file @ 9:77"),
        ("{drop: [ALL]}, privileged: true", "false @ 9:96 (privileged)"),
    ],
)
def test_whether_the_capabilities_are_dropped(seen: Seen, capabilities: str, wanted: str) -> None:
    text = f"securityContext: {{capabilities: {capabilities}}}"
    assert of_container(seen, text, "capabilities_dropped") == [wanted]


@pytest.mark.parametrize(
    ("limits", "wanted"),
    [
        ("{}", f"false {DEFAULT}"),
        ("{cpu: 1, memory: 1Gi}", "true @ 9:63"),
        ("{memory: 1Gi}", "false @ 9:66 (no limit of the processor)"),
        ("{cpu: 500m}", "false @ 9:63 (no limit of the memory)"),
        ("{cpu: 0, memory: 1Gi}", "false @ 9:74 (no limit of the processor)"),
        ("{cpu: 1, memory: '{{ .M }}'}", f"{TEMPLATE} @ 9:74"),
    ],
)
def test_whether_the_resources_are_limited(seen: Seen, limits: str, wanted: str) -> None:
    assert of_container(seen, f"resources: {{limits: {limits}}}", "resources_limited") == [wanted]


def test_what_is_asked_for_is_no_limit(seen: Seen) -> None:
    text = "resources: {requests: {cpu: 1, memory: 1Gi}}"
    assert of_container(seen, text, "resources_limited") == [f"false {DEFAULT}"]


def test_the_limits_of_a_pod_hold_for_its_containers(seen: Seen) -> None:
    limits = "resources: {limits: {cpu: 1, memory: 1Gi}}"
    assert of_pod(seen, limits, "resources_limited") == ["true @ 10:33"]


@pytest.mark.parametrize(
    ("probes", "wanted"),
    [
        ("", f"false {DEFAULT}"),
        ("livenessProbe: {tcpSocket: {port: 1}}", "true @ 9:37"),
        ("readinessProbe: {tcpSocket: {port: 1}}", "true @ 9:37"),
        ("startupProbe: {tcpSocket: {port: 1}}", f"false {DEFAULT}"),
        ("livenessProbe: {}, readinessProbe: null", f"false {DEFAULT}"),
    ],
)
def test_a_probe_that_goes_on_asking_is_a_health_check(seen: Seen, probes: str, wanted: str) -> None:
    assert of_container(seen, probes, "health_checked") == [wanted]


@pytest.mark.parametrize(
    ("text", "field", "wanted"),
    [
        ("hostNetwork: true", "host_network", "true @ 10:20"),
        ("hostNetwork: false", "host_network", "false @ 10:20"),
        ("hostPID: true", "host_network", f"false {DEFAULT}"),
    ],
)
def test_whether_a_pod_is_in_the_network_of_its_host(seen: Seen, text: str, field: str, wanted: str) -> None:
    assert of_pod(seen, text, field) == [wanted]


def test_whether_the_root_file_system_is_read_only(seen: Seen) -> None:
    text = "securityContext: {readOnlyRootFilesystem: true}"
    assert of_container(seen, text, "root_read_only") == ["true @ 9:79"]


@pytest.mark.parametrize(
    ("image", "wanted"),
    [
        ("a", "false"),
        ("a:latest", "false"),
        ("a:main", "false"),
        ("r.io:5000/a", "false"),
        ("a:1.2-alpine", "true"),
        ("'a@sha256:0f'", "true"),
        ("'a:latest@sha256:0f'", "true"),
        ("'a:${TAG:-1.2}'", "true (unless TAG is set)"),
        ("'a:$TAG'", TEMPLATE),
        ("'{{ .Values.image }}'", TEMPLATE),
        ("'${REGISTRY}/a:1.2'", "? unresolved: REGISTRY is not set in the file"),
        ("'<image>'", TEMPLATE),
        ("IMAGE_NAME:1.2", TEMPLATE),
    ],
)
def test_whether_an_image_is_one_version(seen: Seen, image: str, wanted: str) -> None:
    text = DEPLOYMENT.replace("'a:1', PLACE", image)
    value, _, note = wanted.partition(" (")
    place = f"{value} @ 9:30" + (f" ({note}" if note else "")
    assert said(seen, text, "image_pinned") == [place]
