"""SMM364 released-though-wrong."""

from __future__ import annotations

from smmkit.documents.services import NonconformingOutput, ServiceLog
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM364",
    "released-though-wrong",
    of=ServiceLog,
    severity=Severity.WARNING,
    source="ISO 9001, 8.6 and 8.7",
    clause="8.6",
    whole=(NonconformingOutput,),
)
def released_though_wrong(log: ServiceLog, qms: Qms) -> Problems:
    """A result that does not meet its criteria is not released, or it is recorded as nonconforming.

    Why: a fault that went out and stands nowhere comes back as a complaint.
    """
    known = {one.service for one in qms.of(NonconformingOutput)}
    for index, case in enumerate(log.cases):
        unnamed = case.released is not None and case.released_by is None
        wrong = case.released is not None and case.conforms is False and log.service not in known
        if wrong or unnamed:
            fault = say("case {number} was released though it does not conform", number=case.number)
            nobody = say("nobody is named who released case {number}", number=case.number)
            yield problem(
                log,
                "cases",
                index,
                "conforms" if wrong else "released",
                message=fault if wrong else nobody,
                hint=say(
                    "write `released_by:`; record a wrong result: `smm new nonconforming-output`"
                ),
            )
