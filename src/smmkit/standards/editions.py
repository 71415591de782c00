"""Editions as data: when each is the one to cite, what a new one changes, and how that is known."""

from __future__ import annotations

from smmkit.model.part import Day, Part, Text
from smmkit.words import ClosedList, Words


class Certainty(ClosedList):
    """How well something is known that we have not read in the work itself."""

    FIRM = "firm"
    SECOND_HAND = "second-hand"


class Known(Part):
    """How something in a pack is known."""

    certainty: Certainty
    sources: tuple[Text, ...]
    """Names among the `sources` of the pack."""


class Change(ClosedList):
    """What an edition does to what the one before asked for."""

    NEW = "new"
    CHANGED = "changed"


class Edition(Part):
    """An edition of a work that papers cite, and the days from and until which it is the one to cite."""

    name: Text
    """How it is called: `ISO 9001:2015`."""
    standard: Text | None = None
    """The id of the standard that it is, where a pack holds it."""
    cited_as: tuple[Text, ...]
    """How papers write it; whatever else stands before it (`SNI ISO 9001:2015`) is still it."""
    since: Day | None = None
    """The first day: the day of its publication. Without it, nothing is said of earlier papers."""
    until: Day | None = None
    """The last day. Without it, it is still the one to cite."""
    replaced_by: Text | None = None
    """The name of the edition that is cited then."""
    known: Known | None = None


class Amendment(Part):
    """What was added to a standard between two editions, and from which day on it asks for it."""

    name: Text
    """How it is called, and what its requirements name: `ISO 9001:2015/Amd 1:2024`."""
    since: Day
    """The day of its publication."""
    title_before: Words
    """How the standard was called until then."""


class Transition(Part):
    """How certificates change from one edition to the next."""

    replaces: Text
    """The id of the standard before it."""
    published: Day
    """The day of publication."""
    first_only: Day
    """The day from which a first certificate is given to the new edition only."""
    ends: Day
    """The last day on which a certificate to the old edition may hold."""
    known: Known
