"""What can be annotated at a field: what its value refers to, and what else is to be known of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks a text as the id of something else: of one of these kinds, or of any."""

    kinds: tuple[str, ...]
    upward: bool
    """Whether it leads to what stands before or above; then no way round may lead back."""

    def __init__(self, *kinds: str, upward: bool = False) -> None:
        object.__setattr__(self, "kinds", kinds)
        object.__setattr__(self, "upward", upward)


@dataclass(frozen=True, slots=True)
class Names:
    """Marks a text that names a clause, a standard, or a file beside the documents."""

    what: str


CLAUSE = Names("clause")
STANDARD = Names("standard")
FILE = Names("file")

Reference = RefersTo | Names


@dataclass(frozen=True, slots=True)
class Label:
    """How a field is called in front of a reader, where its name does not say it."""

    text: str


@dataclass(frozen=True, slots=True)
class Wide:
    """How broad the column of a field is beside others; 1 is the usual."""

    width: int


@dataclass(frozen=True, slots=True)
class Blank:
    """The name of the blank that a form has for a field, where `smm new` and `smm init` know it."""

    name: str


class Trait(Enum):
    """What else may be true of a field."""

    KEY = auto()
    """The parts of a list are called by it."""
    SUBJECT = auto()
    """It says what its part is about: first, and without a label."""
    UNBROKEN = auto()
    """Its values never break where a column is narrow."""
    YEAR = auto()
    """A number that is a name, and counts nothing."""
    AHEAD = auto()
    """A day that lies ahead when a document is begun."""
    USED = auto()
    """A form uses it although it may be left out."""
    BY_RULE = auto()
    """Settings of rules, by their codes: a rule says itself which it has."""


class Beside(Enum):
    """What stands in the file that is laid beside a new document."""

    PERIODS = auto()
    """A row for each period of the year, without values."""
    QUESTIONS = auto()
    """A column for each question, without answers."""


class InClone(Enum):
    """What becomes of a field in a QMS that begins with the documents of another."""

    LEFT_BEHIND = auto()
    """It is the business of one agency, or tells of the life of its text there."""
    CONFIRMED = auto()
    """It stays, with a mark before it: somebody has to confirm it."""
    FILLED_IN = auto()
    """A mark stands in its place."""
    ANEW = auto()
    """What is to be reached, or was measured, begins anew."""
    WITH_FORMS = auto()
    """Of its files those come along that are to be filled in; all others stay behind."""
