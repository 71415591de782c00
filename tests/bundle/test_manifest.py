"""The manifest of a bundle and the names in it: from what is chosen, without drawing anything."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256

import pytest

from smmkit import __version__
from smmkit.analyses.leaving.places import Place, Places
from smmkit.analyses.leaving.selection import select
from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.bundle.manifest import manifest, named
from smmkit.documents.submission import Submission
from smmkit.git import Commit

FILES = {
    "s.yaml": "kind: submission\nid: S-1\ntitle: S\ndate: 2026-02-10\nrecipient: Body\n"
    "period: '2025'\n",
    "audit/a.yaml": "kind: audit\nid: A-1\ntitle: Audit\ndate: 2026-02-01\naudit_type: internal\n"
    "classification: open\nclauses: ['9.2.2']\nevidence: [x.pdf, ../signed.pdf]\n",
    "audit/x.pdf": b"%PDF evidence",
    "b.yaml": "kind: audit\nid: A-2\ntitle: Later\ndate: 2026-02-11\naudit_type: internal\n"
    "classification: open\n",
    "signed.pdf": b"%PDF signed",
}
MANUAL = "kind: document\nid: D-1\ntitle: Manual\nversion: '1'\nclassification: open\n"
COMMIT = Commit("3f" * 20, clean=False)


@pytest.fixture
def written(folder):
    """The manifest with this commit, as a program reads it; and the QMS that it is about."""

    def of(commit):
        classes = "classes: [{id: open, title: Open, outside: true}]\n"
        draft = folder({"d.yaml": MANUAL}, more=classes)
        seal = fingerprint(draft.things["D-1"], draft)
        given = "version: '1', by: P-1, role: Head, on: 2026-01-10, signed: signed.pdf"
        text = f"{MANUAL}approvals:\n  - {{{given}, hash: {seal}}}\n"
        issued = {"issued/D-1/1/d.yaml": MANUAL}
        qms = folder(FILES | issued | {"d.yaml": text}, date(2026, 2, 10), classes)
        assert not qms.found, qms.found
        selection = select(qms, qms.of(Submission)[0])
        names = named(selection)
        where = {id_: Place(file, 5) for id_, file in names.documents.items()}
        return json.loads(manifest(qms, selection, Places(where, names.files), commit)), qms

    return of


def test_each_document_says_where_it_is_from_and_what_its_source_hashes_to(written):
    data, qms = written(COMMIT)
    audit, manual = sorted(data["documents"], key=lambda entry: entry["id"])
    assert audit["source"] == "audit/a.yaml"
    assert audit["source_sha256"] == sha256(qms.tree.read("audit/a.yaml")).hexdigest()
    assert manual["source_sha256"] == sha256(qms.tree.read(manual["source"])).hexdigest()
    assert (audit["version"], audit["state"]) == (None, None)
    assert (manual["version"], manual["state"]) == ("1", "in-force")
    assert (audit["clauses"], audit["classification"], audit["kind"]) == (
        ["9.2.2"],
        "open",
        "audit",
    )


def test_each_document_names_its_files_in_the_bundle(written):
    audit, manual = sorted(written(COMMIT)[0]["documents"], key=lambda entry: entry["id"])
    assert audit["file"] == "documents/A-1_2026-02-01_audit.pdf"
    assert manual["file"] == "documents/D-1_1_manual.pdf"
    files = ["files/A-1/x.pdf", "signed/D-1_signed.pdf"]  # the same bytes are sent once
    assert (audit["signed"], audit["files"]) == (None, files)
    assert (manual["signed"], manual["files"]) == ("signed/D-1_signed.pdf", [])


def test_the_head_says_for_whom_on_which_day_and_from_which_commit(written):
    data, _ = written(COMMIT)
    assert (data["software"], data["as_of"]) == (f"smmkit {__version__}", "2026-02-10")
    assert (data["submission"], data["recipient"], data["period"]) == ("S-1", "Body", "2025")
    assert (data["commit"], data["clean"]) == ("3f" * 20, False)
    assert data["standard"] == "iso9001-2015"
    without, _ = written(None)
    assert (without["commit"], without["clean"]) == (None, None)


def test_what_is_left_out_is_named_with_its_reason(written):
    omitted = {entry["id"]: entry["reason"] for entry in written(COMMIT)[0]["omitted"]}
    assert omitted["A-2"] == "dated after the submission"
    assert omitted["QMS-01"] == "has no class of confidentiality, so it stays"
