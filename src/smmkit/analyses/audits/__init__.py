"""Audits on the calendar: when each was over, which came before a day, and what each found."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from smmkit.documents.assessment import Status
from smmkit.documents.audit import AgendaItem, Audit, AuditProgramme, AuditType, Check, PlannedAudit
from smmkit.documents.finding import AuditFinding, Grade
from smmkit.documents.interview import Interview, SpotCheck
from smmkit.new.placeholders import FILL_IN
from smmkit.period_days import first_day
from smmkit.period_days import last_day as period_end
from smmkit.qms import Qms

INITIAL = (AuditType.STAGE_1, AuditType.STAGE_2)
"""The two audits that lead to a first certificate."""

FOR_CERTIFICATE = (AuditType.STAGE_2, AuditType.RECERTIFICATION)
"""The audits that a certificate can rest on."""

EXTERNAL = (*INITIAL, AuditType.SURVEILLANCE, AuditType.RECERTIFICATION)
"""The audits that a certification body does."""

NONCONFORMITIES = (Grade.MAJOR, Grade.MINOR)

TIMES = re.compile(r"\b([0-2]?[0-9])[.:]([0-5][0-9])\b")
"""A time of the day: `08.30`, `8:30`."""

WRITTEN_WITHIN = 30
"""So many days after the last day of the audit a finding may still be written down."""


def last_day(audit: Audit) -> date:
    """The day on which an audit is over."""
    return max(audit.date, audit.until or audit.date)


def planned_days(planned: PlannedAudit) -> tuple[date, date] | None:
    """The first and the last day of the time for which an audit is planned; None where none is set."""
    if planned.since is not None and planned.until is not None:
        return planned.since, planned.until
    if planned.period is None:
        return None
    return first_day(planned.period), period_end(planned.period)


def audits(qms: Qms) -> list[Audit]:
    """Every audit that has begun, the earliest first."""
    begun = (audit for audit in qms.of(Audit) if audit.date <= qms.as_of)
    return sorted(begun, key=lambda audit: (audit.date, audit.id))


def plans_of(audit: Audit) -> tuple[str, ...]:
    """The entries of audit programmes that an audit says it is; several were held as one."""
    return tuple(filter(None, (audit.planned, *audit.also_planned)))


def is_called_off(planned: PlannedAudit, day: date) -> bool:
    """Whether it was decided by a day that an audit is not held."""
    return planned.cancelled is not None and planned.cancelled.on <= day


def done_plans(qms: Qms) -> frozenset[str]:
    """The entries of audit programmes that wait for no audit any more: held, taken over by another
    programme, or called off while their own still ran.
    """
    called_off = (
        one.id
        for programme in qms.of(AuditProgramme)
        for one in programme.entries
        if is_called_off(one, min(qms.as_of, programme.until))
    )
    held = (plan for audit in qms.fact(audits) for plan in plans_of(audit))
    moved = (
        plan
        for programme in qms.of(AuditProgramme)
        for entry in programme.entries
        for plan in set(entry.instead_of) - {one.id for one in programme.entries}
    )
    return frozenset((*held, *moved, *called_off))


def parts_of(plan: PlannedAudit, qms: Qms) -> list[Audit]:
    """The audits that say they are an entry of a programme, the earliest first: it may be held in parts."""
    return [audit for audit in qms.fact(audits) if plan.id in plans_of(audit)]


def plans_ended_by(audit: Audit, qms: Qms) -> list[PlannedAudit]:
    """The entries of which an audit is the last part that there is, so that it has to say the rest."""
    plans = (qms.get(plan, PlannedAudit) for plan in plans_of(audit))
    return [plan for plan in plans if plan and [audit] == (parts_of(plan, qms) or [audit])[-1:]]


def of_types(qms: Qms, types: Iterable[AuditType]) -> list[Audit]:
    """The audits of some types that have begun, the earliest first."""
    return [audit for audit in qms.fact(audits) if audit.audit_type in types]


def stage_1_of(second: Audit, qms: Qms) -> Audit | None:
    """The last stage 1 of the same body that had begun when a stage 2 did."""
    held = reversed(of_types(qms, (AuditType.STAGE_1,)))
    return next((one for one in held if one.body == second.body and one.date <= second.date), None)


def unprepared(qms: Qms, days: Iterable[date]) -> Audit | None:
    """The first audit for a certificate that none of these days comes before."""
    known = [*days]
    initial = of_types(qms, INITIAL)
    return next((audit for audit in initial if not any(d <= audit.date for d in known)), None)


def internal(qms: Qms) -> list[Audit]:
    """The internal audits that have begun, the earliest first."""
    return of_types(qms, (AuditType.INTERNAL,))


def findings_by_audit(qms: Qms) -> dict[str, list[AuditFinding]]:
    """What each audit found, by its id, in the order of files."""
    found: dict[str, list[AuditFinding]] = defaultdict(list)
    for finding in qms.of(AuditFinding):
        found[finding.audit].append(finding)
    return found


def interviews_by_audit(qms: Qms) -> dict[str, list[Interview]]:
    """The interviews of each audit, by its id."""
    found: dict[str, list[Interview]] = defaultdict(list)
    for interview in qms.of(Interview):
        found[interview.audit].append(interview)
    return found


def spot_checks_by_audit(qms: Qms) -> dict[str, list[SpotCheck]]:
    """The spot checks of each audit, by its id."""
    found: dict[str, list[SpotCheck]] = defaultdict(list)
    for check in qms.of(SpotCheck):
        found[check.audit].append(check)
    return found


def around(audit: Audit, qms: Qms) -> tuple[Interview | SpotCheck | AuditFinding, ...]:
    """What an audit has beside its own record: interviews, spot checks, findings."""
    return (
        *qms.fact(interviews_by_audit).get(audit.id, ()),
        *qms.fact(spot_checks_by_audit).get(audit.id, ()),
        *qms.fact(findings_by_audit).get(audit.id, ()),
    )


def meeting(audit: Audit, words: Iterable[str]) -> AgendaItem | None:
    """The line of an agenda that one of some words tells."""
    return next(iter(meetings(audit, words)), None)


def meetings(audit: Audit, words: Iterable[str]) -> list[AgendaItem]:
    """The lines of an agenda that one of some words tells."""
    told = ((item, item.what.casefold()) for item in audit.agenda)
    return [item for item, what in told if any(word in what for word in words)]


def hours(item: AgendaItem) -> list[int]:
    """The times of a line of an agenda, in minutes of its day."""
    return [int(hour) * 60 + int(minute) for hour, minute in TIMES.findall(item.time)]


def is_before(one: AgendaItem, other: AgendaItem) -> bool:
    """Whether a line of an agenda begins before another; of one without its hours nothing is said."""
    ours, theirs = hours(one)[:1], hours(other)[:1]
    is_open = one.on == other.on and not (ours and theirs)
    return not is_open and (one.on, ours) < (other.on, theirs)


def is_answered(check: Check) -> bool:
    """Whether a question has an answer, with what was seen."""
    return bool(check.seen) and (check.status is not Status.NOT_ASSESSED or bool(check.finding))


def is_loose(check: Check) -> bool:
    """Whether what was seen does not conform, and no finding of it is named."""
    return check.status is Status.NONCONFORM and not check.finding


def is_told(audit: Audit) -> bool:
    """Whether an audit has been reported or closed, so that nothing is still to be written down."""
    return audit.report is not None or audit.closed is not None


def settled(finding: AuditFinding) -> date | None:
    """The first day on which the auditor, or the organization, took a finding for answered."""
    return min(filter(None, (finding.accepted, finding.closed)), default=None)


def answered_on(finding: AuditFinding, qms: Qms) -> date | None:
    """The day on which the auditor had the answer; auditors of our own have it where the finding is closed.

    Why: who looked at the effect for us was the auditor; a body says itself that it accepts an answer.
    """
    audit = qms.get(finding.audit, Audit)
    is_ours = audit is not None and audit.audit_type is AuditType.INTERNAL
    return settled(finding) if is_ours else finding.accepted


def is_nonconformity(qms: Qms, id_: str) -> bool:
    """Whether an id is that of a finding which is a nonconformity."""
    found = qms.get(id_, AuditFinding)
    return found is not None and found.grade in NONCONFORMITIES


def is_form(finding: AuditFinding) -> bool:
    """Whether nothing is said yet: both the title and the statement are still those of the form."""
    return all(
        text.startswith((FILL_IN.en, FILL_IN.id)) for text in (finding.title, finding.statement)
    )


def made_findings(qms: Qms) -> list[AuditFinding]:
    """The findings that were made by the day; a form that nobody has filled in is none."""
    return [one for one in qms.of(AuditFinding) if one.date <= qms.as_of and not is_form(one)]


def open_findings(qms: Qms) -> list[AuditFinding]:
    """The findings that were made by the day and are open on it; what was done well waits for nothing."""
    asking = (one for one in made_findings(qms) if one.grade is not Grade.POSITIVE)
    return [one for one in asking if not one.is_closed_on(qms.as_of)]
