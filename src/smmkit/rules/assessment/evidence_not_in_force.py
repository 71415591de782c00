"""SMM712 evidence-not-in-force."""

from __future__ import annotations

from smmkit.analyses.lifecycle.state import standings
from smmkit.analyses.proof.coverage import latest_assessments
from smmkit.documents import Document
from smmkit.documents.assessment import GapAssessment, Status
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

CLAIMS = (Status.CONFORM, Status.PARTIAL)


@rule(
    "SMM712",
    "evidence-not-in-force",
    of=GapAssessment,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.1",
    clause="7.5.3.1",
    filled=True,
    whole=(GapAssessment,),
)
def evidence_not_in_force(assessment: GapAssessment, qms: Qms) -> Problems:
    """What shows a claim of the last assessment is approved and holds.

    Why: a draft shows an intention, and a withdrawn text shows how it was once. Neither shows that the
    organization conforms today.
    """
    if assessment.id not in qms.fact(latest_assessments):
        return
    for index, verdict in enumerate(assessment.verdicts):
        if verdict.status not in CLAIMS:
            continue
        for n, id_ in enumerate(verdict.evidence):
            home = qms.homes[id_][0] if id_ in qms.homes else None
            if isinstance(home, Document) and not qms.fact(standings)[home.id].holds:
                yield problem(
                    assessment,
                    "verdicts",
                    index,
                    "evidence",
                    n,
                    message=say(
                        "{id} is named as evidence for {requirement}; its state: {state}",
                        id=id_,
                        requirement=verdict.requirement,
                        state=qms.fact(standings)[home.id].state.label,
                    ),
                    hint=say("approve it, name what holds, or claim less"),
                )
