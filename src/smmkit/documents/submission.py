"""What is sent to the certification body for its review of documents."""

from __future__ import annotations

from typing import Annotated, Literal

from smmkit.documents.base import STANDARD, AnyId, Record, RefersTo
from smmkit.part import Day, Part, Text


class Omission(Part):
    """A document that is not sent, and why."""

    document: AnyId
    reason: Text


class Submission(Record):
    """One off-site submission (juknis II.B2); its date is the day the bundle is made for."""

    kind: Literal["submission"]
    recipient: Text
    """The certification body."""
    audit: Annotated[Text, RefersTo("audit")] | None = None
    standard: Annotated[Text, STANDARD] = "iso9001-2015"
    period: Text | None = None
    """The time that the samples are from: "2019"."""
    language: Literal["id", "en"] = "id"
    include: tuple[AnyId, ...] = ()
    """The documents to send; none named means all that may leave."""
    leave_out: tuple[Omission, ...] = ()
    sent: Day | None = None
    """The day it was sent; a submission without it is still to be sent."""
