from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reglint.facts.attest import Evidence
from reglint.pipeline.evidence import evidence_in

Write = Callable[[dict[str, str | bytes]], Path]

REFUSED = Evidence(fault="evidence is a path below the platform file's folder", refused=True)


def test_a_file_has_a_digest(project: Write) -> None:
    root = project({"docs/plan.pdf": b"plan"})
    assert evidence_in(root, "docs/plan.pdf") == Evidence(hashlib.sha256(b"plan").hexdigest())


def test_a_file_that_is_not_there_has_none(project: Write) -> None:
    root = project({"plan.pdf": b""})
    assert [evidence_in(root, name) for name in ("docs/plan.pdf", "https://a.example/b")] == [Evidence()] * 2


@pytest.mark.parametrize(
    "name", ["../plan.pdf", "/etc/hostname", "a/../../plan.pdf", ".", "", "a\0b", "out", "up"]
)
def test_what_leads_out_of_the_project_is_refused(name: str, project: Write) -> None:
    root = project({"plan.pdf": b"plan", "in/a.pdf": b""}) / "in"
    (root / "out").symlink_to("../plan.pdf")
    (root / "up").symlink_to("..")
    assert evidence_in(root, name) == REFUSED


def test_a_link_within_the_project_is_followed(project: Write) -> None:
    root = project({"plan.pdf": b"plan"})
    (root / "latest.pdf").symlink_to("plan.pdf")
    assert evidence_in(root, "latest.pdf") == evidence_in(root, "plan.pdf")


def test_a_link_to_itself_is_no_evidence(project: Write) -> None:
    root = project({})
    (root / "loop").symlink_to("loop")
    assert evidence_in(root, "loop").fault.startswith("it can't be read: ")


def test_what_is_no_regular_file_is_not_opened(project: Write) -> None:
    root = project({"docs/plan.pdf": b""})
    os.mkfifo(root / "pipe")
    fault = Evidence(fault="it is no regular file")
    assert (evidence_in(root, "docs"), evidence_in(root, "pipe")) == (fault, fault)


def test_a_file_over_the_limit_is_not_read(project: Write) -> None:
    root = project({"plan.pdf": b"four"})
    assert evidence_in(root, "plan.pdf", limit=4).fault == ""
    assert evidence_in(root, "plan.pdf", limit=3) == Evidence(
        fault="it has more than 3 bytes and is not read"
    )
