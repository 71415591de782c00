"""SMM700 year-without."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.agenda.sources.yearly import Again, every_year
from smmkit.documents.audit import AuditProgramme
from smmkit.documents.base import Register
from smmkit.documents.competence import Competences
from smmkit.documents.customers import Survey
from smmkit.documents.direction import PerformanceAgreement, PerformanceReport
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say

Months = Annotated[Whole, Field(le=60)]


class Yearly(Part):
    """By the end of which month, counted from the beginning of its time; 0: not asked for every year."""

    programme: Months = 1
    """The month by which the audit programme is approved."""
    agreement: Months = 6
    """The month by which the first performance agreement of a year is approved."""
    training: Months = 3
    """The month by which trainings are planned."""
    survey: Months = 12
    """The month by which the survey of a year has begun."""
    report: Months = 15
    """The month by which the performance report is there, counted from the year that it is about."""


@rule(
    "SMM700",
    "year-without",
    severity=Severity.WARNING,
    source="ISO 9001, 6.2, 7.2, 9.1.2, 9.2.2; juknis II.A4, II.A7, II.C1; PermenPANRB 14/2017",
    settings=Yearly,
    whole=(AuditProgramme, PerformanceAgreement, Competences, Survey, PerformanceReport),
)
def year_without(qms: Qms, _: Yearly) -> Problems:
    """What comes again every year is there in this one too: programme, agreements, survey, plan, report.

    Why: what nobody misses in January is missed by the auditor in autumn; a year without a programme has no
    audits, and one without a survey no word of those who are served.
    """
    for one in qms.fact(every_year):
        if one.by < qms.as_of:
            yield problem(
                one.draft or one.last,
                *(() if one.draft else (one.sort.field,)),
                message=say(
                    "not there by {day}: {what}; the last is {last}",
                    what=one.what,
                    day=one.by,
                    last=one.last.id,
                ),
                hint=hint(one),
            )


def hint(one: Again) -> Message:
    """What is done: approve what is written, add to what goes on, or begin the next."""
    if one.draft:
        return say("have {id} approved: `smm approve {id}`", id=one.draft.id)
    if isinstance(one.last, Register):
        return say("add it to {id} under `{field}:`", id=one.last.id, field=one.sort.field)
    return say(
        "begin it: `smm new {kind}`; if it does not come every year, write `{name}: 0` "
        "under `rules: SMM700` in qms.yaml",
        kind=one.last.kind,
        name=one.sort.name,
    )
