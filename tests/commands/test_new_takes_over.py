"""What a new document takes over from what it names, and the year in which its id counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import smm
from smmkit.yaml_text.source import Source

AUDIT = """\
kind: audit
id: AI-2021-1
title: Audit internal kedua
date: 2021-06-28
owner: SEK
audit_type: internal
planned: RA-2021-3
units: [MUT, PPI]
auditors: [{person: P-08, lead: true}]
checklist:
  - {clause: "9.1.1", unit: MUT, question: "Bagaimana IKU-01 dihitung?", seen: Salah, status: nonconform}
  - clause: "8.5.2"
    unit: PPI
    question: Apakah setiap berkas bernomor?
    seen: Tiga berkas tanpa nomor
    status: nonconform
"""


def values(file: Path) -> dict:
    return Source.parse(file.name, file.read_bytes()).values


def begun(qms: Path, *words: str) -> Path:
    """The file that `smm new` has made."""
    before = {path for path in qms.rglob("*.yaml") if ".smm" not in path.parts}
    done = smm("new", *words, cwd=qms)
    assert done.returncode == 0, done.stderr
    after = {path for path in qms.rglob("*.yaml") if ".smm" not in path.parts}
    [file] = after - before
    return file


def audited(qms: Path, text: str = AUDIT) -> Path:
    file = qms / "audit" / "AI-2021-1.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_an_audit_is_begun_as_it_was_planned(qms):
    file = begun(qms, "audit", "--set", "planned=RA-2021-2")
    found = values(file)
    assert file.name == "AI-2021-1.yaml"
    assert found["units"] == ["SEK", "BKM", "KIN"]
    assert found["auditors"] == [{"person": "P-09"}]
    assert (found["audit_type"], str(found["date"])) == ("internal", "2021-05-24")
    assert found["title"].startswith("Audit internal pertama")
    said = file.read_text("utf-8")
    assert "date: 2021-05-24  # (isi)" in said
    assert "units: [SEK, BKM, KIN]\n" in said


def test_what_is_given_goes_before_what_was_planned_and_no_day_is_taken_that_is_still_to_come(qms):
    pairs = ("--set", "planned=RA-2021-3", "--set", "units=PPI", "--title", "Audit loket")
    found = values(begun(qms, "audit", *pairs))
    assert (found["units"], found["title"]) == (["PPI"], "Audit loket")
    assert str(found["date"]) == "2021-06-30"


def test_checklist_and_agenda_of_a_plan_are_those_of_the_audit_that_was_begun(qms):
    audited(qms, AUDIT.replace("[MUT, PPI]", "[PPI]").partition("checklist:")[0])
    for act in ("checklist", "agenda"):
        said = smm("audit", act, "RA-2021-3", qms).stdout
        assert "AI-2021-1" in said.splitlines()[0]
        assert "MUT" not in said


def test_a_finding_takes_over_the_question_that_waits_for_it_which_names_it(qms):
    audit = audited(qms)
    pairs = ("--set", "audit=AI-2021-1", "--set", "unit=PPI")
    file = begun(qms, "finding", *pairs)
    found = values(file)
    assert file.name == "T-2021-05.yaml"
    assert (found["clause"], found["unit"]) == ("8.5.2", "PPI")
    assert found["statement"] == "Tiga berkas tanpa nomor"
    assert audit.read_text("utf-8") == AUDIT + "    finding: T-2021-05\n"
    assert smm("undo", qms, "--yes").returncode == 0
    assert (audit.read_text("utf-8"), file.exists()) == (AUDIT, False)


def test_a_finding_of_no_audit_that_was_named_is_proposed_as_that_of_the_latest(qms):
    audit = audited(qms)
    file = begun(qms, "finding")
    said = file.read_text("utf-8")
    assert "audit: AI-2021-1  # (isi)" in said
    assert 'clause: "9.1.1"  # (isi)' in said
    assert audit.read_text("utf-8") == AUDIT


@pytest.mark.parametrize("more", ["closed: 2021-06-29\n", ""])
def test_an_audit_that_is_closed_is_not_changed(qms, more):
    audit = audited(qms, AUDIT + more)
    begun(qms, "finding", "--set", "audit=AI-2021-1", "--set", "clause=9.1.1")
    assert ("T-2021-05" in audit.read_text("utf-8")) == (not more)


def test_an_audit_that_only_a_person_can_change_stays_and_that_is_said(qms):
    text = AUDIT.replace('"Bagaimana IKU-01 dihitung?"', "Bagaimana IKU-01 dihitung?")
    audit = audited(qms, text)
    done = smm("new", "finding", "--set", "audit=AI-2021-1", cwd=qms)
    assert (done.returncode, audit.read_text("utf-8")) == (0, text)
    assert "Bagaimana IKU-01 dihitung?, write `finding: T-2021-05` there" in done.stdout


def test_ids_that_count_within_a_year_begin_anew_in_the_next(qms):
    assert begun(qms, "audit", "--set", "date=2020-12-01").name == "AI-2020-2.yaml"
    assert begun(qms, "audit", "--set", "date=2021-06-01").name == "AI-2021-1.yaml"
    assert begun(qms, "finding", "--set", "date=2019-11-01").name == "T-2019-05.yaml"


def test_what_a_programme_plans_lies_in_its_own_time(qms):
    found = values(begun(qms, "audit-programme", "--title", "Program audit 2022"))
    assert [str(found[name]) for name in ("since", "until")] == ["2022-01-01", "2022-12-31"]
    [entry] = found["entries"]
    assert entry["id"] == "RA-2022-1"
    assert [str(entry[name]) for name in ("since", "until")] == ["2022-01-01", "2022-12-31"]
