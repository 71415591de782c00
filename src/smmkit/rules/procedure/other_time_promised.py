"""SMM514 other-time-promised."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.documents.procedure import Procedure
from smmkit.documents.services import ServiceEntry, ServiceStandard
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM514",
    "other-time-promised",
    of=ServiceStandard,
    source="UU 25/2009, 21; PermenPANRB 15/2014",
    clause="8.2.3.1",
)
def other_time_promised(standard: ServiceStandard, qms: Qms) -> Problems:
    """A service standard promises the time that its procedure promises.

    Why: the poster at the counter and the procedure behind it say two different things.
    """
    service = qms.get(standard.service, ServiceEntry)
    if service is None or standard.promised_days is None or is_gone(standard, qms):
        return
    if len(service.procedures) != 1:
        return
    procedure = qms.get(service.procedures[0], Procedure)
    if procedure is None or is_gone(procedure, qms) or procedure.promised_days is None:
        return
    if procedure.promised_days != standard.promised_days:
        yield problem(
            standard,
            "promised_days",
            message=say(
                "{id} promises {days} working days, and {procedure} {others}",
                id=standard.id,
                days=standard.promised_days,
                procedure=procedure.id,
                others=procedure.promised_days,
            ),
            hint=say("write the same in both"),
        )
