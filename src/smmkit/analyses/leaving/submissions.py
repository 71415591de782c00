"""What a submission is silent about, and the identity that it has in hands of others."""

from __future__ import annotations

from collections.abc import Iterable

from smmkit.analyses.proof.proof import by_kind
from smmkit.documents.submission import Submission
from smmkit.names import spoken_in
from smmkit.qms import Qms
from smmkit.words import Language, language


def language_of(qms: Qms, submission: Submission) -> Language:
    """The language of what is written for a submission."""
    return language(submission.language) if submission.language else spoken_in(qms)


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


HEXADECIMAL = set("0123456789abcdef")

GROUP = 16
"""So many digits of an identity stand together where people read or copy it."""


def grouped(identity: str) -> str:
    """An identity as people copy it: in groups of digits."""
    return " ".join(identity[at : at + GROUP] for at in range(0, len(identity), GROUP))


def bare(text: str) -> str:
    """An identity as a person has copied it: its letters large or small, in groups; else empty."""
    found = "".join(text.split()).lower()
    return found if len(found) == 128 and not set(found) - HEXADECIMAL else ""


def ends_of(text: str) -> str:
    """The first and the last group of an identity, which a letter has room for by hand; else empty."""
    found = "".join(text.replace(".", " ").replace("\u2026", " ").split()).lower()
    return found if len(found) == 2 * GROUP and not set(found) - HEXADECIMAL else ""


def is_named(identity: str, told: str) -> bool:
    """Whether an identity is the one that somebody was told, whole or by its two ends."""
    return told in {identity, identity[:GROUP] + identity[-GROUP:]}
