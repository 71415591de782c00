"""smm handover: what is open is found; nothing that was done or approved changes unasked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pydantic import BaseModel

from running import EXAMPLE, smm
from smmkit.analyses.people.handover_places import HISTORY, OPEN
from smmkit.documents import KINDS, Record, class_of
from smmkit.model.fields import fields_of, parts_of
from smmkit.model.marks import RefersTo

DRAFT = """\
kind: audit-programme
id: PRG-2022
title: Program Audit Tahun 2022
version: "1"
owner: SEK
reviewer: P-03
since: 2022-01-01
until: 2022-12-31
entries:
  - id: RA-2022-1
    title: Audit internal
    audit_type: internal
    period: "2022-Q1"
    units: [MUT]
    auditors: [P-07,  P-09] # lead first
  - id: RA-2022-2
    title: Audit internal kedua
    audit_type: internal
    period: "2022-Q3"
    units: [MUT]
    auditors:
      - P-09
"""


def told(folder: Path, person: str) -> dict[str, list[dict[str, object]]]:
    done = smm("handover", person, folder, "-f", "json")
    assert done.returncode == 0, done.stderr
    found: dict[str, list[dict[str, object]]] = json.loads(done.stdout)
    return found


@pytest.fixture
def draft(qms: Path) -> Path:
    path = qms / "audit" / "prg-2022.yaml"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def test_what_is_open_for_an_auditor() -> None:  # not RA-2020-3: its programme has ended
    found = told(EXAMPLE, "P-09")
    assert [(one["id"], one["fate"]) for one in found["places"]] == [
        ("RA-2021-2", "sealed"),
        ("TIM-02", "sealed"),
    ]
    assert [(one["role"], one["others"]) for one in found["roles"]] == [("Auditor internal", [])]
    assert found["roles"][0]["elsewhere"] == ["P-07", "P-08", "P-13"]


def test_by_role_and_unit_the_agenda_and_who_else_sees_to_it() -> None:
    found = told(EXAMPLE, "P-03")
    assert found["agenda"]
    assert all("P-03" not in one["others"] for one in found["agenda"])
    assert {unit for one in found["agenda"] for unit in one["owners"]} >= {"SEK"}  # type: ignore[attr-defined]


@pytest.mark.parametrize("word", ["P-09", "p-09", "Yudha Purnawira", "yudha  purnawira"])
def test_by_id_or_name(word: str) -> None:
    assert told(EXAMPLE, word)["person"] == "P-09"


def test_by_post() -> None:
    assert told(EXAMPLE, "Sekretaris Badan")["person"] == "P-03"


def test_a_draft_passes_and_nothing_else_of_it_changes(qms: Path, draft: Path) -> None:
    done = smm("handover", "P-09", qms, "--to", "P-13", "--yes")
    assert done.returncode == 1, done.stderr
    expected = DRAFT.replace("P-07,  P-09", "P-07,  P-13").replace("- P-09", "- P-13")
    assert draft.read_text("utf-8") == expected
    assert smm("undo", qms, "--yes").returncode == 0
    assert draft.read_text("utf-8") == DRAFT


def test_nothing_is_written_before_a_person_says_yes(qms: Path, draft: Path) -> None:
    done = smm("handover", "P-09", qms, "--to", "P-13", typed=["n"])
    assert done.returncode == 1
    assert "+    auditors: [P-07,  P-13]" in done.stdout
    assert draft.read_text("utf-8") == DRAFT


def test_approved_texts_stay_unless_asked_for_and_are_told(qms: Path) -> None:
    path = qms / "audit" / "prg-2021.yaml"
    before = path.read_bytes()
    done = smm("handover", "P-09", qms, "--to", "P-08", "--yes")
    assert done.returncode == 1
    assert "RA-2021-2" in done.stdout
    assert path.read_bytes() == before
    done = smm("handover", "P-09", qms, "--to", "P-08", "--approved", "--yes")
    assert "audit/prg-2021.yaml is approved" in done.stdout
    assert b"auditors: [P-08]" in path.read_bytes()
    assert "prg-2020" not in done.stdout


def test_who_is_there_already_is_not_named_twice(qms: Path, draft: Path) -> None:
    done = smm("handover", "P-09", qms, "--to", "P-07", "--yes")
    assert "[P-07,  P-09]" in draft.read_text("utf-8")
    assert "- P-07" in draft.read_text("utf-8")
    assert "RA-2022-1" in done.stdout


def test_who_would_audit_the_own_unit_is_told(qms: Path) -> None:
    done = smm("handover", "P-09", qms, "--to", "P-07", "--approved", "--yes")
    assert "RA-2021-2 covers KIN, where P-07 works" in done.stdout
    assert smm("undo", qms, "--yes").returncode == 0
    done = smm("handover", "P-03", qms, "--to", "P-07", "--approved", typed=["n"])
    assert "where P-07 works" not in done.stdout


def test_what_the_one_before_could_do_does_not_pass(qms: Path) -> None:
    done = smm("handover", "P-13", qms, "--to", "P-12", "--approved", "--yes").stdout
    assert "RA-2021-3: P-12 has no training as an internal auditor" in done
    assert "TIM-02: the unit and the criteria beside P-12 are still those of P-13" in done
    assert smm("undo", qms, "--yes").returncode == 0
    done = smm("handover", "P-13", qms, "--to", "P-07", "--approved", "--yes").stdout
    assert "no training" not in done
    assert "TIM-02: the unit" not in done  # who sits there already is named, and nothing passes


def test_windows_files_keep_their_ends_and_what_cannot_be_read_is_told(
    qms: Path, draft: Path
) -> None:
    draft.write_bytes(b"\xef\xbb\xbf" + DRAFT.replace("\n", "\r\n").encode())
    (qms / "broken.yaml").write_text("kind: risk-register\nid: RR-09\n  title: [", encoding="utf-8")
    done = smm("handover", "P-09", qms, "--to", "P-13", "--yes")
    assert done.returncode == 1
    assert "broken.yaml could not be read" in done.stdout
    expected = DRAFT.replace("P-07,  P-09", "P-07,  P-13").replace("- P-09", "- P-13")
    assert draft.read_bytes() == b"\xef\xbb\xbf" + expected.replace("\n", "\r\n").encode()


def test_history_is_never_rewritten(qms: Path) -> None:
    before = {p: p.read_bytes() for p in qms.rglob("*.yaml")}
    smm("handover", "P-07", qms, "--to", "P-08", "--approved", "--yes")
    for path, data in before.items():
        if path.read_bytes() != data:
            gone = set(data.splitlines()) - set(path.read_bytes().splitlines())
            assert not [one for one in gone if one.strip().startswith((b"by:", b"recorded_by"))]


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["P-99"], "P-99"),
        (["P-09", "--to", "P-99"], "P-99"),
        (["P-09", "--to", "P-09"], "P-09"),
        (["P-09", "--to", "P-02"], "P-02"),
        (["P-09", "--approved"], "--to"),
        (["P-09", "--to", "P-08", "-f", "json"], "--to"),
        (["Koordinator mutu"], "P-04"),
        ([""], "P-01"),
    ],
)
def test_refused_with_a_reason_and_nothing_written(
    qms: Path, arguments: list[str], word: str
) -> None:
    person, *rest = arguments
    done = smm("handover", person, qms, *rest)
    assert done.returncode == 2
    assert word in done.stderr
    assert not (qms / ".smm" / "undo").exists()


def test_an_alias_of_yaml_is_not_changed_in_two_places(qms: Path) -> None:
    path = qms / "audit" / "prg-2022.yaml"
    path.write_text(
        DRAFT.replace("[P-07,  P-09] # lead first", "[P-07, &a P-09]").replace("- P-09", "- *a")
    )
    before = path.read_bytes()
    done = smm("handover", "P-09", qms, "--to", "P-13", "--yes")
    assert done.returncode in {1, 2}
    assert path.read_bytes() == before


@pytest.mark.parametrize("form", ["html", "xlsx", "pdf", "csv", "docx"])
def test_drawn_in_every_format(form: str, tmp_path: Path) -> None:
    assert smm("handover", "P-03", EXAMPLE, "-o", tmp_path / f"h.{form}").returncode == 0


def test_every_field_that_names_a_person_is_decided() -> None:
    """Of documents each is open or says what was done; records are open while their day lies ahead."""
    undecided = set()
    for kind in KINDS:
        class_ = class_of(kind)
        if class_ is None or issubclass(class_, Record):
            continue
        for part in (class_, *parts_of(class_)):
            undecided |= {
                (part.__name__, name) for name in people_of(part) if not is_decided(part, name)
            }
    assert not undecided


def is_decided(part: type[BaseModel], name: str) -> bool:
    return (part.__name__, name) in OPEN or ("", name) in OPEN or name in HISTORY


def people_of(part: type[BaseModel]) -> list[str]:
    return [
        field.name
        for field in fields_of(part).values()
        if isinstance(field.reference, RefersTo) and "person" in field.reference.kinds
    ]
