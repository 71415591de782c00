"""Matrices of risk: every printed cell, the names of levels, and what an own matrix changes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from smmkit.analyses.risks.profile import risk_profile
from smmkit.files.tree import Memory
from smmkit.loading.folder import load
from smmkit.standards.risk_matrices import MatrixOfRisks, shipped_risk_matrices

MATRICES = shipped_risk_matrices()
RANKED = {
    1: [1, 3, 5, 8, 20],
    2: [2, 7, 11, 13, 21],
    3: [4, 10, 14, 17, 22],
    4: [6, 12, 16, 19, 24],
    5: [9, 15, 18, 23, 25],
}
"""Found alike in several systems of agencies (SPBE)."""
CATEGORIES = {
    1: "SR SR R R S",
    2: "SR R S S T",
    3: "R S S T ST",
    4: "R S T ST ST",
    5: "S T ST ST ST",
}
"""Perdep BPKP 4/2019, table 2.12, as transcribed from a coloured picture."""
NAMES = {"SR": "Sangat Rendah", "R": "Rendah", "S": "Sedang", "T": "Tinggi", "ST": "Sangat Tinggi"}


@pytest.mark.parametrize("likelihood", RANKED)
def test_the_ranked_matrix(likelihood: int) -> None:
    found = [MATRICES["ranked"].at(likelihood, impact) for impact in range(1, 6)]
    assert found == RANKED[likelihood]


@pytest.mark.parametrize("likelihood", CATEGORIES)
def test_the_matrix_of_categories(likelihood: int) -> None:
    matrix = MATRICES["perdep-4-2019"]
    names = []
    for impact in range(1, 6):
        level = matrix.at(likelihood, impact)
        assert level is not None
        named = matrix.name_of(Decimal(level))
        assert named is not None
        names.append(named.label.id)
    assert names == [NAMES[one] for one in CATEGORIES[likelihood].split()]


def test_the_product_goes_as_far_as_the_scores_do() -> None:
    assert MATRICES["product"].at(7, 9) == 63


def test_a_cell_that_is_not_there_has_no_level() -> None:
    for cell in ((0, 1), (1, 0), (6, 1), (1, 6)):
        assert MATRICES["ranked"].at(*cell) is None


HOME = """\
kind: qms
id: QMS-01
title: Q
version: "1"
smmkit: 2
organization: {name: B, short_name: B, head: Head, language: en}
scope: {statement: Services}
risk: {appetite: 9, matrix: %s}
"""
REGISTER = """\
kind: risk-register
id: RR-01
title: R
version: "1"
entries:
  - id: R-1
    title: low but late
    owner: U-1
    likelihood: 1
    impact: 5
    detection: 4
    treatments: [{what: x, owner: U-1, due: 2026-01-31}]
  - {id: R-2, title: high, owner: U-1, likelihood: 4, impact: 4, likelihood_after: 2, impact_after: 4}
  - {id: R-3, title: wanted, owner: U-1, sort: opportunity, likelihood: 5, impact: 5}
"""


def standing_of(matrix: str, day: date) -> dict[str, tuple[object, ...]]:
    qms = load(Memory({"qms.yaml": HOME % matrix, "r.yaml": REGISTER}), day)
    return {
        one.risk.id: (one.now.level, one.residual.level, one.above, len(one.late), one.priority)
        for one in qms.fact(risk_profile)
    }


def test_levels_appetite_lateness_and_priority() -> None:
    assert standing_of("product", date(2026, 2, 1)) == {
        "R-3": (25, None, False, 0, None),
        "R-2": (16, 8, True, 0, None),
        "R-1": (5, None, False, 1, 20),
    }


def test_a_treatment_is_late_from_the_day_after() -> None:
    assert standing_of("product", date(2026, 1, 31))["R-1"][3] == 0


def test_the_same_scores_by_another_matrix() -> None:
    found = standing_of("ranked", date(2026, 2, 1))
    assert found["R-1"][:3] == (20, None, True)
    assert found["R-2"][:2] == (19, 13)


def test_a_matrix_that_is_not_there_makes_no_level() -> None:
    assert standing_of("none", date(2026, 2, 1))["R-2"][:3] == (None, None, False)


def test_a_matrix_says_its_source_in_both_languages_or_in_one_text_for_both() -> None:
    assert {one.source.en != one.source.id for one in MATRICES.values()} == {True}
    own = MATRICES["product"].model_dump() | {"source": "SK Kepala 5/2020"}
    assert MatrixOfRisks.model_validate(own).source.en == "SK Kepala 5/2020"
