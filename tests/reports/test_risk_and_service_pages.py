"""The pages of risks and of services: the example's numbers, and every format."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from running import EXAMPLE, smm
from smmkit.analyses.risks.profile import Rated
from smmkit.page import Tone
from smmkit.reports.risk import rated_cell


def test_the_risks_of_the_example() -> None:
    told = json.loads(smm("risk", EXAMPLE, "-f", "json").stdout)
    above = {one["id"] for one in told["risks"] if one["above_appetite"]}
    late = {one["id"] for one in told["risks"] if one["late"]}
    assert len(above) == 11
    assert late == {"R-10", "R-13"}
    assert told["swot"]["SWOT-01"] == {
        "strengths": 2.0,
        "weaknesses": 1.5,
        "opportunities": 1.8,
        "threats": 1.35,
        "across": 0.5,
        "up": 0.45,
        "position": "so",
    }


def test_the_times_of_the_example() -> None:
    told = json.loads(smm("service", EXAMPLE, "-f", "json").stdout)
    shares = {one["log"]: one["share"] for one in told["logs"]}
    assert shares["LOG-2021-1"] == 83.33
    whole = {one["service"]: one for one in told["services"] if one["month"] is None}
    assert (whole["LAY-03"]["in_time"], whole["LAY-03"]["of"]) == (15, 18)


@pytest.mark.parametrize("verb", ["risk", "service"])
@pytest.mark.parametrize("form", ["html", "xlsx", "pdf", "csv", "docx"])
def test_they_are_drawn_in_every_format(verb: str, form: str, tmp_path: Path) -> None:
    assert smm(verb, EXAMPLE, "-o", f"{tmp_path}/r.{form}").returncode == 0


def test_without_criteria_risks_have_no_level(tmp_path: Path) -> None:
    (tmp_path / "qms.yaml").write_text(
        "kind: qms\nid: Q\ntitle: Q\nversion: '1'\nsmmkit: 2\n"
        "organization: {name: B, short_name: B, head: H}\nscope: {statement: S}\n",
        encoding="utf-8",
    )
    found = smm("risk", tmp_path, "--lang", "en")
    assert found.returncode == 2
    assert "risk:" in found.stderr


def test_a_printed_level_keeps_its_places_beside_the_appetite() -> None:
    """15.4 stood as 15 where 15 is accepted, and was marked as above it."""
    assert rated_cell(Rated(Decimal("15.4"), None, Tone.BAD)).value == Decimal("15.40")
    assert rated_cell(Rated(Decimal(15), None, Tone.PLAIN)).value == Decimal(15)
