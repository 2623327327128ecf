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
