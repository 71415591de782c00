"""How high a risk is."""

from __future__ import annotations

from smmkit.documents.settings import RiskMatrix

RANKED = (
    (1, 3, 5, 8, 20),
    (2, 7, 11, 13, 21),
    (4, 10, 14, 17, 22),
    (6, 12, 16, 19, 24),
    (9, 15, 18, 23, 25),
)
"""Rows: likelihood 1 to 5; columns: impact 1 to 5. A ranking in wide use (SPBE)."""


def level(likelihood: int, impact: int, matrix: RiskMatrix) -> int:
    """The level of a risk, 1 to 25, from likelihood and impact, 1 to 5 each."""
    if matrix is RiskMatrix.RANKED:
        return RANKED[likelihood - 1][impact - 1]
    return likelihood * impact
