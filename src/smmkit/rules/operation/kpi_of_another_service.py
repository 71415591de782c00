"""SMM685 kpi-of-another-service."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.process import Process
from smmkit.documents.services import Services
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM685",
    "kpi-of-another-service",
    of=Services,
    severity=Severity.WARNING,
    source="ISO 9001, 9.1.1; own rule",
    clause="9.1.1",
    filled=True,
    whole=(Process,),
)
def kpi_of_another_service(register: Services, qms: Qms) -> Problems:
    """A service is measured by its own KPIs, and not by those of a process that gives other services.

    Why: the time of transfers says nothing of promotions, however green it is.
    """
    of_process = qms.fact(processes_of)
    for index, service in enumerate(register.entries if is_live(register, qms) else ()):
        for kpi in service.kpis:
            only = of_process.get(kpi, [])
            if len(only) == 1 and only[0].services and service.id not in only[0].services:
                yield problem(
                    register,
                    "entries",
                    index,
                    "kpis",
                    message=say(
                        "{kpi} is a KPI of {process}, which gives {services} and not {id}",
                        kpi=kpi,
                        process=only[0].id,
                        services=list(only[0].services),
                        id=service.id,
                    ),
                    hint=say("name a KPI of this service, or let the process name the service"),
                )


def processes_of(qms: Qms) -> Mapping[str, list[Process]]:
    """The processes that name each KPI."""
    found: dict[str, list[Process]] = defaultdict(list)
    for process in qms.of(Process):
        for kpi in process.kpis:
            found[kpi].append(process)
    return found
