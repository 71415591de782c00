"""What every file of a QMS is, whatever its kind: three natures, and the parts they are made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, ClassVar, get_args, get_origin

from pydantic import Field, PrivateAttr

from smmkit.location import Location, Step
from smmkit.model import Day, Id, Part, Text
from smmkit.source import Source


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks a text as the id of something else: of one of these kinds, or of any."""

    kinds: tuple[str, ...]

    def __init__(self, *kinds: str) -> None:
        object.__setattr__(self, "kinds", kinds)


@dataclass(frozen=True, slots=True)
class Names:
    """Marks a text that names a clause, a standard, or a file beside the documents."""

    what: str


CLAUSE = Names("clause")
STANDARD = Names("standard")
FILE = Names("file")

Clause = Annotated[Text, CLAUSE]
"""The number of a clause, in quotes: "8.5.1"; "juknis/A4" for one of another standard."""

File = Annotated[Text, FILE]
"""The path of a file, from the document that names it."""

AnyId = Annotated[Text, RefersTo()]
Unit = Annotated[Text, RefersTo("unit")]
Person = Annotated[Text, RefersTo("person")]

Mark = RefersTo | Names


class Thing(Part):
    """Anything with an id: it can be referred to."""

    kind_of_entry: ClassVar[str] = ""

    id: Id
    """A name that is unique in the folder and never used again."""
    title: Text
    """What it is called."""

    @property
    def is_a(self) -> str:
        """The word that a reference asks for: the kind of a file, or the kind of an entry."""
        return self.kind_of_entry


class Entry(Thing):
    """An item with an id inside a document: a risk, a person, a unit, a KPI."""

    prefix: ClassVar[str] = ""
    """What the ids of new ones begin with."""


class Approval(Part):
    """Who approved which text, as what, and when."""

    version: Text
    """The version that was approved."""
    by: Person
    """The person who approved it."""
    role: Text
    """The role in which that person approved it, as in the register of people."""
    on: Day
    """The day of the approval."""
    hash: Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{64}$")]
    """The fingerprint of the approved text; `smm approve` writes it."""
    signed: File | None = None
    """The signed copy (PDF) of this version."""


class Task(Part):
    """Something to be done: what, by which unit, by when."""

    what: Text
    """What is to be done."""
    owner: Unit | None = None
    """The unit that does it."""
    due: Day | None = None
    """The day by which it is to be done."""
    done: Day | None = None
    """The day it was done."""


class Dimension(StrEnum):
    """The five dimensions of quality management in the juknis (I.C)."""

    PLANNING = "planning"
    PROCESSING = "processing"
    CONTROL = "control"
    CORRECTION = "correction"
    QUALITY_IMPROVEMENT = "quality-improvement"


class Information(Thing):
    """Documented information (ISO 9001, 7.5): anything with a file of its own."""

    shape: ClassVar[str] = "yaml"

    kind: str
    """What kind of document this is."""
    owner: Unit | None = None
    """The unit that answers for it."""
    classification: Annotated[Text, RefersTo("class")] | None = None
    """Who may see it: the id of a class of qms.yaml."""
    clauses: tuple[Clause, ...] = ()
    """The clauses that it serves."""
    attached: tuple[File, ...] = ()
    """Files that belong to its text; an approval covers their bytes."""
    dimension: Dimension | None = None
    """The dimension of quality management that it belongs to."""
    retention: Text | None = None
    """How long it is kept."""
    disposal: Text | None = None
    """What happens to it then: destroyed, handed over to the archive."""
    note: Text | None = None
    """Anything else."""

    _source: Source = PrivateAttr()

    @property
    def is_a(self) -> str:
        return self.kind

    @property
    def yardstick(self) -> str:
        """The standard that its clauses are of, where it is held against one."""
        return ""

    @property
    def source(self) -> Source:
        """The text that it was read from."""
        return self._source

    @property
    def path(self) -> str:
        """The path of its file in the folder."""
        return self._source.path

    def at(self, *steps: Step) -> Location:
        """Where the value at this key path stands."""
        return self._source.at(*steps)


class Document(Information):
    """Documented information that is maintained: it has versions, and one of them is in force."""

    version: Text
    """The version of this text, in quotes: "1", "2.1"."""
    effective: Day | None = None
    """The day from which the approved text holds; without it, the day of the approval."""
    review_by: Day | None = None
    """The day by which it must be reviewed."""
    withdrawn: Day | None = None
    """The day from which it no longer holds."""
    supersedes: tuple[AnyId, ...] = ()
    """The documents that it replaces."""
    change_note: Text | None = None
    """What this version changes."""
    reviewer: Person | None = None
    """The person who reads it before it is approved."""
    distribution: tuple[Unit, ...] = ()
    """The units that get it."""
    approvals: tuple[Approval, ...] = ()
    """One for each approved version; written by `smm approve`."""


class Record(Information):
    """Documented information that is retained: what was done or found, on a day."""

    date: Day
    """The day that it tells of."""
    recorded_by: Person | None = None
    """The person who wrote it down."""
    evidence: tuple[File, ...] = ()
    """Files that show it: minutes, pictures, tables."""
    closed: Day | None = None
    """The day from which it is complete; after that it no longer changes."""


class Register(Document):
    """A Document that is a list of entries, each with an id of its own."""


Path = tuple[Step, ...]


def references(document: Part) -> Iterator[tuple[Path, str, Mark]]:
    """Everything that a document names (ids, clauses, files): where, what, and what is wanted."""
    return _marked(document, _plan(type(document)), ())


def entries(document: Part) -> Iterator[tuple[Path, Entry]]:
    """Every entry inside a document, and its key path."""
    for name, many in _entry_fields(type(document)):
        value = getattr(document, name)
        for index, item in enumerate(value if many else [value] if value else []):
            steps: Path = (name, index) if many else (name,)
            yield steps, item


Plan = tuple[tuple[str, bool, Mark | None, Any], ...]
"""For each field that leads to a reference: name, whether it is a list, its mark, the part below."""


def _marked(part: Part, plan: Plan, steps: Path) -> Iterator[tuple[Path, str, Mark]]:
    for name, many, mark, below in plan:
        value = getattr(part, name)
        if not value:
            continue
        for index, item in enumerate(value) if many else ((None, value),):
            here: Path = (*steps, name) if index is None else (*steps, name, index)
            if mark is not None:
                yield here, item, mark
            else:
                yield from _marked(item, _plan(below), here)


@cache
def _plan(model: type[Part]) -> Plan:
    plan = []
    for name, field in model.model_fields.items():
        annotation: Any = field.annotation
        for mark in field.metadata:
            if isinstance(mark, RefersTo | Names):
                annotation = Annotated[annotation, mark]
        plan += [(name, *found) for found in _leads(annotation)]
    return tuple(plan)


def _leads(annotation: Any, many: bool = False) -> Iterator[tuple[bool, Mark | None, Any]]:
    """What a type leads to: a mark, or a part in which marks may stand; lists are looked into once."""
    if get_origin(annotation) is Annotated:
        inner, *metadata = get_args(annotation)
        for mark in metadata:
            if isinstance(mark, RefersTo | Names):
                yield many, mark, None
                return
        yield from _leads(inner, many)
    elif get_origin(annotation) is tuple:
        yield from _leads(get_args(annotation)[0], True)
    elif isinstance(annotation, type) and issubclass(annotation, Part):
        if _plan(annotation):
            yield many, None, annotation
    else:
        for option in get_args(annotation):
            yield from _leads(option, many)


@cache
def _entry_fields(model: type[Part]) -> tuple[tuple[str, bool], ...]:
    return tuple(
        (name, get_origin(field.annotation) is tuple)
        for name, field in model.model_fields.items()
        if _is_entry(field.annotation)
    )


def _is_entry(annotation: Any) -> bool:
    if isinstance(annotation, type):
        return issubclass(annotation, Entry)
    return any(_is_entry(option) for option in get_args(annotation))
