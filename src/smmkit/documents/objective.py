"""Quality objectives, their KPIs, and where the measured values lie."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from smmkit.documents.base import Document, Entry, File, RefersTo, Unit
from smmkit.part import Number, Part, Text


class Perspective(StrEnum):
    """The four perspectives of the Balanced Scorecard as the juknis (II.A4) has them."""

    STAKEHOLDER = "stakeholder"
    CUSTOMER = "customer"
    INTERNAL_PROCESS = "internal-process"
    LEARNING_GROWTH = "learning-growth"


class Formula(StrEnum):
    """How achievement follows from actual and target; see analyses/formulas.py."""

    MAXIMIZE = "maximize"
    MAXIMIZE_NEGATIVE = "maximize-negative"
    MINIMIZE = "minimize"
    MINIMIZE_RATIO = "minimize-ratio"
    MINIMIZE_TO_ZERO = "minimize-to-zero"
    STABILIZE = "stabilize"
    ORDINAL = "ordinal"


class Aggregation(StrEnum):
    """How the values of a year follow from those of its months."""

    SUM = "sum"
    AVERAGE = "average"
    LAST = "last"


class Frequency(StrEnum):
    """How often a value is due."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


Period = Annotated[str, Field(pattern=r"^[1-9][0-9]{3}(-Q[1-4]|-(0[1-9]|1[0-2]))?$")]
"""A year, a quarter or a month: "2019", "2019-Q3", "2019-07"."""


class Target(Part):
    """What is to be reached in a period: a number, or a word of an ordinal scale."""

    period: Period
    value: Number | None = None
    word: Text | None = None


class Kpi(Entry):
    """A key performance indicator (juknis II.A4)."""

    kind_of_entry: ClassVar[str] = "kpi"

    measured_in: Text
    """The unit of measure: %, index, working days."""
    formula: Formula
    aggregation: Aggregation
    frequency: Frequency = Frequency.MONTHLY
    targets: Annotated[tuple[Target, ...], Field(min_length=1)]
    series: File | None = None
    """The CSV file of its measured values: columns `period` and `value`."""
    worst: Number | None = None
    """The worst possible value, for `minimize-to-zero`."""
    words: Annotated[Text, RefersTo("scale")] | None = None
    """The scale of words, for `ordinal`."""
    scale: Annotated[Text, RefersTo("scale")] | None = None
    """The scale that names the achievement."""
    cap: Number | None = None
    """Achievement is cut to 0 up to this; without it, it is not cut."""
    baseline: Number | None = None
    data_source: Text | None = None


class Plan(Part):
    """How it will be reached: the five questions of ISO 9001, 6.2.2."""

    what: Text
    resources: Text
    who: Unit
    when: Text
    evaluation: Text


class Objective(Document):
    """A quality objective (ISO 9001, 6.2; juknis II.A4)."""

    kind: Literal["objective"]
    statement: Text
    policy_point: Annotated[Text, RefersTo("policy-point")]
    """The point of the quality policy that it serves."""
    perspective: Perspective
    units: tuple[Unit, ...]
    """The units that work for it."""
    kpis: Annotated[tuple[Kpi, ...], Field(min_length=1)]
    plan: Plan | None = None
    performance_agreement: Text | None = None
    """Where it stands in the performance agreement (perjanjian kinerja)."""
