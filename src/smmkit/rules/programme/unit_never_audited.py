"""SMM725 unit-never-audited."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from smmkit.analyses.audits import internal
from smmkit.analyses.organization.units import with_heirs, with_owners
from smmkit.calendar_ends import months_before
from smmkit.documents.audit import Audit
from smmkit.documents.unit import OrganizationUnit
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Round(Part):
    """How long a round of internal audits takes."""

    months: Annotated[Whole, Field(ge=1)] = 12
    """Within how many months every unit is audited once."""
    grace: Annotated[Whole, Field(ge=0)] = 12
    """How many months after the first internal audit this is asked for."""


@rule(
    "SMM725",
    "unit-never-audited",
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 a",
    clause="9.2.2",
    settings=Round,
    whole=(Audit,),
)
def unit_never_audited(qms: Qms, limits: Round) -> Problems:
    """Every unit is audited within the time of a round of internal audits.

    Why: a unit that nobody audits works as it likes, and the certification auditor begins there.
    """
    first = next(iter(internal(qms)), None)
    settings = qms.settings
    since = months_before(qms.as_of, limits.months)
    if settings is None or first is None or first.date > months_before(qms.as_of, limits.grace):
        return
    recent = (audit for audit in internal(qms) if audit.date >= since)
    named = (one for audit in recent for one in (*audit.units, *audit.processes))
    covered = with_heirs(qms, with_owners(qms, named))
    above = {unit.id: unit.part_of for unit in settings.units}
    for index, unit in enumerate(settings.units):
        parent = above.get(unit.part_of or "")
        if not is_due(unit, since, qms.as_of):
            continue
        if unit.id not in covered and not (parent and unit.part_of in covered):
            yield problem(
                settings,
                "units",
                index,
                "id",
                message=say(
                    "no internal audit of the last {n} months covers {unit}",
                    n=limits.months,
                    unit=unit.id,
                ),
                hint=say(
                    "put it into the audit programme, and into `units:` of the audit that covers it"
                ),
            )


def is_due(unit: OrganizationUnit, since: date, day: date) -> bool:
    """Whether a unit is there, and was all the time in which it is to be audited."""
    return unit.exists_on(day) and (unit.since is None or unit.since <= since)
