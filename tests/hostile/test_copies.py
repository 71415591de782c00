"""Copies that synchronised folders and people leave: the original stays the one that is meant."""

import json

import pytest

from folders import lay
from running import smm

APPROVED = "sop/cuti.md"
NAMES = (
    "cuti (1).md",
    "0cuti.md",
    "CUTI.md",
    "Copy of cuti.md",
    "Salinan dari cuti.md",
    "[Conflict] cuti.md",
    "cuti (Konflik salinan Budi 2026-01-02).md",
    "cuti (Budi's conflicted copy 2026-01-02).md",
    "cuti (copy).md",
    "cuti-DESKTOP-ABC123.md",
    "cuti-PC KEPEGAWAIAN.md",
    "cuti.conflict.md",
    "cuti.sync-conflict-20260102-101010-ABCDEFG.md",
    "cuti_conflict-20260102.md",
    "cuti (2)/cuti.md",
    "a/SOP-09.md",
)
PLAIN = {"0cuti.md", "CUTI.md", "a/SOP-09.md"}
"""Names that nobody would take for that of a copy."""


def told(root, code="SMM203"):
    lines = smm("validate", root, "--select", code, "-f", "json").stdout
    return [(item["path"], item["hint"]) for item in json.loads(lines)["diagnostics"]]


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_does_not_take_over_what_is_approved(qms, name):
    text = (qms / APPROVED).read_text("utf-8")
    for copied in (text, f"{text}\nmore\n"):
        lay(qms, {f"sop/{name}": copied})
        ((path, hint),) = told(qms)
        assert path == f"sop/{name}"
        assert ("looks like a copy" in hint) == (name not in PLAIN)
        assert told(qms, "SMM324") == [], "the approved text is kept under the name of the original"


@pytest.mark.parametrize(
    "name",
    ["cuti-PC KEPEGAWAIAN.md", "cuti.conflict.md", "cuti-LAPTOP-1A.md", "[Conflict] cuti.md"],
)
def test_a_copy_of_a_draft_is_told_as_one(qms, name):
    text = (qms / APPROVED).read_text("utf-8").replace("SOP-09", "SOP-99")
    head, _, end = text.partition("approvals:")
    lay(qms, {"sop/cuti.md": f"{head}{end[end.index('---') :]}", f"sop/{name}": text})
    lay(qms, {f"sop/{name}": (qms / "sop/cuti.md").read_text("utf-8")})
    ((path, hint),) = told(qms)
    assert path == f"sop/{name}"
    assert "looks like a copy" in hint


def test_two_reports_do_not_share_a_file(qms):
    out = qms.parent / "r.json"
    done = smm("validate", qms, "--report", f"json={out}", "--report", f"sarif={out}")
    assert done.returncode == 2
    assert "named for two reports" in done.stderr
    done = smm("validate", qms, "-f", "json", "-o", out, "--report", f"sarif={out}")
    assert (done.returncode, "named for two reports" in done.stderr) == (2, True)
    assert not out.exists()


def test_a_report_needs_the_name_of_a_file(qms, tmp_path):
    done = smm("validate", qms, "--report", "json=-", cwd=tmp_path)
    assert done.returncode == 2
    assert not (tmp_path / "-").exists()


def test_what_was_put_among_the_kept_copies_does_not_vanish(qms):
    """A draft, and an approved text one folder too high; what is kept in its place is none."""
    draft = "kind: audit\nid: AUD-77\ntitle: A\ndate: 2021-01-01\naudit_type: internal\n"
    lay(
        qms,
        {"issued/AUD-77.yaml": draft, "issued/SOP-09/cuti.md": (qms / APPROVED).read_text("utf-8")},
    )
    assert "issued/AUD-77.yaml" in smm("show", "AUD-77", qms).stdout
    ((path, _),) = told(qms)
    assert path == "issued/SOP-09/cuti.md"
    assert told(qms, "SMM324") == []
