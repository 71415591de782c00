"""SMM366 survey-answer-wrong."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.references.nearest import nearest_id
from smmkit.analyses.surveys.answers import tables_of_answers
from smmkit.analyses.surveys.scale import Answering
from smmkit.analyses.surveys.surveys import scale_of
from smmkit.analyses.texts.parted import other_way
from smmkit.cells import Cells
from smmkit.documents.customers import Survey
from smmkit.location import SourceError
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say
from smmkit.words.numbers import Beside


@rule(
    "SMM366",
    "survey-answer-wrong",
    of=Survey,
    source="PermenPANRB 14/2017",
    clause="9.1.2",
    settings=Answering,
)
def survey_answer_wrong(survey: Survey, qms: Qms, _: Answering) -> Problems:
    """The answers of a survey lie on its scale, to questions that it asks, of services that it is about.

    Why: one answer of 44 instead of 4 lifts the index, and nobody sees why.
    """
    scale = scale_of(qms, survey)
    yield from wrong_averages(survey, scale)
    cells = qms.fact(tables_of_answers).get(survey.id)
    if isinstance(cells, SourceError):
        yield problem(survey, message=cells.message, hint=cells.hint, at=cells.at)
    if not isinstance(cells, Cells):
        return
    yield from wrong_columns(survey, cells)
    yield from wrong_rows(survey, cells)
    for line, column, text, is_service in wrong_cells(survey, cells, scale):
        told = say(
            "{text} is no answer from {lowest} to {highest}",
            text=text,
            lowest=scale.lowest,
            highest=scale.highest,
        )
        service = say("{id} does not ask about the service {text}", id=survey.id, text=text)
        yield problem(
            survey,
            at=cells.at(line, column),
            message=service if is_service else told,
            hint=(is_service and nearest_id(qms, text, ("service",)))
            or say("correct the cell, or leave it empty if there was no answer"),
        )


def wrong_columns(survey: Survey, cells: Cells) -> Problems:
    """Questions without a column; where none has one, what the table should look like."""
    asked = [question.id.lower() for question in survey.questions]
    if survey.questions and not set(asked) & set(cells.heading):
        names = cells.delimiter.join(["service", *(question.id for question in survey.questions)])
        yield problem(
            survey,
            at=cells.at(cells.heading_line, 0),
            message=say("no column of the table is the id of a question of {id}", id=survey.id),
            hint=say(
                "let its first line be {names}, and each line below it one answer, in numbers",
                names=names,
            ),
        )
        return
    for index, question in enumerate(survey.questions):
        if question.id.lower() not in cells.heading:
            yield problem(
                survey,
                "questions",
                index,
                "id",
                message=say("the table of answers has no column {id}", id=question.id),
                hint=say("name the columns as the ids of the questions"),
            )


def wrong_rows(survey: Survey, cells: Cells) -> Problems:
    """Lines that are shorter or longer than the heading, or have no answer in them."""
    asked = {question.id.lower() for question in survey.questions}
    if not asked & set(cells.heading):  # what its first line should be is told
        return
    columns = [index for index, name in enumerate(cells.heading) if name in asked]
    for line, row in cells.rows:
        if len(row) != len(cells.heading):
            yield problem(
                survey,
                at=cells.at(line, min(len(row), len(cells.heading))),
                message=say(
                    "the line has {n} cells, the heading {m}", n=len(row), m=len(cells.heading)
                ),
                hint=other_way(cells, line),
            )
        elif not any(row[column] for column in columns):
            yield problem(
                survey,
                at=cells.at(line, 0),
                message=say("the line holds no answer"),
                hint=say("delete it, or write the answers into it"),
            )


def wrong_averages(survey: Survey, scale: Answering) -> Problems:
    """The averages that no answers on the scale can have."""
    for index, one in enumerate(survey.averages):
        if not scale.lowest <= one.average <= scale.highest:
            yield problem(
                survey,
                "averages",
                index,
                "average",
                message=say(
                    "{text} is no average of answers from {lowest} to {highest}",
                    text=one.average,
                    lowest=scale.lowest,
                    highest=scale.highest,
                ),
                hint=say("correct it, or write the scale as `lowest:` and `highest:`"),
            )


def wrong_cells(
    survey: Survey, cells: Cells, scale: Answering
) -> Iterator[tuple[int, int, str, bool]]:
    """The line, the column and the text of each cell that cannot be, and whether it names a service."""
    asked = {question.id.lower() for question in survey.questions}
    if not asked & set(cells.heading):  # what its first line should be is told
        return
    columns = [index for index, name in enumerate(cells.heading) if name in asked]
    near = Beside(highest=scale.highest)
    service = cells.heading.index("service") if "service" in cells.heading else None
    for line, row in cells.rows:
        if len(row) != len(cells.heading):  # that is told
            continue
        for column in columns:
            text = row[column]
            number = cells.number(text, near) if text else scale.lowest
            if not scale.has(number):
                yield line, column, text, False
        named = row[service] if service is not None else ""
        if service is not None and named and survey.services and named not in survey.services:
            yield line, service, named, True
