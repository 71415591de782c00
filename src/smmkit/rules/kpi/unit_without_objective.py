"""SMM406 unit-without-objective."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import live
from smmkit.analyses.organization.units import units_of, unreached
from smmkit.documents.objective import Objective
from smmkit.documents.settings import Settings
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM406",
    "unit-without-objective",
    of=Settings,
    severity=Severity.WARNING,
    source="juknis II.A4; ISO 9001, 6.2.1",
    clause="6.2.1",
    whole=(Objective,),
)
def unit_without_objective(home: Settings, qms: Qms) -> Problems:
    """Every unit works for an objective.

    Why: a unit without one does not know what its part is, and an auditor asks each of them.
    """
    found = live(qms, Objective)
    if not found:
        return
    named = {unit for one in found for unit in (*one.units, one.owner, *one.co_owners)}
    working = {unit for name in named for unit in units_of(qms, name)}
    missing = unreached(qms, working, by_top=False)
    for index, unit in enumerate(home.units):
        if unit in missing:
            yield problem(
                home,
                "units",
                index,
                "id",
                message=say("no objective names {unit}", unit=unit.id),
                hint=say("name it under `units:` of an objective that it works for"),
            )
