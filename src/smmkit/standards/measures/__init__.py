"""How achievement is counted and what numbers are called, as data with source and validity."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from smmkit.model.part import Day, Flag, Number, Part, Text, Whole
from smmkit.page import Tone
from smmkit.standards import SHIPPED
from smmkit.words import ClosedList, Words
from smmkit.yaml_text.reading import read_ours


class Origin(Part):
    """Where a formula is written down, and from and until when that holds."""

    text: Text
    """The work."""
    since: Day | None = None
    """The first day; without it, as far back as anybody asks."""
    until: Day | None = None
    """The last day; without it, it still holds."""
    wish: Text | None = None
    """The wish of the standards whose readers know the work; without it, everybody's."""

    def is_there(self, day: date) -> bool:
        """Whether it holds on a day."""
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day <= self.until)


class Case(Part):
    """One way to count, and when it is the one."""

    when: Text | None = None
    """A comparison such as `R <= T`; without it, always."""
    result: Text
    """What is counted: numbers, R, T, W, + - * / and brackets."""


class PointOf(Part):
    """One point of a line that what was counted is converted by."""

    at: Number
    """What was counted."""
    earns: Number
    """What it earns."""


class FormulaData(Part):
    """A formula: what it needs, how it counts, how it is written in front of a reader."""

    id: Text
    """The word that KPIs have."""
    needs: tuple[Text, ...] = ()
    """Comparisons that must hold, or nothing can be counted."""
    cases: tuple[Case, ...] = Field(min_length=1)
    """The ways to count; the first one that applies."""
    points: tuple[PointOf, ...] = ()
    """The points by which the result is converted; without them, it is not."""
    at_target_zero: Text | None = None
    """The formula that counts instead where a target is 0 and the KPI says its worst value."""
    written: Words
    """As it is written."""
    version: Text
    """Which form of it this is."""
    sources: tuple[Origin, ...] = ()
    """Where it is written down."""


class StepOf(Part):
    """One step of a scale."""

    at_least: Number | None = None
    """The lowest number of the step."""
    above: Number | None = None
    """The number above which it begins."""
    up_to: Number | None = None
    """The highest number of the step."""
    below: Number | None = None
    """The number below which it ends."""
    label: Words
    """How it is called."""
    tone: Tone = Tone.PLAIN
    """How it is coloured."""


class WordOf(Part):
    """A word that is measured instead of a number, and what it counts."""

    word: Text
    """The word."""
    value: Number
    """What it counts."""


class Named(ClosedList):
    """What a scale gives names to."""

    ACHIEVEMENT = "achievement", "achievement in percent"
    VALUE = "value", "measured value"
    EITHER = "either", "achievement, or a value that is one itself"


class ScaleData(Part):
    """A scale that is known without being in qms.yaml."""

    id: Text
    """The word that KPIs have."""
    title: Text
    """How it is called."""
    names: Named
    """What it names."""
    source: Text
    """Where it is written down."""
    since: Day | None = None
    """The first day it holds."""
    until: Day | None = None
    """The last day it holds."""
    places: Whole | None = None
    """To how many places a number is rounded before it is named; without it, it is not."""
    bands: tuple[StepOf, ...] = ()
    """From the highest down."""
    words: tuple[WordOf, ...] = ()
    """The words that stand for a number."""


class Sign(ClosedList):
    """What points of a control chart show."""

    BEYOND = "beyond", "beyond so many standard deviations, on one side"
    TREND = "trend", "always up, or always down"
    ALTERNATING = "alternating", "up and down by turns"
    WITHIN = "within", "within so many standard deviations"
    OUTSIDE = "outside", "outside so many standard deviations, on both sides"


class SpecialCause(Part):
    """A pattern in a control chart that chance alone seldom makes."""

    id: Text
    """Its name."""
    sign: Sign
    """What the points show."""
    points: Annotated[Whole, Field(ge=1, le=50)]
    """How many points in a row are looked at."""
    least: Annotated[Whole, Field(ge=1, le=50)]
    """How many of them show it."""
    sigma: Annotated[Number, Field(ge=0)]
    """So many standard deviations from the mean."""
    used: Flag = True
    """Whether it is looked for."""
    meaning: Words
    """How it is told."""
    source: Text
    """Where it is written down."""


class Measures(Part):
    """Formulas and scales of one pack."""

    kind: Literal["measures"]
    id: Text
    """Its name."""
    formulas: tuple[FormulaData, ...] = ()
    """The formulas; one of a known id takes the place of that."""
    scales: tuple[ScaleData, ...] = ()
    """The scales; one of a known id takes the place of that."""
    special_causes: tuple[SpecialCause, ...] = ()
    """Patterns in control charts; one of a known id takes the place of that."""


@cache
def shipped_measures() -> Measures:
    """What comes with smmkit."""
    text = (SHIPPED / "measures" / "measures.yaml").read_text("utf-8")
    return Measures.model_validate(read_ours(text))
