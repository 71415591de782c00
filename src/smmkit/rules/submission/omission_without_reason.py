"""SMM827 omission-without-reason."""

from __future__ import annotations

from datetime import date

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts.vocabulary import gives_no_reason, vocabulary
from smmkit.documents import Document
from smmkit.documents.submission import Submission
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.words import say


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
    unfinished = pattern_of(qms.fact(vocabulary).unfinished)
    secret = pattern_of(qms.fact(vocabulary).secret)
    for index, omission in enumerate(submission.leave_out):
        held = qms.get(omission.document, Document)
        is_untrue = held and is_live(held, qms) and held_since(held) <= submission.date
        if is_untrue and unfinished.search(omission.reason):
            yield problem(
                submission,
                "leave_out",
                index,
                "reason",
                message=say("{id} was approved by then", id=omission.document),
                hint=say("send it, or say why it cannot leave the house"),
            )
        elif held and is_open(held.classification, qms) and secret.search(omission.reason):
            yield problem(
                submission,
                "leave_out",
                index,
                "reason",
                message=say(
                    "{id} is {name}, which may leave the house",
                    id=omission.document,
                    name=held.classification,
                ),
                hint=say("send it, or say why it cannot leave the house"),
            )
        elif gives_no_reason(omission.reason, qms):
            yield problem(
                submission,
                "leave_out",
                index,
                "reason",
                message=say(
                    "the reason for leaving out {id} says nothing: {reason}",
                    id=omission.document,
                    reason=omission.reason,
                ),
                hint=say(
                    "say why it cannot leave the house, or since when and until when it is not ready"
                ),
            )


def is_open(name: str | None, qms: Qms) -> bool:
    """Whether what is of this class may leave the house."""
    return any(
        one.outside for one in (qms.settings.classes if qms.settings else ()) if one.id == name
    )


def held_since(document: Document) -> date:
    """The day of its first approval."""
    return min((given.on for given in document.approvals), default=date.max)
