"""SMM550 sent-without-identity."""

from __future__ import annotations

from smmkit.analyses.leaving.submissions import bare
from smmkit.documents.submission import Submission
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM550",
    "sent-without-identity",
    of=Submission,
    severity=Severity.WARNING,
    source="own rule",
)
def sent_without_identity(submission: Submission, qms: Qms) -> Problems:
    """A submission that was sent says which bundle, of no other submission, that was, and the way it went.

    Why: months later nobody can say any more whether the file that the auditor has is the one that was sent.
    """
    if submission.sent is None:
        return
    hint = say("`smm verify BUNDLE` says it of the file that was sent; write `identity:` with it")
    if submission.identity is None:
        told = say("was sent on {day}, and nothing says which bundle that was", day=submission.sent)
        yield problem(submission, "sent", message=told, hint=hint)
    elif not bare(submission.identity):
        told = say("the identity is none: it has 128 digits from 0 to f")
        yield problem(submission, "identity", message=told, hint=hint)
    elif twin := same_identity(submission, qms):
        told = say("{id} of {day} has the same identity", id=twin.id, day=twin.date)
        yield problem(submission, "identity", message=told, hint=hint)
    if submission.channel is None:
        yield problem(
            submission,
            "sent",
            message=say("was sent on {day}, and nothing says in which way", day=submission.sent),
            hint=say('write `channel:`, such as "upload to the page of the body"'),
        )


def same_identity(submission: Submission, qms: Qms) -> Submission | None:
    """An earlier submission that names the same bundle; two that are sent are never the same."""
    first = qms.fact(first_sent).get(bare(submission.identity or ""))
    return first if first and first.date < submission.date else None


def first_sent(qms: Qms) -> dict[str, Submission]:
    """The earliest submission that names each bundle."""
    latest_first = sorted(qms.of(Submission), key=lambda one: one.date, reverse=True)
    return {bare(one.identity): one for one in latest_first if one.identity}
