"""SMM362 standard-incomplete."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.services import ServiceStandard
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM362",
    "standard-incomplete",
    of=ServiceStandard,
    severity=Severity.WARNING,
    source="UU 25/2009, 21; PermenPANRB 15/2014",
    clause="8.2.2",
    wish="service-standard",
)
def standard_incomplete(standard: ServiceStandard, qms: Qms) -> Problems:
    """A service standard has its fourteen components.

    Why: the public may hold the agency to each of them; what is left out is promised by nobody.
    """
    missing = [name for name in COMPONENTS if getattr(standard, name) in (None, ())]
    if missing and is_live(standard, qms):
        yield problem(
            standard,
            "service",
            message=say("{id} lacks components: {missing}", id=standard.id, missing=missing),
            hint=say("write them; `smm show service-standard` says what each is"),
        )


COMPONENTS = (
    *("requirements", "procedure", "time_limit", "fee", "product", "complaint_channels"),
    *("legal_basis", "facilities", "competence", "supervision", "staff"),
    *("guarantee", "safety", "evaluation"),
)
