"""SMM791 head-not-interviewed."""

from __future__ import annotations

from smmkit.analyses.audits import FOR_CERTIFICATE, interviews_by_audit, is_told
from smmkit.analyses.organization.head import is_head
from smmkit.documents.audit import Audit
from smmkit.documents.interview import Interview
from smmkit.documents.people import People
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM791",
    "head-not-interviewed",
    of=Audit,
    severity=Severity.WARNING,
    source="juknis II.B4",
    clause="5.1.1",
    filled=True,
    whole=(Interview, People),
    wish="interview",
)
def head_not_interviewed(audit: Audit, qms: Qms) -> Problems:
    """In a certification audit the person who answers for quality management is interviewed.

    Why: the juknis names this person first; what top management says shows whether the system is led.
    """
    settings = qms.settings
    if audit.audit_type not in FOR_CERTIFICATE or not is_told(audit) or not settings:
        return
    asked = {
        interview.person
        for interview in qms.fact(interviews_by_audit).get(audit.id, ())
        if interview.person
    }
    heads = [person for person in asked if is_head(qms, person, audit.date)]
    if not heads and settings.responsible not in asked:
        yield problem(
            audit,
            "id",
            message=say(
                "neither {head} nor the person responsible was interviewed in {id}",
                head=settings.organization.head,
                id=audit.id,
            ),
            hint=say("record the interview, with `person:`"),
        )
