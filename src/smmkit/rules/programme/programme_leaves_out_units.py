"""SMM799 programme-leaves-out-units."""

from __future__ import annotations

from datetime import date

from smmkit.analyses.organization.units import with_heirs, with_owners
from smmkit.documents.audit import AuditProgramme, AuditType
from smmkit.documents.settings import Settings
from smmkit.documents.unit import OrganizationUnit
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM799",
    "programme-leaves-out-units",
    of=AuditProgramme,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 a",
    clause="9.2.2",
    filled=True,
)
def programme_leaves_out_units(programme: AuditProgramme, qms: Qms) -> Problems:
    """The internal audits of an approved programme cover every unit.

    Why: a unit that is left out in the plan is left out in the year. What is above others is the
    whole, and covered with its parts.
    """
    inside = [entry for entry in programme.entries if entry.audit_type is AuditType.INTERNAL]
    if not programme.approvals or not inside or not qms.settings:
        return
    named = (one for entry in inside for one in (*entry.units, *entry.processes))
    planned = with_heirs(qms, with_owners(qms, named))
    above = {unit.part_of for unit in qms.settings.units if unit.part_of}
    left = [
        u.id
        for u in qms.settings.units
        if is_meant(u, programme, qms.as_of)
        and u.id not in planned | above
        and u.part_of not in planned - tops(qms.settings)
    ]
    if planned and left:
        yield problem(
            programme,
            "entries",
            message=say("no internal audit of {id} covers {units}", id=programme.id, units=left),
            hint=say("plan it in a new version, or say in the next programme that it comes first"),
        )


def is_meant(unit: OrganizationUnit, programme: AuditProgramme, day: date) -> bool:
    """Whether a unit is there at some time of a programme, and has begun by the day of judgement."""
    begun = unit.since is None or unit.since <= min(programme.until, day)
    return begun and (unit.until is None or unit.until >= programme.since)


def tops(settings: Settings) -> set[str]:
    """The units that belong to no other."""
    return {unit.id for unit in settings.units if unit.part_of is None}
