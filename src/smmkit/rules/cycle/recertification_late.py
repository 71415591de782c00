"""SMM868 recertification-late."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from smmkit.analyses.cycle.certificates import is_active, running
from smmkit.analyses.cycle.steps import steps_of
from smmkit.calendar_ends import months_before
from smmkit.documents.audit import Audit, AuditType
from smmkit.documents.certification import Certificate
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.rules.settings import settings_of_rules
from smmkit.words import say


class Early(Part):
    """How early the recertification audit is held."""

    months: Annotated[Whole, Field(ge=0)] = 2
    """How many months before the last day of the certificate it is held at the latest."""


@rule(
    "SMM868",
    "recertification-late",
    severity=Severity.WARNING,
    source="ISO/IEC 17021-1, 9.6.3",
    settings=Early,
    whole=(Audit,),
)
def recertification_late(qms: Qms, limits: Early) -> Problems:
    """The recertification audit is held early enough for its findings to be settled in time.

    Why: a plan alone renews nothing. The audit, the answers to it and the decision all have to lie before
    the last day; after it nothing holds until the body has decided.
    """
    for certificate in qms.fact(running):
        for last in missed(qms, certificate, limits):
            yield problem(
                certificate,
                "expires",
                message=say(
                    "{id} ends on {day}; the recertification audit was to be held by {last}",
                    id=certificate.id,
                    day=certificate.expires,
                    last=last,
                ),
                hint=say("agree with the certification body on the nearest day, and hold it"),
            )


def missed(qms: Qms, certificate: Certificate, limits: Early) -> list[date]:
    """The day by which a recertification audit that was not held was to be held."""
    if not is_active(qms, certificate, qms.as_of):
        return []
    open_ = [
        months_before(step.planned, limits.months)
        for step in steps_of(qms, certificate)
        if step.audit_type is AuditType.RECERTIFICATION and step.planned and not step.held
    ]
    return [last for last in open_ if last < qms.as_of]


def is_told(qms: Qms, certificate: Certificate) -> bool:
    """Whether this rule speaks of a certificate, so that another need not say the same."""
    settings, _ = settings_of_rules(qms, [recertification_late], {})
    limits = settings[recertification_late.rule.code]
    return isinstance(limits, Early) and bool(missed(qms, certificate, limits))
