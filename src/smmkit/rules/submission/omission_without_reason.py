"""SMM827 omission-without-reason."""

from __future__ import annotations

from datetime import date

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts.vocabulary import gives_no_reason, vocabulary
from smmkit.documents import Document
from smmkit.documents.submission import Omission, Submission
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.words import Message, say


@rule(
    "SMM827",
    "omission-without-reason",
    of=Submission,
    severity=Severity.WARNING,
    source="juknis II.B2",
    filled=True,
)
def omission_without_reason(submission: Submission, qms: Qms) -> Problems:
    """What is left out of a submission has a reason that the auditor can accept.

    Why: "later" is no reason; the auditor writes the document down as missing.
    """
    for index, omission in enumerate(submission.leave_out):
        if fault := wrong(omission, submission.date, qms):
            message, hint = fault
            yield problem(submission, "leave_out", index, "reason", message=message, hint=hint)


def wrong(omission: Omission, day: date, qms: Qms) -> tuple[Message, Message] | None:
    """What is wrong with the reason for leaving something out, and what to do; None where nothing is."""
    words, reason = qms.fact(vocabulary), omission.reason
    held = qms.get(omission.document, Document)
    send = say("send it, or say why it cannot leave the house")
    is_approved = held and is_live(held, qms) and held_since(held) <= day
    if is_approved and pattern_of(words.unfinished).search(reason):
        return say("{id} was approved by then", id=omission.document), send
    if held and is_open(held.classification, qms) and pattern_of(words.secret).search(reason):
        return (
            say(
                "{id} is {name}, which may leave the house",
                id=omission.document,
                name=held.classification,
            ),
            send,
        )
    if gives_no_reason(reason, qms):
        return (
            say(
                "the reason for leaving out {id} says nothing: {reason}",
                id=omission.document,
                reason=reason,
            ),
            say("say why it cannot leave the house, or since when and until when it is not ready"),
        )
    return None


def is_open(name: str | None, qms: Qms) -> bool:
    """Whether what is of this class may leave the house."""
    return any(
        one.outside for one in (qms.settings.classes if qms.settings else ()) if one.id == name
    )


def held_since(document: Document) -> date:
    """The day of its first approval."""
    return min((given.on for given in document.approvals), default=date.max)
