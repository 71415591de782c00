"""How high a risk is: counted from likelihood and impact, printed, or said in a word."""

from __future__ import annotations

from decimal import Decimal

from smmkit.analyses.kpis.scales import value_of
from smmkit.documents.risk import Risk
from smmkit.documents.settings import RiskCriteria, Scale
from smmkit.qms import Qms
from smmkit.standards.risk_matrices import MatrixOfRisks, shipped_risk_matrices


def matrix_of(qms: Qms, criteria: RiskCriteria) -> MatrixOfRisks | None:
    """The matrix that the criteria name: the folder's own, or one that comes with smmkit; else None."""
    return known_matrices(qms).get(criteria.matrix)


def known_matrices(qms: Qms) -> dict[str, MatrixOfRisks]:
    """Every matrix by its id; the folder's own go before those that come with smmkit."""
    return shipped_risk_matrices() | qms.risk_matrices


def level(qms: Qms, likelihood: int, impact: int, criteria: RiskCriteria) -> int | None:
    """The level of a risk from likelihood and impact; None where the matrix has no such cell."""
    matrix = matrix_of(qms, criteria)
    return matrix.at(likelihood, impact) if matrix else None


HIGHEST_OF_FMEA = 10
"""The highest score of a failure mode and effect analysis."""


def highest_of(risk: Risk, criteria: RiskCriteria | None) -> int:
    """The highest likelihood and impact that a risk can have; in an FMEA each goes to ten."""
    highest = criteria.highest if criteria else 5
    return highest if risk.detection is None else max(HIGHEST_OF_FMEA, highest)


def priority_of(risk: Risk) -> int | None:
    """The risk priority number of an FMEA; None where one of the three is missing."""
    if risk.likelihood is None or risk.impact is None or risk.detection is None:
        return None
    return risk.likelihood * risk.impact * risk.detection


def is_by_priority(risk: Risk, criteria: RiskCriteria) -> bool:
    """Whether a risk is judged by its priority: its scores lie outside the matrix, or qms.yaml says how."""
    if risk.detection is None:
        return False
    scores = (risk.likelihood or 0, risk.impact or 0)
    return "priority" in criteria.model_fields_set or max(scores) > criteria.highest


def is_above(risk: Risk, criteria: RiskCriteria, found: Decimal | None) -> bool:
    """Whether a level, or the priority of an FMEA, is higher than is accepted."""
    if is_by_priority(risk, criteria):
        return (priority_of(risk) or 0) > criteria.priority
    return found is not None and found > criteria.appetite


def level_before(qms: Qms, risk: Risk, criteria: RiskCriteria) -> Decimal | None:
    """How high a risk is as it stands; None where nothing says so, or a word that counts nothing."""
    if is_by_priority(risk, criteria):
        return None
    return _level(qms, criteria, (risk.likelihood, risk.impact), risk.level, risk.rated)


def level_after(qms: Qms, risk: Risk, criteria: RiskCriteria) -> Decimal | None:
    """How high it is once the treatments are done; None where nobody has judged that."""
    if is_by_priority(risk, criteria):
        return None
    return _level(qms, criteria, scores_after(risk), risk.level_after, risk.rated_after)


def scores_after(risk: Risk) -> tuple[int | None, int | None]:
    """Likelihood and impact once the treatments are done; what is not said of one stays as it is."""
    if risk.likelihood_after is None and risk.impact_after is None:
        return None, None
    return risk.likelihood_after or risk.likelihood, risk.impact_after or risk.impact


def counted(qms: Qms, risk: Risk, criteria: RiskCriteria) -> int | None:
    """The level that likelihood and impact make."""
    if risk.likelihood is None or risk.impact is None:
        return None
    return level(qms, risk.likelihood, risk.impact, criteria)


def counted_after(qms: Qms, risk: Risk, criteria: RiskCriteria) -> int | None:
    """The level that likelihood and impact make once the treatments are done."""
    likelihood, impact = scores_after(risk)
    if likelihood is None or impact is None:
        return None
    return level(qms, likelihood, impact, criteria)


def _level(
    qms: Qms,
    criteria: RiskCriteria,
    scores: tuple[int | None, int | None],
    printed: Decimal | None,
    word: str | None,
) -> Decimal | None:
    likelihood, impact = scores
    if likelihood is not None and impact is not None:
        found = level(qms, likelihood, impact, criteria)
        return None if found is None else Decimal(found)
    if printed is not None:
        return printed
    scale = qms.get(criteria.scale or "", Scale)
    return value_of(scale, word) if scale and word else None
