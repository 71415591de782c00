"""SMM747 unit-not-interviewed."""

from __future__ import annotations

from smmkit.analyses.audits import FOR_CERTIFICATE, interviews_by_audit, is_told
from smmkit.documents.audit import Audit
from smmkit.documents.interview import Interview
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM747",
    "unit-not-interviewed",
    of=Audit,
    severity=Severity.WARNING,
    source="juknis II.B4",
    filled=True,
    whole=(Interview,),
    wish="interview",
)
def unit_not_interviewed(audit: Audit, qms: Qms) -> Problems:
    """In a certification audit every unit that is audited is interviewed.

    Why: the juknis wants the person who answers for quality management, and the coordinator of each
    unit, to be asked. Whoever was not asked cannot have confirmed anything.
    """
    if audit.audit_type not in FOR_CERTIFICATE or not is_told(audit):
        return
    asked = {interview.unit for interview in qms.fact(interviews_by_audit).get(audit.id, ())}
    for index, unit in enumerate(audit.units):
        if unit not in asked:
            yield problem(
                audit,
                "units",
                index,
                message=say("nobody of {unit} was interviewed in {id}", unit=unit, id=audit.id),
                hint=say(
                    "record the interview with its coordinator, with `audit: {id}`", id=audit.id
                ),
            )
