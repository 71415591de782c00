"""The rehearsal of an audit: the same seed asks the same, every trail leads to where the answer stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from running import EXAMPLE, smm
from smmkit.analyses.auditing.trails import filled


def asked(folder: Path, *more: str) -> dict[str, dict[str, dict[str, object]]]:
    told = json.loads(smm("rehearse", folder, "-f", "json", *more).stdout)
    return {unit["unit"]: {q["about"]: q for q in unit["questions"]} for unit in told["units"]}


def test_a_sheet_for_every_unit_and_every_answer_stands_in_a_file() -> None:
    found = asked(EXAMPLE)
    assert len(found) == 6
    for questions in found.values():
        for one in questions.values():
            if not one["missing"] and one["about"] != "competence":
                assert (EXAMPLE / str(one["path"])).is_file()


def test_the_same_seed_asks_the_same_and_another_something_else() -> None:
    assert asked(EXAMPLE, "--seed", "7") == asked(EXAMPLE, "--seed", "7")
    assert asked(EXAMPLE, "--seed", "7") != asked(EXAMPLE, "--seed", "8")


def test_one_thing_leads_to_the_next() -> None:
    found = asked(EXAMPLE, "--unit", "MUT")["MUT"]
    assert found["case"]["document"] in {"LOG-2019-1", "LOG-2020-1", "LOG-2020-2"}
    assert found["procedure"]["document"] in {"SOP-01", "SOP-02"}
    assert found["finding"]["document"] == "T-2020-04"


def test_who_released_a_case_is_asked_for_by_post() -> None:
    found = asked(EXAMPLE, "--seed", "1", "--unit", "MUT", "--lang", "en")["MUT"]["competence"]
    assert str(found["question"]).startswith("Koordinator mutu (P-05) released it.")


def test_what_the_folder_lacks_is_said(qms: Path) -> None:
    for path in (qms / "pelanggan").glob("ADU-*.yaml"):
        path.unlink()
    assert asked(qms)["MUT"]["complaint"]["missing"] is True
    assert "No complaint" in smm("rehearse", qms, "--lang", "en").stdout


def test_a_sheet_for_coordinators_keeps_the_places_back() -> None:
    assert "sop/" not in smm("rehearse", EXAMPLE, "--blind").stdout


def test_own_questions_go_before_ours(qms: Path) -> None:
    (qms / "standards").mkdir()
    (qms / "standards" / "tanya.yaml").write_text(
        "kind: rehearsal\nid: usual\ntitle: {en: Ours, id: Kami}\nquestions:\n"
        "  - {about: review, clause: '9.3', text: {en: 'What of {id}?', id: 'Apa {id}?'},"
        " missing: {en: none, id: tidak ada}}\n",
        encoding="utf-8",
    )
    assert list(asked(qms)["MUT"]) == ["review"]


def test_no_person_is_named() -> None:
    told = smm("rehearse", EXAMPLE, "-f", "json").stdout
    people = (EXAMPLE / "orang.yaml").read_text("utf-8")
    names = [line.split("title: ")[1] for line in people.splitlines() if "  title: " in line]
    assert names
    assert not any(name in told for name in names)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{id} and {id}", "{x} and {x}"),
        ("{other} {", "{other} {"),
        ("}{id}", "}{x}"),
    ],
)
def test_what_was_drawn_is_not_read_as_a_place_again(text: str, told: str) -> None:
    assert filled(text, {"id": "{x}"}) == told


@pytest.mark.parametrize("form", ["html", "xlsx", "pdf", "csv", "docx"])
def test_drawn_in_every_format(form: str, tmp_path: Path) -> None:
    assert smm("rehearse", EXAMPLE, "-o", tmp_path / f"r.{form}").returncode == 0


def test_an_unknown_unit_is_refused_with_those_that_there_are() -> None:
    found = smm("rehearse", EXAMPLE, "--unit", "XYZ", "--lang", "en")
    assert found.returncode == 2
    assert "MUT" in found.stderr
