"""The words of the organization, and what they mean."""

from typing import Annotated, ClassVar, Literal

from smmkit.documents.base import Entry, Register
from smmkit.documents.types import (
    Clause,
    Name,
    Sentence,
)
from smmkit.model.marks import Asks, Trait
from smmkit.model.part import Text


class Term(Entry):
    """A word with one meaning; the title is the word."""

    kind_of_entry: ClassVar[str] = "term"
    prefix: ClassVar[str] = "IST"

    english: Name | None = None
    """The English word."""
    meaning: Annotated[Sentence, Trait.COMMON, Trait.EXPLAINS]
    """What it means here, in our words."""
    source: Annotated[Text, Asks.MORE] | None = None
    """Where the meaning comes from."""
    clause: Clause | None = None
    """The clause where it is used."""


class Glossary(Register):
    """What the words of the QMS mean (juknis I.D)."""

    is_system: ClassVar[bool] = True

    kind: Literal["glossary"]
    entries: tuple[Term, ...] = ()
    """The words, each with an id."""
