"""Certification cycles as data: by which days the next audits are held, and what follows if they are not."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from smmkit.model.part import Part, Text, Whole
from smmkit.standards import SHIPPED
from smmkit.words import ClosedList, Words
from smmkit.yaml_text.reading import read_ours

Months = Annotated[Whole, Field(ge=0, le=1200)]
Days = Annotated[Whole, Field(ge=0, le=3660)]


class Anchor(ClosedList):
    """The day from which months are counted."""

    DECISION = "decision", "the decision"
    RECEIPT = "receipt", "the receipt of the certificate"


class SurveillanceRule(Part):
    """When surveillance audits are held: each so many months after the anchor, or one in each year."""

    within_months: Months | None = None
    """The last day, so many months after the anchor."""
    first_certificate: bool = False
    """Only after a first certificate; one that renews another begins with the calendar year."""
    each_calendar_year: bool = False
    """One in each calendar year after that of the decision, but in the year of the recertification."""


class RecertificationRule(Part):
    """By when the certificate is renewed."""

    by_expiry: bool = False
    """By its last day."""
    from_months: Months | None = None
    """The first day, so many months after the anchor."""
    within_months: Months | None = None
    """The last day is the day before this one, so many months after the anchor."""


class ResponseRule(Part):
    """Within how many days a finding of an external audit is answered, where nobody says otherwise."""

    grade: Text
    days: Days


class Cycle(Part):
    """The days of one way to count a certification cycle."""

    kind: Literal["cycle"]
    id: Text
    title: Words
    source: Words
    follows: Text | None = None
    """Only certificates whose `cycle:` is this word; without it, all."""
    anchor: Anchor
    surveillances: Annotated[tuple[SurveillanceRule, ...], Field(max_length=100)] = ()
    recertification: RecertificationRule = RecertificationRule()
    restore_months: Months | None = None
    """Within how many months of its end a certificate can be restored."""
    suspended_months: Months | None = None
    """After how many months a suspension ends in withdrawal."""
    major_months: Months | None = None
    """Within how many months of the end of stage 2 a major nonconformity is verified."""
    stages_months: Months | None = None
    """Within how many months of the end of stage 1 stage 2 begins; the standard names none, bodies do."""
    responses: tuple[ResponseRule, ...] = ()


@cache
def shipped_cycles() -> dict[str, Cycle]:
    """The cycles that come with smmkit, by their ids; one of the folder's own goes before."""
    found = {}
    for file in sorted((SHIPPED / "cycles").glob("*.yaml")):
        cycle = Cycle.model_validate(read_ours(file.read_text("utf-8")))
        found[cycle.id] = cycle
    return found
