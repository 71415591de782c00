"""What the work takes: people and things, knowledge, providers from outside."""

from typing import Annotated, ClassVar, Literal

from smmkit.documents.base import Entry, Register
from smmkit.documents.types import (
    AnyId,
    DoneDay,
    DueDay,
    File,
    LastDay,
    PastDay,
    Phrase,
    Sentence,
    Unit,
    What,
)
from smmkit.model.marks import Asks, Label, MayBe, Trait, Wide
from smmkit.model.part import Flag, Number, Part, Text
from smmkit.words import ClosedList


class ResourceType(ClosedList):
    """What a resource is (ISO 9001, 7.1.2 to 7.1.5)."""

    PEOPLE = "people"
    INFRASTRUCTURE = "infrastructure"
    ENVIRONMENT = "environment", "environment for the operation of processes"
    MEASURING = "measuring", "monitoring and measuring resource"


class Care(Part):
    """Maintenance or calibration of a resource."""

    what: Annotated[What, Asks.MORE]
    """What was or is to be done."""
    due: DueDay | None = None
    """The day by which it is to be done."""
    done: DoneDay | None = None
    """The day it was done."""
    evidence: Annotated[tuple[File, ...], Wide(3)] = ()
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
    condition: Annotated[Sentence, Asks.MORE, MayBe.NAME | MayBe.WELL] | None = None
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
    kind_label: ClassVar[str] = "item of knowledge"
    prefix: ClassVar[str] = "ILMU"

    unit: Unit
    """The unit that has it."""
    source: Annotated[Text, Asks.MORE] | None = None
    """Where it comes from."""
    kept: Annotated[Phrase, Asks.MORE | Asks.LOOK] | None = None
    """Where it is written down, or who holds it by office."""
    documents: Annotated[tuple[AnyId, ...], Wide(2)] = ()
    """The documents in which it stands."""
    loss: Annotated[Phrase, Label("If it were lost"), Asks.FOUND, Trait.EXPLAINS] | None = None
    """What would happen if it were lost."""
    action: Annotated[Phrase, Asks.MORE] | None = None
    """What is done to keep it or to gain it."""


class Knowledge(Register):
    """What the organization must know (ISO 9001, 7.1.6)."""

    kind: Literal["knowledge"]
    entries: tuple[KnowledgeEntry, ...] = ()
    """What must be known, each with an id."""


class ProviderEvaluation(Part):
    """How good a provider was in some time."""

    on: PastDay
    """The day of the evaluation."""
    by: Unit | None = None
    """The unit that evaluated."""
    criteria: Annotated[Sentence, Asks.FOUND] | None = None
    """What was looked at."""
    score: Number | None = None
    """The score."""
    result: Annotated[Phrase, Asks.FOUND]
    """What came out."""
    stays: Annotated[Flag, Label("Stays a provider")]
    """Whether it stays a provider."""
    conditions: tuple[Text, ...] = ()
    """On what conditions it stays."""


class Delivered(ClosedList):
    """What comes from outside (ISO 9001, 8.4.1 a to c)."""

    INTO_OURS = "into-ours", "goods or services that go into our own"
    TO_CUSTOMER = "to-customer", "goods or services handed to the customer for us"
    PROCESS = "process", "a process, or a part of one"


class ProviderEntry(Entry):
    """An external provider; the title is its name."""

    kind_of_entry: ClassVar[str] = "external-provider"
    prefix: ClassVar[str] = "PENYEDIA"

    provides: Annotated[Text, Trait.EXPLAINS]
    """What it provides."""
    delivers: Annotated[Delivered | None, Label("Where it goes")] = None
    """Where it goes; unsaid, a provider of work that matters to a process is taken to do a part of it."""
    provider_class: Annotated[Phrase, Label("Class of provider"), MayBe.WORD] | None = None
    """How much depends on it, in one's own classes: A, critical."""
    unit: Unit
    """The unit that works with it."""
    about: Annotated[tuple[AnyId, ...], Wide(2)] = ()
    """The services or processes that it matters to."""
    controls: tuple[Annotated[Text, Asks.MORE], ...] = ()
    """How what it provides is kept under control."""
    contract: Annotated[Text, Asks.MORE] | None = None
    """The contract or agreement."""
    until: Annotated[LastDay, Trait.RENEWED] | None = None
    """The last day of the contract."""
    evaluations: tuple[ProviderEvaluation, ...] = ()
    """How good it was."""
    next_review: Annotated[DueDay, Label("Next evaluation")] | None = None
    """The day by which it is to be evaluated again."""


class ExternalProviders(Register):
    """Who provides processes, products and services from outside (ISO 9001, 8.4)."""

    kind: Literal["external-providers"]
    entries: tuple[ProviderEntry, ...] = ()
    """The providers, each with an id."""
