"""What a Kubernetes object runs, as the view of its pods has it."""

from __future__ import annotations

import pytest

from reglint.documents.lookup import plain
from reglint.documents.yaml import read_yaml
from reglint.facts.kubernetes_pods import pods


def viewed(text: str) -> object:
    return plain(pods(read_yaml(text, "f").roots[0]))


def test_a_container_stands_with_its_pod_and_its_object() -> None:
    text = """
kind: Deployment
metadata: {name: pay}
spec:
  replicas: 2
  selector: {}
  template:
    spec:
      hostNetwork: true
      initContainers: [{name: wait, image: b}, {name: proxy, image: c, restartPolicy: Always}]
      containers: [{name: app, image: a}, {name: part}]
"""
    beside = {"pod": {"hostNetwork": True}, "kind": "Deployment", "name": "pay"}
    beside["object"] = {"replicas": 2, "selector": {}}
    assert viewed(text) == {
        "whole": {
            "wait": {"container": {"name": "wait", "image": "b"}, **beside, "lasts": False},
            "proxy": {
                "container": {"name": "proxy", "image": "c", "restartPolicy": "Always"},
                **beside,
                "lasts": True,
            },
            "app": {"container": {"name": "app", "image": "a"}, **beside, "lasts": True},
        },
        "parts": {"part": {"container": {"name": "part"}, **beside, "lasts": True}},
    }


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("{kind: Pod, spec: {containers: [{image: a}]}}", "whole"),
        ("{kind: Job, spec: {template: {spec: {containers: [{image: a}]}}}}", "parts"),
        ("{kind: Job, spec: {template: {spec: {restartPolicy: Never, containers: [{image: a}]}}}}", "whole"),
        ("{kind: Deployment, spec: {template: {spec: {containers: [{image: a}]}}}}", "parts"),
        ("{kind: Deployment, spec: {selector: {}, template: {spec: {containers: [{image: a}]}}}}", "whole"),
        (
            "{kind: DaemonSet, spec: {template: {metadata: {labels: {}}, spec: {containers: [{image: a}]}}}}",
            "whole",
        ),
        ("{kind: Deployment, spec: {replicas: 2}}", ""),
        ("{kind: Pod, spec: {containers: x}}", ""),
        ("{kind: Pod, spec: x}", ""),
    ],
)
def test_what_lacks_what_the_api_wants_is_a_part(text: str, group: str) -> None:
    found = viewed(text)
    assert isinstance(found, dict)
    assert list(found) == ([group] if group else [])
