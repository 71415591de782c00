"""SMM682 survey-answer-twice."""

from __future__ import annotations

from collections import Counter

from smmkit.analyses.surveys.answers import answers_of
from smmkit.cells import Cells
from smmkit.documents.customers import Survey
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

NUMBERED = ("no", "no.", "nomor", "id", "respondent", "responden", "timestamp", "cap waktu")
"""Columns that tell one answer from another."""


class Repeats(Part):
    """How many equal answers are taken for chance."""

    percent: Whole = 10
    """The share of lines, in percent, that may be the same as an earlier one."""


@rule(
    "SMM682",
    "survey-answer-twice",
    of=Survey,
    severity=Severity.WARNING,
    source="own rule",
    clause="9.1.2",
    settings=Repeats,
)
def survey_answer_twice(survey: Survey, qms: Qms, settings: Repeats) -> Problems:
    """No answer of a survey stands in its table twice.

    Why: a file that was pasted below itself has twice as many respondents as people who answered.
    """
    cells = qms.fact(answers_of).get(survey.id)
    if cells is None:
        return
    numbered = next((cells.heading.index(one) for one in NUMBERED if one in cells.heading), None)
    if numbered is None:
        yield from alike(survey, cells, settings.percent)
        return
    seen: dict[str, int] = {}
    for line, row in cells.rows:
        name = row[numbered] if numbered < len(row) else ""
        if name and name in seen:
            yield problem(
                survey,
                at=cells.at(line, numbered),
                message=say(
                    "{name} has answered already, in line {line}", name=name, line=seen[name]
                ),
                hint=say("delete the line that was entered twice"),
            )
        seen.setdefault(name, line)


def alike(survey: Survey, cells: Cells, percent: int) -> Problems:
    """A table in which more lines are equal than chance makes; those of one or two answers are left out."""
    varied = [row for _, row in cells.rows if len({one for one in row if one}) > 2]
    repeated = sum(n - 1 for n in Counter(varied).values())
    if repeated * 100 > percent * max(len(cells.rows), 1) and repeated > 2:
        yield problem(
            survey,
            "answers",
            message=say(
                "{n} of {m} lines of the table are the same as an earlier one",
                n=repeated,
                m=len(cells.rows),
            ),
            hint=say("see whether answers were pasted twice"),
        )
