"""SMM838 held-though-called-off."""

from __future__ import annotations

from smmkit.analyses.audits import parts_of
from smmkit.documents.audit import Audit, AuditProgramme
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM838",
    "held-though-called-off",
    of=AuditProgramme,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 a",
    clause="9.2.2",
    whole=(Audit,),
)
def held_though_called_off(programme: AuditProgramme, qms: Qms) -> Problems:
    """An audit that was called off was not held.

    Why: the review hears that it was called off, and reads what it found: nobody can say which is true.
    """
    for index, planned in enumerate(programme.entries):
        held = parts_of(planned, qms)
        if planned.cancelled and held:
            yield problem(
                programme,
                "entries",
                index,
                "cancelled",
                message=say(
                    "{id} was called off on {day}, and {audit} says that it was held",
                    id=planned.id,
                    day=planned.cancelled.on,
                    audit=held[0].id,
                ),
                hint=say(
                    "take `cancelled:` out of {id}, or `{id}` out of {audit}",
                    id=planned.id,
                    audit=held[0].id,
                ),
            )
