"""qms.yaml: the organization, the scope of its QMS, and what it has decided for all documents."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from smmkit.documents.base import STANDARD, Clause, Document, Entry, Person, Unit
from smmkit.page import Tone
from smmkit.part import Day, Flag, Number, Part, Text, Whole
from smmkit.words import Words

Spoken = Annotated[Literal["id", "en"], Field()]
"""The code of a language."""


class Organization(Part):
    """Who runs the QMS (ISO 9001, 4.1)."""

    name: Text
    short_name: Text
    parent: Text | None = None
    """The government or group that it belongs to."""
    address: Text | None = None
    head: Text
    """The title of its head, top management in the words of the standard."""
    language: Spoken = "id"
    """The language of its documents."""
    time_zone: Text = "Asia/Makassar"
    """Where its day begins, as in the IANA list of time zones."""


class OrganizationUnit(Entry):
    """A part of the organization: bidang, sekretariat, UPT."""

    kind_of_entry: ClassVar[str] = "unit"

    part_of: Unit | None = None


class Exclusion(Part):
    """A requirement that cannot apply, and why (ISO 9001, 4.3)."""

    clause: Clause
    reason: Text


class Scope(Part):
    """What the QMS covers (ISO 9001, 4.3)."""

    statement: Text
    services: tuple[Text, ...] = ()
    sites: tuple[Text, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()


class Class(Entry):
    """A class of confidentiality: who may see a document."""

    kind_of_entry: ClassVar[str] = "class"

    outside: Flag = False
    """Whether documents of this class may leave the organization in a submission."""


class Band(Part):
    """One step of a scale: from this number up, this label."""

    at_least: Number
    label: Words
    tone: Tone = Tone.PLAIN


class Word(Part):
    """A word that is measured instead of a number (`BB`, `WTP`), and what it counts."""

    word: Text
    value: Number


class Scale(Entry):
    """A scale with its source: bands that name a number, or words that stand for one."""

    kind_of_entry: ClassVar[str] = "scale"

    bands: tuple[Band, ...] = ()
    """From the highest down; a value is in the first band whose number it reaches, unrounded."""
    words: tuple[Word, ...] = ()
    source: Text | None = None
    """The regulation or decision that it comes from."""


class RiskMatrix(StrEnum):
    """How a level of risk follows from likelihood and impact, 1 to 5 each."""

    PRODUCT = "product"
    RANKED = "ranked"


class RiskCriteria(Part):
    """How much risk is accepted, and how it is counted (ISO 9001, 6.1)."""

    matrix: RiskMatrix = RiskMatrix.PRODUCT
    appetite: Whole
    """The highest level that is accepted without treatment."""
    decided_by: Text | None = None


class Settings(Document):
    """The QMS itself: qms.yaml at the top of the folder."""

    kind: Literal["qms"]
    smmkit: Literal[1]
    """The format of the folder."""
    as_of: Day | None = None
    """The day on which the folder is judged; without it, today."""
    organization: Organization
    scope: Scope
    standards: Annotated[tuple[Annotated[Text, STANDARD], ...], Field(min_length=1)] = (
        "iso9001-2015",
    )
    """The standards that it answers to; clauses without a name belong to the first."""
    units: tuple[OrganizationUnit, ...] = ()
    classes: tuple[Class, ...] = ()
    scales: tuple[Scale, ...] = ()
    risk: RiskCriteria | None = None
    ignore: tuple[Text, ...] = ()
    """Files that are no documents of the QMS: patterns such as `notes/*`."""
    responsible: Person | None = None
    """The person who answers for the QMS as a whole."""
