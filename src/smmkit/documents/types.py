"""The types of fields that many kinds share."""

from typing import Annotated

from pydantic import Field

from smmkit.model.marks import CLAUSE, FILE, Asks, Label, MayBe, RefersTo, Trait, Wide, Wish
from smmkit.model.part import Day, Text, Whole
from smmkit.model.patterns import PERIOD
from smmkit.words import ClosedList

Clause = Annotated[Text, CLAUSE]
"""The number of a clause, in quotes: "8.5.1"; "juknis/A4" for one of another standard."""

File = Annotated[Text, FILE]
"""The path of a file, from the document that names it."""

AnyId = Annotated[Text, RefersTo()]
Unit = Annotated[Text, RefersTo("unit")]
Person = Annotated[Text, RefersTo("person")]

Owner = Annotated[Text, RefersTo("unit", "role")]
"""Who answers for something: a unit, or a role of the register of roles."""

Headcount = Annotated[Whole, Field(ge=1)]
"""How many people work somewhere."""

Sentence = Annotated[Text, Wide(3)]
"""Text in whole sentences."""

Phrase = Annotated[Text, Wide(2)]
"""Text in a few words."""

Name = Annotated[Text, Trait.NAME]
"""A name, or words that are not those of the daily work."""

CommonName = Annotated[Name, Trait.COMMON]
"""The name of somebody who may have to do with several things."""

RegisterNumber = Annotated[Text, MayBe.CODE, Trait.NAME, Trait.KEEPING]
"""The number under which something stands on paper or in a register."""

RoleHeld = Annotated[Phrase, MayBe.WELL, Trait.COMMON]
"""A role, in the words of the register of people."""

Extent = Annotated[Text, Asks.LOOK, Trait.COMMON]
"""What an audit, an application or a certificate covers."""

Decree = Annotated[Text, Wish("decree"), Asks.FOUND, Trait.COMMON]
"""The decree by which something holds."""

Body = Annotated[Text, RefersTo("certification-body"), Trait.COMMON]
"""The certification body."""

Finding = Annotated[Text, RefersTo("finding")]
"""A finding of an audit."""

Remark = Annotated[Phrase, MayBe.REMARK, Trait.KEEPING]
"""Anything else."""

Purpose = Annotated[Text, Asks.SEEN, Trait.EXPLAINS]
"""What something is for."""

ChangeNote = Annotated[Text, Label("Change"), Asks.LOOK, MayBe.NONE | MayBe.NAME, Trait.KEEPING]
"""What a version changes."""

What = Annotated[Sentence, Label("Description"), Trait.SUBJECT]
"""What a part is about."""

Ahead = Annotated[Day, Trait.AHEAD]
"""A day that lies ahead when a document is begun."""

FirstDay = Annotated[Day, Trait.UNBROKEN]
LastDay = Annotated[Ahead, Trait.UNBROKEN]
DueDay = Annotated[Ahead, Trait.UNBROKEN]
PastDay = Annotated[Day, Trait.PAST]

DoneDay = Annotated[PastDay, Trait.UNBROKEN, Label("Done on")]

Period = Annotated[str, Field(pattern=PERIOD.regex)]
"""A year, a half-year, a quarter or a month: "2019", "2019-S2", "2019-Q3", "2019-07"."""

Year = Annotated[int, Field(ge=1900, le=2200, strict=True), Trait.YEAR]
"""A year of the calendar."""


class Spoken(ClosedList):
    """The code of a language."""

    ID = "id", "Indonesian"
    EN = "en", "English"
