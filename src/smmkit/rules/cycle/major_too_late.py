"""SMM774 major-too-late."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.audits import FOR_CERTIFICATE, findings_by_audit, last_day, of_types, settled
from smmkit.analyses.kpis.periods import months_after
from smmkit.documents.finding import Grade
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Limit(Part):
    """How long a major nonconformity may take."""

    months: Annotated[Whole, Field(ge=1)] = 6
    """How many months after the last day of the audit it is settled."""


@rule(
    "SMM774",
    "major-too-late",
    severity=Severity.WARNING,
    source="ISO/IEC 17021-1, 9.5.3.2",
    clause="10.2.1",
    settings=Limit,
)
def major_too_late(qms: Qms, limits: Limit) -> Problems:
    """A major nonconformity of stage 2 is settled within six months.

    Why: after that the certification body has to hold stage 2 again.
    """
    for audit in of_types(qms, FOR_CERTIFICATE):
        last = months_after(last_day(audit), limits.months)
        for found in qms.fact(findings_by_audit).get(audit.id, ()):
            day = settled(found) or qms.as_of
            if found.grade is Grade.MAJOR and day > last:
                yield problem(
                    found,
                    "grade",
                    message=say(
                        "{id} had to be settled by {day}, {n} months after {audit}",
                        id=found.id,
                        day=last,
                        n=limits.months,
                        audit=audit.id,
                    ),
                    hint=say("ask the certification body whether stage 2 has to be held again"),
                )
