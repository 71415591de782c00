"""A gap assessment: what the organization claims, requirement by requirement."""

from typing import Annotated, Literal

from pydantic import Field

from smmkit.documents.base import Record
from smmkit.documents.types import AnyId, Clause, DoneDay, DueDay, Owner, Sentence, What
from smmkit.layout import DEFAULT_STANDARD
from smmkit.model.marks import STANDARD, Asks, Blank, Label, OtherThan, RefersTo, Trait, Wide
from smmkit.model.part import Part, Text
from smmkit.words import ClosedList

Maturity = Annotated[int, Field(ge=0, le=5, strict=True)]


class Status(ClosedList):
    """What is claimed of a requirement."""

    CONFORM = "conform", "conforms"
    PARTIAL = "partial", "conforms in part"
    NONCONFORM = "nonconform", "does not conform"
    NOT_ASSESSED = "not-assessed"
    NOT_APPLICABLE = "not-applicable"
    NOT_TRIGGERED = "not-triggered"


class GapAction(Part):
    """What is done to close a gap."""

    what: Annotated[What, Asks.MORE]
    """What is to be done."""
    owner: Owner
    """The unit that does it."""
    due: DueDay
    """The day by which it is to be done."""
    done: DoneDay | None = None
    """The day it was done."""


class Verdict(Part):
    """One line: a clause, or one requirement of it, which goes before the clause."""

    requirement: Annotated[Clause, Trait.KEY]
    """The number of a clause, "8.5.1", or of one requirement, "8.5.1-a"."""
    status: Status
    """What is claimed of it."""
    maturity: Annotated[Maturity, Label("Maturity (0 to 5)")] | None = None
    """0 to 5; never mixed into conformity."""
    condition: Annotated[Sentence, Label("Objective condition"), Asks.MORE] | None = None
    """What was found (kondisi objektif)."""
    gap: Annotated[Sentence, Asks.MORE | Asks.LOOK, OtherThan("condition")] | None = None
    """What is missing."""
    reason: Sentence | None = None
    """Why it does not apply, or was not triggered."""
    evidence: Annotated[tuple[AnyId, ...], Wide(3)] = ()
    """The documents that show it."""
    actions: tuple[GapAction, ...] = ()
    """What is done to close the gap."""
    feeds: tuple[Annotated[Text, RefersTo("policy-point", "objective", "process")], ...] = ()
    """The points of the policy, objectives and processes that the gap feeds."""


class GapAssessment(Record):
    """The organization against a standard, on a day (juknis II.A1)."""

    kind: Literal["gap-assessment"]
    standard: Annotated[Text, STANDARD] = DEFAULT_STANDARD
    """The standard that it is held against."""
    verdicts: Annotated[tuple[Verdict, ...], Trait.USED, Blank("verdicts")] = ()
    """Requirement by requirement."""

    @property
    def yardstick(self) -> str:
        return self.standard
