"""What the sheets of a bundle ask an auditor to write into them: known again when they come back."""

from __future__ import annotations

from smmkit.documents.audit import AuditType
from smmkit.words import Message, say

VERIFICATION = say("Verification")
"""The column that is the auditor's, in every sheet."""

CLAUSE, REQUIREMENT, REFERENCE = say("Clause"), say("Requirement"), say("Reference")
"""The other columns of the table of clauses."""

ID, FINDING, ANSWER, STATE = say("Id"), say("Finding"), say("Answer"), say("State")
AUDIT, GRADE = say("Audit"), say("Grade")
"""Those of the findings."""

RECOMMENDATION = say("Recommendation")
"""What one of these is marked for."""

TO_STAGE_2 = (say("go on to stage 2"), say("settle these points before stage 2"))
TO_THE_AUDIT = (say("nothing to add"), say("settle these points before the audit"))
"""What an auditor may recommend after reading, the better one first."""


def recommendations(sort: AuditType) -> tuple[Message, Message]:
    """What an auditor may recommend before an audit of a sort."""
    return TO_STAGE_2 if sort is AuditType.STAGE_1 else TO_THE_AUDIT
