"""Whether a platform holds a role that a rule binds."""

from __future__ import annotations

from reglint.model.law import Role
from reglint.report.explain_found import RuleApplied


def is_held(applied: RuleApplied, role: Role) -> bool | None:
    """Whether the platform holds a role; None where nobody says it, or what is said is no role."""
    held = applied.held
    if role.id in (held.presumed if held.said is None else held.said):
        return True
    return None if held.said is None or held.unclear else False


def open_roles(applied: RuleApplied) -> tuple[str, ...]:
    """The facts that would say whether the platform holds a role that the rule binds, where that is open."""
    answers = {is_held(applied, role) for role in applied.found.binds}
    if None not in answers or True in answers:
        return ()
    return tuple(one.fact for one in applied.held.unclear) or (applied.held.fact,)
