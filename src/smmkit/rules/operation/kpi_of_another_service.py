"""SMM685 kpi-of-another-service."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts.said_ids import ids_said
from smmkit.documents import Document
from smmkit.documents.process import Process
from smmkit.documents.services import ServiceEntry, Services, ServiceStandard
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM685",
    "kpi-of-another-service",
    of=Document,
    severity=Severity.WARNING,
    source="ISO 9001, 9.1.1; own rule",
    clause="9.1.1",
    filled=True,
    whole=(Process,),
)
def kpi_of_another_service(document: Document, qms: Qms) -> Problems:
    """A service is measured by its own KPIs, and not by those of a process that gives other services.

    Why: the time of transfers says nothing of promotions, however green it is.
    """
    match document:
        case Services() if is_live(document, qms):
            yield from named_by(document, qms)
        case ServiceStandard() if is_live(document, qms):
            yield from said_by(document, qms)


def said_by(standard: ServiceStandard, qms: Qms) -> Problems:
    """A sentence of a standard that names only KPIs of other services, where its own has some."""
    service = qms.get(standard.service, ServiceEntry)
    own = service.kpis if service else ()
    others = {one for each in qms.of(Services) for entry in each.entries for one in entry.kpis}
    for steps, ids in ids_said(standard) if own else ():
        named = [one for one in ids if one in others]
        if named and not set(named) & set(own):
            yield problem(
                standard,
                *steps,
                message=say(
                    "{kpis} measures another service than {id}; this one has {own}",
                    kpis=named,
                    id=standard.service,
                    own=list(own),
                ),
                hint=say("name a KPI of this service, or let the service name this one, too"),
            )


def named_by(register: Services, qms: Qms) -> Problems:
    """The services of a register that name a KPI of a process which gives others."""
    of_process = qms.fact(processes_of)
    for index, service in enumerate(register.entries):
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
