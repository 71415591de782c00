"""SMM982 graded-below-its-verdict."""

from __future__ import annotations

from smmkit.documents.assessment import Status
from smmkit.documents.audit import Audit, AuditType
from smmkit.documents.finding import AuditFinding, Grade
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM982",
    "graded-below-its-verdict",
    of=Audit,
    severity=Severity.WARNING,
    source="ISO 19011, 6.4.8; juknis II.B4",
    clause="9.2.2",
    filled=True,
)
def graded_below_its_verdict(audit: Audit, qms: Qms) -> Problems:
    """What does not conform is a nonconformity, major or minor; no suggestion, no praise.

    Why: a suggestion may be declined. A nonconformity that goes by that name is never corrected. At stage 1
    an area of concern says enough (ISO/IEC 17021-1, 9.3.1.2).
    """
    fitting = {Grade.MAJOR, Grade.MINOR}
    if audit.audit_type is AuditType.STAGE_1:
        fitting.add(Grade.CONCERN)
    for index, check in enumerate(audit.checklist):
        found = qms.get(check.finding or "", AuditFinding)
        if check.status is Status.NONCONFORM and found and found.grade not in fitting:
            yield problem(
                audit,
                "checklist",
                index,
                "status",
                message=say(
                    '{clause} does not conform, and {finding} is "{grade}"',
                    clause=check.clause,
                    finding=found.id,
                    grade=found.grade.label,
                ),
                hint=say("grade the finding as `major` or `minor`, or put the verdict right"),
            )
