"""smm review-inputs: twelve inputs with the numbers of their sources; what has none is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from running import EXAMPLE, smm
from smmkit.analyses.review_inputs.inputs import SOURCES
from smmkit.documents.review import ReviewTopic

REVIEW = """\
kind: management-review
id: RTM-2099
title: Tinjauan manajemen
date: 2021-06-30
owner: SEK
chair: P-01
decisions: []
"""


def told(folder: Path, *more: str) -> dict[str, Any]:
    done = smm("review-inputs", folder, "-f", "json", *more)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def texts(found: dict[str, Any], topic: str) -> list[str]:
    one = next(one for one in found["inputs"] if one["topic"] == topic)
    return [fact["text"] for fact in one["facts"]]


def test_every_input_of_the_standard_has_a_source() -> None:
    assert [*SOURCES] == [*ReviewTopic]


def test_since_the_day_after_the_last_review() -> None:
    found = told(EXAMPLE)
    assert found["since"] == "2021-02-11"
    assert [one["topic"] for one in found["inputs"] if one["missing"]] == ["providers"]


def test_the_review_of_today_is_the_one_that_is_prepared() -> None:
    assert told(EXAMPLE, "--as-of", "2021-02-10")["since"] < "2021-02-10"


@pytest.mark.parametrize(
    ("topic", "fact"),
    [
        (
            "earlier-actions",
            "RTM-2021 of 10 February 2021: 1 of 2 decisions done, 0 of them after their day; 1 overdue",
        ),
        ("customer-satisfaction", "complaint: 2, found justified: 1, not answered: 1"),
        ("objectives", "2021: 7 of 10 KPIs that could be judged reached their target"),
        ("processes", "LAY-03: 18 cases released, in time 83.33 %"),
        ("nonconformities", "Findings: 8, closed by us 4, open 4, late 1 (T-2021-02)"),
        ("measurement", "Values are missing: 1 (IKU-08)"),
        ("audits", "Planned and not held: 1 (RA-2021-2)"),
        ("resources", "SD-KOMPUTER Komputer kerja: 64 of 70"),
        ("risks", "Treatments done: 0; risks with a treatment that is late: 2 (R-13, R-10)"),
        (
            "improvement",
            "Open suggestions of auditors: 1 (T-2021-03); without a decision: 1",
        ),
    ],
)
def test_the_numbers_of_the_example(topic: str, fact: str) -> None:
    assert fact in texts(told(EXAMPLE), topic)


def test_nothing_of_after_the_day_or_before_the_time() -> None:
    found = told(EXAMPLE, "--as-of", "2020-06-30", "--since", "2020-01-01")
    ids = {id_ for one in found["inputs"] for fact in one["facts"] for id_ in fact["about"]}
    assert not [one for one in ids if "2021" in one]
    assert "AI-2019-1" not in ids
    assert "AE-2020-2" in ids


def test_a_survey_stands_beside_its_result() -> None:
    found = told(EXAMPLE, "--since", "2020-01-01")
    assert any("SKM-2020" in fact["about"] for one in found["inputs"] for fact in one["facts"])


def test_an_empty_folder_has_none_and_says_what_to_begin(tmp_path: Path) -> None:
    (tmp_path / "qms.yaml").write_text(
        "kind: qms\nid: Q\ntitle: Q\nversion: '1'\nsmmkit: 2\n"
        "organization: {name: B, short_name: B, head: H}\nscope: {statement: S}\n",
        encoding="utf-8",
    )
    found = told(tmp_path)
    assert [one["topic"] for one in found["inputs"] if not one["missing"]] == ["earlier-actions"]
    assert texts(found, "earlier-actions") == [
        "this is the first review: there are no earlier decisions"
    ]
    assert "smm new survey" in smm("review-inputs", tmp_path).stdout
    minutes = smm("review-inputs", tmp_path, "--yaml").stdout
    assert (
        minutes.count("(fill in) Nothing is known") == 11
    )  # advice is no minute: it waits to be written


@pytest.mark.parametrize("lang", ["en", "id"])
def test_the_yaml_is_the_inputs_of_a_review_that_is_valid(qms: Path, lang: str) -> None:
    block = smm("review-inputs", qms, "--yaml", "--lang", lang)
    assert block.returncode == 0, block.stderr
    path = qms / "tinjauan" / "RTM-2099.yaml"
    path.write_text(REVIEW + block.stdout, encoding="utf-8")
    done = smm("validate", path)
    assert " error " not in done.stdout, done.stdout
    assert "SMM763" not in done.stdout
    assert "SMM770" not in done.stdout


def test_days_that_leave_nothing_between_are_refused() -> None:
    assert smm("review-inputs", EXAMPLE, "--since", "2030-01-01").returncode == 2
    assert smm("review-inputs", EXAMPLE, "--yaml", "-f", "json").returncode == 2


@pytest.mark.parametrize("form", ["html", "xlsx", "pdf", "csv", "docx"])
def test_drawn_in_every_format(form: str, tmp_path: Path) -> None:
    assert smm("review-inputs", EXAMPLE, "-o", tmp_path / f"r.{form}").returncode == 0


def test_an_audit_that_was_called_off_is_told_with_its_reason_and_waited_for_no_more(
    qms: Path,
) -> None:
    """No record says that it was not held: agenda and review called it forgotten for ever."""
    programme = qms / "audit" / "prg-2021.yaml"
    text = programme.read_text("utf-8")
    entry = "    until: 2021-06-25\n"
    said = "    cancelled: {on: 2021-06-20, reason: Kantor terendam.}\n"
    programme.write_text(text.replace(entry, entry + said), "utf-8")
    assert "Called off: RA-2021-2 (Kantor terendam.)" in texts(told(qms), "audits")
    before = texts(told(qms, "--as-of", "2021-06-19"), "audits")
    assert not any("RA-2021-2" in one for one in before)
    assert "RA-2021-2" not in smm("agenda", qms).stdout
    assert "RA-2021-2" in smm("agenda", qms, "--as-of", "2021-06-19").stdout
    assert "SMM720 RA-2021-2" not in smm("validate", qms).stdout
