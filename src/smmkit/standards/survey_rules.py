"""How a survey is counted, as data: its scale, its elements, its weights, and the grades of its result."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Literal

from smmkit.model.part import Day, Flag, Number, Part, Text, Whole
from smmkit.standards import SHIPPED
from smmkit.standards.cited import Cited
from smmkit.words import ClosedList, Words
from smmkit.yaml_text.reading import read_ours


class Counting(ClosedList):
    """What is made of the answers to one question."""

    MEAN = "mean", "mean of the answers"
    PROMOTERS = "promoters", "promoters less detractors, in percent"
    SATISFIED = "satisfied", "share of the satisfied, in percent"


class Element(Part):
    """Something that a rule wants to be asked; a question names it by its key, never by its number."""

    key: Text
    title: Words


class Grade(Part):
    """What a result is called from this number up, once it is rounded."""

    at_least: Number
    grade: Text | None = None
    """Its letter; without one, only the words."""
    label: Words


class SurveyRule(Part):
    """One way to count a survey, and where it comes from."""

    kind: Literal["survey-rule"]
    id: Text
    title: Words
    source: Cited
    version: Text
    since: Day | None = None
    """The first day on which it holds."""
    until: Day | None = None
    """The last day on which it holds."""
    usual: Flag = False
    """Whether it counts a survey that names no rule, if scale and number of questions fit."""
    counting: Counting = Counting.MEAN
    sampled: Flag = False
    """Whether as many have to answer as Krejcie and Morgan ask of so many customers."""
    lowest: Number | None = None
    """The lowest answer; without it, any scale."""
    highest: Number | None = None
    factor: Number = Decimal(1)
    """What the index is multiplied by to become the result."""
    weight: Number | None = None
    """What each element weighs; without it exactly 1 by the number of elements."""
    product_places: Whole | None = None
    """Decimals to which each weighted element is rounded before they are added; without it, none."""
    places: Whole = 2
    """Decimals to which the result is rounded before it gets its grade."""
    promoters: Number | None = None
    """The lowest answer of a promoter, or of somebody who is satisfied."""
    detractors: Number | None = None
    """The highest answer of a detractor."""
    elements: tuple[Element, ...] = ()
    grades: tuple[Grade, ...] = ()
    """From the highest down."""


@cache
def shipped_survey_rules() -> dict[str, SurveyRule]:
    """The rules of counting that come with smmkit, by their ids."""
    files = sorted((SHIPPED / "surveys").glob("*.yaml"))
    rules = (SurveyRule.model_validate(read_ours(file.read_text("utf-8"))) for file in files)
    return {one.id: one for one in rules}
