"""Quality objectives, their KPIs, and where the measured values lie."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from smmkit.documents.base import Document, Entry
from smmkit.documents.types import File, Period, Phrase, Sentence, Unit, What
from smmkit.model.marks import (
    Asks,
    Beside,
    Blank,
    InClone,
    Label,
    MayBe,
    OtherThan,
    RefersTo,
    Trait,
    Ways,
    Wish,
)
from smmkit.model.part import Number, Part, Text, Whole
from smmkit.words import ClosedList


class Perspective(ClosedList):
    """The four perspectives of the Balanced Scorecard as the juknis (II.A4) has them."""

    STAKEHOLDER = "stakeholder", "stakeholders"
    CUSTOMER = "customer", "customers"
    INTERNAL_PROCESS = "internal-process", "internal business processes"
    LEARNING_GROWTH = "learning-growth", "learning and growth"


class Formula(ClosedList):
    """How achievement follows from actual and target; see analyses/kpis/formulas.py."""

    MAXIMIZE = "maximize", "more is better"
    MAXIMIZE_NEGATIVE = "maximize-negative", "more is better, target below zero"
    MINIMIZE = "minimize", "less is better"
    MINIMIZE_RATIO = "minimize-ratio", "less is better, as a ratio"
    MINIMIZE_TO_ZERO = "minimize-to-zero", "less is better, down to zero"
    STABILIZE = "stabilize", "on target is best"
    ORDINAL = "ordinal", "a word of a scale"


class Aggregation(ClosedList):
    """How the values of a year follow from those of its months."""

    SUM = "sum"
    AVERAGE = "average"
    LAST = "last", "last value"
    RATIO = "ratio", "numerators over denominators"
    MEAN_OF_RATES = "mean-of-rates", "mean of the rates"


class Frequency(ClosedList):
    """How often a value is due."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly", "half-yearly"
    YEARLY = "yearly"


Series = Annotated[File, Blank("series"), Beside.PERIODS, InClone.ANEW]
"""The CSV file of measured values."""


class Target(Part):
    """What is to be reached in a period: a number, a range, or a word of an ordinal scale."""

    period: Period
    """The period."""
    value: Annotated[Number, Trait.USED] | None = None
    """The number; of a range the lower end."""
    up_to: Annotated[Number, Label("Up to")] | None = None
    """The upper end, where everything from `value` up to here is on target."""
    word: Annotated[Text, MayBe.WORD, Trait.NAME] | None = None
    """The word of the scale, for `ordinal`."""


class Kpi(Entry):
    """A key performance indicator (juknis II.A4)."""

    kind_of_entry: ClassVar[str] = "kpi"
    kind_label: ClassVar[str] = "key performance indicator"
    prefix: ClassVar[str] = "IKU"

    measured_in: Annotated[Text, Label("Unit of measure")]
    """The unit of measure: %, index, working days."""
    formula: Formula
    """How achievement is counted."""
    calculation: Sentence | None = None
    """How the organization counts its value, in words: what is divided by what."""
    aggregation: Aggregation
    """How the value of a year is counted."""
    frequency: Frequency = Frequency.MONTHLY
    """How often a value is due."""
    targets: Annotated[tuple[Target, ...], Field(min_length=1), InClone.ANEW]
    """What is to be reached."""
    series: Annotated[Series, Label("Measured values"), Trait.USED] | None = None
    """The CSV file of its measured values: columns `period` and `value`, or `numerator` and `denominator`."""
    reporting_days: Annotated[Whole, Field(ge=0, le=366)] | None = None
    """How many working days after the end of a period its value is due; without it, as `reporting` says."""
    worst: Annotated[Number, Label("Worst value")] | None = None
    """The worst possible value, from which the way to a target of 0 is counted."""
    lowest: Annotated[Number, Label("Lowest possible value")] | None = None
    """The lowest value there can be; of a percentage 0, unless it says otherwise."""
    highest: Annotated[Number, Label("Highest possible value")] | None = None
    """The highest value there can be; of a percentage 100, unless it says otherwise."""
    words: Annotated[Text, RefersTo("scale")] | None = None
    """The scale of words, for `ordinal`."""
    scale: Annotated[Text, RefersTo("scale")] | None = None
    """The scale that names the achievement."""
    value_scale: Annotated[Text, RefersTo("scale"), Label("Scale of the value")] | None = None
    """The scale that names the value itself: an index, a score of an evaluation."""
    at_zero: Annotated[Number, Label("Achievement at 0")] | None = None
    """What a value of 0 earns, for `minimize-ratio`, which cannot divide by it."""
    cap: Number | None = None
    """Achievement is cut to 0 up to this; without it, it is not cut."""
    baseline: Annotated[Number, InClone.LEFT_BEHIND] | None = None
    """The value before."""
    counted_from: tuple[Annotated[Text, RefersTo("survey", "service-log")], ...] = ()
    """The surveys and service logs whose results its values are."""
    benchmark: Annotated[Number, Label("National standard")] | None = None
    """What a national standard or a comparable organization has."""
    benchmark_source: Annotated[Phrase, Label("Source of the standard")] | None = None
    """Where that is written down."""
    data_source: Annotated[Phrase, Label("Source of data")] | None = None
    """Where the values come from."""


class Plan(Part):
    """How it will be reached: the five questions of ISO 9001, 6.2.2."""

    what: Annotated[What, Asks.MORE]
    """What will be done."""
    resources: Annotated[Text, Asks.FOUND, OtherThan("what")]
    """What it takes."""
    who: Unit
    """The unit that answers for it."""
    when: Annotated[Text, InClone.FILLED_IN, Asks.MORE | Asks.WHEN]
    """When it is completed."""
    evaluation: Annotated[Text, Asks.MORE, OtherThan("what")]
    """How the result is judged."""


class Objective(Document):
    """A quality objective (ISO 9001, 6.2; juknis II.A4)."""

    is_system: ClassVar[bool] = True
    ways: ClassVar = (Ways("policy_point", "policy_points", only=False),)

    kind: Literal["objective"]
    statement: Annotated[Text, InClone.CONFIRMED, Asks.FOUND]
    """The objective in one sentence that can be measured."""
    policy_point: Annotated[Text, RefersTo("policy-point"), Trait.USED] | None = None
    """The point of the quality policy that it serves."""
    policy_points: tuple[Annotated[Text, RefersTo("policy-point")], ...] = ()
    """The points that it serves, where there are several."""
    perspective: Annotated[Perspective, Trait.USED, Wish("perspectives")] | None = None
    """The perspective of the Balanced Scorecard, where a standard of qms.yaml asks for them."""
    units: tuple[Unit, ...]
    """The units that work for it."""
    kpis: Annotated[tuple[Kpi, ...], Field(min_length=1), Label("Key performance indicators")]
    """Its indicators, each with an id."""
    plan: Plan | None = None
    """How it will be reached."""
    performance_agreement: (
        Annotated[Text, InClone.LEFT_BEHIND, Wish("performance-agreement")] | None
    ) = None
    """Where it stands in the performance agreement (perjanjian kinerja)."""

    @property
    def points_served(self) -> tuple[str, ...]:
        """Every point of the policy that it serves, each once."""
        one = (self.policy_point,) if self.policy_point else ()
        return tuple(dict.fromkeys((*one, *self.policy_points)))
