"""SMM961 cause-is-the-finding."""

from __future__ import annotations

import re

from smmkit.analyses.texts import squeezed
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

WORD = re.compile(r"\w+")
FEWEST = 3
"""A cause of fewer words may be a word of the finding by chance."""


@rule(
    "SMM961",
    "cause-is-the-finding",
    severity=Severity.WARNING,
    source="ISO 9001, 10.2.1 b",
    clause="10.2.1",
    filled=True,
)
def cause_is_the_finding(qms: Qms) -> Problems:
    """A cause says more than what was found, and is not that of every other finding.

    Why: who writes "negligence" under each has looked for a culprit, and not for a cause.
    """
    first: dict[str, str] = {}
    records: list[AuditFinding | CorrectiveAction] = [
        *qms.of(AuditFinding),
        *qms.of(CorrectiveAction),
    ]
    for record in records:
        if not record.cause:
            continue
        cause = squeezed(record.cause)
        if cause == squeezed(record.statement) or adds_nothing(record.cause, found_in(record)):
            message = say("the cause is what was found, said once more")
        elif cause in first:
            message = say("the cause is word for word that of {id}", id=first[cause])
        else:
            first[cause] = record.id
            continue
        yield problem(
            record,
            "cause",
            message=message,
            hint=say("ask why once more: what in the way of working let it happen here?"),
        )


def found_in(record: AuditFinding | CorrectiveAction) -> str:
    """All that is said of what was found."""
    observed = record.observed if isinstance(record, AuditFinding) else None
    return " ".join(filter(None, (record.title, record.statement, observed)))


def adds_nothing(cause: str, found: str) -> bool:
    """Whether each word of a cause stands in what was found already."""
    words = WORD.findall(cause.casefold())
    return len(words) >= FEWEST and set(words) <= set(WORD.findall(found.casefold()))
