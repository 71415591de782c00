"""SMM730 stage-missing."""

from __future__ import annotations

from smmkit.analyses.audits import of_types
from smmkit.documents.audit import Audit, AuditType
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM730",
    "stage-missing",
    severity=Severity.WARNING,
    source="ISO/IEC 17021-1, 9.3.1",
    filled=True,
    whole=(Audit,),
)
def stage_missing(qms: Qms) -> Problems:
    """A stage 2 audit has a stage 1 before it.

    Why: without it nobody has looked whether the system is ready; the certification body has to.
    """
    ones = of_types(qms, (AuditType.STAGE_1,))
    for audit in of_types(qms, (AuditType.STAGE_2,)):
        if not any(one.body == audit.body for one in ones):
            yield problem(
                audit,
                "audit_type",
                message=say("there is no stage 1 audit before {id}", id=audit.id),
                hint=say("record stage 1, off-site as it may have been"),
            )
