"""SMM957 service-without-process."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.process import Process
from smmkit.documents.services import Services
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM957",
    "service-without-process",
    of=Services,
    severity=Severity.WARNING,
    source="ISO 9001, 4.4.1; juknis II.A7",
    clause="4.4.1",
    filled=True,
    whole=(Process,),
)
def service_without_process(services: Services, qms: Qms) -> Problems:
    """Each service of the list comes out of a process of the map.

    Why: a service that no process delivers has nobody who plans it, measures it or answers for it.
    """
    processes = [one for one in qms.of(Process) if is_live(one, qms)]
    if not processes or not is_live(services, qms):
        return
    served = {id_ for process in processes for id_ in process.services}
    for index, service in enumerate(services.entries):
        if service.id not in served:
            yield problem(
                services,
                "entries",
                index,
                "id",
                message=say("no process delivers {id}", id=service.id),
                hint=say("name it under `services:` in the process that delivers it"),
            )
