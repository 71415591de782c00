"""How a document has to stand to prove something, and the true reason where it does not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from smmkit.analyses.certificates import holds_until, last_change
from smmkit.analyses.periods import months_before
from smmkit.analyses.series import series
from smmkit.analyses.state import State, standings
from smmkit.documents import Document, Information, Record
from smmkit.documents.certification import Certificate, CertificateStatus
from smmkit.documents.objective import Objective
from smmkit.period_days import last_day
from smmkit.qms import Qms
from smmkit.standards.proof import Condition, Proof
from smmkit.words import Message, say


def unmet(qms: Qms, document: Information, proof: Proof) -> Iterator[tuple[Condition, Message]]:
    """The conditions of a proof that a document does not meet, each with the reason."""
    for condition in proof.conditions:
        if reason := _REASONS[condition](qms, document, proof.months):
            yield condition, reason


def _approved(qms: Qms, document: Information, _months: int) -> Message | None:
    """An approved text of it is in force."""
    if not isinstance(document, Document):
        return say("a record, which nobody approves")
    found = qms.fact(standings)[document.id]
    if found.holds:
        return None
    match found.state:
        case State.WITHDRAWN:
            return say("withdrawn on {day}", day=found.since)
        case State.SUPERSEDED:
            return say("superseded on {day}", day=found.since)
        case State.BROKEN:
            return say("changed since it was approved")
        case State.APPROVED:
            return say("approved, in force only from {day}", day=found.since)
    return say("a draft that nobody has approved")


def _current(qms: Qms, document: Information, _months: int) -> Message | None:
    """The day of its review has not passed, nor the last day or year for which it is meant."""
    due = getattr(document, "review_by", None)
    if due and due < qms.as_of:
        return say("review overdue since {day}", day=due)
    until = getattr(document, "until", None)
    if isinstance(until, date) and until < qms.as_of:
        return say("held until {day}", day=until)
    if isinstance(until, int) and until < qms.as_of.year:
        return say("held until the end of {year}", year=str(until))
    return None


def _in_period(qms: Qms, document: Information, months: int) -> Message | None:
    """It is a record of so many months before the day."""
    if not isinstance(document, Record):
        return say("no record of a day")
    if document.date > qms.as_of:
        return say("of {day}, which is still to come", day=document.date)
    if document.date <= months_before(qms.as_of, months):
        return say("of {day}, more than {n} months ago", day=document.date, n=months)
    return None


def _closed(qms: Qms, document: Information, _months: int) -> Message | None:
    """It is a record that has been closed."""
    if isinstance(document, Record) and document.is_closed_on(qms.as_of):
        return None
    return say("not closed")


def _measured(qms: Qms, document: Information, months: int) -> Message | None:
    """Each of its KPIs has a value of a period that ended in so many months before the day."""
    if not isinstance(document, Objective):
        return say("no quality objective")
    values, earliest = qms.fact(series), months_before(qms.as_of, months)
    without = [
        kpi.id
        for kpi in document.kpis
        if not any(
            earliest < last_day(one.period) <= qms.as_of for one in values[kpi.id].observations
        )
    ]
    if not without:
        return None
    return say("no value in {n} months: {kpis}", n=months, kpis=without)


def _holding(qms: Qms, document: Information, _months: int) -> Message | None:
    """It is a certificate that holds: decided on, not run out, not suspended or withdrawn."""
    if not isinstance(document, Certificate):
        return say("no certificate")
    if document.date > qms.as_of:
        return say("of {day}, which is still to come", day=document.date)
    change = last_change(document, qms.as_of)
    if change and change.status is not CertificateStatus.ACTIVE:
        return say("{status} since {day}", status=change.status.label, day=change.on)
    if (last := holds_until(qms, document)) < qms.as_of:
        return say("held until {day}", day=last)
    return None


_REASONS = {
    Condition.APPROVED: _approved,
    Condition.CURRENT: _current,
    Condition.IN_PERIOD: _in_period,
    Condition.CLOSED: _closed,
    Condition.MEASURED: _measured,
    Condition.HOLDING: _holding,
}
