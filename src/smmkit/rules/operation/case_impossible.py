"""SMM363 case-impossible."""

from __future__ import annotations

from smmkit.analyses.processes.service_time import counts_itself, released_in_time
from smmkit.documents.services import ServiceLog
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM363", "case-impossible", of=ServiceLog, source="ISO 9001, 8.5.2 and 8.6", clause="8.6")
def case_impossible(log: ServiceLog, qms: Qms) -> Problems:  # noqa: ARG001
    """A case is received before it is due and released, and the counts of a log are those of its cases.

    Why: a log with impossible days proves that nobody kept it while the work was done.
    """
    for index, case in enumerate(log.cases):
        days = (case.received, case.due, case.released)
        if not any(day and log.date <= day <= log.until for day in days):
            yield problem(
                log,
                "cases",
                index,
                "received",
                message=say(
                    "case {number} came in on {day}, outside the time of the log",
                    number=case.number,
                    day=case.received,
                ),
                hint=say("correct the day, or the first and last day of the log"),
            )
        for field in ("due", "released"):
            day = getattr(case, field)
            if day and day < case.received:
                yield problem(
                    log,
                    "cases",
                    index,
                    field,
                    message=say(
                        "case {number} was received on {received}, after this day ({day})",
                        number=case.number,
                        received=case.received,
                        day=day,
                    ),
                    hint=say("correct one of the two days"),
                )
    yield from miscounted(log)


def miscounted(log: ServiceLog) -> Problems:
    """The counts of a log that cannot be, or are not those of its cases, where these are all."""
    cases, received, on_time = log.cases, log.received, log.released_on_time
    if None not in {received, on_time} and (on_time or 0) > (received or 0):
        yield problem(
            log,
            "released_on_time",
            message=say("{n} were released on time, and {m} came in", n=on_time, m=received),
            hint=say("count again"),
        )
    if received is not None and len(cases) > received:
        yield problem(
            log,
            "received",
            message=say("{n} came in, and {m} cases are listed", n=received, m=len(cases)),
            hint=say("count again"),
        )
    elif on_time is not None and counts_itself(log):
        found = released_in_time(log)
        if found != on_time:
            yield problem(
                log,
                "released_on_time",
                message=say(
                    "{n} are said to be on time, and {m} of the cases are", n=on_time, m=found
                ),
                hint=say("count again"),
            )
