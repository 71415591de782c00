"""SMM687 whys-of-something-else."""

from __future__ import annotations

from smmkit.analyses.texts.stems import stems
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

FEWEST = 2
"""Of fewer whys there is no chain."""


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
        if len(record.whys) < FEWEST:
            continue
        chain = stems(" ".join(record.whys))
        matter = stems(" ".join((record.title, record.statement, record.cause or "")))
        last = stems(record.whys[-1])
        if chain and chain.isdisjoint(matter):
            yield problem(
                record,
                "whys",
                message=say(
                    "the whys of {id} share no word with what was found, nor with its cause",
                    id=record.id,
                ),
                hint=say("begin with what was found, and ask of each answer why it was so"),
            )
        elif record.cause and last and last.isdisjoint(matter | around(record)):
            yield problem(
                record,
                "whys",
                len(record.whys) - 1,
                message=say(
                    "the last why of {id} shares no word with its cause, nor with the others",
                    id=record.id,
                ),
                hint=say("the last answer is the cause: write the same in both places"),
            )


def around(record: AuditFinding | CorrectiveAction) -> set[str]:
    """The words of the whys before the last one, and of what is done about the cause."""
    done = record.actions if isinstance(record, CorrectiveAction) else [record.action]
    return stems(" ".join((*record.whys[:-1], *(task.what for task in done if task))))
