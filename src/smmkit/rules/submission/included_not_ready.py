"""SMM830 included-not-ready."""

from __future__ import annotations

from smmkit.analyses.lifecycle.state import standings
from smmkit.documents import Document
from smmkit.documents.submission import Submission
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM830",
    "included-not-ready",
    of=Submission,
    severity=Severity.WARNING,
    source="juknis II.B2",
    clause="7.5.3.1",
    filled=True,
)
def included_not_ready(submission: Submission, qms: Qms) -> Problems:
    """What a submission names to be sent can be sent.

    Why: the bundle leaves out what does not hold; who wrote the list believes it is there.
    """
    if submission.sent:
        return
    for index, id_ in enumerate(submission.include):
        document = qms.get(id_, Document)
        if document and not qms.fact(standings)[document.id].holds:
            yield problem(
                submission,
                "include",
                index,
                message=say(
                    "{id} is to be sent; its state: {state}",
                    id=id_,
                    state=qms.fact(standings)[document.id].state.label,
                ),
                hint=say("approve it before, or name it under `leave_out:` with the reason"),
            )
