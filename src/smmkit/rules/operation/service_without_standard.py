"""SMM359 service-without-standard."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live, live
from smmkit.documents.services import Services, ServiceStandard
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM359",
    "service-without-standard",
    of=Services,
    severity=Severity.WARNING,
    source="UU 25/2009, 21; PermenPANRB 15/2014",
    clause="8.2.2",
    whole=(ServiceStandard,),
    wish="service-standard",
)
def service_without_standard(register: Services, qms: Qms) -> Problems:
    """Where services have standards, every service has one.

    Why: the law asks for a standard of each service; the one that lacks it is the one complained of.
    """
    standards = {one.service for one in live(qms, ServiceStandard)}
    if not standards or standards - qms.things.keys():  # what a wrong id means, nobody can know
        return
    for index, service in enumerate(register.entries if is_live(register, qms) else ()):
        if service.id not in standards:
            yield problem(
                register,
                "entries",
                index,
                "id",
                message=say("{id} has no service standard that is approved", id=service.id),
                hint=say("write its standard: `smm new service-standard`"),
            )
