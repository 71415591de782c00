"""SMM365 survey-too-small."""

from __future__ import annotations

from smmkit.analyses.surveys.answers import answers_of
from smmkit.analyses.surveys.sampling import sample
from smmkit.analyses.surveys.surveys import rule_of
from smmkit.documents.customers import Survey
from smmkit.problem import Problem, Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

HIGHEST = 4
"""The highest answer of a survey by these rules."""


FEW, PART = 30, 5
"""Where no rule asks for a sample, so many answers are enough, or those of every so many of the customers."""


@rule(
    "SMM365",
    "survey-too-small",
    of=Survey,
    severity=Severity.WARNING,
    source="PermenPANRB 14/2017 (sample by Krejcie and Morgan)",
    clause="9.1.2",
)
def survey_too_small(survey: Survey, qms: Qms) -> Problems:
    """A survey by a rule that asks for a sample says of how many, and has enough answers for so many.

    Why: what seven people say of a service for two thousand is an anecdote.
    """
    cells = qms.fact(answers_of).get(survey.id)
    if survey.until >= qms.as_of or (cells is None and not survey.averages):
        return
    answered = len(cells.rows) if cells else survey.respondents
    if not asks_for_a_sample(qms, survey):
        wanted = min(FEW, (survey.population or 0) // PART)
        if answered is not None and answered < wanted:
            yield too_few(survey, answered, wanted)
        return
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
        yield too_few(survey, answered, wanted)


def too_few(survey: Survey, answered: int, wanted: int) -> Problem:
    """That fewer answered than are needed."""
    return problem(
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


def asks_for_a_sample(qms: Qms, survey: Survey) -> bool:
    """Whether the rule that a survey names asks for one; where it names none, its scale tells."""
    if survey.counted_by is None:
        return survey.highest is None or survey.highest == HIGHEST
    counted = rule_of(qms, survey)
    return counted is None or counted.sampled
