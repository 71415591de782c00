"""SMM706 assessment-stale."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.gap.age import stale
from smmkit.analyses.proof.coverage import latest_assessments
from smmkit.documents.assessment import GapAssessment
from smmkit.documents.audit import Audit
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.rules.settings import settings_of_rules
from smmkit.words import Message, say


class Age(Part):
    """How old the last assessment may be."""

    months: Annotated[Whole, Field(ge=1)] = 12
    """How many months an assessment holds."""


@rule(
    "SMM706",
    "assessment-stale",
    of=GapAssessment,
    severity=Severity.WARNING,
    source="own rule",
    filled=True,
    settings=Age,
    whole=(GapAssessment, Audit),
)
def assessment_stale(assessment: GapAssessment, qms: Qms, limits: Age) -> Problems:
    """The last assessment of a standard is younger than what has been audited and reviewed since.

    Why: a gap report counts what an assessment claims. What an audit or a review has found later is
    not in it, and the numbers look better, or worse, than the organization is.
    """
    if assessment.id not in qms.fact(latest_assessments):
        return
    if said := stale(qms, assessment, limits.months):
        hint = say("assess again, in a new gap assessment with its own day")
        yield problem(assessment, "date", message=said, hint=hint)


def stale_for(qms: Qms, assessment: GapAssessment) -> Message | None:
    """Why an assessment is stale, by the months that qms.yaml sets."""
    limits = settings_of_rules(qms, [assessment_stale], {})[0][assessment_stale.rule.code]
    return stale(qms, assessment, limits.months) if isinstance(limits, Age) else None
