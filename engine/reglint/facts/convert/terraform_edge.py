"""CloudFront's distributions: what viewers may speak, and what is only redirected.

Sources: AWS, "Require HTTPS for communication between viewers and CloudFront", "Supported protocols and
ciphers between viewers and CloudFront".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import PRODUCT_DEFAULT, Context, Conversion, Converted, unresolved
from reglint.facts.convert.terraform import blocks, read
from reglint.facts.terraform_values import is_open
from reglint.facts.tree import child
from reglint.model.quantity import Version, parse_version

_PLAIN = "allow-all"
_POLICY = re.compile(r"TLSv(1(?:\.\d)?)(?:_\d{4})?")
_LEAST = "1.0"


def redirects_viewers(node: Node | None, _context: Context) -> Converted | None:
    """False where some behavior answers without TLS; true where each redirects or refuses."""
    said = list(_policies(node)) if node is not None else []
    plain = next((one for one in said if one.text == _PLAIN), None)
    if plain is not None:
        return Converted(value=False, node=plain)
    unsaid = next(filter(is_open, said), None)
    if unsaid is not None:
        return unresolved(unsaid, "what viewers may speak is not in the files")
    return Converted(value=True, node=said[0]) if said else None


def least_viewer_tls(node: Node | None, context: Context) -> Converted | None:
    """The least version of TLS for viewers; 1.0 with CloudFront's own certificate, and by default."""
    if node is None:
        return None
    own = child(node, "cloudfront_default_certificate")
    if own is not None and is_open(own):
        return unresolved(own, "whose certificate it is, is not in the files")
    if own is not None and own.text == "true":
        return Converted(parse_version(_LEAST), own)
    said = read(child(node, "minimum_protocol_version"), context, _version)
    return said or Converted(parse_version(_LEAST), node, PRODUCT_DEFAULT)


def _policies(distribution: Node) -> Iterator[Node]:
    for name in ("default_cache_behavior", "ordered_cache_behavior"):
        for behavior in blocks(distribution, name):
            policy = child(behavior, "viewer_protocol_policy")
            if policy is not None:
                yield policy


def _version(text: str) -> Version | None:
    match = _POLICY.fullmatch(text)
    return None if match is None else parse_version(_LEAST if match[1] == "1" else match[1])


CONVERSIONS: Mapping[str, Conversion] = {
    "aws_redirects_viewers": redirects_viewers,
    "aws_least_viewer_tls": least_viewer_tls,
}
