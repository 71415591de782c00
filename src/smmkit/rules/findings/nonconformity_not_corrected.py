"""SMM979 nonconformity-not-corrected."""

from __future__ import annotations

from smmkit.analyses.audits import NONCONFORMITIES
from smmkit.documents.finding import AuditFinding
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM979",
    "nonconformity-not-corrected",
    of=AuditFinding,
    severity=Severity.WARNING,
    source="ISO 9001, 10.2.1 a",
    clause="10.2.1",
    filled=True,
)
def nonconformity_not_corrected(found: AuditFinding, qms: Qms) -> Problems:  # noqa: ARG001
    """A nonconformity that was closed says how the case itself was put right.

    Why: the cause is gone, and the seven files that were wrong are still wrong.
    """
    if found.grade in NONCONFORMITIES and found.closed and found.correction is None:
        yield problem(
            found,
            "closed",
            message=say(
                "{id} is closed, and nothing says how this case was put right", id=found.id
            ),
            hint=say("write it under `correction:`, with who did it and when"),
        )
