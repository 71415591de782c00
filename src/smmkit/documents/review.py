"""What top management and the organization as a whole decide: reviews, changes, communication."""

from enum import StrEnum
from typing import ClassVar, Literal

from smmkit.documents.base import AnyId, Document, Entry, File, Person, Record, Register, Task, Unit
from smmkit.documents.context import Side
from smmkit.model import Day, Flag, Number, Part, Text


class ReviewTopic(StrEnum):
    """What a management review must consider (ISO 9001, 9.3.2)."""

    EARLIER_ACTIONS = "earlier-actions"
    CHANGES = "changes"
    CUSTOMER_SATISFACTION = "customer-satisfaction"
    OBJECTIVES = "objectives"
    PROCESSES = "processes"
    NONCONFORMITIES = "nonconformities"
    MEASUREMENT = "measurement"
    AUDITS = "audits"
    PROVIDERS = "providers"
    RESOURCES = "resources"
    RISKS = "risks"
    IMPROVEMENT = "improvement"


class ReviewInput(Part):
    """One thing that was considered."""

    topic: ReviewTopic
    """What it is about."""
    what: Text
    """What was said of it."""
    about: tuple[AnyId, ...] = ()
    """The documents that were before the meeting."""


class DecisionType(StrEnum):
    """What a decision is about (ISO 9001, 9.3.3)."""

    IMPROVEMENT = "improvement"
    CHANGE = "change"
    RESOURCES = "resources"


class ReviewDecision(Part):
    """One decision of the meeting."""

    decision_type: DecisionType
    """What it is about."""
    what: Text
    """What was decided."""
    owner: Unit
    """The unit that carries it out."""
    due: Day
    """The day by which it is carried out."""
    done: Day | None = None
    """The day it was carried out."""


class ManagementReview(Record):
    """A review of the QMS by top management (ISO 9001, 9.3)."""

    kind: Literal["management-review"]
    since: Day | None = None
    """The first day of the time that was looked at."""
    chair: Person
    """The person of top management who chaired it."""
    participants: tuple[Person, ...] = ()
    """Who took part."""
    inputs: tuple[ReviewInput, ...]
    """What was considered."""
    decisions: tuple[ReviewDecision, ...]
    """What was decided."""
    conclusion: Text | None = None
    """Whether the QMS is suitable, adequate and effective."""
    minutes: File | None = None
    """The signed minutes."""


class ChangePlan(Document):
    """A change of the QMS, planned (ISO 9001, 6.3)."""

    kind: Literal["change-plan"]
    purpose: Text
    """What the change is for."""
    consequences: Text
    """What may follow from it."""
    integrity: Text
    """How the QMS stays whole meanwhile."""
    resources: Text
    """What it takes."""
    responsibilities: Text
    """Who answers for what, where that changes."""
    about: tuple[AnyId, ...] = ()
    """What is changed."""
    steps: tuple[Task, ...]
    """The steps."""
    reviewed: Day | None = None
    """The day on which the result was looked at."""
    result: Text | None = None
    """What came out."""


class CommunicationEntry(Entry):
    """Something that is told regularly; the title says what."""

    kind_of_entry: ClassVar[str] = "communication"
    prefix: ClassVar[str] = "INFO"

    side: Side
    """Whether it goes to people inside or outside."""
    audience: Text
    """To whom."""
    when: Text
    """When."""
    channel: Text
    """How."""
    owner: Unit
    """The unit that does it."""
    records: tuple[AnyId, ...] = ()
    """The records that it was done."""


class CommunicationPlan(Register):
    """Who tells what to whom, when and how (ISO 9001, 7.4)."""

    kind: Literal["communication-plan"]
    entries: tuple[CommunicationEntry, ...] = ()
    """What is communicated, each with an id."""


class ResourceType(StrEnum):
    """What a resource is (ISO 9001, 7.1.2 to 7.1.5)."""

    PEOPLE = "people"
    INFRASTRUCTURE = "infrastructure"
    ENVIRONMENT = "environment"
    MEASURING = "measuring"


class Care(Part):
    """Maintenance or calibration of a resource."""

    what: Text
    """What was or is to be done."""
    due: Day | None = None
    """The day by which it is to be done."""
    done: Day | None = None
    """The day it was done."""
    evidence: tuple[File, ...] = ()
    """Files that show it."""


class ResourceEntry(Entry):
    """A resource; the title says what it is."""

    kind_of_entry: ClassVar[str] = "resource"
    prefix: ClassVar[str] = "ALAT"

    resource_type: ResourceType
    """What sort of resource it is."""
    unit: Unit
    """The unit that has it."""
    needed: Number | None = None
    """How much is needed."""
    available: Number | None = None
    """How much there is."""
    condition: Text | None = None
    """The condition it is in."""
    care: tuple[Care, ...] = ()
    """Its maintenance or calibration."""


class Resources(Register):
    """People, infrastructure, environment and measuring resources (ISO 9001, 7.1)."""

    kind: Literal["resources"]
    entries: tuple[ResourceEntry, ...] = ()
    """The resources, each with an id."""


class KnowledgeEntry(Entry):
    """Something that the organization must know."""

    kind_of_entry: ClassVar[str] = "knowledge-item"
    prefix: ClassVar[str] = "ILMU"

    unit: Unit
    """The unit that has it."""
    source: Text | None = None
    """Where it comes from."""
    kept: Text | None = None
    """Where it is written down, or who holds it by office."""
    documents: tuple[AnyId, ...] = ()
    """The documents in which it stands."""
    loss: Text | None = None
    """What would happen if it were lost."""
    action: Text | None = None
    """What is done to keep it or to gain it."""


class Knowledge(Register):
    """What the organization must know (ISO 9001, 7.1.6)."""

    kind: Literal["knowledge"]
    entries: tuple[KnowledgeEntry, ...] = ()
    """What must be known, each with an id."""


class ProviderEvaluation(Part):
    """How good a provider was in some time."""

    on: Day
    """The day of the evaluation."""
    by: Unit | None = None
    """The unit that evaluated."""
    criteria: Text | None = None
    """What was looked at."""
    score: Number | None = None
    """The score."""
    result: Text
    """What came out."""
    stays: Flag
    """Whether it stays a provider."""


class ProviderEntry(Entry):
    """An external provider; the title is its name."""

    kind_of_entry: ClassVar[str] = "external-provider"
    prefix: ClassVar[str] = "PENYEDIA"

    provides: Text
    """What it provides."""
    unit: Unit
    """The unit that works with it."""
    about: tuple[AnyId, ...] = ()
    """The services or processes that it matters to."""
    controls: tuple[Text, ...] = ()
    """How what it provides is kept under control."""
    contract: Text | None = None
    """The contract or agreement."""
    until: Day | None = None
    """The last day of the contract."""
    evaluations: tuple[ProviderEvaluation, ...] = ()
    """How good it was."""


class ExternalProviders(Register):
    """Who provides processes, products and services from outside (ISO 9001, 8.4)."""

    kind: Literal["external-providers"]
    entries: tuple[ProviderEntry, ...] = ()
    """The providers, each with an id."""
