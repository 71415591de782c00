"""What can be annotated at a field: what its value refers to, and what else is to be known of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, Flag, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic_core import CoreSchema

    from smmkit.words import ClosedList


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


@dataclass(frozen=True, slots=True)
class Brings:
    """What a new document takes over from what a field names: its fields, each with the one there."""

    fields: tuple[tuple[str, str], ...]

    def __init__(self, *same: str, **others: str) -> None:
        object.__setattr__(self, "fields", (*((name, name) for name in same), *others.items()))


@dataclass(frozen=True, slots=True)
class Among:
    """Marks a text that is a word of a closed list, or one's own words where none of them fits."""

    words: type[ClosedList]

    def __get_pydantic_core_schema__(
        self, _source: object, handler: Callable[[object], CoreSchema]
    ) -> CoreSchema:
        return {
            "type": "function-after",
            "function": {"type": "no-info", "function": self.taken},
            "schema": handler(_source),
        }

    def taken(self, text: str) -> str:
        """The word of the list that a text is, or else the text."""
        return self.words(text) if text in self.words._value2member_map_ else text


@dataclass(frozen=True, slots=True)
class Spare:
    """Names the words of a closed list that need not occur where all of the list have to."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways in which a part can say something: each is some fields.

    A part names them under `ways`; rules see to it.
    """

    ways: tuple[tuple[str, ...], ...]
    needed: bool
    """Whether one of them has to be filled in."""
    only: bool
    """Whether a second way beside the first contradicts it."""

    def __init__(
        self, *ways: str | tuple[str, ...], needed: bool = True, only: bool = True
    ) -> None:
        tuples = tuple((way,) if isinstance(way, str) else way for way in ways)
        object.__setattr__(self, "ways", tuples)
        object.__setattr__(self, "needed", needed)
        object.__setattr__(self, "only", only)


@dataclass(frozen=True, slots=True)
class Wish:
    """Marks a field that only some standards ask for; forms leave it out where none of them does."""

    name: str


@dataclass(frozen=True, slots=True)
class OtherThan:
    """Marks a text that says other than the text of another field of its part."""

    name: str


class Asks(Flag):
    """What a text has to say in a field, so that a form of words does not fill it."""

    MORE = auto()
    """A sentence that fits everywhere is no answer."""
    STATE = auto()
    """"None" is no answer, though the field may be left out."""
    LOOK = auto()
    """One word is too little, whichever it is."""
    WHEN = auto()
    """"In time" is no answer."""
    FOUND = MORE | STATE
    SEEN = MORE | STATE | LOOK


class MayBe(Flag):
    """Short texts that say all that there is to say in a field."""

    LETTER = auto()
    """One letter."""
    DASH = auto()
    """No letter at all."""
    NONE = auto()
    """"None"."""
    NAME = auto()
    """"Complete", which is what something is called."""
    WELL = auto()
    """"Good", which is one of several that it may be."""
    SORT = auto()
    """A word by which like cases are counted, such as "staff"."""
    CODE = LETTER | NAME
    LABEL = LETTER | NAME | WELL
    WORD = LETTER | DASH | NAME | WELL
    ANSWER = LETTER | DASH | NONE | WELL
    REMARK = NONE | NAME | WELL


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
    RENEWED = auto()
    """The last day for which something holds, by which it has to be renewed."""
    PAST = auto()
    """A day on which something has happened."""
    USED = auto()
    """A form uses it although it may be left out."""
    QUIET = auto()
    """A flag that is shown only where it is true."""
    SHARE = auto()
    """A number of which several make 1 together: 20% is 0.2."""
    NAME = auto()
    """What stands in it is a name, or in words that are not those of the daily work."""
    KEEPING = auto()
    """It says how something is kept or told apart, and nothing of what it is about."""
    COMMON = auto()
    """What it says may be said of another as well: who, where, how far, what goes on to the next step."""
    EXPLAINS = auto()
    """It says more than the title of its part."""
    SIGNED = auto()
    """The scan of the paper itself, with the signatures on it."""
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
