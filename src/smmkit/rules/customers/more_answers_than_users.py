"""SMM390 more-answers-than-users."""

from __future__ import annotations

from smmkit.analyses.surveys.answers import answers_of
from smmkit.documents.customers import Survey
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM390",
    "more-answers-than-users",
    of=Survey,
    severity=Severity.WARNING,
    source="PermenPANRB 14/2017",
    clause="9.1.2",
)
def more_answers_than_users(survey: Survey, qms: Qms) -> Problems:
    """A survey has no more answers than there were users to ask.

    Why: the smallest sample is counted from the users; who says too few of them needs too few answers.
    """
    cells = qms.fact(answers_of).get(survey.id)
    answered = survey.respondents or (len(cells.rows) if cells else 0)
    if survey.population is not None and answered > survey.population:
        yield problem(
            survey,
            "respondents" if survey.respondents else "population",
            message=say("{n} answered, of {m} users", n=answered, m=survey.population),
            hint=say("write how many used the services in the period"),
        )
