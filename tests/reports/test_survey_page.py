"""The page of a survey: the example's numbers are those of its answers, in every format the same."""

from __future__ import annotations

import json

import pytest

from running import EXAMPLE, smm
from smmkit.analyses.surveys.surveys import outcomes
from smmkit.page.figures import Bars
from smmkit.reports.survey.parts import drawn


def test_the_example_says_what_its_answers_make() -> None:
    told = smm("survey", "SKM-2020", EXAMPLE, "--lang", "id").stdout
    assert "83,67" in told
    assert "3,3467" in told
    assert "B (baik)" in told
    assert "! Waktu penyelesaian" in told
    assert "persis 1/9" in told


def test_programs_get_the_same_numbers() -> None:
    told = json.loads(smm("survey", EXAMPLE, "-f", "json").stdout)
    assert (told["value"], told["index"], told["weight"]) == (83.67, 3.3467, "1/9")
    assert told["answers"] == told["sample"] == 150
    assert sum(one["answers"] for one in told["groups"]["service"]) == 150


def test_what_is_published_tells_no_group() -> None:
    told = smm("survey", EXAMPLE, "--public", "--lang", "en").stdout
    assert "83.67" in told
    assert "LAY-01" not in told


@pytest.mark.parametrize("form", ["html", "xlsx", "pdf"])
def test_it_is_drawn_in_every_format(form: str, tmp_path: object) -> None:
    assert smm("survey", EXAMPLE, "-o", f"{tmp_path}/s.{form}").returncode == 0


def test_an_unknown_survey_is_refused_with_what_is_near() -> None:
    found = smm("survey", "SKM-2021", EXAMPLE, "--lang", "en")
    assert found.returncode == 2
    assert "SKM-2020" in found.stderr


@pytest.mark.parametrize(("scale", "full"), [("", 50.0), ("highest: 5\n", 40.0)])
def test_a_bar_is_a_part_of_the_scale_and_not_of_the_highest_score(folder, scale, full) -> None:
    survey = (
        "kind: survey\nid: SKM-1\ntitle: S\ndate: 2026-01-01\nuntil: 2026-01-31\ncounted_by: mean\n"
        f"questions: [{{id: U1, title: Speed}}]\naverages: [{{question: U1, average: 2}}]\n{scale}"
    )
    figure = drawn(folder({"s.yaml": survey}).fact(outcomes)["SKM-1"]).drawing
    assert isinstance(figure, Bars)
    assert figure.rows[0].parts == (full, 100 - full)
