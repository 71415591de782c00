"""SMM310 never-in-force."""

from __future__ import annotations

from smmkit.analyses.lifecycle.timeline import sealing, withdrawn_before
from smmkit.documents import Document
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM310", "never-in-force", of=Document, source="ISO 9001, 7.5.2", clause="7.5.2")
def never_in_force(document: Document, qms: Qms) -> Problems:  # noqa: ARG001
    """What is approved is not withdrawn before it takes effect.

    Why: an approval of a text that never holds approves nothing, and one of the two days is wrong.
    """
    approval = sealing(document)
    if approval and (start := withdrawn_before(document, approval.on)):
        yield problem(
            document,
            "withdrawn",
            message=say(
                "{id} is withdrawn on {day}, before it takes effect on {start}",
                id=document.id,
                day=document.withdrawn,
                start=start,
            ),
            hint=say("correct one of the two days"),
        )
