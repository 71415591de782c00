"""SMM789 action-without-day."""

from __future__ import annotations

from smmkit.analyses.audits.actions import acted_on
from smmkit.documents.finding import AuditFinding
from smmkit.model.fields import named
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM789",
    "action-without-day",
    severity=Severity.WARNING,
    source="ISO 9001, 10.2.1",
    clause="10.2.1",
    filled=True,
)
def action_without_day(qms: Qms) -> Problems:
    """What is to be done about a nonconformity has a unit that does it, and a day.

    Why: what is everybody's, and for some day, is not done.
    """
    for document, tasks, _ in qms.fact(acted_on):
        for index, task in enumerate(tasks):
            path = ("action",) if isinstance(document, AuditFinding) else ("actions", index)
            missing = [
                named(type(task), name)
                for name, value in (("owner", task.owner), ("due", task.due or task.done))
                if not value
            ]
            if missing:
                yield problem(
                    document,
                    *path,
                    "what",
                    message=say(
                        "an action of {id} has no {missing}", id=document.id, missing=missing
                    ),
                    hint=say("write `owner:` with the unit and `due:` with the day"),
                )
