"""SMM383 issued-without-approval."""

from __future__ import annotations

from smmkit.analyses.lifecycle.timeline import newest_first
from smmkit.documents.document import Origin, OtherDocument
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM383",
    "issued-without-approval",
    of=OtherDocument,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.2; juknis, foreword",
    clause="7.5.2",
    filled=True,
)
def issued_without_approval(document: OtherDocument, qms: Qms) -> Problems:
    """A paper of the agency that was issued and handed out is approved, and does not hold before that day.

    Why: a guide that nobody approved binds nobody, however many copies of it were handed out.
    """
    issued = document.issued
    first = document.effective
    if issued and first and issued > first and document.origin is not Origin.EXTERNAL:
        yield problem(
            document,
            "issued",
            message=say(
                "{id} was issued on {day}, and holds since {first}",
                id=document.id,
                day=issued,
                first=first,
            ),
            hint=say("put the day right that is wrong; what holds back in time says so itself"),
        )
    handed_out = issued is not None and issued <= qms.as_of and document.distribution
    if not handed_out or document.origin is Origin.EXTERNAL:
        return
    if not newest_first(document):
        yield problem(
            document,
            "issued",
            message=say(
                "{id} was issued on {day} and handed out, and has no approval",
                id=document.id,
                day=issued,
            ),
            hint=say("run `smm approve {id}` with the person and the day", id=document.id),
        )
