"""What a stranger's configuration may make of itself: nothing of it raises, none grows without end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.facts.terraform_texts import ALICLOUD, AWS, PLAN

from reglint.facts.collect import Collected

CollectFiles = Callable[..., Collected]

KEY = 'resource "aws_kms_key" "a" {\n  enable_key_rotation = local.a0\n}\n'
CALLED = '  source = "../m%"\n}\n'
PIECES = ["${", "}", '"', "[", "{", "null", "var.x", "local.x ? ", "\n", "!", "1e9"]
HOSTILE = {
    "texts that double": {
        "main.tf": "locals {\n"
        + "".join(f'  a{i} = "${{local.a{i + 1}}}${{local.a{i + 1}}}"\n' for i in range(60))
        + f'  a60 = "x"\n}}\n{KEY}'
    },
    "lists that double": {
        "main.tf": "locals {\n"
        + "".join(f"  a{i} = [local.a{i + 1}, local.a{i + 1}]\n" for i in range(60))
        + f'  a60 = "x"\n}}\n{KEY}'
    },
    "a long way": {
        "main.tf": "locals {\n"
        + "".join(f"  a{i} = (local.a{i + 1})\n" for i in range(2000))
        + f"  a2000 = true\n}}\n{KEY}"
    },
    "nested brackets": {"main.tf": f"locals {{\n  a0 = {'(' * 60}true{')' * 60}\n}}\n{KEY}"},
    "many signs": {"main.tf": f"locals {{\n  a0 = {'!' * 5000}true\n}}\n{KEY}"},
    "many operators": {"main.tf": f"locals {{\n  a0 = 1{' + 1' * 5000} == 1\n}}\n{KEY}"},
    "many conditions": {"main.tf": f"locals {{\n  a0 = {'true ? 1 : ' * 2000}2\n}}\n{KEY}"},
    "modules that call themselves": {"m0/main.tf": f'module "a" {{\n{CALLED.replace("%", "0")}{KEY}'},
    "modules that multiply": {
        f"m{i}/main.tf": KEY
        + "".join(f'module "a{j}" {{\n{CALLED.replace("%", str(i + 1))}' for j in range(20))
        for i in range(20)
    },
}


@pytest.mark.parametrize("files", HOSTILE.values(), ids=HOSTILE)
def test_what_grows_or_turns_in_a_circle_is_left_open(collected: CollectFiles, files: dict[str, str]) -> None:
    made = collected(files)
    assert made.skipped == ()
    assert len(made.observations) <= 1_100


def test_elements_are_counted_over_all_blocks(collected: CollectFiles) -> None:
    block = 'resource "aws_kms_key" "a%" {\n  count = 50\n  description = count.index\n}\n'
    text = "".join(block.replace("%", str(index)) for index in range(100))
    assert len(collected({"main.tf": text}).observations) == 20 * 50 + 80


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_no_text_makes_it_raise(collected: CollectFiles, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([AWS, ALICLOUD, PLAN]))
    for _ in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(text)))
        length = data.draw(st.integers(0, 12))
        put = data.draw(st.sampled_from(PIECES))
        text = text[:start] + put + text[start + length :]
    path = "plan.json" if text.startswith("{") else "main.tf"
    made = collected({path: text})
    assert [one.path for one in made.read] + [one.path for one in made.skipped] in ([path], [])
