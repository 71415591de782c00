"""SMM358 service-without-kpi."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.services import Services
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM358",
    "service-without-kpi",
    of=Services,
    severity=Severity.WARNING,
    source="ISO 9001, 9.1.1; juknis I.A",
    clause="9.1.1",
)
def service_without_kpi(register: Services, qms: Qms) -> Problems:
    """A service has an indicator that measures it.

    Why: what is not measured is praised or blamed by hearsay.
    """
    for index, service in enumerate(register.entries if is_live(register, qms) else ()):
        if not service.kpis:
            yield problem(
                register,
                "entries",
                index,
                "id",
                message=say("{id} has no indicator", id=service.id),
                hint=say(
                    "name a KPI under `kpis:`; satisfaction with it will do for a small service"
                ),
            )
