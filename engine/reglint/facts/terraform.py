"""How sources look at Terraform: a plan as JSON, or a file of a module that stands alone."""

from __future__ import annotations

from reglint.documents.node import Node
from reglint.facts.terraform_bodies import members_of
from reglint.facts.terraform_looks import root_modules
from reglint.facts.terraform_plan import is_plan, plan_view


def terraform(root: Node) -> Node:
    """The tree `{provider: {type: {address: resource}}}` of a plan, or of one file as a module."""
    if is_plan(root):
        return plan_view(root).root
    found = next(root_modules({"main.tf": root}), None) if members_of(root) else None
    return root if found is None else found.view.root
