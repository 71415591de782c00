"""SMM727 too-few-internal-audits."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.agenda.limits import audits_a_year
from smmkit.analyses.audits import internal
from smmkit.documents.audit import Audit
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class PerYear(Part):
    """How many internal audits there are."""

    per_year: Annotated[Whole, Field(ge=1)] = 2
    """How many internal audits a year has; unless set, one is enough where no guide wishes for two."""


LOOKED_BACK = 3
"""So many years that are over are counted: those of a cycle."""


@rule(
    "SMM727",
    "too-few-internal-audits",
    severity=Severity.WARNING,
    source="juknis II.C1",
    clause="9.2.1",
    settings=PerYear,
    whole=(Audit,),
)
def too_few_internal_audits(qms: Qms, limits: PerYear) -> Problems:  # noqa: ARG001
    """There are as many internal audits in a year as the organization has set itself.

    Why: the juknis wants two a year. Two audits on one day are one.
    """
    wanted = audits_a_year(qms)
    days = {audit.date for audit in internal(qms)}
    if not days:
        return
    first = min(days)
    since = max(first.year + (first.month > 6), qms.as_of.year - LOOKED_BACK)
    for year in range(since, qms.as_of.year):
        held = [day for day in days if day.year == year]
        if len(held) < wanted:
            last = max(
                (a for a in internal(qms) if a.date.year <= year),
                key=lambda a: a.date,
                default=internal(qms)[0],
            )
            yield problem(
                last,
                "date",
                message=say(
                    "internal audits in {year}: {n}; wanted: {wanted}",
                    year=str(year),
                    n=len(held),
                    wanted=wanted,
                ),
                hint=say(
                    "plan the next year so that it can be kept, and tell the management review why it was not"
                ),
            )
