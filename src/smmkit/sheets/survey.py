"""A survey: every element with its average and how many answered, its index, and the one before."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple, cast

from smmkit.analyses.surveys.counting import from_averages
from smmkit.analyses.surveys.surveys import SERVICE, Group, Outcome, known_rules, outcomes
from smmkit.arranging.content import arranged
from smmkit.document_view import DocumentView, joined
from smmkit.documents import Information
from smmkit.documents.customers import Survey
from smmkit.model.fields import label
from smmkit.page import Block, Cell, Fields, Heading, Page, Shape
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.words import rounded, say


class Element(NamedTuple):
    """What came out for one question."""

    id: str
    title: str
    key: str = ""
    average: Decimal | None = None
    answered: int | None = None
    score: Decimal | None = None
    before: Decimal | None = None


def survey(document: Information, qms: Qms) -> dict[str, Any]:
    """The table of elements, the index over all, the index by service, what follows from it."""
    own = cast("Survey", document)
    view, outcome = DocumentView(qms, own), qms.fact(outcomes).get(own.id)
    blocks: list[Block] = [
        Fields(tuple(totals(own, outcome))),
        Heading(say("Elements of service")),
        table(list(elements(qms, own, outcome))),
    ]
    if outcome and (groups := outcome.groups.get(SERVICE)):
        grouped: list[Reading[Group]] = [
            Reading(say("Service"), lambda one: view.title_of(one.name), width=5),
            Reading(say("Answers"), lambda one: one.result.answers, Shape.NUMBER),
            Reading(say("Index"), lambda one: short(one.result.value), Shape.NUMBER),
        ]
        blocks += [Heading(say("Index by service")), table_of("", grouped, groups)]
    return arranged(
        view,
        Page("", "", tuple(blocks)),
        apart="questions averages",
        head="until services population method respondents",
    )


def table(found: list[Element]) -> Any:
    """Every element; columns of which nothing is known are left out."""
    readings: list[Reading[Element]] = [
        Reading(say("Element"), lambda one: one.id, Shape.CODE),
        Reading(say("Title"), lambda one: one.title, width=5),
    ]
    if any(one.key for one in found):
        readings.append(Reading(say("By the rule"), lambda one: one.key, width=2))
    readings += [
        Reading(say("Answers"), lambda one: one.answered, Shape.NUMBER),
        Reading(say("Average"), lambda one: short(one.average), Shape.NUMBER),
        Reading(say("Index"), lambda one: short(one.score), Shape.NUMBER),
    ]
    if any(one.before is not None for one in found):
        readings.append(Reading(say("Index before"), lambda one: short(one.before), Shape.NUMBER))
    return table_of("", readings, found)


def short(value: Decimal | None) -> Any:
    """A number with two decimals; a dash where there is none."""
    return Cell("-") if value is None else rounded(value)


def totals(own: Survey, outcome: Outcome | None) -> Iterator[tuple[Any, Cell]]:
    """How many answered, by which rule it is counted, and the index with its name, as `smm survey` has it."""
    count = outcome.result.answers if outcome and own.answers else own.respondents
    if count is not None:
        yield say("Respondents"), Cell(count)
    if outcome is None or outcome.result.value is None:
        return
    yield label(Survey, "counted_by"), Cell(outcome.rule.title)
    value, name = outcome.result.value, outcome.result.label
    yield say("Index of satisfaction"), Cell(joined(", ", [value, *([name] if name else [])]))


def elements(qms: Qms, own: Survey, outcome: Outcome | None) -> Iterator[Element]:
    """What came out for each question, beside the same question of the survey before."""
    result = outcome.result if outcome else from_averages(own, known_rules(qms)["mean"])
    earlier = outcome.earlier.result.asked if outcome and outcome.earlier else ()
    factor = outcome.rule.factor if outcome else None

    def index(score: Decimal | None) -> Decimal | None:
        return None if score is None or factor is None else score * factor

    before = {one.question.title: index(one.score) for one in earlier}
    for one in result.asked:
        asked = one.question
        yield Element(
            asked.id,
            asked.title,
            asked.element or "",
            one.mean,
            one.answered,
            index(one.score),
            before.get(asked.title),
        )
    known = {question.id for question in own.questions}
    for given in own.averages:
        if given.question not in known:
            yield Element(given.question, "", average=given.average, answered=given.answered)
