"""What the inspectorate is given to verify before registration: each criterion, and what the folder shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from smmkit.analyses.gap.parts import Gap
from smmkit.analyses.gap.readiness import Reason, asked_for, readiness
from smmkit.qms import Qms
from smmkit.standards.readiness import Criterion, Milestone
from smmkit.words import say

WHAT, SOURCE, SHOWN = say("What has to be there"), say("Source"), say("In the folder")
FULFILLED, SHORTAGE, UNIT, DUE = say("Fulfilled"), say("Shortage"), say("Unit"), say("Due")
"""The headings of the form; the last four are for the verifier."""

VERIFIER, VERIFIED, VERDICT, REASONS = (
    say("Verified by"),
    say("Verified on"),
    say("Verdict of the verification"),
    say("Reasons"),
)
"""What the verifier writes above it."""

ADVICE, TOPIC, COACHED = say("Advice"), say("Topic of the coaching"), say("Coached on")
"""What a day of coaching leaves behind."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One criterion, and why it does not hold yet."""

    criterion: Criterion
    reasons: tuple[Reason, ...]

    FOR_PROGRAMS: ClassVar = {
        "id": "criterion.id",
        "what": "criterion.text",
        "source": "criterion.source",
        "reasons": "reasons",
    }


def asked(qms: Qms, gaps: Mapping[str, Gap]) -> list[Asked]:
    """The criteria of the registration, without the verdict that the verifier is about to give."""
    found = next(
        one for one in readiness(qms, gaps.values()) if one.stage is Milestone.REGISTRATION
    )
    blocked = {(one.standard.id, one.criterion.id): one.reasons for one in found.blockers}
    return [
        Asked(criterion, blocked.get((standard.id, criterion.id), ()))
        for _, standard, criterion in asked_for(gaps, Milestone.REGISTRATION)
        if criterion.shows is None or "verification" not in criterion.shows.kinds
    ]
