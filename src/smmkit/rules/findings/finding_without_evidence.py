"""SMM753 finding-without-evidence."""

from __future__ import annotations

from smmkit.analyses.audits import NONCONFORMITIES
from smmkit.documents.finding import AuditFinding
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

FEWEST = 4
"""So many words are needed, unless something was counted."""

COUNTS = frozenset({"of", "dari"})
"""What stands between two numbers that are written in words."""


@rule(
    "SMM753",
    "finding-without-evidence",
    of=AuditFinding,
    severity=Severity.WARNING,
    source="ISO/IEC 17021-1, 9.4.5",
    clause="9.2.2",
    filled=True,
)
def finding_without_evidence(found: AuditFinding, qms: Qms) -> Problems:  # noqa: ARG001
    """A nonconformity says what was seen, and where.

    Why: without the objective evidence nobody can find the cause, nor see later whether it is gone.
    """
    if found.grade in NONCONFORMITIES and not found.observed and not found.evidence:
        yield problem(
            found,
            "grade",
            message=say("{id} names no objective evidence", id=found.id),
            hint=say("write under `observed:` what was seen, where and how often"),
        )
    elif found.grade in NONCONFORMITIES and found.observed and is_thin(found.observed):
        yield problem(
            found,
            "observed",
            message=say(
                "{id} does not say what was seen, and where: {text}",
                id=found.id,
                text=found.observed,
            ),
            hint=say("write what was looked at, how many of how many, and where"),
        )


def is_thin(text: str) -> bool:
    """Whether a text is too short to say what was seen and where."""
    said = text.casefold().split()
    is_counted = any(map(str.isdigit, text)) or not COUNTS.isdisjoint(said)
    return len(said) < FEWEST and not is_counted
