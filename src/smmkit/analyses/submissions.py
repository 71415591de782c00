"""What a submission is silent about: kinds of documents that it neither sends nor leaves out."""

from __future__ import annotations

from collections.abc import Iterable

from smmkit.analyses.proof import by_kind
from smmkit.documents.submission import Submission
from smmkit.qms import Qms


def silent_about(qms: Qms, submission: Submission, kinds: Iterable[str]) -> list[str]:
    """The kinds of which nothing is sent, and nothing is left out with a reason."""
    left_out = {omission.document for omission in submission.leave_out}
    named = set(submission.include)
    there = qms.fact(by_kind)
    return [
        kind
        for kind in kinds
        if not any(
            not named or document.id in named or document.id in left_out
            for document in there.get(kind, ())
        )
    ]
