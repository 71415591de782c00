"""What top management and the organization as a whole decide: reviews, changes, communication."""

from typing import Annotated, ClassVar, Literal

from smmkit.documents.base import Document, Entry, Record, Register, Task
from smmkit.documents.context import Side
from smmkit.documents.types import (
    AnyId,
    DoneDay,
    DueDay,
    File,
    FirstDay,
    Owner,
    PastDay,
    Person,
    Purpose,
    What,
)
from smmkit.model.marks import Asks, Label, OtherThan, Trait, Wide
from smmkit.model.part import Part, Text
from smmkit.words import ClosedList


class ReviewTopic(ClosedList):
    """What a management review must consider (ISO 9001, 9.3.2)."""

    EARLIER_ACTIONS = "earlier-actions", "actions from earlier reviews"
    CHANGES = "changes", "changes in issues"
    CUSTOMER_SATISFACTION = "customer-satisfaction", "customer satisfaction and feedback"
    OBJECTIVES = "objectives", "quality objectives"
    PROCESSES = "processes", "process performance and conformity"
    NONCONFORMITIES = "nonconformities"
    MEASUREMENT = "measurement", "monitoring and measurement results"
    AUDITS = "audits", "audit results"
    PROVIDERS = "providers", "performance of external providers"
    RESOURCES = "resources"
    RISKS = "risks", "effectiveness of actions on risks and opportunities"
    IMPROVEMENT = "improvement", "opportunity for improvement"


class ReviewInput(Part):
    """One thing that was considered."""

    topic: ReviewTopic
    """What it is about."""
    what: Annotated[What, Asks.MORE | Asks.LOOK]
    """What was said of it."""
    about: Annotated[tuple[AnyId, ...], Wide(2)] = ()
    """The documents that were before the meeting."""


class DecisionType(ClosedList):
    """What a decision is about (ISO 9001, 9.3.3)."""

    IMPROVEMENT = "improvement", "opportunity for improvement"
    CHANGE = "change"
    RESOURCES = "resources"


class ReviewDecision(Part):
    """One decision of the meeting."""

    decision_type: DecisionType
    """What it is about."""
    what: Annotated[What, Asks.MORE | Asks.LOOK]
    """What was decided."""
    owner: Owner
    """The unit that carries it out."""
    due: DueDay
    """The day by which it is carried out."""
    done: DoneDay | None = None
    """The day it was carried out."""


class ManagementReview(Record):
    """A review of the QMS by top management (ISO 9001, 9.3)."""

    kind: Literal["management-review"]
    since: FirstDay | None = None
    """The first day of the time that was looked at."""
    chair: Person
    """The person of top management who chaired it."""
    participants: tuple[Person, ...] = ()
    """Who took part."""
    inputs: tuple[ReviewInput, ...]
    """What was considered."""
    decisions: tuple[ReviewDecision, ...]
    """What was decided."""
    conclusion: Annotated[Text, Asks.STATE | Asks.LOOK] | None = None
    """Whether the QMS is suitable, adequate and effective."""
    minutes: Annotated[File, Trait.SIGNED] | None = None
    """The signed minutes."""


class ChangePlan(Document):
    """A change of the QMS, planned (ISO 9001, 6.3)."""

    kind: Literal["change-plan"]
    purpose: Purpose
    """What the change is for."""
    consequences: Annotated[Text, Asks.SEEN, Trait.EXPLAINS, OtherThan("purpose")]
    """What may follow from it."""
    integrity: Annotated[Text, Asks.SEEN]
    """How the QMS stays whole meanwhile."""
    resources: Annotated[Text, Asks.FOUND]
    """What it takes."""
    responsibilities: Annotated[Text, Asks.SEEN]
    """Who answers for what, where that changes."""
    about: tuple[AnyId, ...] = ()
    """What is changed."""
    steps: tuple[Task, ...]
    """The steps."""
    reviewed: Annotated[PastDay, Label("Reviewed on")] | None = None
    """The day on which the result was looked at."""
    result: Annotated[Text, Asks.FOUND] | None = None
    """What came out."""


class CommunicationEntry(Entry):
    """Something that is told regularly; the title says what."""

    kind_of_entry: ClassVar[str] = "communication"
    prefix: ClassVar[str] = "INFO"

    side: Annotated[Side, Label("Internal or external")]
    """Whether it goes to people inside or outside."""
    audience: Text
    """To whom."""
    when: Annotated[Text, Asks.MORE | Asks.WHEN]
    """When."""
    channel: Annotated[Text, Asks.MORE]
    """How."""
    owner: Owner
    """The unit that does it."""
    records: tuple[AnyId, ...] = ()
    """The records that it was done."""


class CommunicationPlan(Register):
    """Who tells what to whom, when and how (ISO 9001, 7.4)."""

    is_system: ClassVar[bool] = True

    kind: Literal["communication-plan"]
    entries: tuple[CommunicationEntry, ...] = ()
    """What is communicated, each with an id."""
