from __future__ import annotations

from reglint.model.law import Force


def test_guidance_and_what_is_recommended_bind_nobody() -> None:
    free = {Force.SUPERVISORY_GUIDANCE, Force.STANDARD_RECOMMENDED, Force.SELF_REGULATION, Force.PROPOSAL}
    assert {force for force in Force if not force.binding} == free
