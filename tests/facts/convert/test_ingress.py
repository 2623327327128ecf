from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]

NGINX = "nginx.ingress.kubernetes.io"


def ingress(spec: str, annotations: str = "") -> dict[str, str]:
    head = "apiVersion: networking.k8s.io/v1\nkind: Ingress\n"
    return {"a.yaml": f"{head}metadata: {{annotations: {{{annotations}}}}}\nspec: {{{spec}}}\n"}


def facts(seen: Seen, spec: str, annotations: str = "") -> list[str]:
    """Each endpoint's facts without their places, less the exposure."""
    lines = seen(ingress(spec, annotations))
    return [
        line.removeprefix("network.endpoints").partition(" @ ")[0] for line in lines if "exposure" not in line
    ]


@pytest.mark.parametrize(
    ("tls", "host", "wanted"),
    [
        ("{hosts: [pay.cn]}", "pay.cn", "[server=pay.cn,port=443].tls = true"),
        ("{hosts: [pay.cn]}", "www.pay.cn", "[server=www.pay.cn,port=80].tls = false"),
        ("{hosts: ['*.pay.cn']}", "www.pay.cn", "[server=www.pay.cn,port=443].tls = true"),
        ("{hosts: ['*.pay.cn']}", "a.www.pay.cn", "[server=a.www.pay.cn,port=80].tls = false"),
        ("{hosts: ['*.pay.cn']}", "'*.pay.cn'", "[server=*.pay.cn,port=443].tls = true"),
        ("{hosts: [a.cn]}, {hosts: [b.cn]}", "b.cn", "[server=b.cn,port=443].tls = true"),
        ("{secretName: s}", "pay.cn", "[server=pay.cn,port=443].tls = true"),
        ("{secretName: s}", "''", "[server=_,port=443].tls = true"),
        (
            "{hosts: [a.cn]}",
            "''",
            (
                "[server=_,port=443].tls = ? unresolved: the rule is for every host,"
                " the certificates are for some"
            ),
        ),
        ("", "pay.cn", "[server=pay.cn,port=80].tls = false"),
    ],
)
def test_a_host_has_tls_if_a_certificate_names_it(seen: Seen, tls: str, host: str, wanted: str) -> None:
    assert facts(seen, f"tls: [{tls}], rules: [{{host: {host}}}]")[0] == wanted


@pytest.mark.parametrize(
    ("annotations", "wanted"),
    [
        ("alb.ingress.kubernetes.io/certificate-arn: arn", "[server=a,port=443].tls = true"),
        ("networking.gke.io/managed-certificates: c", "[server=a,port=443].tls = true"),
        ("traefik.ingress.kubernetes.io/router.tls: 'true'", "[server=a,port=443].tls = true"),
        ("traefik.ingress.kubernetes.io/router.tls: 'false'", "[server=a,port=80].tls = false"),
        (
            f"{NGINX}/ssl-passthrough: 'true'",
            "[server=a,port=443].tls = ? unresolved: TLS ends in the pods",
        ),
    ],
)
def test_a_balancer_may_hold_the_certificate(seen: Seen, annotations: str, wanted: str) -> None:
    assert facts(seen, "rules: [{host: a}]", annotations)[0] == wanted


def test_a_host_that_is_only_redirected_carries_nothing(seen: Seen) -> None:
    assert facts(seen, "rules: [{host: a}]", f"{NGINX}/force-ssl-redirect: 'true'") == [
        "[server=a,port=80].tls = false",
        "[server=a,port=80].redirect_only = true",
    ]


def test_a_host_with_tls_that_is_not_redirected_is_open_as_well(seen: Seen) -> None:
    assert facts(seen, "tls: [{hosts: [a]}], rules: [{host: a}]", f"{NGINX}/ssl-redirect: 'false'") == [
        "[server=a,port=443].tls = true",
        "[server=a,port=443].redirect_only = false",
        "[server=a,port=80].tls = false",
        "[server=a,port=80].redirect_only = false",
    ]


def test_an_ingress_without_rules_is_for_every_host(seen: Seen) -> None:
    assert facts(seen, "defaultBackend: {service: {name: s}}") == [
        "[server=_,port=80].tls = false",
        "[server=_,port=80].redirect_only = false",
    ]


TLS = "tls: [{hosts: [a]}], rules: [{host: a}]"
MAY = "? unresolved: the controller may also serve port 80"
PLAIN_PORTS = [
    ("", "", MAY),
    ("ingressClassName: gce, ", "", MAY),
    ("", "kubernetes.io/ingress.class: gce", MAY),
    ("ingressClassName: gce, ", f"{NGINX}/ssl-redirect: 'true'", MAY),
    ("", "kubernetes.io/ingress.allow-http: 'false'", ""),
    ("ingressClassName: gce, ", "kubernetes.io/ingress.allow-http: 'false'", ""),
    (
        "",
        "networking.gke.io/v1beta1.FrontendConfig: f",
        "? unresolved: the FrontendConfig says whether port 80 only redirects",
    ),
    ("ingressClassName: nginx, ", "", ""),
    ("", "kubernetes.io/ingress.class: nginx-public", ""),
    ("", f"{NGINX}/proxy-body-size: 1m", ""),
    ("ingressClassName: traefik, ", f"{NGINX}/proxy-body-size: 1m", MAY),
    ("", f"{NGINX}/force-ssl-redirect: 'true', {NGINX}/ssl-redirect: 'false'", ""),
    ("", f"{NGINX}/ssl-redirect: 'true'", ""),
    ("", f"{NGINX}/ssl-redirect: 'false'", "false"),
    ("ingressClassName: nginx, ", f"{NGINX}/force-ssl-redirect: 'false'", ""),
    ("", "appgw.ingress.kubernetes.io/ssl-redirect: 'true'", ""),
    ("", "haproxy.org/ssl-redirect: 'false'", "false"),
    ("ingressClassName: alb, ", "", MAY),
    ("", "alb.ingress.kubernetes.io/ssl-redirect: '443'", ""),
    ("", "alb.ingress.kubernetes.io/certificate-arn: arn", ""),
    ("", "alb.ingress.kubernetes.io/listen-ports: '[{\"HTTPS\": 443}]'", ""),
    ("", 'alb.ingress.kubernetes.io/listen-ports: \'[{"HTTP": 80}, {"HTTPS": 443}]\'', "false"),
    ("", "traefik.ingress.kubernetes.io/router.entrypoints: websecure", ""),
    ("", 'traefik.ingress.kubernetes.io/router.entrypoints: "web,websecure"', MAY),
]


@pytest.mark.parametrize(("name", "annotations", "wanted"), PLAIN_PORTS)
def test_a_controller_may_keep_the_plain_port_open(
    seen: Seen, name: str, annotations: str, wanted: str
) -> None:
    lines = facts(seen, name + TLS, annotations)
    assert [one for one in lines if "port=80" in one] == [
        f"[server=a,port=80].{field} = {wanted}" for field in ("tls", "redirect_only") if wanted
    ]


@pytest.mark.parametrize(
    ("spec", "server"),
    [
        ("tls: [{secretName: s}], defaultBackend: {service: {name: s}}", "_"),
        ("tls: [{hosts: [a]}], rules: [{host: a}, {host: b}]", "a"),
    ],
)
def test_the_plain_port_is_of_the_hosts_that_have_tls(seen: Seen, spec: str, server: str) -> None:
    assert [one for one in facts(seen, spec) if MAY in one] == [
        f"[server={server},port=80].tls = {MAY}",
        f"[server={server},port=80].redirect_only = {MAY}",
    ]
