"""A gap assessment: what the organization claims, requirement by requirement."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from smmkit.documents.base import AnyId, Clause, Record, Unit
from smmkit.layout import DEFAULT_STANDARD
from smmkit.marks import STANDARD, RefersTo
from smmkit.model import Day, Part, Text


class Status(StrEnum):
    """What is claimed of a requirement."""

    CONFORM = "conform"
    PARTIAL = "partial"
    NONCONFORM = "nonconform"
    NOT_ASSESSED = "not-assessed"
    NOT_APPLICABLE = "not-applicable"
    NOT_TRIGGERED = "not-triggered"


class GapAction(Part):
    """What is done to close a gap."""

    what: Text
    """What is to be done."""
    owner: Unit
    """The unit that does it."""
    due: Day
    """The day by which it is to be done."""
    done: Day | None = None
    """The day it was done."""


class Verdict(Part):
    """One line: a clause, or one requirement of it, which goes before the clause."""

    requirement: Clause
    """The number of a clause, "8.5.1", or of one requirement, "8.5.1-a"."""
    status: Status
    """What is claimed of it."""
    maturity: Annotated[int, Field(ge=0, le=5, strict=True)] | None = None
    """0 to 5; never mixed into conformity."""
    condition: Text | None = None
    """What was found (kondisi objektif)."""
    gap: Text | None = None
    """What is missing."""
    reason: Text | None = None
    """Why it does not apply, or was not triggered."""
    evidence: tuple[AnyId, ...] = ()
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
    verdicts: tuple[Verdict, ...] = ()
    """Requirement by requirement."""

    @property
    def yardstick(self) -> str:
        return self.standard
