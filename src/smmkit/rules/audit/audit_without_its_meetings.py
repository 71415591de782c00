"""SMM974 audit-without-its-meetings."""

from __future__ import annotations

from smmkit.analyses.audits import CLOSING, OPENING, meeting
from smmkit.documents.audit import Audit
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

MEETINGS = ((OPENING, say("an opening meeting")), (CLOSING, say("a closing meeting")))
"""What an audit begins and ends with."""


@rule(
    "SMM974",
    "audit-without-its-meetings",
    of=Audit,
    severity=Severity.WARNING,
    source="ISO 19011, 6.4.3 and 6.4.10; juknis II.B3",
    clause="9.2.2",
    filled=True,
)
def audit_without_its_meetings(audit: Audit, qms: Qms) -> Problems:  # noqa: ARG001
    """The plan of an audit has a meeting to open it and one to close it.

    Why: at the closing meeting the unit hears what was found, and can say that it was otherwise.
    """
    for words, lacking in MEETINGS:
        if audit.agenda and meeting(audit, words) is None:
            yield problem(
                audit,
                "agenda",
                message=say("the plan of {id} lacks {meeting}", id=audit.id, meeting=lacking),
                hint=say("write it into the plan, with its day and time, and keep who attended"),
            )
