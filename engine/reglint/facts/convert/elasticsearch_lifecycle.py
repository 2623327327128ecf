"""Elasticsearch: how long a lifecycle policy keeps an index.

Source: Elasticsearch, "Index lifecycle management": `phases.delete.min_age` (0 where it is not set) counts
from the rollover, else from the creation of an index; without a delete phase nothing is deleted.
"""

from __future__ import annotations

from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, not_set, unresolved
from reglint.facts.convert.lengths import ELASTICSEARCH, length_in
from reglint.facts.convert.spring import NEVER, UNLIMITED
from reglint.facts.origin import stem_of
from reglint.facts.tree import child
from reglint.model.duration import Duration, DurationKind


def policy_name(node: Node | None, _context: Context) -> Converted | None:
    """The name of the file: a policy does not say its own."""
    return None if node is None else Converted(stem_of(node.path), node)


def policy_retention(node: Node | None, context: Context) -> Converted | None:
    """How long at least an index stays that the policy is on."""
    phases = child(node, "phases")
    if phases is None:
        return None
    delete = child(phases, "delete")
    if delete is None:
        return Converted(NEVER, phases, "no phase deletes", UNLIMITED)
    age = child(delete, "min_age")
    if age is None or not age.text:
        return Converted(Duration(DurationKind.EXACT, 0), delete, "product default")
    resolved = context.resolve(age.text)
    length = length_in(resolved.text, ELASTICSEARCH)
    if resolved.open or length is None:
        return unresolved(age, not_set(resolved) if resolved.open else f'"{age.text}" is no length of time')
    return Converted(length, age, resolved.note)


CONVERSIONS: Mapping[str, Conversion] = {
    "ilm_policy_name": policy_name,
    "ilm_policy_retention": policy_retention,
}
