"""SMM443 agreement-unknown."""

from __future__ import annotations

import re

from smmkit.analyses.lifecycle.live import is_live, live
from smmkit.documents.direction import PerformanceAgreement
from smmkit.documents.objective import Objective
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

WORD = re.compile(r"[\w.-]*\w")
YEAR = re.compile(r"(19|20)\d\d")


@rule(
    "SMM443",
    "agreement-unknown",
    of=Objective,
    severity=Severity.WARNING,
    source="juknis II.A4",
    clause="6.2.1",
    filled=True,
)
def agreement_unknown(objective: Objective, qms: Qms) -> Problems:
    """The performance agreement that an objective names is one of the folder, and promises it.

    Why: a name of an agreement that nobody has looks like proof, and is none.
    """
    said = objective.performance_agreement
    agreements = live(qms, PerformanceAgreement) if said else []
    if not said or not agreements or not is_live(objective, qms):
        return
    words = set(WORD.findall(said))
    named = [one for one in agreements if one.id in words]
    years = {year for year in words if YEAR.fullmatch(year)}
    held = {str(one.year) for one in agreements}
    if named and not any(p.objective == objective.id for one in named for p in one.promises):
        message = say("{other} does not promise {id}", other=named[0].id, id=objective.id)
    elif not named and years and not years & held:
        message = say("there is no performance agreement for {years}", years=sorted(years))
    elif not named and not years and " " not in said.strip():
        message = say("there is no performance agreement {name}", name=said.strip())
    else:
        return
    yield problem(
        objective,
        "performance_agreement",
        message=message,
        hint=say(
            "name the agreement that promises it, by its id: {ids}",
            ids=[a.id for a in agreements][:3],
        ),
    )
