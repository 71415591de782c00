"""SMM447 unit-without-agreement."""

from __future__ import annotations

from collections import defaultdict

from smmkit.analyses.lifecycle.live import live
from smmkit.analyses.organization.units import unreached
from smmkit.documents.direction import PerformanceAgreement
from smmkit.period_days import year_days
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM447",
    "unit-without-agreement",
    severity=Severity.WARNING,
    source="juknis II.A4",
    clause="6.2.1",
    filled=True,
    whole=(PerformanceAgreement,),
)
def unit_without_agreement(qms: Qms) -> Problems:
    """In a year in which most units have made a performance agreement, all have.

    Why: the unit without one is measured by nothing.
    """
    made: dict[int, list[PerformanceAgreement]] = defaultdict(list)
    for agreement in live(qms, PerformanceAgreement):
        made[agreement.year].append(agreement)
    if not made:
        return
    agreements = made[max(made)]
    named = {one.unit for one in agreements}
    end = min(year_days(max(made))[1], qms.as_of)
    missing = [unit.id for unit in unreached(qms, named, by_top=False, on=end)]
    if missing and len(named) > len(missing):
        yield problem(
            agreements[0],
            "unit",
            message=say(
                "for {year} there is no agreement of {units}", year=str(max(made)), units=missing
            ),
            hint=say("have one made for each, or correct the `unit:` of those there are"),
        )
