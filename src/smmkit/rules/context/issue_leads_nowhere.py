"""SMM614 issue-leads-nowhere."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.context import Issues
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM614",
    "issue-leads-nowhere",
    of=Issues,
    severity=Severity.WARNING,
    source="ISO 9001, 6.1.1",
    clause="6.1.1",
)
def issue_leads_nowhere(register: Issues, qms: Qms) -> Problems:
    """From an issue something follows, or it is said why nothing does.

    Why: issues that lead nowhere were written for the auditor.
    """
    for index, entry in enumerate(register.entries if is_live(register, qms) else ()):
        if not entry.leads_to and not entry.reason:
            yield problem(
                register,
                "entries",
                index,
                "id",
                message=say("nothing follows from {id}", id=entry.id),
                hint=say(
                    "write `leads_to:` with the risk or objective, or `reason:` why nothing does"
                ),
            )
