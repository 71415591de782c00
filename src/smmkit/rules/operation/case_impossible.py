"""SMM363 case-impossible."""

from __future__ import annotations

from smmkit.documents.services import ServiceLog
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM363", "case-impossible", of=ServiceLog, source="ISO 9001, 8.5.2 and 8.6", clause="8.6")
def case_impossible(log: ServiceLog, qms: Qms) -> Problems:  # noqa: ARG001
    """A case is received before it is due and released, and no more are released than came in.

    Why: a log with impossible days proves that nobody kept it while the work was done.
    """
    for index, case in enumerate(log.cases):
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
    counted = (log.received, log.released_on_time)
    if None not in counted and (log.released_on_time or 0) > (log.received or 0):
        yield problem(
            log,
            "released_on_time",
            message=say(
                "{n} were released on time, and {m} came in", n=log.released_on_time, m=log.received
            ),
            hint=say("count again"),
        )
