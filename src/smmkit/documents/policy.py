"""The quality policy: one sentence, its points, and prose."""

from typing import Annotated, ClassVar, Literal

from smmkit.documents.base import Document, Entry
from smmkit.documents.types import File, PastDay, Person, Phrase, Unit
from smmkit.model.marks import Asks, InClone, Label, RefersTo, Trait, Wide, Wish
from smmkit.model.part import Flag, Part, Text
from smmkit.words import ClosedList


class Theme(ClosedList):
    """What the juknis (II.A3) asks a policy to speak of."""

    QUALITY = "quality"
    SECURITY = "security"
    SERVICE = "service"
    SATISFACTION = "satisfaction"


class PolicyPoint(Entry):
    """One point of the policy; objectives follow from it."""

    kind_of_entry: ClassVar[str] = "policy-point"
    prefix: ClassVar[str] = "BM"

    themes: Annotated[tuple[Theme, ...], Wish("policy-themes")] = ()
    """What it speaks of."""


class Communicated(Part):
    """One time when the policy was made known (ISO 9001, 5.2.2)."""

    on: PastDay
    """The day."""
    channel: Annotated[Text, Asks.MORE]
    """How: meeting, poster, web."""
    units: Annotated[tuple[Unit, ...], Wide(2), Trait.USED] = ()
    """The units that were reached."""
    audience: Text | None = None
    """Who else was reached."""
    evidence: Annotated[tuple[File, ...], Wide(3)] = ()
    """Files that show it."""


class Readability(Part):
    """What a person judged: does everybody understand the sentence? (juknis II.A3)."""

    on: PastDay
    """The day of the judgement."""
    by: Person
    """The person who judged."""
    understood: Flag
    """Whether it is understood."""
    how: Annotated[Phrase, Asks.FOUND]
    """How it was found out: whom was asked what."""


class QualityPolicy(Document):
    """What top management commits itself to (ISO 9001, 5.2; juknis II.A3)."""

    shape: ClassVar[str] = "md"
    is_system: ClassVar[bool] = True

    kind: Literal["quality-policy"]
    sentence: Annotated[Text, Label("Policy")]
    """The policy in one sentence."""
    points: Annotated[tuple[PolicyPoint, ...], Trait.USED] = ()
    """Its points, each with an id."""
    missions: Annotated[tuple[Annotated[Text, RefersTo("mission")], ...], Wish("direction")] = ()
    """The missions that it serves."""
    communicated: Annotated[tuple[Communicated, ...], InClone.LEFT_BEHIND] = ()
    """When and how it was made known."""
    readability: Annotated[tuple[Readability, ...], InClone.LEFT_BEHIND] = ()
    """What people judged of its words."""
