"""A picture on a page of a site waits for a person who has looked at it."""

from __future__ import annotations

from datetime import date

from smmkit.analyses.leaving.publication import Profile, publication
from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.files.tree import sha256

DAY = date(2026, 2, 10)
CLASSES = "classes: [{id: open, title: Open, outside: true}]\n"
MANUAL = "kind: document\nid: D-1\ntitle: Manual\nversion: '1'\nclassification: open\n"
TEXT = "---\n![plan](plan.png)\n"
PEOPLE = "kind: people\nid: ORG-1\ntitle: P\nversion: '1'\nentries: [{id: P-1, title: Ratna Cakrawala}]\n"
SEEN = "kind: submission\nid: S-1\ntitle: S\ndate: 2026-02-10\nrecipient: Body\nseen:\n"


def test_it_is_told_until_somebody_has_seen_these_very_bytes(folder):
    files = {"d.md": f"---\n{MANUAL}{TEXT}", "plan.png": "x", "o.yaml": PEOPLE}
    seal = fingerprint(folder(files, DAY, CLASSES).things["D-1"], folder(files, DAY, CLASSES))
    approval = (
        f"approvals:\n  - {{version: '1', by: P-1, role: Head, on: 2026-02-01, hash: {seal}}}\n"
    )
    files["d.md"] = f"---\n{MANUAL}{approval}{TEXT}"

    def unseen():
        return list(publication(folder(files, DAY, CLASSES), Profile.STAFF).unseen)

    mark = sha256(b"x")[:12]
    assert unseen() == [("plan.png", "D-1", mark)]
    seen = f"  - {{file: plan.png, fingerprint: '{mark}', by: P-1, on: 2026-02-10}}\n"
    files["s.yaml"] = SEEN + seen
    assert unseen() == []
    files["plan.png"] = "y"
    assert len(unseen()) == 1
