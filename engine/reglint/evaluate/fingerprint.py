"""What makes a finding the same finding tomorrow."""

from __future__ import annotations

import hashlib

VERSION = "v1"


def fingerprint(rule: str, *identity: str) -> str:
    """A digest of the rule and of what was found: file, component, environment, element or fact.

    Lines and values stay out of it, so that it survives an edit above and a change that mends nothing. The
    version goes first: other parts make another version.

    >>> fingerprint("cn-csl-log-retention", "a/logback.xml", "a", "prod", "logging.streams[name=A]")
    'v1:e46b110a6fe76423de321f59c132ee87'
    """
    digest = hashlib.sha256("\0".join((VERSION, rule, *identity)).encode("utf-8", "surrogatepass"))
    return f"{VERSION}:{digest.hexdigest()[:32]}"
