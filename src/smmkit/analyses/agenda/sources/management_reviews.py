"""The next management review: so many months after the last, or after the first internal audit."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.agenda.due import Due, Matter
from smmkit.analyses.agenda.limits import limit
from smmkit.analyses.audits import internal, last_day
from smmkit.analyses.texts.unfilled import forms_left
from smmkit.calendar_ends import months_after
from smmkit.documents.review import ManagementReview
from smmkit.qms import Qms
from smmkit.words import say


def management_reviews(qms: Qms) -> Iterator[Due]:
    """The last day for the next one; none is due before anything was audited."""
    months = limit(qms, "SMM767", "months")
    forms = qms.fact(forms_left)
    reviews = (one for one in qms.of(ManagementReview) if one.path not in forms)
    held = sorted((one.date, one.id) for one in reviews if one.date <= qms.as_of)
    last = qms.get(held[-1][1], ManagementReview) if held else None
    first = next((one for one in qms.fact(internal) if one.path not in forms), None)
    document = last or first
    if document is None:
        return
    since = last.date if last else last_day(first) if first else document.date
    owner = qms.settings.owner if qms.settings else None
    why = say("{n} months after {id} of {day}", n=months, id=document.id, day=since)
    yield Due(
        Matter.MANAGEMENT_REVIEW,
        months_after(since, months),
        document.id,
        say("the next management review") if last else say("the first management review"),
        document,
        ("date",),
        key="next",
        owners=tuple(filter(None, (document.owner or owner,))),
        people=(last.chair,) if last else (),
        why=why,
    )
