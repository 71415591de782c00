"""SMM687 whys-of-something-else."""

from __future__ import annotations

from smmkit.analyses.texts.stems import stems
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM687",
    "whys-of-something-else",
    severity=Severity.WARNING,
    source="ISO 9001, 10.2.1 b",
    clause="10.2.1",
    filled=True,
)
def whys_of_something_else(qms: Qms) -> Problems:
    """The chain of whys speaks of the nonconformity, or of the cause that it leads to.

    Why: a chain that shares no word with either was taken from another finding, or made up.
    """
    records: list[AuditFinding | CorrectiveAction] = [
        *qms.of(AuditFinding),
        *qms.of(CorrectiveAction),
    ]
    for record in records:
        chain = stems(" ".join(record.whys))
        matter = stems(" ".join((record.title, record.statement, record.cause or "")))
        if len(record.whys) > 1 and chain and chain.isdisjoint(matter):
            yield problem(
                record,
                "whys",
                message=say(
                    "the whys of {id} share no word with what was found, nor with its cause",
                    id=record.id,
                ),
                hint=say("begin with what was found, and ask of each answer why it was so"),
            )
