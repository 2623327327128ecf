"""What rules refer to: provisions, roles, controls and each other, all of which must be there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reglint.law.cite import unknown_provision
from reglint.law.consistent import days_in_order
from reglint.law.roles import unknown_role
from reglint.law.spelling import did_you_mean
from reglint.law.validate import said_at
from reglint.model.diagnostic import Diagnostic
from reglint.model.law import Force, Instrument
from reglint.model.place import Place
from reglint.model.rule import Rule, Status
from reglint.packs.in_force import ever_in_force
from reglint.packs.pack import Catalogue, LoadedRule

ANYONE = "anyone"


def reference_faults(rule: Rule, catalogue: Catalogue) -> tuple[Diagnostic, ...]:
    """What a rule says of law, roles and controls that is not so, each at its place."""
    return (
        *_instrument_faults(rule, catalogue),
        *_cites_faults(rule, catalogue),
        *_binds_faults(rule, catalogue),
        *_control_faults(rule, catalogue),
        *days_in_order(rule.since, rule.until, _place(rule, "in_force/until")),
    )


def day_faults(loaded: LoadedRule, instruments: Mapping[str, Instrument]) -> Iterator[Diagnostic]:
    """A fault where a rule's own days and those of all that it cites never meet. Proposals are let be."""
    rule = loaded.rule
    proposed = any(instruments[cited.partition("#")[0]].force is Force.PROPOSAL for cited in rule.cites)
    if not proposed and not ever_in_force(loaded, instruments):
        message = "The rule is never in force: its own days and those of its provisions have none in common."
        hint = "Cite provisions that stand on the days of the rule."
        yield said_at(_place(rule, "cites"), "never-in-force", message, hint)


def sequel_faults(rule: Rule, rules: Mapping[str, Rule]) -> Iterator[Diagnostic]:
    """A fault where a rule replaces one that is not there. `rules` are all that were written, by id."""
    if rule.replaces is not None and rule.replaces not in rules:
        message = f'There is no rule "{rule.replaces}" to replace.'
        yield said_at(_place(rule, "replaces"), "unknown-rule", message, did_you_mean(rule.replaces, rules))


def _instrument_faults(rule: Rule, catalogue: Catalogue) -> Iterator[Diagnostic]:
    if rule.instrument not in catalogue.instruments:
        message = f'There is no instrument "{rule.instrument}".'
        hint = did_you_mean(rule.instrument, catalogue.instruments)
        yield said_at(_place(rule, "id"), "unknown-instrument", message, hint)


def _cites_faults(rule: Rule, catalogue: Catalogue) -> Iterator[Diagnostic]:
    if not rule.cites and rule.status is Status.ACTIVE:
        message = "An active rule stands on no provision."
        hint = "Cite one in cites: [instrument#provision], or write status: draft."
        yield said_at(_place(rule, "cites"), "no-citation", message, hint)
    for position, cited in enumerate(rule.cites):
        if message := unknown_provision(cited, catalogue.instruments):
            yield said_at(_place(rule, f"cites/{position}"), "unknown-provision", message)


def _binds_faults(rule: Rule, catalogue: Catalogue) -> Iterator[Diagnostic]:
    for position, role in enumerate(rule.binds):
        message = "" if role == ANYONE else unknown_role(role, rule.jurisdiction, catalogue.roles)
        if message:
            yield said_at(_place(rule, f"binds/{position}"), "unknown-role", message)


def _control_faults(rule: Rule, catalogue: Catalogue) -> Iterator[Diagnostic]:
    if rule.control not in catalogue.controls:
        message = f'There is no control "{rule.control}".'
        hint = did_you_mean(rule.control, catalogue.controls) or "mappings/controls.yaml lists them."
        yield said_at(_place(rule, "control"), "unknown-control", message, hint)


def _place(rule: Rule, pointer: str) -> Place:
    return rule.places.get(pointer) or rule.places[""]
