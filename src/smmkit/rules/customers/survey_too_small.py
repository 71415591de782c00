"""SMM365 survey-too-small."""

from __future__ import annotations

from smmkit.analyses.surveys.answers import answers_of
from smmkit.analyses.surveys.sampling import sample
from smmkit.documents.customers import Survey
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM365",
    "survey-too-small",
    of=Survey,
    severity=Severity.WARNING,
    source="PermenPANRB 14/2017 (sample by Krejcie and Morgan)",
    clause="9.1.2",
)
def survey_too_small(survey: Survey, qms: Qms) -> Problems:
    """A survey says how many customers there were, and has enough answers for so many.

    Why: what seven people say of a service for two thousand is an anecdote.
    """
    cells = qms.fact(answers_of).get(survey.id)
    if survey.until >= qms.as_of or (cells is None and not survey.averages):
        return
    answered = len(cells.rows) if cells else survey.respondents
    if survey.population is None:
        yield problem(
            survey,
            "questions",
            message=say("{id} does not say how many customers there were", id=survey.id),
            hint=say("write `population:`; without it nobody knows whether the answers are enough"),
        )
    elif answered is None:
        yield problem(
            survey,
            "averages",
            message=say("{id} does not say how many answered", id=survey.id),
            hint=say("write `respondents:`; an average of three answers is no result"),
        )
    elif answered < (wanted := sample(survey.population)):
        yield problem(
            survey,
            "answers" if survey.answers else "respondents",
            message=say(
                "{id} has {n} answers; of {m} customers {wanted} are needed",
                id=survey.id,
                n=answered,
                m=survey.population,
                wanted=wanted,
            ),
            hint=say("ask on, or say in the report that the result is no measure of all"),
        )
