"""SMM713 evidence-from-later."""

from __future__ import annotations

from smmkit.documents import Record
from smmkit.documents.assessment import GapAssessment
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM713", "evidence-from-later", of=GapAssessment, source="own rule")
def evidence_from_later(assessment: GapAssessment, qms: Qms) -> Problems:
    """An assessment names no record that was made after it.

    Why: nobody can have seen it on that day; either the day of the assessment is wrong, or the verdict
    was written without looking.
    """
    for index, verdict in enumerate(assessment.verdicts):
        for n, id_ in enumerate(verdict.evidence):
            record = qms.get(id_, Record)
            if record and record.date > assessment.date:
                yield problem(
                    assessment,
                    "verdicts",
                    index,
                    "evidence",
                    n,
                    message=say("{id} is of {day}, after this assessment", id=id_, day=record.date),
                    hint=say("name what was there on that day, or assess again"),
                )
