"""How the answers of a survey are counted: the mean of every question, the index, the result, the grade."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from smmkit.documents.customers import Survey, SurveyQuestion
from smmkit.standards.survey_rules import Counting, Grade, SurveyRule
from smmkit.words import Words, rounded, settled

HUNDRED = Decimal(100)

Row = tuple[Decimal | None, ...]
"""An answer to each question, or None."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What came out for one question."""

    question: SurveyQuestion
    answered: int | None
    """How many answered it; None where only the average is known."""
    mean: Decimal | None
    """The mean of its answers, unrounded: of those who answered it, not of all."""
    score: Decimal | None
    """What the rule makes of it: the mean itself, or a share in percent."""
    value: Decimal | None
    """The score times the factor of the rule: in the measure of the result, as the pages show it."""

    FOR_PROGRAMS: ClassVar = {
        "id": "question.id",
        "title": "question.title",
        "answered": "answered",
        "mean": "mean",
        "score": "score",
        "value": "value",
    }


@dataclass(frozen=True, slots=True)
class Result:
    """What a set of answers comes to."""

    asked: tuple[Asked, ...]
    answers: int
    """How many gave at least one answer."""
    index: Decimal | None
    """The scores of all questions with their weights, unrounded; None where one has no answer."""
    value: Decimal | None
    """The index times the factor of the rule, rounded as the rule says."""
    grade: Grade | None

    @property
    def label(self) -> Words | None:
        """What the result is called."""
        return self.grade.label if self.grade else None


def counted(survey: Survey, rule: SurveyRule, rows: Sequence[Row]) -> Result:
    """What rows of answers come to; a missing answer is missing, never 0."""
    asked = []
    for number, question in enumerate(survey.questions):
        answers = [one for row in rows if (one := row[number]) is not None]
        mean = sum(answers, Decimal(0)) / len(answers) if answers else None
        own = score(rule, answers, mean)
        asked.append(Asked(question, len(answers), mean, own, times(rule, own)))
    return total(rule, tuple(asked), len(rows))


def from_averages(survey: Survey, rule: SurveyRule) -> Result:
    """What the averages of a survey come to, where single answers are not known."""
    given = {one.question: one for one in survey.averages}
    asked = tuple(
        Asked(
            question,
            given[question.id].answered if question.id in given else None,
            given[question.id].average if question.id in given else None,
            given[question.id].average if question.id in given else None,
            times(rule, given[question.id].average) if question.id in given else None,
        )
        for question in survey.questions
    )
    return total(rule, asked, survey.respondents or 0)


def times(rule: SurveyRule, score: Decimal | None) -> Decimal | None:
    """A score in the measure of the result."""
    return None if score is None else score * rule.factor


def score(rule: SurveyRule, answers: Sequence[Decimal], mean: Decimal | None) -> Decimal | None:
    """What a rule makes of the answers to one question; None where there are none."""
    if mean is None or rule.counting is Counting.MEAN:
        return mean
    high = sum(rule.promoters is not None and one >= rule.promoters for one in answers)
    low = sum(rule.detractors is not None and one <= rule.detractors for one in answers)
    return (Decimal(high) - Decimal(low)) / len(answers) * HUNDRED


def total(rule: SurveyRule, asked: tuple[Asked, ...], answers: int) -> Result:
    """The index of the scores of all questions, and what it is called."""
    index = index_of(rule, [one.score for one in asked])
    value = None if index is None else rounded(index * rule.factor, rule.places)
    return Result(asked, answers, index, value, grade_of(rule, value))


def index_of(rule: SurveyRule, scores: Sequence[Decimal | None]) -> Decimal | None:
    """The weighted sum of the scores; None where one is missing.

    The weight is exact, or rounded as the rule says; so are the products.
    """
    known = [one for one in scores if one is not None]
    if not known or len(known) < len(scores):
        return None
    if rule.weight is None and rule.product_places is None:
        return settled(sum(known, Decimal(0)) / len(known))
    if rule.weight is None:
        products = [settled(one / len(known)) for one in known]
    else:
        products = [settled(one * rule.weight) for one in known]
    if rule.product_places is not None:
        products = [rounded(one, rule.product_places) for one in products]
    return settled(sum(products, Decimal(0)))


def grade_of(rule: SurveyRule, value: Decimal | None) -> Grade | None:
    """What a rounded result is called."""
    if value is None:
        return None
    return next((one for one in rule.grades if value >= one.at_least), None)
