"""How high a risk is: counted from likelihood and impact, printed, or said in a word."""

from __future__ import annotations

from decimal import Decimal

from smmkit.analyses.scales import value_of
from smmkit.documents.risk import Risk
from smmkit.documents.settings import RiskCriteria, RiskMatrix, Scale
from smmkit.qms import Qms

RANKED = (
    (1, 3, 5, 8, 20),
    (2, 7, 11, 13, 21),
    (4, 10, 14, 17, 22),
    (6, 12, 16, 19, 24),
    (9, 15, 18, 23, 25),
)
"""Rows: likelihood 1 to 5; columns: impact 1 to 5. A ranking in wide use (SPBE)."""


def level(likelihood: int, impact: int, matrix: RiskMatrix) -> int | None:
    """The level of a risk from likelihood and impact; None where the ranked matrix has no such cell."""
    if matrix is not RiskMatrix.RANKED:
        return likelihood * impact
    if max(likelihood, impact) > len(RANKED):
        return None
    return RANKED[likelihood - 1][impact - 1]


def level_before(qms: Qms, risk: Risk, criteria: RiskCriteria) -> Decimal | None:
    """How high a risk is as it stands; None where nothing says so, or a word that counts nothing."""
    return _level(qms, criteria, (risk.likelihood, risk.impact), risk.level, risk.rated)


def level_after(qms: Qms, risk: Risk, criteria: RiskCriteria) -> Decimal | None:
    """How high it is once the treatments are done; None where nobody has judged that."""
    scores = (risk.likelihood_after, risk.impact_after)
    if scores != (None, None):
        scores = (risk.likelihood_after or risk.likelihood, risk.impact_after or risk.impact)
    return _level(qms, criteria, scores, risk.level_after, risk.rated_after)


def counted(risk: Risk, criteria: RiskCriteria) -> int | None:
    """The level that likelihood and impact make."""
    if risk.likelihood is None or risk.impact is None:
        return None
    return level(risk.likelihood, risk.impact, criteria.matrix)


def _level(
    qms: Qms,
    criteria: RiskCriteria,
    scores: tuple[int | None, int | None],
    printed: Decimal | None,
    word: str | None,
) -> Decimal | None:
    likelihood, impact = scores
    if likelihood is not None and impact is not None:
        found = level(likelihood, impact, criteria.matrix)
        return None if found is None else Decimal(found)
    if printed is not None:
        return printed
    scale = qms.get(criteria.scale or "", Scale)
    return value_of(scale, word) if scale and word else None
