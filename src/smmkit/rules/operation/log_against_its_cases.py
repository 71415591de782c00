"""SMM991 log-against-its-cases."""

from __future__ import annotations

from smmkit.analyses.processes.service_time import counts_itself, promised, spent
from smmkit.documents.services import Case, ServiceLog
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

FAR = 2
"""A day that lies so many times as far away as was promised was not counted by the promise."""


@rule(
    "SMM991",
    "log-against-its-cases",
    of=ServiceLog,
    severity=Severity.WARNING,
    source="ISO 9001, 8.5.1 and 9.1.1",
    clause="8.6",
    filled=True,
)
def log_against_its_cases(log: ServiceLog, qms: Qms) -> Problems:
    """A log of some cases says how they were chosen; its counts and its days leave room for each of them.

    Why: "all in time" above a list with late cases is read by the auditor in one look.
    """
    cases, received = log.cases, log.received
    if cases and received is not None and len(cases) < received and not log.sampling:
        yield problem(
            log,
            "cases",
            message=say("{n} of {m} cases are listed", n=len(cases), m=received),
            hint=say("write under `sampling:` how they were chosen, or list them all"),
        )
    if log.sampling and received and not cases:
        yield problem(
            log,
            "sampling",
            message=say("it is said how cases were chosen, and none of {m} is listed", m=received),
            hint=say("list the cases that were looked at"),
        )
    yield from counted_otherwise(log, qms)
    days = promised(qms, log.service)
    for index, case in enumerate(cases):
        if days and case.due and not case.note and spent(qms, case.received, case.due) > days * FAR:
            yield problem(
                log,
                "cases",
                index,
                "due",
                message=say(
                    "{number} is due {n} working days after it came in, and {days} are promised",
                    number=case.number,
                    n=spent(qms, case.received, case.due),
                    days=days,
                ),
                hint=say("put the day right, or write under `note:` why it was later"),
            )


def counted_otherwise(log: ServiceLog, qms: Qms) -> Problems:
    """More, or fewer, cases in time than those that are listed leave room for.

    Where all cases are listed, SMM363 counts them.
    """
    if counts_itself(log):
        return
    received, on_time = log.received, log.released_on_time
    late = [case.number for case in log.cases if is_late(case, qms)]
    if late and None not in {received, on_time} and (on_time or 0) > (received or 0) - len(late):
        yield problem(
            log,
            "released_on_time",
            message=say(
                "{n} of {m} are said to be on time, and these were late: {cases}",
                n=on_time,
                m=received,
                cases=late,
            ),
            hint=say("count again"),
        )
    in_time = [
        case.number for case in log.cases if case.due and case.released and not is_late(case, qms)
    ]
    if on_time is not None and on_time < len(in_time):
        yield problem(
            log,
            "released_on_time",
            message=say(
                "{n} are said to be on time, and these were: {cases}", n=on_time, cases=in_time
            ),
            hint=say("count again"),
        )


def is_late(case: Case, qms: Qms) -> bool:
    """Whether a case was released after its day, or is not released though the day is over."""
    return case.due is not None and (case.released or qms.as_of) > case.due
