"""Matrices of risk: every printed cell, the names of levels, and what an own matrix changes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from smmkit.standards.risk_matrices import shipped_risk_matrices

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
