"""What a chart's values say of the containers that its templates make."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]

CHOSEN = "? unresolved: without a tag the chart chooses one"


def said(seen: Seen, text: str) -> list[str]:
    return seen({"pay/values.yaml": f"{text}\n"}, "workloads")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("replicaCount: 2", "replicas = 2 @ 1:15"),
        ("replicaCount: 2\nautoscaling: {enabled: false, minReplicas: 5}", "replicas = 2 @ 1:15"),
        ("replicaCount: 2\nautoscaling: {enabled: true, minReplicas: 5}", "replicas = 5 @ 2:43"),
        (
            "replicaCount: 2\nautoscaling: {enabled: true}",
            "replicas = ? unresolved: the autoscaler decides @ 2:1",
        ),
        ("image: {repository: r/a, tag: '1.2'}", "image = r/a:1.2 @ 1:21"),
        ("image: {registry: g.io, repository: r/a, tag: '1.2'}", "image = g.io/r/a:1.2 @ 1:37"),
        ("image: {repository: r/a, tag: '1.2'}", "image_pinned = true @ 1:31"),
        ("image: {repository: r/a, tag: latest}", "image_pinned = false @ 1:31"),
        ("image: {repository: r/a, tag: ''}", f"image_pinned = {CHOSEN} @ 1:31"),
        ("image: {repository: r/a}", f"image_pinned = {CHOSEN} @ 1:21"),
        ("image: {repository: r/a, digest: 'sha256:0f'}", "image_pinned = true @ 1:21"),
        ("image: 'r/a:1.2'", "image_pinned = true @ 1:8"),
    ],
)
def test_what_a_chart_runs(seen: Seen, text: str, wanted: str) -> None:
    assert f"workloads[name=pay].{wanted}" in said(seen, text)


def of_app(seen: Seen, text: str) -> list[str]:
    lines = (
        one.removeprefix("workloads[name=app].") for one in said(seen, f"app: {{replicaCount: 1, {text}}}")
    )
    return [one for one in lines if not one.startswith("replicas")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("securityContext: {privileged: true}", ["privileged = true @ 1:54"]),
        ("containerSecurityContext: {enabled: false, privileged: true}", []),
        ("containerSecurityContext: {enabled: true, runAsUser: 0}", ["runs_as_root = true @ 1:77"]),
        ("podSecurityContext: {runAsNonRoot: true}", ["runs_as_root = false @ 1:59"]),
        (
            "podSecurityContext: {runAsUser: 0}, securityContext: {runAsUser: 5}",
            ["runs_as_root = false @ 1:89"],
        ),
        ("securityContext: {allowPrivilegeEscalation: false}", ["escalates = false @ 1:68"]),
        ("securityContext: {readOnlyRootFilesystem: true}", ["root_read_only = true @ 1:66"]),
        ("securityContext: {capabilities: {drop: [ALL]}}", ["capabilities_dropped = true @ 1:57"]),
        ("securityContext: {}", []),
        ("hostNetwork: true", ["host_network = true @ 1:37"]),
        ("resources: {limits: {cpu: 1, memory: 1Gi}}", ["resources_limited = true @ 1:50"]),
        ("resources: {}", []),
        ("livenessProbe: {httpGet: {path: /}}", ["health_checked = true @ 1:24"]),
        (
            "livenessProbe: {enabled: false}, readinessProbe: {enabled: true}",
            ["health_checked = true @ 1:57"],
        ),
        ("livenessProbe: {enabled: false}", []),
        (
            "livenessProbe: {enabled: false}, readinessProbe: {enabled: false}",
            ["health_checked = false @ 1:49"],
        ),
    ],
)
def test_only_what_the_values_say_is_known(seen: Seen, text: str, wanted: list[str]) -> None:
    assert of_app(seen, text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "metrics: {enabled: false, image: {repository: a, tag: '1'}}",
        "db: {create: false, image: {repository: a, tag: '1'}}",
        "db: {enabled: false, primary: {replicaCount: 1}}",
        "global: {image: {repository: a, tag: '1'}}",
        "image: {pullPolicy: Always}",
        "image: ''",
        "replicaCount: '{{ x }}'",
        "securityContext: {privileged: true}",
    ],
)
def test_what_is_off_or_no_workload_is_none(seen: Seen, text: str) -> None:
    assert said(seen, text) == []


def test_a_group_in_a_group_goes_by_both_names(seen: Seen) -> None:
    assert said(seen, "db: {primary: {replicaCount: 1}}") == [
        "workloads[name=db.primary].replicas = 1 @ 1:30"
    ]
