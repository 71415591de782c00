"""Where the organization wants to go: direction, strategic plan, agreements and reports on them."""

from typing import Annotated, ClassVar, Literal

from smmkit.documents.base import Document, Entry, Record
from smmkit.documents.types import (
    Ahead,
    File,
    FirstDay,
    LastDay,
    Name,
    PastDay,
    Period,
    Person,
    Phrase,
    Sentence,
    Unit,
    Year,
)
from smmkit.model.marks import Asks, Label, MayBe, RefersTo, Trait
from smmkit.model.part import Flag, Number, Part, Text, Whole

Objective = Annotated[Text, RefersTo("objective")]
Kpi = Annotated[Text, RefersTo("kpi")]


class Mission(Entry):
    """One mission of the parent government; the title is its words."""

    kind_of_entry: ClassVar[str] = "mission"
    prefix: ClassVar[str] = "MISI"

    number: Annotated[Whole, Trait.KEEPING]
    """Its number in the parent's plan."""


class DirectionEvaluation(Part):
    """Whether the direction still fits, judged on a day (juknis II.A2)."""

    on: PastDay
    """The day of the evaluation."""
    by: Person | None = None
    """The person who evaluated."""
    result: Annotated[Phrase, Asks.FOUND]
    """What came out."""
    fits: Flag
    """Whether the direction still fits."""
    next: Annotated[Ahead, Label("Next on")] | None = None
    """The day of the next evaluation."""


class Direction(Document):
    """Vision and missions, and the part of the organization in them (ISO 9001, 4.1; juknis II.A2)."""

    kind: Literal["direction"]
    parent: Annotated[Name, Label("Parent organization")]
    """The government or head whose vision it is: an office, not a person."""
    since: FirstDay
    """The first day of the term."""
    until: LastDay
    """The last day of the term."""
    parent_vision: Name
    """The vision of the parent."""
    missions: Annotated[tuple[Mission, ...], Trait.NAME]
    """The missions of the parent, each with an id."""
    own_missions: tuple[Annotated[Text, RefersTo("mission")], ...]
    """The missions that the organization carries out."""
    vision: Name
    """The vision of the organization; the same as the parent's where it is inherited."""
    inherits: Annotated[Flag, Label("Inherited from the parent")] = True
    """Whether the vision is that of the parent."""
    contribution: Annotated[Text, Asks.FOUND] | None = None
    """What the organization does for these missions."""
    legal_basis: tuple[Annotated[Text, RefersTo("regulation")], ...] = ()
    """The regulations that it follows from."""
    evaluations: tuple[DirectionEvaluation, ...] = ()
    """Whether it still fits."""


class GoalTarget(Part):
    """What is to be reached in a year."""

    year: Year
    """The year."""
    target: Annotated[Text, MayBe.LABEL]
    """The target, with its unit of measure."""


class Goal(Entry):
    """A goal of the strategic plan."""

    kind_of_entry: ClassVar[str] = "goal"
    prefix: ClassVar[str] = "TJ"

    mission: Annotated[Text, RefersTo("mission")] | None = None
    """The mission that it serves."""
    indicator: Annotated[Text, Trait.EXPLAINS]
    """What it is measured by."""
    targets: tuple[GoalTarget, ...] = ()
    """What is to be reached, year by year."""
    objectives: tuple[Objective, ...] = ()
    """The quality objectives that serve it."""
    programme: Text | None = None
    """The programme that carries it."""


class StrategicPlan(Document):
    """The strategic plan of some years (Renstra; ISO 9001, 5.1 and 6.2; juknis II.A7)."""

    kind: Literal["strategic-plan"]
    since: Year
    """The first year."""
    until: Year
    """The last year."""
    goals: tuple[Goal, ...]
    """Its goals, each with an id."""
    file: File | None = None
    """The signed plan."""


class Promise(Part):
    """One line of a performance agreement."""

    objective: Objective
    """The quality objective."""
    kpi: Annotated[Kpi, Label("Key performance indicator")]
    """The indicator."""
    target: Annotated[Text, MayBe.LABEL]
    """The target, with its unit of measure."""


class PerformanceAgreement(Document):
    """What a head of a unit promises to the office above (perjanjian kinerja; juknis II.A4)."""

    kind: Literal["performance-agreement"]
    year: Year
    """The year that it is for."""
    unit: Unit
    """The unit that promises."""
    first_party: Name
    """The office that promises."""
    second_party: Name
    """The office to which it promises."""
    follows_from: Annotated[Text, RefersTo("performance-agreement")] | None = None
    """The agreement of the office above."""
    promises: tuple[Promise, ...]
    """What is promised."""
    file: File | None = None
    """The signed agreement."""


class Achievement(Part):
    """One indicator in the report."""

    kpi: Annotated[Kpi, Label("Key performance indicator")]
    """The indicator."""
    period: Period
    """The time it is about."""
    target: Number | None = None
    """The target as the report prints it; of a range the lower end."""
    target_up_to: Annotated[Number, Label("Target up to")] | None = None
    """The upper end of a range."""
    target_word: Annotated[Text, Label("Target as a word"), MayBe.WORD] | None = None
    """The target, where it is a word (`BB`, `WTP`)."""
    actual: Number | None = None
    """The value as the report prints it."""
    actual_word: Annotated[Text, Label("Actual value as a word"), MayBe.WORD] | None = None
    """The value, where it is a word."""
    achievement: Number | None = None
    """The achievement as the report prints it, in percent."""
    budget: Annotated[Number, Label("Budget")] | None = None
    """The money that was planned for it, in rupiah."""
    spent: Annotated[Number, Label("Money spent")] | None = None
    """The money that was spent on it, in rupiah."""
    analysis: Annotated[Sentence, Asks.SEEN] | None = None
    """Why it came out so, and what follows."""


class PerformanceReport(Record):
    """The report on the performance of a year (Laporan Kinerja; ISO 9001, 9.1.3; juknis II.A7)."""

    kind: Literal["performance-report"]
    year: Year
    """The year that it is about."""
    achievements: tuple[Achievement, ...]
    """The indicators."""
    conclusion: Annotated[Text, Asks.STATE | Asks.LOOK] | None = None
    """What the year says as a whole."""
    file: File | None = None
    """The signed report."""
