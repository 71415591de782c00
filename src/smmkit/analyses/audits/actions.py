"""What was done against nonconformities, and whether it helped."""

from __future__ import annotations

from smmkit.documents.base import Task
from smmkit.documents.finding import AuditFinding, CorrectiveAction, Effectiveness, Grade
from smmkit.qms import Qms

Acted = tuple[AuditFinding | CorrectiveAction, tuple[Task, ...], Effectiveness | None]
"""A document, its corrective actions, and what was seen of their effect."""


def acted_about(qms: Qms) -> frozenset[str]:
    """What has a corrective action of its own: complaints, nonconforming outputs, findings."""
    return frozenset(id_ for one in qms.of(CorrectiveAction) for id_ in one.about)


def acted_on(qms: Qms) -> list[Acted]:
    """Every finding that asks for a cause, and every corrective action; suggestions have none."""
    asked = {Grade.MAJOR, Grade.MINOR, Grade.CONCERN, Grade.OBSERVATION}
    found: list[Acted] = []
    for document in qms.documents:
        if isinstance(document, AuditFinding) and document.grade in asked:
            tasks = (document.action,) if document.action else ()
            found.append((document, tasks, document.effectiveness))
        elif isinstance(document, CorrectiveAction):
            found.append((document, document.actions, document.effectiveness))
    return found
