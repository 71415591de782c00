"""SMM744 finding-on-another-clause."""

from __future__ import annotations

from smmkit.analyses.proof.coverage import clauses_named
from smmkit.documents.audit import Audit
from smmkit.documents.finding import AuditFinding
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM744",
    "finding-on-another-clause",
    of=Audit,
    severity=Severity.WARNING,
    source="own rule",
    clause="9.2.2",
    filled=True,
)
def finding_on_another_clause(audit: Audit, qms: Qms) -> Problems:
    """A finding is about the clause of the question that it came of.

    Why: it is answered for the clause that it names; the one that was asked about stays open.
    """
    for index, check in enumerate(audit.checklist):
        found = qms.get(check.finding or "", AuditFinding)
        if found:
            asked = set(clauses_named(qms, check.clause, audit))
            about = clauses_named(qms, found.clause, found)  # none where there is no such clause
            if asked and about and asked.isdisjoint(about):
                yield problem(
                    audit,
                    "checklist",
                    index,
                    "clause",
                    message=say(
                        "{finding} is about {other}, the question about {clause}",
                        finding=found.id,
                        other=found.clause,
                        clause=check.clause,
                    ),
                    hint=say("put the clause right that is wrong"),
                )
