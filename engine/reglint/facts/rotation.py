"""Logs joined with the settings of logrotate that rotate them.

Source: logrotate(8): a block holds for the files that its patterns match, as glob(7) has it; a pattern in
quotes may have blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from reglint.facts.observe import Observation
from reglint.model.fact import Fact, Unknown
from reglint.model.verdict import Reason

_STREAMS = "logging.streams[]"
_PATTERN = re.compile(r'"([^"]*)"|\'([^\']*)\'|(\S+)')


def with_rotation(seen: Iterable[Observation], blocks: Iterable[Observation]) -> Iterator[Observation]:
    """What is seen, each log file with the retention of the one block that rotates it, and other blocks.

    A log whose product says how long it stays, and one that several blocks rotate, stay as they are.
    """
    rotating = list(blocks)
    used: set[int] = set()
    for one in seen:
        block = _block(one, rotating)
        if block is None:
            yield one
        else:
            used.add(id(block))
            yield _rotated(one, block)
    yield from (one for one in rotating if id(one) not in used)


def _block(log: Observation, blocks: Iterable[Observation]) -> Observation | None:
    """The only block that matches a log file of which nobody says how long it stays."""
    path = _name(log)
    if log.into != _STREAMS or not path.startswith("/") or not _is_open(log):
        return None
    fitting = [one for one in blocks if any(_matches(path, pattern) for pattern in _patterns(_name(one)))]
    return fitting[0] if len(fitting) == 1 else None


def _rotated(log: Observation, block: Observation) -> Observation:
    retention = block.record.fields["retention"]
    if isinstance(retention, Fact):
        retention = replace(retention, name=f"{log.record.name}.retention")
    return replace(log, record=replace(log.record, fields={**log.record.fields, "retention": retention}))


def _name(one: Observation) -> str:
    name = one.record.fields.get("name")
    return name.value if isinstance(name, Fact) and isinstance(name.value, str) else ""


def _is_open(log: Observation) -> bool:
    said = log.record.fields.get("retention")
    value = said.value if isinstance(said, Fact) else None
    return isinstance(value, Unknown) and value.reason is Reason.UNRESOLVED


def _patterns(written: str) -> Iterator[str]:
    yield from (match[match.lastindex or 0] for match in _PATTERN.finditer(written))


def _matches(path: str, pattern: str) -> bool:
    return pattern.startswith("/") and PurePosixPath(path).match(pattern)
