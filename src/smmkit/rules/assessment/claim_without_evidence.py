"""SMM701 claim-without-evidence."""

from __future__ import annotations

from smmkit.documents.assessment import GapAssessment, Status
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM701", "claim-without-evidence", of=GapAssessment, source="juknis II.A1")
def claim_without_evidence(assessment: GapAssessment, qms: Qms) -> Problems:  # noqa: ARG001
    """A claim of conformity names the documents that show it."""
    for index, verdict in enumerate(assessment.verdicts):
        if verdict.status is Status.CONFORM and not verdict.evidence:
            yield problem(
                assessment,
                "verdicts",
                index,
                "status",
                message=say(
                    "{requirement} is claimed to conform, but no evidence is named",
                    requirement=verdict.requirement,
                ),
                hint=say("write `evidence:` with the ids of documents, or claim less"),
            )
