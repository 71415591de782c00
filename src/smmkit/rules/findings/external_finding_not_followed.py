"""SMM762 external-finding-not-followed."""

from __future__ import annotations

from smmkit.analyses.audits import EXTERNAL, findings_by_audit, internal, last_day, of_types
from smmkit.analyses.proof.coverage import clauses_named
from smmkit.documents.finding import Grade
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

PASSING = (Grade.OBSERVATION, Grade.CONCERN)
"""What is noted, and needs no looking at again."""


@rule(
    "SMM762",
    "external-finding-not-followed",
    severity=Severity.WARNING,
    source="juknis II.C1",
    clause="9.2.2",
)
def external_finding_not_followed(qms: Qms) -> Problems:
    """The next internal audit looks where the external auditor found something.

    Why: the juknis has internal audits for that: to see that suggestions and findings of the external
    auditor are followed.
    """
    inside = internal(qms)
    for audit in of_types(qms, EXTERNAL):
        later = [one for one in inside if one.date > last_day(audit)]
        for found in qms.fact(findings_by_audit).get(audit.id, ()) if later else ():
            following = later[0]
            if found.is_closed_on(following.date) or found.grade in PASSING:
                continue
            asked = {
                c
                for check in following.checklist
                for c in clauses_named(qms, check.clause, following)
            }
            if found.unit not in following.units and asked.isdisjoint(
                clauses_named(qms, found.clause, found)
            ):
                yield problem(
                    following,
                    "units",
                    message=say(
                        "{id} does not look at {finding} of the external auditor, open on that day in {unit}",
                        id=following.id,
                        finding=found.id,
                        unit=found.unit,
                    ),
                    hint=say(
                        "put the unit, or a question about {clause}, into the next internal audit",
                        clause=found.clause,
                    ),
                )
