"""`smm approve` looks ahead: what would be an error is not sealed, what is warned of from then on is told."""

import re

import pytest
from approving import laid

from folders import home
from running import smm

POLICY = """\
---
kind: quality-policy
id: KM-01
title: Quality policy
version: "1"
sentence: "We serve with care."
points: [{id: PP-1, title: Fast, themes: [quality]}]
---
We improve our work all the time.
"""


@pytest.fixture
def folder(tmp_path):
    given = home("classes: [{id: open, title: Open, outside: true}]\n", as_of="2026-03-01")
    assert "head:" in given
    return laid(tmp_path, km__md=POLICY)


def test_a_policy_that_another_would_approve_is_not_sealed(folder):
    before = (folder / "km.md").read_bytes()
    done = smm("approve", "KM-01", folder, "--by", "P-2", "--role", "Clerk")
    assert done.returncode == 2
    assert "nothing was approved" in done.stderr
    assert "SMM317" in done.stderr
    assert (folder / "km.md").read_bytes() == before
    assert not (folder / "issued").exists()
    told = smm("approve", "KM-01", folder, "--by", "Gubernur").stderr
    assert told.rstrip().endswith("These posts may approve it: Head (P-1)")


def test_one_such_document_holds_up_all_that_are_approved_with_it(folder):
    assert smm("approve", "SOP-01", "KM-01", folder, "--by", "P-2").returncode == 2
    assert not (folder / "issued").exists()


def warned(folder):
    """The codes of what validate warns of."""
    return {*re.findall(r"warning (SMM\d+)", smm("validate", folder).stdout)}


def test_what_is_warned_of_from_the_approval_on_is_told_with_the_way_back(folder):
    old = warned(folder)
    done = smm("approve", "SOP-01", folder, "--by", "P-1")
    assert done.returncode == 0, done.stderr
    assert "more warnings hold" in done.stdout
    assert "smm undo" in done.stdout
    assert any(f"({code})" in done.stdout for code in warned(folder) - old)
