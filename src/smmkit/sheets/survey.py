"""A survey: every element with its average, how many answered, its index, and the one before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple, cast

from smmkit.analyses.answers import answers_of
from smmkit.analyses.scales import band_at
from smmkit.arranging.content import arranged
from smmkit.document_view import DocumentView
from smmkit.documents import Information
from smmkit.documents.customers import Survey
from smmkit.documents.settings import Scale
from smmkit.page import Block, Cell, Fields, Heading, Page, Shape
from smmkit.qms import Qms
from smmkit.readings import Reading, table_of
from smmkit.words import rounded, say

HIGHEST = Decimal(4)
"""The highest answer of PermenPANRB 14/2017, which holds where a survey names no other."""

GROUP = "service"
"""The column that says for which service somebody answered."""


class Element(NamedTuple):
    """What came out for one question."""

    id: str
    title: str
    average: Decimal | None
    answered: int | None
    before: Decimal | None


def survey(document: Information, qms: Qms) -> dict[str, Any]:
    """The table of elements, the index over all, the index by service, what follows from it."""
    own = cast("Survey", document)
    found = list(elements(qms, own))
    readings: list[Reading[Element]] = [
        Reading(say("Element"), lambda one: one.id, Shape.CODE),
        Reading(say("Title"), lambda one: one.title, width=5),
        Reading(say("Answers"), lambda one: one.answered, Shape.NUMBER),
        Reading(say("Average"), lambda one: short(one.average), Shape.NUMBER),
        Reading(say("Index"), lambda one: short(index(own, one.average)), Shape.NUMBER),
    ]
    if any(one.before is not None for one in found):
        readings.append(Reading(say("Index before"), lambda one: short(one.before), Shape.NUMBER))
    blocks: list[Block] = [
        Fields(tuple(totals(qms, own, found))),
        Heading(say("Elements of service")),
        table_of("", readings, found),
    ]
    if groups := by_service(qms, own):
        view = DocumentView(qms, own)
        grouped: list[Reading[tuple[str, list[Decimal]]]] = [
            Reading(say("Service"), lambda row: view.title_of(row[0]), width=5),
            Reading(say("Answers"), lambda row: len(row[1]), Shape.NUMBER),
            Reading(say("Index"), lambda row: short(index(own, mean(row[1]))), Shape.NUMBER),
        ]
        blocks += [Heading(say("Index by service")), table_of("", grouped, groups)]
    return arranged(
        DocumentView(qms, own),
        Page("", "", tuple(blocks)),
        apart="questions averages",
        head="until services population method respondents",
    )


def mean(values: list[Decimal]) -> Decimal | None:
    """The average; None of nothing."""
    return sum(values, Decimal(0)) / len(values) if values else None


def short(value: Decimal | None) -> Any:
    """A number with two decimals; a dash where there is none."""
    return Cell("-") if value is None else rounded(value)


def index(own: Survey, average: Decimal | None) -> Decimal | None:
    """An average as a share of the highest answer, 0 to 100."""
    top = own.highest or HIGHEST
    return None if average is None or top <= 0 else average / top * 100


def totals(qms: Qms, own: Survey, found: list[Element]) -> Iterator[tuple[Any, Cell]]:
    """How many answered, and the index over all elements with its name on the scale."""
    table = qms.fact(answers_of).get(own.id)
    count = len(table.rows) if table else own.respondents
    if count is not None:
        yield say("Respondents"), Cell(count)
    known = [one.average for one in found if one.average is not None]
    whole = index(own, mean(known)) if known and len(known) == len(found) else None
    scale = qms.get(own.scale or "", Scale)
    band = band_at(scale, whole) if scale and whole is not None else None
    if whole is not None:
        said = (
            say("{level} ({name})", level=rounded(whole), name=band.label)
            if band
            else rounded(whole)
        )
        yield say("Index of satisfaction"), Cell(said)


def elements(qms: Qms, own: Survey) -> Iterator[Element]:
    """What came out for each question, beside the same question of the survey before."""
    earlier = [one for one in qms.of(Survey) if one.until < own.date]
    last = max(earlier, key=lambda one: one.until, default=None)
    before = (
        {title: index(last, value) for _, title, value, _ in averages(qms, last)} if last else {}
    )
    for id_, title, value, answered in averages(qms, own):
        yield Element(id_, title, value, answered, before.get(title))


Average = tuple[str, str, Decimal | None, int | None]


def averages(qms: Qms, own: Survey) -> Iterator[Average]:
    """The average of each question: from the single answers, or as it was handed over."""
    columns = answers(qms, own)
    given = {one.question: one for one in own.averages}
    for question in own.questions:
        values = columns.get(question.id.lower(), [])
        one = given.get(question.id)
        if values or one is None:
            yield question.id, question.title, mean(values), len(values) or None
        else:
            yield question.id, question.title, one.average, one.answered
    asked = {question.id for question in own.questions}
    for id_, one in given.items():
        if id_ not in asked:
            yield id_, "", one.average, one.answered


def answers(qms: Qms, own: Survey) -> dict[str, list[Decimal]]:
    """The answers to each question that are numbers."""
    table = qms.fact(answers_of).get(own.id)
    found: dict[str, list[Decimal]] = defaultdict(list)
    for _, row in table.rows if table else ():
        for name, text in zip(table.heading if table else (), row, strict=False):
            number = table.number(text) if table and text.strip() else None
            if isinstance(number, Decimal):
                found[name.lower()].append(number)
    return found


def by_service(qms: Qms, own: Survey) -> list[tuple[str, list[Decimal]]]:
    """The average of each person who answered, by the service that it was about."""
    table = qms.fact(answers_of).get(own.id)
    if table is None or GROUP not in table.heading:
        return []
    asked = {question.id.lower() for question in own.questions}
    at = table.heading.index(GROUP)
    found: dict[str, list[Decimal]] = defaultdict(list)
    for _, row in table.rows:
        numbers = [
            number
            for name, text in zip(table.heading, row, strict=False)
            if name.lower() in asked and isinstance(number := table.number(text), Decimal)
        ]
        value = mean(numbers)
        if value is not None and at < len(row):
            found[row[at]].append(value)
    return sorted(found.items())
