"""Policies of buckets and file systems: whether they refuse whoever comes without TLS.

Sources: AWS, "Grammar of the IAM JSON policy language", "Condition keys: aws:SecureTransport"; Alibaba Cloud,
"Policy structure and syntax"; Terraform, `aws_iam_policy_document`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import chain

from reglint.documents.lookup import plain
from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, unresolved
from reglint.facts.convert.terraform import added, blocks, loose, resource
from reglint.facts.terraform_bodies import each_of, members_of
from reglint.facts.terraform_values import is_open, reference_of

_POLICIES = ("aws_s3_bucket_policy", "alicloud_oss_bucket_policy", "aws_efs_file_system_policy")
_EVERYTHING = frozenset({"*", "s3:*", "oss:*", "elasticfilesystem:*"})
_TRANSPORT = frozenset({"aws:securetransport", "acs:securetransport"})
_MORE = ("source_policy_documents", "override_policy_documents", "source_json", "override_json")
_UNSAID = "the policy is not in the files"


def refuses_plain(node: Node | None, context: Context) -> Converted | None:
    """True where a policy denies everybody everything without TLS; unresolved where it is not in the files.

    A policy that does not deny it says nothing: who comes may use TLS all the same.
    """
    own = [one for kind in _POLICIES for one in added(node, kind)]
    texts = [said for one in (node, *own) if (said := members_of(one).get("policy")) is not None]
    found = [_refusal(text, context) for text in texts]
    refusing = next((one for one in found if one is not None and one.value is True), None)
    if refusing is not None:
        return refusing
    if node is not None and any(loose(context.tree, kind) for kind in _POLICIES):
        return unresolved(node, "a policy of a bucket that the files do not say may be for it")
    return next(filter(None, found), None)


def _refusal(policy: Node, context: Context) -> Converted | None:
    """True at the policy that refuses; unresolved where it is not all there; None for one that does not."""
    document = resource(context.tree, reference_of(policy))
    statements = _written(document) if document is not None else _statements(policy)
    if statements is None:
        return unresolved(policy, _UNSAID)
    for at, statement in statements:
        if _denies_plain(statement):
            return Converted(value=True, node=at)
    more = [members_of(document)[name] for name in _MORE if name in members_of(document)]
    return unresolved(more[0], _UNSAID) if more else None


def _statements(policy: Node) -> list[tuple[Node, object]] | None:
    """The statements of a policy as plain data with their places; None where the files do not say them."""
    if isinstance(policy.value, Mapping):
        return [(one, plain(one)) for one in each_of(policy.value.get("Statement"))]
    try:
        written = json.loads(policy.text)
    except (ValueError, RecursionError):
        return None
    listed = written.get("Statement", []) if isinstance(written, dict) else []
    return [(policy, one) for one in (listed if isinstance(listed, list) else [listed])]


def _written(document: Node) -> list[tuple[Node, object]] | None:
    """The statements of an `aws_iam_policy_document` in the words of a policy."""
    said = members_of(document).get("statement")
    if said is not None and is_open(said):
        return None
    return [(one, _in_words_of_policy(one)) for one in blocks(document, "statement")]


def _in_words_of_policy(block: Node) -> object:
    condition = {
        str(_plain(one, "test")): {str(_plain(one, "variable")): _plain(one, "values")}
        for one in blocks(block, "condition")
    }
    principals = [_plain(one, "identifiers") for one in blocks(block, "principals")]
    return {
        "Effect": _plain(block, "effect"),
        "Principal": list(chain.from_iterable(one for one in principals if isinstance(one, list))),
        "Action": _plain(block, "actions"),
        "Resource": _plain(block, "resources"),
        "Condition": condition if len(condition) == len(blocks(block, "condition")) else {},
    }


def _plain(node: Node, name: str) -> object:
    found = members_of(node).get(name)
    return None if found is None else plain(found)


def _denies_plain(statement: object) -> bool:
    """Whether a statement denies everybody all actions on what a bucket holds, and only without TLS."""
    if not isinstance(statement, dict) or statement.get("Effect") != "Deny":
        return False
    resources = list(_texts(statement.get("Resource")))
    return (
        "*" in _texts(statement.get("Principal"))
        and not _EVERYTHING.isdisjoint(one.casefold() for one in _texts(statement.get("Action")))
        and (not resources or any(one.endswith("*") for one in resources))
        and _is_without_tls(statement.get("Condition"))
    )


def _is_without_tls(condition: object) -> bool:
    """Whether the only condition is that TLS is not used."""
    if not isinstance(condition, dict) or len(condition) != 1:
        return False
    ((test, asked),) = condition.items()
    if str(test).casefold() not in ("bool", "boolifexists") or not isinstance(asked, dict) or len(asked) != 1:
        return False
    ((key, value),) = asked.items()
    return str(key).casefold() in _TRANSPORT and [one.casefold() for one in _texts(value)] == ["false"]


def _texts(value: object) -> Iterator[str]:
    """The texts of a value that may be one or several: `"*"`, `["*"]`, `{"AWS": "*"}`."""
    if isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif value is not None:
        yield str(value)


CONVERSIONS: Mapping[str, Conversion] = {"terraform_refuses_plain": refuses_plain}
