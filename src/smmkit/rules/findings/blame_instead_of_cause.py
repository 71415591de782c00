"""SMM978 blame-instead-of-cause."""

from __future__ import annotations

from smmkit.analyses.texts import squeezed
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.base import Task
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import Vocabulary, pattern_of
from smmkit.standards.vocabulary.of_people import laid_on
from smmkit.words import say

SHORT = 12
"""So many words at most: a longer text says more."""

FEW = 8
"""Who says more than so many words says also what let it happen."""


@rule(
    "SMM978",
    "blame-instead-of-cause",
    severity=Severity.WARNING,
    source="ISO 9001, 10.2.1 b; own rule",
    clause="10.2.1",
    filled=True,
)
def blame_instead_of_cause(qms: Qms) -> Problems:
    """A cause lies in the way of working, and an action changes that: no blame, no reminder alone.

    Why: the next person forgets as well; what let it happen is still there.
    """
    held = qms.fact(vocabulary)
    records: list[AuditFinding | CorrectiveAction] = [
        *qms.of(AuditFinding),
        *qms.of(CorrectiveAction),
    ]
    for record in records:
        if record.cause and is_blame(record.cause, held):
            yield problem(
                record,
                "cause",
                message=say(
                    "the cause of {id} is somebody, not something: {text}",
                    id=record.id,
                    text=record.cause,
                ),
                hint=say("ask why once more: what in the way of working let it happen here?"),
            )
        tasks = tasks_of(record)
        if tasks and all(is_only(task.what, (*held.reminds, *held.letters)) for _, task in tasks):
            yield problem(
                record,
                *tasks[0][0],
                "what",
                message=say(
                    "all that is done for {id} is to tell people: {text}",
                    id=record.id,
                    text=tasks[0][1].what,
                ),
                hint=say(
                    "change what let it happen: a step, a form, a check, a tool; tell people of that"
                ),
            )


def is_blame(cause: str, held: Vocabulary) -> bool:
    """Whether a cause names only a fault of people: of one's own, or of those who are served."""
    is_of_others = len(cause.split()) <= FEW and laid_on(held.reproach).search(cause) is not None
    return is_only(cause, held.blames) or squeezed(cause) in held.shallow or is_of_others


def tasks_of(record: AuditFinding | CorrectiveAction) -> list[tuple[Path, Task]]:
    """The corrective actions of a record, each with its key path."""
    if isinstance(record, CorrectiveAction):
        return [(("actions", n), task) for n, task in enumerate(record.actions)]
    return [(("action",), record.action)] if record.action else []


def is_only(text: str, words: tuple[str, ...]) -> bool:
    """Whether a short text says little else than one of these."""
    return len(text.split()) <= SHORT and pattern_of(words).search(text) is not None
