"""logrotate: how long the files of a block stay.

Source: logrotate(8): `rotate N` keeps N old files and -1 all, `daily`, `weekly`, `monthly` and `yearly` are
the periods, `maxage` days end a file's life at the next rotation; `size`, `minsize` and `maxsize` rotate by
size; what a block does not say, the settings before it say, or `/etc/logrotate.conf`.
"""

from __future__ import annotations

from collections.abc import Mapping

from reglint.documents.node import Node
from reglint.facts.convert.context import Context, Conversion, Converted, unresolved
from reglint.facts.convert.directives import last_value
from reglint.facts.convert.lengths import count_in
from reglint.facts.convert.spring import NEVER, UNLIMITED
from reglint.facts.tree import child
from reglint.model.duration import DAY, HOUR, Duration, DurationKind

_PERIODS = {
    "hourly": (DurationKind.EXACT, HOUR),
    "daily": (DurationKind.EXACT, DAY),
    "weekly": (DurationKind.EXACT, 7 * DAY),
    "monthly": (DurationKind.MONTHS, 1),
    "yearly": (DurationKind.MONTHS, 12),
}
_BY_SIZE = ("size", "maxsize", "minsize")


def paths(node: Node | None, _context: Context) -> Converted | None:
    """What a block is about, as it is written."""
    named = child(node, "paths")
    return None if named is None else Converted(" ".join(named.text.split()), named)


def retention(node: Node | None, context: Context) -> Converted | None:
    """The old files that are kept times the period; `maxage` where it is shorter."""
    if node is None:
        return None
    count = _said(node, "rotate", context)
    if count is None:
        return unresolved(child(node, "paths"), "how many old files stay is set in another file")
    by_size = next((found for name in _BY_SIZE if (found := _said(node, name, context))), None)
    if by_size is not None:
        return unresolved(by_size, "files are rotated by size: how long they last depends on what is written")
    kept = _kept(node, count, context)
    age = _said(node, "maxage", context)
    days = count_in(age.text) if age is not None else None
    if days is None:
        return kept
    most = Duration(DurationKind.EXACT, days * DAY)
    is_first = isinstance(kept.value, Duration) and _days(most) < _days(kept.value)
    return Converted(most, age) if is_first else kept


def _kept(node: Node | None, count: Node, context: Context) -> Converted:
    if count.text == "-1":
        return Converted(NEVER, count, shown=UNLIMITED)
    period = next((one for one in _PERIODS if _said(node, one, context) is not None), "")
    files = count_in(count.text)
    if not period or files is None:
        return unresolved(count, "how often the files are rotated is set in another file")
    kind, amount = _PERIODS[period]
    return Converted(Duration(kind, files * amount), count)


def _said(node: Node | None, name: str, context: Context) -> Node | None:
    """A setting of the block, else of what stands outside of all blocks."""
    own = last_value(child(node, "settings"), name)
    return own if own is not None else last_value(child(context.tree.root, "global"), name)


def _days(length: Duration) -> float:
    return length.amount / DAY if length.kind is DurationKind.EXACT else length.amount * 28


CONVERSIONS: Mapping[str, Conversion] = {"logrotate_paths": paths, "logrotate_retention": retention}
