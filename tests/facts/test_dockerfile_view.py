from __future__ import annotations

import pytest

from reglint.documents.dockerfile import read_dockerfile
from reglint.documents.lookup import plain
from reglint.facts.dockerfile import dockerfile

CONTAINERS = {
    "an image": ("FROM a:1", {"image": "a:1"}),
    "the last stage": ("FROM a\nUSER b\nFROM c", {"image": "c"}),
    "a stage from another": (
        "FROM a AS b\nUSER u\nENV X=1 Y=2\nFROM b\nENV X=3\nCMD d e",
        {"image": "a", "user": ["u"], "environment": {"X": "3", "Y": "2"}, "command": "d e"},
    ),
    "lists of words": (
        'FROM a\nENTRYPOINT ["b"]\nCMD ["c", "d"]\nCMD ["e"]',
        {"image": "a", "entrypoint": ["b"], "command": ["e"]},
    ),
    "a stage of its own name": ("FROM a AS a", {"image": "a"}),
}


@pytest.mark.parametrize(("text", "wanted"), CONTAINERS.values(), ids=CONTAINERS)
def test_the_last_stage_describes_a_container(text: str, wanted: object) -> None:
    (root,) = read_dockerfile(text, "f").roots
    view = plain(dockerfile(root))
    assert isinstance(view, dict)
    assert view["container"] == wanted


def test_every_stage_has_its_variables() -> None:
    (root,) = read_dockerfile("ARG A=1\nARG B\nFROM a\nARG C=2\nENV D=3\nFROM b\n", "f").roots
    view = plain(dockerfile(root))
    assert isinstance(view, dict)
    assert view["variables"] == {"head": {"A": "1"}, "0": {"C": "2", "D": "3"}, "1": {}}


def test_without_a_stage_there_is_no_container() -> None:
    (root,) = read_dockerfile("ARG A=1\n", "f").roots
    assert dockerfile(root) is root
