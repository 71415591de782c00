"""SMM683 survey-group-missing."""

from __future__ import annotations

from smmkit.analyses.surveys.answers import answers_of
from smmkit.documents.customers import Survey
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM683", "survey-group-missing", of=Survey, source="own rule", clause="9.1.2")
def survey_group_missing(survey: Survey, qms: Qms) -> Problems:
    """The columns of groups and of remarks stand in the table of answers.

    Why: a result by education that nobody can count is a promise without a number.
    """
    cells = qms.fact(answers_of).get(survey.id)
    named = [("groups", *one) for one in enumerate(survey.groups)]
    named += [("remarks", *one) for one in enumerate(survey.remarks)]
    for field, index, column in named:
        if cells and column.lower() not in cells.heading:
            yield problem(
                survey,
                field,
                index,
                message=say("the table of answers has no column {id}", id=column),
                hint=say("its columns are {names}", names=[one for one in cells.heading if one]),
            )
