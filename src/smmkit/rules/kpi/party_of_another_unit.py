"""SMM452 party-of-another-unit."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.texts import squeezed
from smmkit.documents.direction import PerformanceAgreement
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM452",
    "party-of-another-unit",
    of=PerformanceAgreement,
    severity=Severity.WARNING,
    source="juknis II.A4",
    clause="6.2.1",
    filled=True,
)
def party_of_another_unit(agreement: PerformanceAgreement, qms: Qms) -> Problems:
    """Who promises in a performance agreement is the office of the unit that it is of.

    Why: a promise signed by the head of another unit binds neither of the two.
    """
    if is_gone(agreement, qms):
        return
    units = {unit.id: squeezed(unit.title) for unit in (qms.settings.units if qms.settings else ())}
    said = squeezed(agreement.first_party)
    others = [id_ for id_, title in units.items() if title in said and id_ != agreement.unit]
    own = units.get(agreement.unit, "")
    if others and own and own not in said:
        yield problem(
            agreement,
            "first_party",
            message=say(
                "{id} is of {unit}, and {party} belongs to {other}",
                id=agreement.id,
                unit=agreement.unit,
                party=agreement.first_party,
                other=others[0],
            ),
            hint=say("name the office of {unit}, or the unit that promises", unit=agreement.unit),
        )
