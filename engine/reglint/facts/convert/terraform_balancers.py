"""Load balancers in Terraform: what their listeners speak, whom they serve, what they only redirect.

Sources: AWS, "Security policies for your Application Load Balancer" and "… for your Network Load Balancer"
(a policy's name says its least version of TLS); Alibaba Cloud, "TLS security policies" of ALB and CLB.
"""

from __future__ import annotations

from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import PRODUCT_DEFAULT, Context, Conversion, Converted, unresolved
from reglint.facts.convert.terraform import (
    added,
    address_type,
    internal_if_on,
    is_on,
    loose,
    name_of,
    read,
    resource,
)
from reglint.facts.terraform_bodies import members_of
from reglint.facts.terraform_values import is_open, reference_of
from reglint.facts.tree import child, text_of
from reglint.model.quantity import Version, parse_version

_ENCRYPTED = frozenset({"https", "tls", "ssl", "tcpssl", "quic"})
_PASSED_ON = frozenset({"tcp", "tcp_udp"})
_POLICIES = (
    ("ELBSecurityPolicy-TLS13-1-3", "1.3"),
    ("ELBSecurityPolicy-TLS13-1-2", "1.2"),
    ("ELBSecurityPolicy-TLS13-1-1", "1.1"),
    ("ELBSecurityPolicy-TLS13-1-0", "1.0"),
    ("ELBSecurityPolicy-FS-1-2", "1.2"),
    ("ELBSecurityPolicy-FS-1-1", "1.1"),
    ("ELBSecurityPolicy-FS-2018", "1.0"),
    ("ELBSecurityPolicy-TLS-1-2", "1.2"),
    ("ELBSecurityPolicy-TLS-1-1", "1.1"),
    ("ELBSecurityPolicy-2016-08", "1.0"),
    ("ELBSecurityPolicy-2015-05", "1.0"),
    ("ELBSecurityPolicy-TLS-1-0", "1.0"),
    ("tls_cipher_policy_1_2_strict_with_1_3", "1.2"),
    ("tls_cipher_policy_1_3", "1.3"),
    ("tls_cipher_policy_1_2", "1.2"),
    ("tls_cipher_policy_1_1", "1.1"),
    ("tls_cipher_policy_1_0", "1.0"),
)
_RULES = ("aws_lb_listener_rule", "aws_alb_listener_rule")
_FIREWALLS = ("aws_wafv2_web_acl_association", "aws_wafregional_web_acl_association")
_DEFAULT = "1.0"  # of AWS, and of Alibaba Cloud's network load balancers
_BALANCERS = ("load_balancer_arn", "load_balancer_id")
_TELLS = ("internal", "address_type")


def listener_tls(node: Node | None, context: Context) -> Converted | None:
    """Whether a listener ends TLS, by its protocol; what it passes on as it is may be encrypted or not."""
    found = read(node, context, lambda text: text.casefold() in _ENCRYPTED)
    if node is not None and found is not None and node.text.casefold() in _PASSED_ON:
        return unresolved(node, "what is passed on as it comes may be TLS or not")
    return found


def least_tls(node: Node | None, context: Context) -> Converted | None:
    """The least version of TLS by the name of a policy; none for a listener without TLS."""
    protocol = text_of(context.each, "protocol") or text_of(context.each, "listener_protocol")
    if protocol.casefold() not in _ENCRYPTED:
        return None
    if node is not None:
        return read(node, context, _version)
    is_said = child(context.each, "load_balancer_arn") is not None or protocol.casefold() == "tcpssl"
    return Converted(parse_version(_DEFAULT), None, PRODUCT_DEFAULT) if is_said else None


def redirect_only(node: Node | None, context: Context) -> Converted | None:
    """Whether all that a listener of AWS does is to redirect to HTTPS; a rule of its own may do more."""
    if node is None:
        return None
    rules = [rule for one in _RULES for rule in added(node, one)]
    if rules:
        return unresolved(rules[0], "rules of the listener may do more")
    kind, target = (
        child(node, "default_action", "type"),
        child(node, "default_action", "redirect", "protocol"),
    )
    if kind is None:
        return None
    if is_open(kind) or (target is not None and is_open(target)):
        return unresolved(kind, "what the listener does is not in the files")
    redirects = kind.text == "redirect" and target is not None and target.text == "HTTPS"
    if redirects and any(loose(context.tree, one) for one in _RULES):
        return unresolved(kind, "a rule of a listener that the files do not say may do more")
    return Converted(redirects, target if redirects and target is not None else kind)


def balancer_exposure(node: Node | None, context: Context) -> Converted | None:
    """Whom the load balancer of a listener serves; by default AWS makes one for the internet."""
    balancer = balancer_of(node, context)
    if balancer is None:
        return None
    said = next((one for name in _TELLS if (one := members_of(balancer).get(name)) is not None), None)
    if said is not None and context.tree.key(said) == "address_type":
        return address_type(said, context)
    kind = context.tree.parent(balancer)
    if kind is not None and context.tree.key(kind) in ("aws_lb", "aws_alb"):
        return internal_if_on(said, context) or Converted("public", balancer, PRODUCT_DEFAULT)
    return None


def classic_exposure(node: Node | None, context: Context) -> Converted | None:
    """The same for a listener that stands in its load balancer."""
    series = context.tree.parent(node) if node is not None else None
    balancer = context.tree.parent(series) if series is not None else None
    if balancer is None:
        return None
    return internal_if_on(child(balancer, "internal"), context) or Converted(
        "public", balancer, PRODUCT_DEFAULT
    )


def balancer_name(node: Node | None, context: Context) -> Converted | None:
    """The address of a listener's load balancer; the listener's own where that is elsewhere."""
    found = balancer_of(node, context) or node
    return None if found is None else Converted(name_of(context.tree.key(found)), node)


def balancer_of(node: Node | None, context: Context) -> Node | None:
    """The load balancer that a listener belongs to."""
    said = next((one for name in _BALANCERS if (one := members_of(node).get(name)) is not None), None)
    return resource(context.tree, reference_of(said)) if said is not None else None


def firewalled(node: Node | None, context: Context) -> Converted | None:
    """Whether a web application firewall is put before a listener's load balancer."""
    balancer = balancer_of(node, context)
    found = next((one for kind in _FIREWALLS for one in added(balancer, kind)), None)
    return None if found is None else Converted(value=True, node=found)


def forwarded(node: Node | None, context: Context) -> Converted | None:
    """Whether a listener of Alibaba Cloud's SLB only redirects: `listener_forward`."""
    return read(node, context, is_on)


def _version(text: str) -> Version | None:
    return next((parse_version(version) for start, version in _POLICIES if text.startswith(start)), None)


CONVERSIONS: Mapping[str, Conversion] = {
    "terraform_listener_tls": listener_tls,
    "terraform_least_tls": least_tls,
    "terraform_redirect_only": redirect_only,
    "terraform_balancer_exposure": balancer_exposure,
    "terraform_classic_exposure": classic_exposure,
    "terraform_balancer_name": balancer_name,
    "terraform_firewalled": firewalled,
    "terraform_forwarded": forwarded,
}
