"""SMM783 recertification-not-planned."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.audits import is_called_off, of_types, planned_days
from smmkit.analyses.cycle.certificates import is_withdrawn, running
from smmkit.calendar_ends import months_before
from smmkit.documents.audit import AuditProgramme, AuditType
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.rules.cycle.recertification_late import is_told
from smmkit.words import say


class Ahead(Part):
    """How early the recertification is planned."""

    months: Annotated[Whole, Field(ge=1)] = 6
    """How many months before the last day of the certificate it is planned."""


@rule(
    "SMM783",
    "recertification-not-planned",
    severity=Severity.WARNING,
    source="ISO/IEC 17021-1, 9.6.3",
    settings=Ahead,
    whole=(AuditProgramme,),
)
def recertification_not_planned(qms: Qms, limits: Ahead) -> Problems:
    """The recertification is planned, or held, before the certificate expires.

    Why: it has to be finished, with every major nonconformity settled, before that day; else a new
    certification begins from the start.
    """
    planned = [
        e
        for p in qms.of(AuditProgramme)
        for e in p.entries
        if e.audit_type is AuditType.RECERTIFICATION and not is_called_off(e, qms.as_of)
    ]
    held = of_types(qms, (AuditType.RECERTIFICATION,))
    for certificate in qms.fact(running):
        asked_from = months_before(certificate.expires, limits.months)
        ahead = asked_from <= qms.as_of <= certificate.expires
        spans = [span for entry in planned if (span := planned_days(entry))]
        days = [*(until for _, until in spans), *(audit.date for audit in held)]
        if (
            ahead
            and not is_withdrawn(certificate, qms.as_of)
            and not any(certificate.date < day <= certificate.expires for day in days)
            and not is_told(qms, certificate)
        ):
            yield problem(
                certificate,
                "expires",
                message=say(
                    "{id} expires on {day}, and no recertification is planned before",
                    id=certificate.id,
                    day=certificate.expires,
                ),
                hint=say(
                    "agree on days with the certification body and put them into the audit programme"
                ),
            )
