from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reglint.model.fact import Unknown
from reglint.model.verdict import Reason

OPEN = Unknown(
    Reason.UNRESOLVED, "TLS may end before the Service or behind it: the manifest does not show where"
)
AWS = "service.beta.kubernetes.io/aws-load-balancer-"
ALIBABA = "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-"
PORT = "/services/Service~1~1s/spec/ports/0"


def service(spec: str, annotations: str = "") -> str:
    head = f"apiVersion: v1\nkind: Service\nmetadata: {{name: s, annotations: {{{annotations}}}}}\n"
    return f"{head}spec: {{{spec}}}\n"


def run(convert: Callable[..., Any], name: str, text: str, pointer: str) -> Any:  # noqa: ANN401
    return convert(name, text, pointer, view="kubernetes", style="shell")


@pytest.mark.parametrize(
    ("annotations", "wanted"),
    [
        ("", (OPEN, "4:43+2")),
        (f"{AWS}ssl-cert: arn", (True, "3:90+3")),
        (f"{AWS}ssl-cert: arn, {AWS}ssl-ports: '443, web'", (True, "3:90+3")),
        (f"{AWS}ssl-cert: arn, {AWS}ssl-ports: '8443'", (OPEN, "4:43+2")),
        (f"{AWS}ssl-cert: ''", (OPEN, "4:43+2")),
        (f"{ALIBABA}protocol-port: 'https:80,http:81'", (True, "3:104+18")),
        (f"{ALIBABA}protocol-port: 'http:80'", (OPEN, "4:43+2")),
    ],
)
def test_whether_the_balancer_ends_tls(convert: Callable[..., Any], annotations: str, wanted: object) -> None:
    text = service("type: LoadBalancer, ports: [{port: 80, name: web}]", annotations)
    made = run(convert, "kubernetes_service_tls", text, PORT)
    assert (made.value, made.place) == wanted


@pytest.mark.parametrize(
    ("spec", "wanted"),
    [
        ("type: NodePort, ports: [{port: 80, nodePort: 30080}]", 30080),
        ("type: NodePort, ports: [{port: 80}]", 80),
        ("type: LoadBalancer, ports: [{port: 80, nodePort: 30080}]", 80),
        ("type: LoadBalancer, ports: [{port: '${PORT}'}]", None),
    ],
)
def test_the_port_that_is_reached_from_outside(
    convert: Callable[..., Any], spec: str, wanted: int | None
) -> None:
    made = run(convert, "kubernetes_service_port", service(spec), PORT)
    assert (made and made.value) == wanted


@pytest.mark.parametrize(
    ("annotations", "wanted"),
    [
        ("", "public"),
        (f"{AWS}internal: 'true'", "internal"),
        (f"{AWS}internal: 'false'", "public"),
        (f"{ALIBABA}address-type: intranet", "internal"),
        ("networking.gke.io/load-balancer-type: Internal", "internal"),
    ],
)
def test_a_balancer_is_public_unless_kept_inside(
    convert: Callable[..., Any], annotations: str, wanted: str
) -> None:
    text = service("type: LoadBalancer, ports: [{port: 80}]", annotations)
    assert run(convert, "kubernetes_exposure", text, PORT).value == wanted


def test_what_makes_a_service_public_is_its_type(convert: Callable[..., Any]) -> None:
    text = service("type: LoadBalancer, ports: [{port: 80}]")
    assert run(convert, "kubernetes_exposure", text, PORT).place == "4:14+12"


def test_a_setting_belongs_to_its_object(convert: Callable[..., Any]) -> None:
    text = "{apiVersion: v1, kind: ConfigMap, metadata: {name: pay, namespace: prod}, data: {A: b}}"
    assert run(convert, "kubernetes_object", text, "/settings/ConfigMap~1prod~1pay/A").value == "pay"
    assert convert("kubernetes_object", "settings: {a: {b: c}}", "/settings/a/b").value == "a"
    assert convert("kubernetes_object", "x: {settings: {a: {b: c}}}", "/x/settings/a/b") is None
    assert convert("kubernetes_object", "a: {b: c}", "/a/b") is None
