"""Quality objectives, their KPIs, and where the measured values lie."""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from smmkit.documents.base import Document, Entry, File, Unit
from smmkit.marks import RefersTo
from smmkit.model import Number, Part, Text


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
    """The period."""
    value: Number | None = None
    """The number."""
    word: Text | None = None
    """The word of the scale, for `ordinal`."""


class Kpi(Entry):
    """A key performance indicator (juknis II.A4)."""

    kind_of_entry: ClassVar[str] = "kpi"
    prefix: ClassVar[str] = "IKU"

    measured_in: Text
    """The unit of measure: %, index, working days."""
    formula: Formula
    """How achievement is counted."""
    aggregation: Aggregation
    """How the value of a year is counted."""
    frequency: Frequency = Frequency.MONTHLY
    """How often a value is due."""
    targets: Annotated[tuple[Target, ...], Field(min_length=1)]
    """What is to be reached."""
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
    """The value before."""
    data_source: Text | None = None
    """Where the values come from."""


class Plan(Part):
    """How it will be reached: the five questions of ISO 9001, 6.2.2."""

    what: Text
    """What will be done."""
    resources: Text
    """What it takes."""
    who: Unit
    """The unit that answers for it."""
    when: Text
    """When it is completed."""
    evaluation: Text
    """How the result is judged."""


class Objective(Document):
    """A quality objective (ISO 9001, 6.2; juknis II.A4)."""

    kind: Literal["objective"]
    statement: Text
    """The objective in one sentence that can be measured."""
    policy_point: Annotated[Text, RefersTo("policy-point")]
    """The point of the quality policy that it serves."""
    perspective: Perspective
    """The perspective of the Balanced Scorecard."""
    units: tuple[Unit, ...]
    """The units that work for it."""
    kpis: Annotated[tuple[Kpi, ...], Field(min_length=1)]
    """Its indicators, each with an id."""
    plan: Plan | None = None
    """How it will be reached."""
    performance_agreement: Text | None = None
    """Where it stands in the performance agreement (perjanjian kinerja)."""
