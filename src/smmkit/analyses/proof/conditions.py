"""How a document has to stand to prove something, and the true reason where it does not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from smmkit.analyses.cycle.certificates import holds_until, last_change, replaced
from smmkit.analyses.kpis.periods import STEP
from smmkit.analyses.kpis.series import series
from smmkit.analyses.kpis.targets import LATE
from smmkit.analyses.lifecycle.state import State, standings
from smmkit.analyses.lifecycle.timeline import sealing
from smmkit.calendar_ends import months_before
from smmkit.documents import Document, Information, Record
from smmkit.documents.certification import Certificate, CertificateStatus
from smmkit.documents.objective import Frequency, Kpi, Objective
from smmkit.documents.people import People, PersonEntry
from smmkit.period_days import last_day
from smmkit.qms import Qms
from smmkit.standards.proof import Condition, Proof
from smmkit.words import Message, say


def unmet(qms: Qms, document: Information, proof: Proof) -> Iterator[tuple[Condition, Message]]:
    """The conditions of a proof that a document does not meet, each with the reason."""
    if isinstance(document, Record) and document.date > qms.as_of:
        yield Condition.IN_PERIOD, say("of {day}, which is still to come", day=document.date)
        return
    for condition in proof.conditions:
        if reason := _REASONS[condition](qms, document, proof.months):
            yield condition, reason


def _approved(qms: Qms, document: Information, _months: int) -> Message | None:
    """An approved text of it is in force."""
    if not isinstance(document, Document):
        return say("a record, which nobody approves")
    found = qms.fact(standings)[document.id]
    if found.holds:
        return out_of_office(qms, document)
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


def out_of_office(qms: Qms, document: Document) -> Message | None:
    """That whoever approved the text did not hold the role, by the register of people, or is not in it."""
    given = sealing(document)
    person = qms.get(given.by, PersonEntry) if given else None
    if given is None or (person and person.held_on(given.on, given.role)):
        return None
    if person is None:
        is_kept = bool(qms.of(People))
        return (
            say("{person} is not in the register of people", person=given.by) if is_kept else None
        )
    return say(
        "{person} did not hold the role {role} on {day}",
        person=given.by,
        role=given.role,
        day=given.on,
    )


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
    without = {
        kpi.id: far
        for kpi in document.kpis
        if not is_measured(qms, kpi, far := window(kpi.frequency, months))
    }
    if not without:
        return None
    if not any(qms.fact(series)[id_].observations for id_ in without):
        return say("never measured: {kpis}", kpis=[*without])
    return say("no value in {n} months: {kpis}", n=min(without.values()), kpis=[*without])


def window(frequency: Frequency, months: int) -> int:
    """In how many months there has to be a value: those of its period, and as many as a year may be late."""
    return min(months, STEP[frequency] + max(months - STEP[Frequency.YEARLY], LATE))


def is_measured(qms: Qms, kpi: Kpi, months: int) -> bool:
    """Whether a KPI was measured once, and in so many months has a value or a reason why there is none."""
    read, earliest = qms.fact(series)[kpi.id], months_before(qms.as_of, months)
    told = (*(one.period for one in read.observations), *read.excused)
    is_told = any(earliest < last_day(period) <= qms.as_of for period in told)
    return is_told and bool(read.observations)


def _holding(qms: Qms, document: Information, _months: int) -> Message | None:
    """It is a certificate that holds: decided on, not run out, not suspended or withdrawn."""
    if not isinstance(document, Certificate):
        return say("no certificate")
    change = last_change(document, qms.as_of)
    if change and change.status is not CertificateStatus.ACTIVE:
        return say("{status} since {day}", status=change.status.label, day=change.on)
    if (last := holds_until(qms, document)) < qms.as_of:
        return say("held until {day}", day=last)
    if document.id in qms.fact(replaced):
        return say("a later certificate has taken its place")
    return None


_REASONS = {
    Condition.APPROVED: _approved,
    Condition.CURRENT: _current,
    Condition.IN_PERIOD: _in_period,
    Condition.CLOSED: _closed,
    Condition.MEASURED: _measured,
    Condition.HOLDING: _holding,
}
