"""SMM357 service-without-procedure."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.procedure import Procedure
from smmkit.documents.services import Services
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM357",
    "service-without-procedure",
    of=Services,
    severity=Severity.WARNING,
    source="ISO 9001, 8.5.1; juknis II.A7",
    clause="8.5.1",
    whole=(Procedure,),
)
def service_without_procedure(register: Services, qms: Qms) -> Problems:
    """A service is given by a procedure that is in force.

    Why: without one each officer gives it in a way of his or her own.
    """
    for index, service in enumerate(register.entries if is_live(register, qms) else ()):
        found = [one for one in (qms.get(name, Procedure) for name in service.procedures) if one]
        if any(is_live(one, qms) for one in found) or len(found) < len(service.procedures):
            continue
        none = say("{id} has no procedure", id=service.id)
        drafts = say("no procedure of {id} is in force", id=service.id)
        yield problem(
            register,
            "entries",
            index,
            "procedures" if service.procedures else "id",
            message=drafts if service.procedures else none,
            hint=say("name the procedure under `procedures:`, and have it approved"),
        )
