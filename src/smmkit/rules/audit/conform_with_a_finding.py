"""SMM963 conform-with-a-finding."""

from __future__ import annotations

from smmkit.analyses.audits import audits
from smmkit.documents.finding import AuditFinding, Grade
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

WRONG = (Grade.MAJOR, Grade.MINOR)


@rule(
    "SMM963",
    "conform-with-a-finding",
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2",
    clause="9.2.2",
    filled=True,
)
def conform_with_a_finding(qms: Qms) -> Problems:
    """A question of the checklist that led to a nonconformity is not answered with `conform`.

    Why: the checklist and the finding are read side by side, and one of them is wrong.
    """
    for audit in qms.fact(audits):
        for index, check in enumerate(audit.checklist):
            finding = qms.get(check.finding or "", AuditFinding)
            if finding is None or finding.grade not in WRONG or check.status != "conform":
                continue
            yield problem(
                audit,
                "checklist",
                index,
                "status",
                message=say("{id} came of it, and yet it is called conform", id=finding.id),
                hint=say("write what the finding says, or take the finding out of this line"),
            )
