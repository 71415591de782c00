"""What is promised without a day of its own: answers to complaints, looks at laws and directions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from smmkit.analyses.agenda.due import Due, Matter
from smmkit.analyses.agenda.limits import limit
from smmkit.analyses.agenda.there import is_there
from smmkit.analyses.lifecycle.live import is_live
from smmkit.calendar_ends import months_after, moved
from smmkit.documents.customers import Feedback, FeedbackType
from smmkit.documents.direction import Direction
from smmkit.documents.regulations import Regulations
from smmkit.few import at_most
from smmkit.qms import Qms
from smmkit.words import say, say_n

ASKING = {FeedbackType.COMPLAINT, FeedbackType.QUESTION}
FEW = 3
"""So many laws of one day are named."""


def promises(qms: Qms) -> Iterator[Due]:
    """Each answer that is owed, and each day on which somebody has to look again."""
    yield from answers(qms)
    yield from regulations(qms)
    yield from directions(qms)


def answers(qms: Qms) -> Iterator[Due]:
    """Complaints and questions without an answer."""
    days = limit(qms, "SMM368", "days")
    for feedback in qms.of(Feedback):
        is_answered = feedback.answered is not None and feedback.answered <= qms.as_of
        if feedback.feedback_type not in ASKING or is_answered or not is_there(feedback, qms):
            continue
        yield Due(
            Matter.COMPLAINT,
            moved(feedback.date, days),
            feedback.id,
            feedback.title,
            feedback,
            ("date",),
            owners=(feedback.unit,),
            why=say("{n} days after it came", n=days),
        )


def regulations(qms: Qms) -> Iterator[Due]:
    """The next day on which laws of the register have to be looked at again; those of one day together."""
    months = limit(qms, "SMM356", "months")
    for register in qms.of(Regulations):
        if not is_live(register, qms):
            continue
        given = max(one.on for one in register.approvals if one.on <= qms.as_of)
        seen: dict[date, list[int]] = defaultdict(list)
        for index, entry in enumerate(register.entries):
            if entry.until is None or entry.until >= qms.as_of:
                is_seen = entry.checked is not None and entry.checked <= qms.as_of
                seen[entry.checked if entry.checked and is_seen else given].append(index)
        for last, places in seen.items():
            entries = [register.entries[place] for place in places]
            yield Due(
                Matter.REGULATION,
                months_after(last, months),
                entries[0].id if len(entries) == 1 else register.id,
                say_n(
                    "see whether it still holds: {ids}",
                    "see whether {n} regulations still hold: {ids}",
                    len(entries),
                    ids=at_most(FEW, (entry.id for entry in entries)),
                ),
                register,
                ("entries", places[0]),
                key=f"looked at on {last}",
                owners=tuple(filter(None, (register.owner,))),
                why=say("{n} months after {day}, when it was looked at last", n=months, day=last),
            )


def directions(qms: Qms) -> Iterator[Due]:
    """The next day on which vision and missions are evaluated."""
    months = limit(qms, "SMM422", "months")
    for direction in qms.of(Direction):
        done = [one for one in direction.evaluations if one.on <= qms.as_of]
        if not done or not is_live(direction, qms):
            continue
        last = max(done, key=lambda one: one.on)
        yield Due(
            Matter.REVIEW,
            last.next or months_after(last.on, months),
            direction.id,
            say("the next evaluation of vision and missions"),
            direction,
            ("evaluations", direction.evaluations.index(last)),
            key="evaluation",
            owners=tuple(filter(None, (direction.owner,))),
            people=(last.by,) if last.by else (),
        )
