"""What comes again every year: of each the next one, where the organization has had one before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from smmkit.analyses.agenda.due import Due, Matter
from smmkit.analyses.agenda.limits import limit
from smmkit.analyses.agenda.there import is_there
from smmkit.analyses.lifecycle.state import State, standings
from smmkit.analyses.texts.unfilled import forms_left
from smmkit.calendar_ends import months_after, moved
from smmkit.documents import Document, Information, Record
from smmkit.documents.audit import AuditProgramme
from smmkit.documents.competence import Competences
from smmkit.documents.customers import Survey
from smmkit.documents.direction import PerformanceAgreement, PerformanceReport
from smmkit.period_days import year_days
from smmkit.qms import Qms
from smmkit.words import Message, say


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of thing that comes again."""

    name: str
    """The setting of rule SMM700 that says by which month it is there."""
    kind: type[Information]
    field: str
    """The field that says for which time it was."""
    ends: Callable[[Any], Iterable[date]]
    """The last days of the times that a document is for."""
    what: Callable[[date], Message]
    """What the next is called, by the day on which its time begins."""


@dataclass(frozen=True, slots=True)
class Again:
    """The next of a sort: what it is, by when it is there, and the last that there was."""

    sort: Sort
    last: Information
    what: Message
    by: date
    draft: Document | None = None
    """The next one, where it is written and nobody has approved it."""


SORTS = (
    Sort(
        "programme",
        AuditProgramme,
        "until",
        lambda one: [one.until],
        lambda day: say("the audit programme for the time from {day}", day=day),
    ),
    Sort(
        "agreement",
        PerformanceAgreement,
        "year",
        lambda one: [year_days(one.year)[1]],
        lambda day: say("the performance agreements of {year}", year=str(day.year)),
    ),
    Sort(
        "training",
        Competences,
        "training_plan",
        lambda one: [year_days(planned.due.year)[1] for planned in one.training_plan],
        lambda day: say("the training plan of {year}", year=str(day.year)),
    ),
    Sort(
        "survey",
        Survey,
        "until",
        lambda one: [year_days(one.until.year)[1]],
        lambda day: say("the survey of {year}", year=str(day.year)),
    ),
    Sort(
        "report",
        PerformanceReport,
        "year",
        lambda one: [year_days(one.year)[1]],
        lambda day: say("the performance report on {year}", year=str(day.year)),
    ),
)


def yearly(qms: Qms) -> Iterator[Due]:
    """The next of everything that comes again every year."""
    for one in qms.fact(every_year):
        home = one.draft or one.last
        yield Due(
            Matter.YEARLY,
            one.by,
            home.id,
            say("approve {what}", what=one.what) if one.draft else one.what,
            home,
            () if one.draft else (one.sort.field,),
            key=one.sort.name,
            owners=tuple(filter(None, (home.owner,))),
            why=say("the last is {id}", id=one.last.id),
        )


def every_year(qms: Qms) -> list[Again]:
    """The next of each sort; none where there never was one, or where the organization asks for none."""
    return [found for sort in SORTS if (found := again(qms, sort))]


def again(qms: Qms, sort: Sort) -> Again | None:
    """The next of a sort: its time begins after that of the last which was approved, or had its day."""
    months = limit(qms, "SMM700", sort.name)
    known = [(until(end, one), one) for one in qms.of(sort.kind) for end in sort.ends(one)]
    made = [(end, one) for end, one in known if is_made(one, qms)]
    if not months or not made:
        return None
    end, last = max(made, key=lambda pair: pair[0])  # of equals the first, by their paths
    if end.year == date.max.year:
        return None
    begins = moved(end, 1)
    drafts = [one for later, one in known if later > end and isinstance(one, Document)]
    draft = next((one for one in drafts if is_there(one, qms)), None)
    by = moved(months_after(begins, months), -1)
    return Again(sort, last, sort.what(begins), by, draft)


def is_made(one: Information, qms: Qms) -> bool:
    """Whether a record was filled in, and its day has come, or a document was approved, if gone by now."""
    if not isinstance(one, Record):
        return qms.fact(standings)[one.id].state is not State.DRAFT
    return one.date <= qms.as_of and one.path not in qms.fact(forms_left)


def until(end: date, one: Information) -> date:
    """The last day that something is for: one that is withdrawn earlier leaves the rest of its time open."""
    gone = one.withdrawn if isinstance(one, Document) else None
    return moved(gone, -1) if gone and gone < end else end
