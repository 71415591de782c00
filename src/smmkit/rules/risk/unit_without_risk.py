"""SMM888 unit-without-risk."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import live
from smmkit.analyses.organization.units import units_of, unreached
from smmkit.documents.risk import RiskRegister
from smmkit.documents.services import Services
from smmkit.documents.settings import Settings
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM888",
    "unit-without-risk",
    of=Settings,
    severity=Severity.WARNING,
    source="ISO 9001, 6.1.1; juknis II.A7",
    clause="6.1.1",
    whole=(RiskRegister, Services),
)
def unit_without_risk(home: Settings, qms: Qms) -> Problems:
    """Every unit that gives a service has a risk of its own, where most of them have one.

    Why: nothing can go wrong there, says the register; the auditor asks at that counter first.
    """
    risks = [risk for register in live(qms, RiskRegister) for risk in register.entries]
    owners = {unit for risk in risks for unit in units_of(qms, risk.owner)}
    serving = {
        unit
        for services in live(qms, Services)
        for one in services.entries
        for unit in units_of(qms, one.owner)
    }
    lack = {unit.id for unit in unreached(qms, owners, by_top=False)} & serving
    if 2 * len(lack) >= len(serving):
        return
    for index, unit in enumerate(home.units):
        if unit.id in lack:
            yield problem(
                home,
                "units",
                index,
                "id",
                message=say("{unit} gives a service, and no risk is its own", unit=unit.id),
                hint=say("ask there what may go wrong, and enter it with this unit as `owner:`"),
            )
