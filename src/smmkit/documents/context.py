"""What the organization stands among: issues, interested parties, strengths and weaknesses."""

from typing import Annotated, ClassVar, Literal

from smmkit.documents.base import Document, Entry, Register
from smmkit.documents.types import (
    AnyId,
    PastDay,
    Sentence,
    What,
)
from smmkit.model.marks import Among, Asks, InClone, Label, MayBe, RefersTo, Trait, Wide
from smmkit.model.part import Flag, Number, Part, Text
from smmkit.words import ClosedList


class Side(ClosedList):
    """Where an issue comes from."""

    INTERNAL = "internal"
    EXTERNAL = "external"


class Topic(ClosedList):
    """What an issue is about."""

    POLITICAL = "political"
    ECONOMIC = "economic"
    SOCIAL = "social"
    MARKET = "market", "market and competition"
    TECHNOLOGICAL = "technological"
    LEGAL = "legal"
    ENVIRONMENTAL = "environmental"
    ORGANIZATIONAL = "organizational"


class Issue(Entry):
    """An issue that bears on what the QMS wants to reach."""

    kind_of_entry: ClassVar[str] = "issue"
    prefix: ClassVar[str] = "IS"

    side: Annotated[Side, Label("Internal or external")]
    """Whether it comes from inside or outside."""
    topic: Annotated[Text, Among(Topic)] | None = None
    """What it is about."""
    effect: Annotated[Sentence, Asks.FOUND, Trait.EXPLAINS] | None = None
    """What it does to the organization."""
    climate: Annotated[Flag, Label("Climate change")] = False
    """Whether it concerns climate change (Amendment 1:2024)."""
    leads_to: Annotated[tuple[AnyId, ...], Wide(2)] = ()
    """The risks, opportunities or objectives that follow from it."""
    reason: Sentence | None = None
    """Why nothing follows from it."""
    reviewed: Annotated[PastDay, Label("Reviewed on"), InClone.LEFT_BEHIND] | None = None
    """The day on which it was last looked at."""


class Issues(Register):
    """Internal and external issues (ISO 9001, 4.1; juknis II.A7)."""

    is_system: ClassVar[bool] = True

    kind: Literal["issues"]
    entries: tuple[Issue, ...] = ()
    """The issues, each with an id."""


class PartyType(ClosedList):
    """Which interested party it is."""

    CUSTOMER = "customer", "customers"
    STAFF = "staff"
    PARENT_GOVERNMENT = "parent-government"
    SUPERVISOR = "supervisor"
    PARTNER = "partner"
    PROVIDER = "provider"
    PUBLIC = "public"


class Expectation(Part):
    """What a party needs or expects."""

    what: Annotated[What, Asks.MORE]
    """The need or expectation."""
    binding: Annotated[Flag, Label("Taken as a requirement")] = False
    """Whether the organization takes it as a requirement."""
    met_by: Annotated[tuple[AnyId, ...], Wide(2)] = ()
    """The documents by which it is met."""
    monitored: Annotated[Text, Asks.MORE] | None = None
    """How it is watched."""


class Priority(ClosedList):
    """How much something matters."""

    HIGH = "high", "high priority"
    MEDIUM = "medium", "medium priority"
    LOW = "low", "low priority"


class InterestedParty(Entry):
    """A group that the QMS concerns."""

    kind_of_entry: ClassVar[str] = "interested-party"
    prefix: ClassVar[str] = "PIHAK"

    party_type: Annotated[Text, Among(PartyType)]
    """Which party it is; where none of the words fits, in one's own."""
    priority: Annotated[Text, Among(Priority)] | None = None
    """How much it matters to the QMS."""
    expectations: Annotated[tuple[Expectation, ...], Wide(2)]
    """What it needs or expects."""
    reviewed: Annotated[PastDay, Label("Reviewed on"), InClone.LEFT_BEHIND] | None = None
    """The day on which it was last looked at."""


class InterestedParties(Register):
    """Interested parties, their needs and expectations (ISO 9001, 4.2; juknis II.A7)."""

    is_system: ClassVar[bool] = True

    kind: Literal["interested-parties"]
    entries: tuple[InterestedParty, ...] = ()
    """The parties, each with an id."""


class Quadrant(ClosedList):
    """The quadrant of an item."""

    STRENGTH = "strength"
    WEAKNESS = "weakness"
    OPPORTUNITY = "opportunity"
    THREAT = "threat"


class SwotItem(Entry):
    """A strength, weakness, opportunity or threat."""

    kind_of_entry: ClassVar[str] = "swot-item"
    kind_label: ClassVar[str] = "SWOT item"
    prefix: ClassVar[str] = "SW"

    quadrant: Quadrant
    """The quadrant that it stands in."""
    issue: Annotated[Text, RefersTo("issue")] | None = None
    """The issue that it comes from."""
    weight: Annotated[Number, Trait.SHARE] | None = None
    """Its weight; the weights of a side make 1 together."""
    rating: Number | None = None
    """Its rating, 1 to 4."""
    effect: Annotated[Sentence, Asks.FOUND, Trait.EXPLAINS] | None = None
    """What it does to the organization."""
    answer: Annotated[Sentence, MayBe.ANSWER] | None = None
    """What is done about it, where no strategy says so."""
    leads_to: Annotated[tuple[AnyId, ...], Wide(2)] = ()
    """The objectives, risks or plans that carry it out."""


class Pairing(ClosedList):
    """What a strategy joins."""

    SO = "so", "strengths and opportunities (SO)"
    WO = "wo", "weaknesses and opportunities (WO)"
    ST = "st", "strengths and threats (ST)"
    WT = "wt", "weaknesses and threats (WT)"


class Strategy(Entry):
    """What follows from several items together."""

    kind_of_entry: ClassVar[str] = "strategy"
    prefix: ClassVar[str] = "ST"

    pairing: Annotated[Pairing, Label("Strategy type")]
    """What it joins: strengths or weaknesses with opportunities or threats."""
    items: tuple[Annotated[Text, RefersTo("swot-item")], ...]
    """The items that it comes from."""
    leads_to: Annotated[tuple[AnyId, ...], Wide(2)] = ()
    """The objectives, risks or plans that carry it out."""


class Swot(Document):
    """The SWOT analysis (ISO 9001, 4.1; juknis II.A7)."""

    kind: Literal["swot"]
    items: tuple[SwotItem, ...]
    """Strengths, weaknesses, opportunities and threats, each with an id."""
    strategies: tuple[Strategy, ...] = ()
    """What follows from them, each with an id."""
