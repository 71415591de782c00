"""What the surveys of a QMS have found: as a whole, by service, by unit, by group, and against the last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from smmkit.analyses.kpis.scales import start
from smmkit.analyses.surveys.answers import answers_of
from smmkit.analyses.surveys.counting import Asked, Result, Row, counted, from_averages
from smmkit.analyses.surveys.scale import Answering, usual
from smmkit.cells import Cells
from smmkit.documents.customers import Survey
from smmkit.documents.services import ServiceEntry
from smmkit.documents.settings import Scale
from smmkit.qms import Qms
from smmkit.standards.survey_rules import Grade, SurveyRule, shipped_survey_rules
from smmkit.words.numbers import Beside

SERVICE = "service"
"""The column that says which service an answer is about."""


@dataclass(frozen=True, slots=True)
class Group:
    """The answers that have the same word in one column."""

    name: str
    result: Result

    FOR_PROGRAMS: ClassVar = {
        "name": "name",
        "answers": "result.answers",
        "value": "result.value",
        "grade": "result.label",
    }


@dataclass(frozen=True, slots=True)
class Outcome:
    """A survey and what came of it."""

    survey: Survey
    rule: SurveyRule
    scale: Answering
    result: Result
    groups: dict[str, tuple[Group, ...]]
    """By service, by unit, and by each column that the survey names; in the order of the names."""
    earlier: Outcome | None
    """The survey before it that was counted by the same rule."""
    unusable: int
    """How many cells hold no answer of the scale and count nothing."""
    remarks: dict[str, dict[str, int]]
    """What people wrote in each column of remarks, and how often."""

    @property
    def past(self) -> dict[str, Decimal | None]:
        """For the id of each question the value of the earlier survey, where it asked about the same."""
        if self.earlier is None:
            return {}
        earlier = self.earlier.result.asked
        values = dict(zip(self.earlier.abouts, (one.value for one in earlier), strict=True))
        pairs = zip(self.survey.questions, self.abouts, strict=True)
        return {one.id: values.get(about) for one, about in pairs}

    @property
    def abouts(self) -> list[str]:
        """What each question is about: its element, else by its words; all of a rule stand in its order."""
        asked, keys = self.survey.questions, [one.key for one in self.rule.elements]
        if len(asked) == len(keys) and not any(one.element for one in asked):
            return keys
        return [one.element or one.title.casefold() for one in asked]

    @property
    def lowest(self) -> Asked | None:
        """The question with the lowest score."""
        scored = [one for one in self.result.asked if one.score is not None]
        return min(scored, key=lambda one: one.score or 0) if len(scored) > 1 else None


def rule_of(qms: Qms, survey: Survey) -> SurveyRule | None:
    """The rule that a survey is counted by: the one it names, else the usual one that fits it.

    None where it names one that is not there.
    """
    if survey.counted_by is not None:
        return known_rules(qms).get(survey.counted_by)
    asked = [one.element for one in survey.questions]
    return usual_rule(qms, asked, survey.until, survey.lowest, survey.highest)


def usual_rule(qms: Qms, asked: list[str | None], until: date, *ends: Decimal | None) -> SurveyRule:
    """The usual rule that fits a survey with these elements, last day and scale; else the mean."""
    known = known_rules(qms)
    usual = (one for one in known.values() if one.usual and fits(one, asked, until, *ends))
    return next(usual, known["mean"])


def known_rules(qms: Qms) -> dict[str, SurveyRule]:
    """Every rule of counting by its id; the folder's own go before those that come with smmkit."""
    return shipped_survey_rules() | qms.survey_rules


def graded(qms: Qms, survey: Survey, rule: SurveyRule) -> SurveyRule:
    """The rule with the grades of the scale that the survey names, where it names one."""
    scale = qms.get(survey.scale or "", Scale)
    if scale is None:
        return rule
    steps = [(start(band), band.label) for band in scale.bands]
    grades = [
        Grade.model_construct(at_least=at, grade=None, label=label)
        for at, label in steps
        if at is not None
    ]
    return rule.model_copy(update={"grades": tuple(grades)})


def fits(
    rule: SurveyRule,
    asked: list[str | None],
    until: date,
    lowest: Decimal | None = None,
    highest: Decimal | None = None,
) -> bool:
    """Whether a survey has the scale and the questions of a rule that held on its last day."""
    return (
        (rule.since or until) <= until <= (rule.until or until)
        and lowest in (None, rule.lowest)
        and highest in (None, rule.highest)
        and (len(asked) == len(rule.elements) or is_most_of(rule, {*asked}))
    )


def is_most_of(rule: SurveyRule, asked: set[str | None]) -> bool:
    """Whether a survey asks about more than half of the elements of a rule, and about nothing else."""
    known = {one.key for one in rule.elements}
    return asked <= known and len(asked) * 2 > len(known)


def scale_of(qms: Qms, survey: Survey) -> Answering:
    """The scale of a survey: its own or that of its rule of counting, else the usual one."""
    rule, own = rule_of(qms, survey), usual(qms)
    lowest = rule.lowest if rule and survey.lowest is None else survey.lowest
    highest = rule.highest if rule and survey.highest is None else survey.highest
    return Answering.model_construct(
        lowest=own.lowest if lowest is None else lowest,
        highest=own.highest if highest is None else highest,
    )


def outcomes(qms: Qms) -> dict[str, Outcome]:
    """What came of every survey that can be counted, by its id, from the earliest on."""
    found: dict[str, Outcome] = {}
    for survey in sorted(qms.of(Survey), key=lambda one: (one.until, one.id)):
        rule = rule_of(qms, survey)
        if rule is None or (survey.answers and survey.id not in qms.fact(answers_of)):
            continue
        rule = graded(qms, survey, rule)
        before = [one for one in found.values() if comparable(one, survey, rule)]
        earlier = max(
            before, key=lambda one: (shared(one.survey, survey), one.survey.until), default=None
        )
        found[survey.id] = _outcome(qms, survey, rule, earlier)
    return found


def shared(earlier: Survey, survey: Survey) -> float:
    """Which share of the services of two surveys both ask about; all where neither names one."""
    both = {*earlier.services, *survey.services}
    return len({*earlier.services} & {*survey.services}) / len(both) if both else 1.0


def comparable(earlier: Outcome, survey: Survey, rule: SurveyRule) -> bool:
    """Whether a survey can be compared with an earlier one: same rule, over before, a service in common."""
    services = set(earlier.survey.services) & set(survey.services)
    shares = bool(services) or not (earlier.survey.services and survey.services)
    return earlier.rule.id == rule.id and earlier.survey.until < survey.date and shares


def _outcome(qms: Qms, survey: Survey, rule: SurveyRule, earlier: Outcome | None) -> Outcome:
    cells, scale = qms.fact(answers_of).get(survey.id), scale_of(qms, survey)
    if cells is None:
        return Outcome(survey, rule, scale, from_averages(survey, rule), {}, earlier, 0, {})
    rows, unusable = _rows(survey, cells, scale)
    result = counted(survey, rule, [row for _, row in rows])
    groups = {
        column: grouped(survey, rule, ((cell(cells, line, column), row) for line, row in rows))
        for column in dict.fromkeys((SERVICE, *(one.lower() for one in survey.groups)))
        if column in cells.heading
    }
    if SERVICE in groups:
        named = ((unit_of(qms, cell(cells, line, SERVICE)), row) for line, row in rows)
        groups["unit"] = grouped(survey, rule, named)
    remarks = {name: said_in(cells, name.lower()) for name in survey.remarks}
    return Outcome(survey, rule, scale, result, groups, earlier, unusable, remarks)


def said_in(cells: Cells, column: str) -> dict[str, int]:
    """The texts of a column, those that came most often first."""
    texts = cells.column(cells.heading.index(column)) if column in cells.heading else ()
    return dict(Counter(filter(None, texts)).most_common())


def _rows(
    survey: Survey, cells: Cells, scale: Answering
) -> tuple[list[tuple[tuple[str, ...], Row]], int]:
    """Every line with at least one usable answer, as its cells and its answers; how many are none."""
    places = [
        cells.heading.index(one.id.lower()) if one.id.lower() in cells.heading else None
        for one in survey.questions
    ]
    rows, unusable, near = [], 0, Beside(highest=scale.highest)
    for _, line in cells.rows:
        read: list[Decimal | None] = []
        for place in places:
            text = line[place] if place is not None and place < len(line) else ""
            number = cells.number(text, near) if text else None
            answer = number if isinstance(number, Decimal) and scale.has(number) else None
            unusable += bool(text) and answer is None
            read.append(answer)
        if any(one is not None for one in read):
            rows.append((line, tuple(read)))
    return rows, unusable


def cell(cells: Cells, line: Sequence[str], column: str) -> str:
    """What a line says in a column; nothing where it ends before."""
    place = cells.heading.index(column)
    return line[place] if place < len(line) else ""


def unit_of(qms: Qms, service: str) -> str:
    """The unit that gives a service; nothing where that is not known."""
    entry = qms.get(service, ServiceEntry)
    return entry.owner if entry else ""


def grouped(
    survey: Survey, rule: SurveyRule, named: Iterable[tuple[str, Row]]
) -> tuple[Group, ...]:
    """The result of each group of rows that have one name, in the order of the names."""
    rows: dict[str, list[Row]] = {}
    for name, row in named:
        rows.setdefault(name, []).append(row)
    return tuple(Group(name, counted(survey, rule, rows[name])) for name in sorted(rows))
