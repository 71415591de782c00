"""The certificates on the page of the status."""

from __future__ import annotations

from collections.abc import Sequence

from smmkit.analyses.cycle.certificates import holds_until
from smmkit.analyses.cycle.course import Course
from smmkit.analyses.status.numbers import Certified
from smmkit.page import Block, Cell, Heading, Shape, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.words import say


def certificate_table(qms: Qms, found: Sequence[Certified]) -> list[Block]:
    """Each certificate: where it is on its course, and the next audit of the body."""
    readings: list[Reading[Certified]] = [
        Reading(say("Certificate"), lambda one: one.certificate.id, Shape.CODE, 2),
        Reading(say("State"), course, width=2),
        Reading(say("Ends"), lambda one: ends(qms, one), Shape.CODE, 2),
        Reading(say("Next"), next_of, width=3),
        Reading(say("No later than"), lambda one: next_day(qms, one), Shape.CODE, 2),
        Reading(
            say("Why"),
            lambda one: one.stands.to_do or (one.next.why if one.next else ""),
            width=5,
        ),
    ]
    title = say("Certificates")
    return [Heading(title), table_of(title, readings, found)] if found else []


def course(one: Certified) -> Cell:
    """How a certificate stands."""
    tones = {Course.HOLDS: Tone.GOOD, Course.BEGUN: Tone.WARN}
    return Cell(one.stands.course.label, tones.get(one.stands.course, Tone.BAD))


def next_of(one: Certified) -> object:
    """What is due next: the end of the suspension, or an audit of the body."""
    if one.waits:
        return say("end of the suspension")
    return one.next.what if one.next else "-"


def ends(qms: Qms, one: Certified) -> Cell:
    """The last day on which it holds; a form has none yet."""
    is_form = one.stands.course is Course.BEGUN
    return Cell("-", Tone.MUTED) if is_form else Cell(holds_until(qms, one.certificate))


def next_day(qms: Qms, one: Certified) -> Cell:
    """The day by which its next audit is held, or it is taken up again."""
    if one.by is None:
        return Cell("-", Tone.MUTED)
    return Cell(one.by, Tone.BAD if one.by < qms.as_of else Tone.PLAIN)
