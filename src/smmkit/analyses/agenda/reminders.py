"""What a document does not say of itself on its first line, and its reader must know: what is overdue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from smmkit.analyses.agenda.overdue import Late, Sort, is_past, late
from smmkit.calendar_ends import missed
from smmkit.documents import Document, Information
from smmkit.documents.risk import RiskRegister
from smmkit.qms import Qms
from smmkit.words import Message, say, say_n


def reminders(qms: Qms, document: Information) -> list[Message]:
    """What is overdue in a document on the day of judgement, each in a sentence."""
    if is_past(document, qms):
        return []
    return [*of_review(document, qms.as_of), *of_duties(qms, document)]


def of_review(document: Information, day: date) -> Iterator[Message]:
    """That a document should have been reviewed by now."""
    if isinstance(document, Document) and document.review_by and document.review_by < day:
        yield say("review overdue since {day}", day=document.review_by)


def of_duties(qms: Qms, document: Information) -> Iterator[Message]:
    """What was to be done by a day that has passed, counted by its sort."""
    days: dict[Sort, list[date]] = defaultdict(list)
    for one in qms.fact(late_by_document).get(document.id, ()):
        days[one.sort].append(one.day)
    for sort, passed in days.items():
        yield overdue(sort, passed)
    treated = list(treatments(document, qms.as_of))
    if treated:
        yield say_n(
            "a treatment of a risk overdue since {day}",
            "{n} treatments of risks overdue, the first since {day}",
            len(treated),
            day=min(treated),
        )


def overdue(sort: Sort, passed: list[date]) -> Message:
    """So many things of one sort, the first since that day."""
    n, first = len(passed), min(passed)
    match sort:
        case Sort.TASK:
            return say_n(
                "an action overdue since {day}",
                "{n} actions overdue, the first since {day}",
                n,
                day=first,
            )
        case Sort.CASE:
            return say_n(
                "a case overdue since {day}",
                "{n} cases overdue, the first since {day}",
                n,
                day=first,
            )
        case Sort.RESPONSE:
            return say("the answer to the auditor overdue since {day}", day=first)
        case Sort.COMPETENCE:
            return say_n(
                "a competence missing since {day}",
                "{n} competences missing, the first since {day}",
                n,
                day=first,
            )
        case Sort.RUN_OUT:
            return say_n(
                "run out since {day}", "{n} entries run out, the first since {day}", n, day=first
            )


def late_by_document(qms: Qms) -> dict[str, list[Late]]:
    """Everything that is late, by the id of its document."""
    found: dict[str, list[Late]] = defaultdict(list)
    for one in late(qms):
        found[one.document.id].append(one)
    return found


def treatments(document: Information, day: date) -> Iterator[date]:
    """The days by which risks of a register should have been treated, and were not."""
    if isinstance(document, RiskRegister):
        for risk in document.entries:
            for task in risk.treatments:
                if task.due and missed(task.due, task.done, day):
                    yield task.due
