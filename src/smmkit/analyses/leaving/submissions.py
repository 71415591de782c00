"""What a submission is silent about, and the identity that it has in hands of others."""

from __future__ import annotations

from collections.abc import Iterable

from smmkit.analyses.proof.proof import by_kind
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


GROUP = 16
"""So many digits of an identity stand together where people read or copy it."""


def grouped(identity: str) -> str:
    """An identity as people copy it: in groups of digits."""
    return " ".join(identity[at : at + GROUP] for at in range(0, len(identity), GROUP))


def bare(text: str) -> str:
    """An identity as a person has copied it: its letters large or small, in groups; else empty."""
    found = "".join(text.split()).lower()
    return found if len(found) == 128 and not set(found) - set("0123456789abcdef") else ""
