"""What to do next: one answer for each state of a folder."""

from __future__ import annotations

from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.reports.next_steps import next_steps
from smmkit.words import language

ENGLISH = language("en")

PEOPLE = """\
kind: people
id: ORG-01
title: People
version: "1"
entries:
  - id: P-0
    title: Former Head
    assignments: [{role: Head, unit: U-1, since: 2018-01-01, until: 2019-01-01}]
  - id: P-1
    title: Invented Name
    assignments: [{role: Head, unit: U-1, since: 2019-01-01}]
"""
POLICY = """\
---
kind: quality-policy
id: KM-01
title: Policy
version: "1"
sentence: S
points: [{id: PP-1, title: Fast}]
---
"""
GAP = "kind: gap-assessment\nid: GA-1\ntitle: Gap\ndate: 2026-01-01\nstandard: iso9001-2015\n"
GAP += "verdicts: []\n"
SUBMISSION = """\
kind: submission
id: AJU-1
title: Stage 1
date: 2026-03-01
recipient: Certification body
include: []
"""
FILES = {"people.yaml": PEOPLE, "policy.md": POLICY}


def approved(folder, files: dict[str, str]) -> dict[str, str]:
    """The same files, the policy being approved."""
    qms = folder(files)
    seal = fingerprint(qms.things["KM-01"], qms)
    given = f'approvals: [{{version: "1", by: P-1, role: Head, on: 2026-01-01, hash: "{seal}"}}]\n'
    return {**files, "policy.md": POLICY.removesuffix("---\n") + given + "---\n"}


def told(qms) -> tuple[str, list[str]]:
    """What is said, and the commands."""
    advice = next_steps(qms)
    assert 1 <= len(advice.commands) <= 3
    assert all(ENGLISH.say(doing) for _, doing in advice.commands)
    return ENGLISH.say(advice.said), [command for command, _ in advice.commands]


def test_an_older_format(folder):
    old = "kind: qms\nid: Q\ntitle: T\nversion: '1'\nsmmkit: 1\n"
    said, commands = told(folder({"qms.yaml": old, "a.yaml": "kind: x\n"}))
    assert said == "the folder has the format 1; this smmkit has 2."
    assert commands == ["smm migrate"]


def test_a_newer_format(folder):
    said, commands = told(folder({"qms.yaml": "kind: qms\nid: Q\nsmmkit: 9\n"}))
    assert "update yours" in said
    assert commands == ["smm --version"]


def test_faults_by_number_and_the_first_files(folder):
    said, commands = told(folder({"a.yaml": "kind: x\n"}))
    assert said == "1 fault was found: a.yaml."
    assert commands == ["smm validate"]
    many = {f"{n}.yaml": "kind: x\nid: [\n" for n in range(5)}
    assert told(folder(many))[0] == "5 faults were found: 0.yaml, 1.yaml, 2.yaml and 2 more."


def test_a_broken_qms_yaml_is_a_fault(folder):
    assert told(folder({"qms.yaml": "kind: [\n"}))[1] == ["smm validate"]


def test_warnings_are_no_faults(folder):
    due = POLICY.replace("sentence: S", "sentence: S\nreview_by: 2020-01-01")
    assert told(folder({**FILES, "policy.md": due}))[1][0].startswith("smm approve")


def test_blanks_by_file_in_values_and_in_prose(folder):
    blank = {
        **FILES,
        "policy.md": POLICY.replace("sentence: S", "sentence: (isi) S"),
        "sop.md": "---\nkind: procedure\nid: SOP-1\ntitle: T\nversion: '1'\n"
        "steps: [{activity: A, actor: B}]\n---\n(fill in)\n",
    }
    said, commands = told(folder(blank))
    assert said.endswith("what is marked (fill in): policy.md, sop.md.")
    assert commands == ["smm validate"]


def test_a_blank_in_a_comment_is_none(folder):
    assert "smm approve" in told(folder({**FILES, "people.yaml": "# (isi)\n" + PEOPLE}))[1][0]


def test_nothing_approved_the_policy_first_by_who_holds_a_role_today(folder):
    said, commands = told(folder(FILES))
    assert said.startswith("Nothing has been approved yet")
    assert commands == ["smm approve KM-01 --by P-1", "smm list"]


def test_nothing_approved_and_nobody_who_could(folder):
    assert told(folder({"policy.md": POLICY}))[1] == ["smm new people", "smm list"]


def test_no_gap_assessment(folder):
    _, commands = told(folder(approved(folder, FILES)))
    assert commands == ["smm new gap-assessment", "smm list --state draft"]


def test_then_the_report_and_a_submission(folder):
    files = approved(folder, {**FILES, "gap.yaml": GAP})
    said, commands = told(folder(files))
    assert said == "No fault stands in the way; these show the whole:"
    assert commands == [
        "smm gap-report -o gap.html",
        "smm new submission",
        "smm list --state draft",
    ]


def test_and_then_the_bundle(folder):
    files = approved(folder, {**FILES, "gap.yaml": GAP, "aju.yaml": SUBMISSION})
    assert told(folder(files))[1][1] == "smm bundle -o bundle.zip"
    sent = {**files, "aju.yaml": SUBMISSION + "sent: 2026-03-01\n"}
    assert told(folder(sent))[1][1] == "smm new submission"
