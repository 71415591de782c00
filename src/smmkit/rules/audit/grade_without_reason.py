"""SMM754 grade-without-reason."""

from __future__ import annotations

from smmkit.analyses.audits import NONCONFORMITIES
from smmkit.documents.finding import AuditFinding
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM754",
    "grade-without-reason",
    of=AuditFinding,
    severity=Severity.WARNING,
    source="juknis II.B4 a",
    filled=True,
)
def grade_without_reason(found: AuditFinding, qms: Qms) -> Problems:  # noqa: ARG001
    """The grade of a nonconformity has a reason.

    Why: the juknis lets major and minor overlap. Where the reason is written, the grade can be
    discussed; else it is only felt.
    """
    if found.grade in NONCONFORMITIES and not found.justification:
        yield problem(
            found,
            "grade",
            message=say("nothing says why {id} is a {grade}", id=found.id, grade=found.grade.label),
            hint=say("write under `justification:` what it does to the system and its results"),
        )
