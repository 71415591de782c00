"""SMM327 approval-altered."""

from __future__ import annotations

from smmkit.documents import Document
from smmkit.documents.base import Approval
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say


@rule("SMM327", "approval-altered", source="ISO 9001, 7.5.3.2", clause="7.5.3.2", compares=True)
def approval_altered(qms: Qms) -> Problems:
    """An approval that was given stays as it was given (seen with `--since`).

    Why: it says who answered for which text on which day. Whoever takes it away, or writes another name,
    day or fingerprint into it, makes the head say what the head has not said.
    """
    if qms.before is None:
        return
    for document in qms.of(Document):
        old = qms.before.get(document.id, Document)
        for given in old.approvals if old else ():
            if not any(is_kept(given, now) for now in document.approvals):
                yield problem(
                    document,
                    "approvals",
                    message=lost(document, given),
                    hint=say("put it back as it was; what is wrong in it is said in a new one"),
                )


def is_kept(given: Approval, now: Approval) -> bool:
    """Whether an approval says what it said; a signed copy may have been added to it."""
    if given.signed is None:
        now = now.model_copy(update={"signed": None})
    return given == now


def lost(document: Document, given: Approval) -> Message:
    """That an approval is gone, or is another one now."""
    values = {"version": given.version, "by": given.by, "day": given.on, "id": document.id}
    if any(now.version == given.version for now in document.approvals):
        return say(
            "the approval of version {version} of {id}, given by {by} on {day}, has been altered",
            **values,
        )
    return say(
        "the approval of version {version} of {id}, given by {by} on {day}, has been removed",
        **values,
    )
