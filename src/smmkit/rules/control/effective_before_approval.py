"""SMM387 effective-before-approval."""

from __future__ import annotations

from smmkit.analyses.lifecycle.timeline import sealing
from smmkit.documents import Document
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM387",
    "effective-before-approval",
    of=Document,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.2",
    clause="7.5.2",
)
def effective_before_approval(document: Document, qms: Qms) -> Problems:  # noqa: ARG001
    """A text takes effect on the day of its approval or later.

    Why: a text that held before anybody approved it was not under control; a day that was set back hides
    that.
    """
    approval = sealing(document)
    if document.effective and approval and document.effective < approval.on:
        yield problem(
            document,
            "effective",
            message=say(
                "{id} takes effect on {day}, and was approved on {approved}",
                id=document.id,
                day=document.effective,
                approved=approval.on,
            ),
            hint=say("write the day of the approval or a later one, and approve a new version"),
        )
