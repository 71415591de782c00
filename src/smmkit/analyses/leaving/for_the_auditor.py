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

RECOMMENDATION, BY_AUDITOR = say("Recommendation"), say("Recommendation of the auditor")
"""What one of these is marked for, and how the table of them is called."""

TO_STAGE_2 = (say("go on to stage 2"), say("settle these points before stage 2"))
TO_THE_AUDIT = (say("nothing to add"), say("settle these points before the audit"))
"""What an auditor may recommend after reading, the better one first."""


OF_CLAUSES = say(
    "A reference says where to look; whether it is enough, the auditor decides and writes it "
    "below “{heading}”.",
    heading=VERIFICATION,
)
OF_FINDINGS = say(
    "Below “{heading}” the auditor writes “accepted”, with the day, or what is still missing.",
    heading=VERIFICATION,
)
"""How the two sheets are written into."""

WHAT_BECAME = say("What became of findings and suggestions")
SUGGESTIONS = say("Findings and suggestions")

OURS = (
    *(BY_AUDITOR, OF_CLAUSES, OF_FINDINGS, WHAT_BECAME, SUGGESTIONS),
    *(*TO_STAGE_2, *TO_THE_AUDIT),
)
"""The lines on these sheets that nobody has written into them."""


def recommendations(sort: AuditType) -> tuple[Message, Message]:
    """What an auditor may recommend before an audit of a sort."""
    return TO_STAGE_2 if sort is AuditType.STAGE_1 else TO_THE_AUDIT
