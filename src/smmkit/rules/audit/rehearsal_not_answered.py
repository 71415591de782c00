"""SMM849 rehearsal-not-answered."""

from __future__ import annotations

from dataclasses import replace

from smmkit.analyses.auditing.rehearsed import still_weak
from smmkit.documents.audit import Audit
from smmkit.documents.rehearsed import Answered, MockAudit
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM849",
    "rehearsal-not-answered",
    severity=Severity.WARNING,
    source="own rule",
    clause="9.2.1",
    whole=(Audit, MockAudit),
)
def rehearsal_not_answered(qms: Qms) -> Problems:
    """What a unit could not answer in the rehearsal, it can answer before the auditor comes.

    Why: the auditor asks the same, and what was weak in the rehearsal becomes a finding there.
    """
    nothing = say("{unit} could not answer the question about {clause}", unit="", clause="")
    in_part = say(
        "{unit} has answered the question about {clause} only in part", unit="", clause=""
    )
    for mock, index, one in qms.fact(still_weak):
        told = nothing if one.answered is Answered.NOTHING else in_part
        yield problem(
            mock,
            "answers",
            index,
            "answered",
            message=replace(told, values={"unit": one.unit, "clause": one.clause}),
            hint=say(
                "find where the answer stands, and write under `done:` since when it can be shown"
            ),
        )
