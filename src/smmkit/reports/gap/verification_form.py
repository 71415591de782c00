"""The form for the inspectorate: criteria of the registration with room for the verdict and for advice."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from smmkit.analyses.gap import verification_form as asked
from smmkit.analyses.gap.comparison import gap, others
from smmkit.analyses.gap.verification_form import Asked
from smmkit.documents.certification import Eligibility
from smmkit.git import Origin
from smmkit.page import Cell, Column, Fields, Heading, Page, Prose, Shape, Table, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.reports import Report, stamp, unread_files
from smmkit.standards import Standard
from smmkit.words import say

LINES = 6
"""So many lines are left for advice."""


@dataclass(frozen=True)
class VerificationForm(Report):
    """What is given to the inspectorate, and comes back with its verdict."""

    standard: Standard

    schema: ClassVar = "smmkit-verification-form/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "criteria": "criteria",
        "left_out": "unread",
    }

    @cached_property
    def criteria(self) -> list[Asked]:
        """What is verified."""
        gaps = [gap(self.qms, self.standard), *others(self.qms, self.standard)]
        return asked.asked(self.qms, {one.standard.id: one for one in gaps})

    def page(self, commit: Origin) -> Page:
        """A row for each criterion, with room to write."""
        readings: list[Reading[Asked]] = [
            Reading(asked.WHAT, lambda one: one.criterion.text, width=5),
            Reading(asked.SOURCE, lambda one: one.criterion.source or "-", width=2),
            Reading(asked.SHOWN, what_is_there, width=4),
            Reading(asked.FULFILLED, lambda _: "", Shape.FREE),
            Reading(asked.SHORTAGE, lambda _: "", Shape.FREE, 4),
            Reading(asked.UNIT, lambda _: "", Shape.FREE),
            Reading(asked.DUE, lambda _: "", Shape.FREE),
        ]
        free = (asked.VERIFIER, asked.VERIFIED, asked.VERDICT, asked.REASONS)
        coached = (asked.COACHED, asked.TOPIC)
        columns = (
            Column(asked.ADVICE, Shape.FREE, 6),
            Column(asked.UNIT, Shape.FREE),
            Column(asked.DUE, Shape.FREE),
        )
        how = say(
            "Below “Fulfilled”: yes or no; a no has a shortage, with the unit that makes up for it "
            "and a day. The verdict is one of: {words}. smm import takes the filled form back.",
            words=[one.label for one in Eligibility],
        )
        blocks = (
            Fields(tuple((label, Cell("")) for label in free)),
            Prose(how),
            Heading(say("Verification")),
            table_of(say("Verification"), readings, self.criteria, say("none")),
            Heading(say("Coaching")),
            Fields(tuple((label, Cell("")) for label in coached)),
            Table(say("Coaching"), columns, ((Cell(""),) * 3,) * LINES),
        )
        title = say("Verification before registration")
        return Page(title, stamp(self.qms, commit), (*blocks, *unread_files(self.qms)))


def what_is_there(one: Asked) -> Cell:
    """Whether the folder has it, and what it lacks."""
    if not one.reasons:
        return Cell(say("there"), Tone.GOOD)
    return Cell([reason.why for reason in one.reasons], Tone.WARN)
