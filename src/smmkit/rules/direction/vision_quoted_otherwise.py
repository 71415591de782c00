"""SMM694 vision-quoted-otherwise."""

from __future__ import annotations

import re

from smmkit.analyses.lifecycle.live import live
from smmkit.analyses.texts import squeezed, texts_in
from smmkit.documents.direction import Direction
from smmkit.documents.policy import QualityPolicy
from smmkit.problem import Problem, Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say

QUOTED = re.compile(
    r"\b(?:visi|vision)\b[^\"“”«».;:]{0,40}[\"“«]([^\"“”«»]{5,300})[\"”»]", re.IGNORECASE
)
"""A vision that a text quotes: `visi "Nusa Lestari maju"`."""


@rule(
    "SMM694",
    "vision-quoted-otherwise",
    of=QualityPolicy,
    severity=Severity.WARNING,
    source="juknis II.A2 and II.A3",
    clause="5.2.1",
)
def vision_quoted_otherwise(policy: QualityPolicy, qms: Qms) -> Problems:
    """Where the policy quotes the vision, it is the vision of the organization, word for word.

    Why: two visions in two papers hang on the same wall, and the auditor asks which one is meant.
    """
    known = {
        squeezed(one) for d in live(qms, Direction) for one in (d.vision, d.parent_vision) if one
    }
    if not known:
        return
    hint = say("quote it as it stands in the direction, or have the direction approved anew")
    for steps, text in texts_in(policy.source.values):
        for found in QUOTED.finditer(text):
            if squeezed(found[1]) not in known:
                yield problem(policy, *steps, message=other(found[1]), hint=hint)
    for found in QUOTED.finditer(policy.source.prose):
        if squeezed(found[1]) not in known:
            at = policy.source.prose_at(found.start(1))
            yield Problem(policy.path, (), other(found[1]), hint, document=policy.id, at=at)


def other(said: str) -> Message:
    """What is told of a vision that is not the one of the direction."""
    return say("this is not the vision of the direction: {text}", text=" ".join(said.split()))
