"""Workloads of which other objects say more: autoscalers, limits of a namespace, kustomizations."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]

APP = """\
apiVersion: apps/v1
kind: Deployment
metadata: {name: pay}
spec: {replicas: 1, selector: {}, template: {spec: {containers: [{name: app, image: 'a:1'}]}}}
"""
SCALER = """\
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: pay}
spec: {scaleTargetRef: {kind: Deployment, name: pay}, minReplicas: 3, maxReplicas: 9}
"""
KEDA = """\
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
spec: {scaleTargetRef: {name: pay}}
"""


def replicas(seen: Seen, files: dict[str, str]) -> list[str]:
    return [one.partition(" = ")[2] for one in seen(files, "workloads") if ".replicas" in one]


@pytest.mark.parametrize(
    ("scaler", "wanted"),
    [
        (SCALER, "3 @ b.yaml:4:68"),
        (SCALER.replace("minReplicas: 3, ", ""), "1 @ b.yaml:4:1 (product default)"),
        (SCALER.replace("minReplicas: 3", "minReplicas: '${N}'"), "? unresolved: N is not set in the file"),
        (SCALER.replace("kind: Deployment", "kind: StatefulSet"), "1 @ a.yaml:4:18"),
        (SCALER.replace("name: pay}, min", "name: other}, min"), "1 @ a.yaml:4:18"),
        (KEDA, "0 @ b.yaml:3:1 (product default)"),
        (
            f"{SCALER}---\n{SCALER.replace('minReplicas: 3', 'minReplicas: 2')}",
            "? unresolved: one of several",
        ),
        (f"{SCALER}---\n{SCALER}", "3 @ b.yaml:4:68"),
    ],
    ids=["least", "default", "template", "other kind", "other name", "keda", "several", "same"],
)
def test_an_autoscaler_says_how_many_there_are_at_least(seen: Seen, scaler: str, wanted: str) -> None:
    (line,) = replicas(seen, {"a.yaml": APP, "b.yaml": scaler})
    assert line.startswith(wanted)


def test_what_is_switched_off_with_no_replicas_is_not_scaled(seen: Seen) -> None:
    assert replicas(seen, {"a.yaml": f"{APP.replace('replicas: 1', 'replicas: 0')}---\n{SCALER}"}) == [
        "0 @ 4:18"
    ]


def test_an_autoscaler_of_another_namespace_is_none_of_it(seen: Seen) -> None:
    own = APP.replace("{name: pay}\nspec", "{name: pay, namespace: a}\nspec")
    other = SCALER.replace("{name: pay}\nspec", "{name: pay, namespace: b}\nspec")
    assert replicas(seen, {"a.yaml": f"{own}---\n{other}"}) == ["1 @ 4:18"]


def test_of_several_autoscalers_the_nearest_counts(seen: Seen) -> None:
    far = SCALER.replace("minReplicas: 3", "minReplicas: 2")
    lines = replicas(seen, {"dev/a.yaml": APP, "dev/b.yaml": SCALER, "prod/b.yaml": far})
    assert lines == ["3 @ dev/b.yaml:4:68"]


RANGE = """\
apiVersion: v1
kind: LimitRange
metadata: {name: limits}
spec: {limits: [{type: Container, default: {cpu: 1, memory: 1Gi}}]}
"""


@pytest.mark.parametrize(
    ("app", "limits", "wanted"),
    [
        (APP, RANGE, "? unresolved: a LimitRange may give the limits @ b.yaml:4:35"),
        (APP, RANGE.replace("default:", "max:"), "false @ a.yaml:4:66 (product default)"),
        (APP, RANGE.replace("type: Container", "type: Pod"), "false @ a.yaml:4:66 (product default)"),
        (
            APP.replace("'a:1'", "'a:1', resources: {limits: {cpu: 1, memory: 2Gi}}"),
            RANGE,
            "true @ a.yaml:4:118",
        ),
    ],
    ids=["default", "no default", "of pods", "its own"],
)
def test_a_namespace_may_limit_what_has_no_limits(seen: Seen, app: str, limits: str, wanted: str) -> None:
    lines = seen({"a.yaml": app, "b.yaml": limits}, "workloads")
    assert [one.partition(" = ")[2] for one in lines if ".resources_limited" in one] == [wanted]


def customized(seen: Seen, files: dict[str, str], field: str) -> list[str]:
    lines = seen(
        {"base/a.yaml": APP, "base/kustomization.yaml": "resources: [a.yaml]\n", **files}, "workloads"
    )
    return [one.partition(" = ")[2] for one in lines if f".{field} " in one]


@pytest.mark.parametrize(
    ("change", "field", "wanted"),
    [
        ("images: [{name: a, newTag: latest}]", "image_pinned", "false @ prod/kustomization.yaml:2:28"),
        ("images: [{name: a, newTag: '2'}]", "image", "a:2 @ prod/kustomization.yaml:2:10"),
        ("images: [{name: a, newName: r.io/b}]", "image", "r.io/b:1 @ prod/kustomization.yaml:2:10"),
        ("images: [{name: a, newName: r.io/b}]", "image_pinned", "true @ base/a.yaml:4:85"),
        (
            "images: [{name: a, digest: 'sha256:0f'}]",
            "image_pinned",
            "true @ prod/kustomization.yaml:2:28",
        ),
        ("images: [{name: b, newTag: latest}]", "image_pinned", "true @ base/a.yaml:4:85"),
        ("replicas: [{name: pay, count: 4}]", "replicas", "4 @ prod/kustomization.yaml:2:31"),
        ("replicas: [{name: web, count: 4}]", "replicas", "1 @ base/a.yaml:4:18"),
    ],
)
def test_a_kustomization_changes_what_it_takes_in(seen: Seen, change: str, field: str, wanted: str) -> None:
    files = {"prod/kustomization.yaml": f"resources: [../base]\n{change}\n"}
    assert customized(seen, files, field) == [wanted]


def test_several_kustomizations_leave_it_open(seen: Seen) -> None:
    files = {
        f"{name}/kustomization.yaml": f"resources: [../base]\nreplicas: [{{name: pay, count: {count}}}]\n"
        for name, count in (("dev", 1), ("prod", 3))
    }
    (line,) = customized(seen, files, "replicas")
    assert line.startswith("? unresolved: one of several kustomizations decides")


def test_a_kustomization_of_another_folder_changes_nothing(seen: Seen) -> None:
    files = {"other/kustomization.yaml": "resources: [b.yaml]\nreplicas: [{name: pay, count: 4}]\n"}
    assert customized(seen, files, "replicas") == ["1 @ base/a.yaml:4:18"]


def test_kustomizations_may_name_each_other(seen: Seen) -> None:
    files = {"base/kustomization.yaml": "resources: [a.yaml, ../prod]\n"}
    files["prod/kustomization.yaml"] = "resources: [../base]\nreplicas: [{name: pay, count: 4}]\n"
    assert customized(seen, files, "replicas") == ["4 @ prod/kustomization.yaml:2:31"]


PATCH = """\
apiVersion: apps/v1
kind: Deployment
metadata: {name: pay}
spec: {template: {spec: {containers: [{name: app, resources: {limits: {cpu: 1, memory: 1Gi}}}]}}}
"""


def test_what_a_patch_is_laid_over_takes_no_default(seen: Seen) -> None:
    other = APP.replace("{name: pay}", "{name: web}")
    lines = seen({"base/a.yaml": f"{APP}---\n{other}", "prod/a.yaml": PATCH}, "workloads")
    assert [one.partition(" = ")[2] for one in lines if ".resources_limited" in one] == [
        "false @ base/a.yaml:9:66 (product default)",
        "true @ prod/a.yaml:4:77",
    ]
    assert [one.partition(" = ")[2] for one in lines if ".replicas" in one] == [
        "1 @ base/a.yaml:4:18",
        "1 @ base/a.yaml:9:18",
    ]
