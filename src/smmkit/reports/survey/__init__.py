"""The survey report: index and grade, every question, every group, and what has to be published."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from smmkit.analyses.surveys.counting import Asked
from smmkit.analyses.surveys.sampling import sample
from smmkit.analyses.surveys.surveys import Group, Outcome
from smmkit.git import Origin
from smmkit.page import Block, Cell, Fields, Heading, Page, Prose, Shape, Table, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.reports import Report, stamp, unread_files
from smmkit.reports.survey.parts import (
    HEADINGS,
    before,
    change,
    drawn,
    few,
    grade,
    named,
    number,
    scored,
    tone_of,
    written,
)
from smmkit.words import Message, rounded, say


@dataclass(frozen=True)
class SurveyReport(Report):
    """What came of one survey."""

    outcome: Outcome
    public: bool = False
    """Whether only what has to be published is shown."""

    schema: ClassVar = "smmkit-survey/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "survey": "outcome.survey.id",
        "title": "outcome.survey.title",
        "from": "outcome.survey.date",
        "until": "outcome.survey.until",
        "counted_by": "outcome.rule.id",
        "source": "outcome.rule.source",
        "version": "outcome.rule.version",
        "weight": "weight",
        "population": "outcome.survey.population",
        "sample": "needed",
        "answers": "outcome.result.answers",
        "unusable": "outcome.unusable",
        "index": "index",
        "value": "outcome.result.value",
        "grade": "outcome.result.label",
        "questions": "outcome.result.asked",
        "groups": "outcome.groups",
        "remarks": "outcome.remarks",
        "earlier": "earlier",
        "earlier_value": "earlier_value",
        "left_out": "unread",
    }

    @property
    def weight(self) -> str:
        """What each question weighs, as it is written: exactly 1/9, or rounded."""
        weight, questions = self.outcome.rule.weight, len(self.outcome.result.asked)
        return f"1/{questions}" if weight is None else str(weight)

    @property
    def index(self) -> float | None:
        """The index to four decimals, as reports print it."""
        index = self.outcome.result.index
        return None if index is None else float(rounded(index, 4))

    @property
    def earlier(self) -> str | None:
        """The survey that it is compared with."""
        return self.outcome.earlier.survey.id if self.outcome.earlier else None

    @property
    def earlier_value(self) -> Decimal | None:
        """The result of that one."""
        return self.outcome.earlier.result.value if self.outcome.earlier else None

    @property
    def needed(self) -> int | None:
        """How many answers the population asks for."""
        population = self.outcome.survey.population
        return None if population is None else sample(population)

    def page(self, commit: Origin) -> Page:
        """Totals, questions, groups, and how all that was counted."""
        one = self.outcome
        blocks: list[Block] = [Fields(tuple(self.totals()))]
        if self.public:
            blocks += [self.questions(), *self.voices()]
        else:
            blocks += [
                self.questions(),
                drawn(one),
                *self.by_group(),
                *self.remarks(),
                Heading(say("How it is counted")),
                Prose(written(one)),
                *unread_files(self.qms),
            ]
        return Page(str(one.survey.title), stamp(self.qms, commit), tuple(blocks))

    def totals(self) -> list[tuple[Message, Cell]]:
        """The head of the page: result, grade, answers, period."""
        one, survey = self.outcome, self.outcome.survey
        rows = [
            (say("Result"), Cell(number(one.result.value), tone_of(one.rule, one.result))),
            *([(say("Grade"), Cell(grade(one.result)))] if one.rule.grades else []),
            (say("Index"), Cell(number(one.result.index, 4))),
            (say("Answers"), self.answers()),
            (
                say("Asked"),
                Cell(say("{start} to {end}", start=survey.date, end=survey.until)),
            ),
        ]
        if one.lowest and not self.public:
            rows.append((say("Lowest"), Cell(one.lowest.question.title, Tone.WARN)))
        if one.earlier:
            rows.append((say("The survey before it"), Cell(before(one, one.earlier))))
        if one.unusable:
            text = say("{n} cells hold no answer of the scale and count nothing", n=one.unusable)
            rows.append((say("Left out"), Cell(text, Tone.BAD)))
        return rows

    def answers(self) -> Cell:
        """How many answered, and whether they are enough."""
        given, needed = self.outcome.result.answers, self.needed
        if needed is None:
            return Cell(given)
        text = say(
            "{n}; of {population} customers {needed} are needed",
            n=given,
            population=self.outcome.survey.population,
            needed=needed,
        )
        return Cell(text, Tone.WARN if given < needed else Tone.PLAIN)

    def questions(self) -> Table:
        """A row for each question."""
        one = self.outcome
        past = one.past
        readings: list[Reading[Asked]] = [
            Reading(say("Id"), lambda a: a.question.id, Shape.CODE),
            Reading(say("Question"), lambda a: a.question.title, width=5),
            Reading(say("Answered by"), lambda a: number(a.answered), Shape.NUMBER),
            Reading(say("Mean"), lambda a: number(a.mean), Shape.NUMBER),
            Reading(say("Score"), scored, Shape.NUMBER),
        ]
        if past:
            readings.append(
                Reading(
                    say("Change"), lambda a: change(a.value, past.get(a.question.id)), Shape.NUMBER
                )
            )
        return table_of(say("Questions"), readings, one.result.asked)

    def by_group(self) -> list[Block]:
        """A table for each way in which the answers are told apart."""
        blocks: list[Block] = []
        for column, groups in self.outcome.groups.items():
            readings: list[Reading[Group]] = [
                Reading(say("Group"), lambda g: named(self.qms, g.name), width=5),
                Reading(say("Answers"), lambda g: few(g.result.answers), Shape.NUMBER),
                Reading(say("Result"), lambda g: Cell(number(g.result.value)), Shape.NUMBER),
            ]
            if self.outcome.rule.grades:
                readings.append(Reading(say("Grade"), lambda g: grade(g.result), width=2))
            title = HEADINGS.get(column) or say("By {column}", column=column)
            blocks += [Heading(title), table_of(title, readings, groups)]
        return blocks

    def remarks(self) -> list[Block]:
        """What people wrote in their own words; it is for those who read the survey, and not published."""
        readings: list[Reading[tuple[str, int]]] = [
            Reading(say("Answer"), lambda one: one[0], width=8),
            Reading(say("Times"), lambda one: one[1], Shape.NUMBER),
        ]
        blocks: list[Block] = []
        for column, said in self.outcome.remarks.items():
            title = say("In their own words: {column}", column=column)
            blocks += [Heading(title), table_of(title, readings, said.items())]
        return blocks

    def voices(self) -> list[Block]:
        """What is done because of the survey."""
        actions = [Prose(say("- {what}", what=one.what)) for one in self.outcome.survey.actions]
        return [Heading(say("What we do")), *actions] if actions else []
