"""How long services took, how many results came in time, and how complaints were answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median
from typing import ClassVar

from smmkit.analyses.kpis.workdays import reporting, working_days_after, working_days_between
from smmkit.documents.customers import Feedback, FeedbackType
from smmkit.documents.services import Case, NonconformingOutput, ServiceLog, ServiceStandard
from smmkit.qms import Qms

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Timing:
    """The cases of one service, or of one month of it."""

    service: str
    month: str | None
    """The month in which results were released; None for all of them."""
    promised: int | None
    """Working days, by the service standard."""
    cases: int
    released: int
    mean: Decimal | None
    """Working days from arrival to release, waiting for others included; None without a released case."""
    median: Decimal | None
    longest: int | None
    in_time: int
    """Released by the day that was promised: to the applicant, else by the standard to all."""
    dated: int
    """Released cases that have such a day."""
    open_late: int
    """Not released on the day of judgement, though the promised day has passed."""

    FOR_PROGRAMS: ClassVar = {
        "service": "service",
        "month": "month",
        "promised": "promised",
        "cases": "cases",
        "released": "released",
        "mean": "mean",
        "median": "median",
        "longest": "longest",
        "in_time": "in_time",
        "of": "dated",
        "share": "share",
        "open_late": "open_late",
    }

    @property
    def share(self) -> Decimal | None:
        """The share in time, in percent; None where no case names a promised day."""
        return Decimal(self.in_time) / self.dated * HUNDRED if self.dated else None


@dataclass(frozen=True, slots=True)
class Counted:
    """What a log says of all that came in, beside the cases that it lists."""

    log: ServiceLog
    share: Decimal | None
    """The share in time of all, in percent, by the numbers of the log."""

    FOR_PROGRAMS: ClassVar = {
        "log": "log.id",
        "service": "log.service",
        "received": "log.received",
        "released_on_time": "log.released_on_time",
        "share": "share",
    }


@dataclass(frozen=True, slots=True)
class Complaints:
    """The complaints about one service or document."""

    about: str
    number: int
    answered: int
    mean: Decimal | None
    """Working days to the answer."""
    longest: int | None
    justified: int
    causes: tuple[tuple[str, int], ...]
    """Each cause with how often it was found, the commonest first."""

    FOR_PROGRAMS: ClassVar = {
        "about": "about",
        "number": "number",
        "answered": "answered",
        "mean": "mean",
        "longest": "longest",
        "justified": "justified",
        "causes": "causes",
    }


def timings(qms: Qms) -> list[Timing]:
    """Every service with logged cases: all of them, then each month of release."""
    by_service: dict[str, list[Case]] = {}
    for log in qms.of(ServiceLog):
        by_service.setdefault(log.service, []).extend(log.cases)
    found = []
    for service, cases in sorted(by_service.items()):
        months = sorted({month_of(one.released) for one in cases if one.released})
        found.append(timing(qms, service, None, cases))
        found += [timing(qms, service, month, released_in(month, cases)) for month in months]
    return found


def released_in(month: str, cases: list[Case]) -> list[Case]:
    """The cases whose results were released in a month."""
    return [one for one in cases if one.released and month_of(one.released) == month]


def month_of(day: date) -> str:
    """The month of a day, as periods are written."""
    return f"{day.year:04}-{day.month:02}"


def timing(qms: Qms, service: str, month: str | None, cases: list[Case]) -> Timing:
    """What some cases of a service come to."""
    days = [
        spent(qms, one.received, one.released)
        for one in cases
        if one.released and one.released >= one.received
    ]
    within = promised(qms, service)
    dues = [(one, due_of(qms, one, within)) for one in cases]
    dated = [(one.released, due) for one, due in dues if one.released and due]
    late = [one for one, due in dues if not one.released and due and due < qms.as_of]
    return Timing(
        service,
        month,
        promised(qms, service),
        len(cases),
        sum(one.released is not None for one in cases),
        mean(days),
        Decimal(median(days)) if days else None,
        max(days, default=None),
        sum(released <= due for released, due in dated),
        len(dated),
        len(late),
    )


def due_of(qms: Qms, case: Case, days: int | None) -> date | None:
    """The day by which a result was promised: as its case says, else by the standard of the service."""
    if case.due or days is None:
        return case.due
    return working_days_after(case.received, days, qms.fact(reporting)[1])


def counts_itself(log: ServiceLog) -> bool:
    """Whether a log lists all of its cases, each with the day on which it was due."""
    is_whole = bool(log.cases) and not log.sampling and len(log.cases) == log.received
    return is_whole and all(case.due for case in log.cases)


def released_in_time(log: ServiceLog) -> int:
    """How many of the listed cases were released by their day."""
    return sum(bool(c.released and c.due and c.released <= c.due) for c in log.cases)


def promised(qms: Qms, service: str) -> int | None:
    """The working days that the standard of a service promises."""
    standards = (one for one in qms.of(ServiceStandard) if one.service == service)
    return next((one.promised_days for one in standards if one.promised_days is not None), None)


def spent(qms: Qms, start: date, end: date) -> int:
    """The working days from one day to another, the first not counted."""
    _, holidays = qms.fact(reporting)
    return working_days_between(start, end, holidays)


def mean(days: Iterable[int]) -> Decimal | None:
    """The mean, unrounded; None of nothing."""
    known = list(days)
    return Decimal(sum(known)) / len(known) if known else None


def counted_logs(qms: Qms) -> list[Counted]:
    """The logs that say how many came in and how many were released in time."""
    return [
        Counted(log, Decimal(log.released_on_time) / log.received * HUNDRED)
        for log in qms.of(ServiceLog)
        if log.received and log.released_on_time is not None
    ]


def complaints(qms: Qms) -> list[Complaints]:
    """The complaints about each service or document, most of them first."""
    by_thing: dict[str, list[Feedback]] = {}
    for one in qms.of(Feedback):
        if one.feedback_type is FeedbackType.COMPLAINT:
            by_thing.setdefault(one.about, []).append(one)
    found = [complained(qms, about, those) for about, those in by_thing.items()]
    return sorted(found, key=lambda one: (-one.number, one.about))


def complained(qms: Qms, about: str, those: list[Feedback]) -> Complaints:
    """What some complaints come to."""
    days = [
        spent(qms, one.date, one.answered)
        for one in those
        if one.answered and one.answered >= one.date
    ]
    causes: dict[str, int] = {}
    for one in those:
        if one.cause:
            causes[one.cause] = causes.get(one.cause, 0) + 1
    return Complaints(
        about,
        len(those),
        sum(one.answered is not None for one in those),
        mean(days),
        max(days, default=None),
        sum(one.accepted is True for one in those),
        tuple(sorted(causes.items(), key=lambda pair: (-pair[1], pair[0]))),
    )


def cost_of_failure(qms: Qms) -> Decimal | None:
    """What nonconforming outputs have cost together; None where none says so."""
    costs = [one.cost for one in qms.of(NonconformingOutput) if one.cost is not None]
    return sum(costs, Decimal(0)) if costs else None
