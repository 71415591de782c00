"""qms.yaml: the organization, the scope of its QMS, and what it has decided for all documents."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from smmkit.documents.base import Document, Entry
from smmkit.documents.decided import ApprovalNeed, NewIds, Signatories, Waiver
from smmkit.documents.organization import Organization
from smmkit.documents.types import Clause, Headcount, Person, Purpose, Sentence, What
from smmkit.documents.unit import OrganizationUnit
from smmkit.layout import DEFAULT_STANDARD
from smmkit.model.marks import STANDARD, Among, Asks, InClone, Label, MayBe, RefersTo, Trait, Ways
from smmkit.model.part import Day, Flag, Number, Part, Text, Whole
from smmkit.page import Tone
from smmkit.words import ClosedList, Words


class Benefit(ClosedList):
    """What the QMS is hoped to bring (juknis I.B)."""

    TRUST = "trust"
    TRANSPARENCY = "transparency"
    ALIGNMENT = "alignment"
    PARTICIPATION = "participation"
    IMPROVEMENT = "continual-improvement"


class ExpectedBenefit(Part):
    """One benefit, and what shows whether it comes."""

    benefit: Benefit
    """The benefit."""
    meaning: Annotated[Sentence, Trait.COMMON] | None = None
    """What it means here."""
    kpis: Annotated[
        tuple[Annotated[Text, RefersTo("kpi")], ...], Label("Key performance indicators")
    ] = ()
    """The indicators that show it."""


class Outsourced(Part):
    """A process that somebody outside carries out (ISO 9001, 8.4.1)."""

    what: What
    """The process."""
    provider: Annotated[Text, RefersTo("external-provider")] | None = None
    """Who carries it out."""
    controls: tuple[Annotated[Text, Asks.MORE], ...] = ()
    """How it is kept under control."""


class Exclusion(Part):
    """A requirement that cannot apply, and why (ISO 9001, 4.3)."""

    clause: Clause
    """The requirement."""
    reason: Sentence
    """Why it cannot apply."""
    partial: Annotated[Flag, Label("Only in part")] = False
    """Whether only a part of it cannot apply; it is then judged like the others."""


class Scope(Part):
    """What the QMS covers (ISO 9001, 4.3)."""

    statement: Annotated[Text, Asks.FOUND]
    """What the QMS covers, in one or two sentences; the register of services says which."""
    sites: Annotated[tuple[Text, ...], InClone.LEFT_BEHIND] = ()
    """The places of work."""
    exclusions: tuple[Exclusion, ...] = ()
    """Requirements that cannot apply."""


class Class(Entry):
    """A class of confidentiality: who may see a document."""

    kind_of_entry: ClassVar[str] = "class"
    kind_label: ClassVar[str] = "class of confidentiality"
    prefix: ClassVar[str] = "KL"

    outside: Annotated[Flag, Label("May leave the organization")] = False
    """Whether documents of this class may leave the organization in a submission."""


class Band(Part):
    """One step of a scale: from this number up, this label."""

    ways: ClassVar = (
        Ways("at_least", "above"),
        Ways("up_to", "below", needed=False),
    )

    at_least: Annotated[Number, Trait.USED] | None = None
    """The lowest number of the band."""
    above: Number | None = None
    """The number above which the band begins; that number itself is not in it."""
    up_to: Annotated[Number, Label("Up to")] | None = None
    """The highest number of the band; without it, up to the band before it."""
    below: Number | None = None
    """The number below which the band ends; that number itself is not in it."""
    label: Words
    """How it is called, in both languages."""
    tone: Tone = Tone.PLAIN
    """How it is coloured."""


class Word(Part):
    """A word that is measured instead of a number (`BB`, `WTP`), and what it counts."""

    word: Annotated[Text, MayBe.WORD, Trait.NAME]
    """The word."""
    value: Number
    """What it counts."""


class Scale(Entry):
    """A scale with its source: bands that name a number, or words that stand for one."""

    kind_of_entry: ClassVar[str] = "scale"
    prefix: ClassVar[str] = "SKALA"

    bands: tuple[Band, ...] = ()
    """From the highest down; a value is in the first band whose number it reaches, unrounded."""
    words: tuple[Word, ...] = ()
    """The words that stand for a number."""
    places: Annotated[Whole, Field(ge=0, le=8), Label("Rounded to places")] | None = None
    """To how many places a number is rounded before it is named; without it, it is not."""
    source: Annotated[Text, Asks.MORE] | None = None
    """The regulation or decision that it comes from."""


class RiskMatrix(ClosedList):
    """The matrices that come with smmkit, by which a level of risk follows from likelihood and impact."""

    PRODUCT = "product", "likelihood x impact"
    RANKED = "ranked", "ranked matrix"
    CATEGORIES = "perdep-4-2019", "example matrix of BPKP for local government"


class RiskCriteria(Part):
    """How much risk is accepted, and how it is counted (ISO 9001, 6.1)."""

    matrix: Annotated[Text, Among(RiskMatrix)] = RiskMatrix.PRODUCT
    """How the level follows from likelihood and impact: one of these, or one of your own in standards/."""
    appetite: Annotated[Whole, Label("Risk appetite")]
    """The highest level that is accepted without treatment."""
    highest: Annotated[Whole, Label("Highest score")] = 5
    """The highest likelihood and impact there can be."""
    priority: Annotated[Whole, Label("Highest priority (FMEA)")] = 100
    """The highest likelihood x impact x detection (FMEA, each to 10) that is accepted without treatment."""
    scale: Annotated[Text, RefersTo("scale")] | None = None
    """The scale that names the level by its bands, or counts the words for it."""
    decided_by: Annotated[Text, InClone.LEFT_BEHIND] | None = None
    """Who decided it."""


class Reporting(Part):
    """When the values of KPIs are there (ISO 9001, 9.1.1)."""

    days: Annotated[Whole, Field(ge=0, le=366), Label("Reporting time (working days)")] = 10
    """How many working days after the end of a period its value is due."""
    holidays: Annotated[tuple[Day, ...], InClone.LEFT_BEHIND] = ()
    """Days from Monday to Friday on which nobody works."""


class Settings(Document):
    """The QMS itself: qms.yaml at the top of the folder."""

    is_system: ClassVar[bool] = True

    kind: Literal["qms"]
    smmkit: Annotated[Literal[2], Label("Folder format")]
    """The format of the folder; `smm migrate` brings an older one up to date."""
    as_of: Annotated[Day, Label("Day of judgement"), InClone.LEFT_BEHIND] | None = None
    """The day on which the folder is judged; without it, today."""
    new_ids: NewIds = NewIds.SHARED
    """What `smm new` makes of ids: a number, or also who writes; without it, the latter where git shares
    the folder.
    """
    organization: Annotated[Organization, Trait.NAME]
    """Who runs the QMS."""
    headcount: Annotated[Headcount, InClone.LEFT_BEHIND] | None = None
    """How many people work within the scope."""
    in_use_since: Annotated[Day, InClone.LEFT_BEHIND] | None = None
    """The day from which the QMS is in use."""
    purpose: Purpose | None = None
    """What the QMS is for."""
    benefits: tuple[ExpectedBenefit, ...] = ()
    """What it is hoped to bring."""
    scope: Scope
    """What it covers."""
    standards: Annotated[tuple[Annotated[Text, STANDARD], ...], Field(min_length=1)] = (
        DEFAULT_STANDARD,
    )
    """The standards that it answers to; clauses without a name belong to the first."""
    outsourced: Annotated[tuple[Outsourced, ...], InClone.LEFT_BEHIND] = ()
    """Processes that somebody outside carries out."""
    units: tuple[OrganizationUnit, ...] = ()
    """The parts of the organization."""
    classes: Annotated[tuple[Class, ...], Label("Classes of confidentiality")] = ()
    """Classes of confidentiality."""
    signatories: tuple[Signatories, ...] = ()
    """Documents that several people approve."""
    approval_needs: tuple[ApprovalNeed, ...] = ()
    """What shows an approval: for each document the first that fits; else the entry in the file."""
    scales: tuple[Scale, ...] = ()
    """Scales that name or count values."""
    risk: Annotated[RiskCriteria, Label("Risk criteria")] | None = None
    """How much risk is accepted."""
    reporting: Annotated[Reporting, Label("Reporting of KPIs")] | None = None
    """When the values of KPIs are due."""
    ignore: Annotated[tuple[Text, ...], Label("Ignored files")] = ()
    """Files that are no documents of the QMS: patterns such as `notes/*`."""
    rules: Annotated[dict[str, Any], Label("Settings of rules"), Trait.BY_RULE] | None = None
    """Settings of single rules, by their codes, where they differ from what the rules say."""
    waivers: Annotated[tuple[Waiver, ...], InClone.LEFT_BEHIND] = ()
    """Problems that are borne until a day."""
    responsible: Annotated[Person, Label("Person responsible"), InClone.LEFT_BEHIND] | None = None
    """The person who answers for the QMS as a whole."""
