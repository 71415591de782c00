"""SMM367 survey-of-nothing."""

from __future__ import annotations

from smmkit.analyses.texts.unfilled import blank_in
from smmkit.documents.customers import Survey
from smmkit.model.fields import named
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM367",
    "survey-of-nothing",
    of=Survey,
    severity=Severity.WARNING,
    source="ISO 9001, 9.1.2",
    clause="9.1.2",
)
def survey_of_nothing(survey: Survey, qms: Qms) -> Problems:
    """A survey says which services it asks about, and how its answers were gathered.

    Why: satisfaction with nothing in particular can be improved nowhere in particular.
    """
    missing = [named(Survey, name) for name in ("services", "method") if not getattr(survey, name)]
    if missing and survey.until < qms.as_of and not blank_in(survey):
        yield problem(
            survey,
            "questions",
            message=say("{id} says nothing about: {missing}", id=survey.id, missing=missing),
            hint=say("name the services by their ids, and say who was asked and how"),
        )
