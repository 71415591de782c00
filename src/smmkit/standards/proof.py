"""What in a folder proves a clause: kinds of documents, how they stand, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from smmkit.model.part import Part, Text
from smmkit.words import ClosedList


class Condition(ClosedList):
    """What a document must be to count as proof; analyses/proof/conditions.py looks."""

    APPROVED = "approved"
    CURRENT = "current", "review not overdue"
    IN_PERIOD = "in-period", "within the period"
    CLOSED = "closed"
    MEASURED = "measured", "measured in the period"
    HOLDING = "holding", "holds on the day"


class Coverage(ClosedList):
    """What the values of a field have to reach, all of it."""

    UNITS = "units", "units"
    SERVICES = "services", "services"
    POINTS = "policy-points", "policy points"
    CLAUSES = "clauses", "clauses"
    CHAPTERS = "chapters", "chapters of what the document is about"
    KPIS = "kpis", "KPIs that are due"
    WORDS = "words", "words"


class Need(Part):
    """What must stand in a document that is to prove something: so many values at a path of fields."""

    has: Text
    """The fields that lead there, through lists: `entries.evaluations.on`; of `a|b` both count."""
    where: dict[str, tuple[Text, ...]] = Field(default_factory=dict)
    """Of the first list on the path, the entries whose fields have these values."""
    at_least: int = 1
    """How many there must be; with 0 there may be none, and what is there is looked at."""
    each: tuple[Text, ...] = ()
    """Fields that every one of them has filled in; one of `a|b` is enough."""
    months: int | None = None
    """The latest of these days lies no longer ago."""
    covers: Coverage | None = None
    """What the values of all documents that count reach together."""
    by_head: bool = False
    """Whether one of these people headed the organization on the day of the record or approval."""


class Bearing(Part):
    """What the documents that show a requirement must not say themselves against a claim that it is met."""

    at: Text = ""
    """The parts that are looked at, through lists: `entries.treatments`; without it the whole document."""
    where: dict[str, tuple[Text, ...]] = Field(default_factory=dict)
    """Of the first list on the path, the entries whose fields have these values."""
    has: Text = ""
    """What each of them has."""
    in_time: bool = False
    """Whether each is done by the day that it names."""
    enough: tuple[Text, ...] = ()
    """Two fields of each: there is as much of the first as the second asks for."""
    recent: Text = ""
    """Days below each, of which the last lies no longer ago, or is still to come."""
    months: int = 12
    """For `recent`: how long ago."""


class Proof(Part):
    """What in the folder proves a clause, or an item of documented information."""

    kinds: tuple[Text, ...]
    at_least: int = 1
    """The smallest number of documents that is enough."""
    named: bool = True
    """Whether a document counts only if it names the clause, or a group above it."""
    where: dict[str, tuple[Text, ...]] = Field(default_factory=dict)
    """Fields, and the values that they may have."""
    conditions: tuple[Condition, ...] = ()
    needs: tuple[Need, ...] = ()
    """What must stand in it."""
    whole: bool = False
    """Whether one that lacks what it needs is too little, however many others have it."""
    months: int = 12
    """For `in-period` and `measured`: how far back from the day of judgement; `measured` of what is measured
    more often than once a year, so much less as its own periods are shorter."""
    unless: Text = ""
    """Of what does as well: only where no standard of the QMS has this wish."""
    also: tuple[Proof, ...] = ()
    """What must be shown beside it."""
    instead: tuple[Proof, ...] = ()
    """What does as well in its place."""

    @property
    def every(self) -> Iterator[Proof]:
        """The proof itself, and each that it is joined with."""
        yield self
        for other in (*self.also, *self.instead):
            yield from other.every
