"""SMM314 policy-not-understood."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.policy import QualityPolicy, Readability
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.words import say

SEVERAL = re.compile(r"(?<!\d)(?:[2-9]|[1-9][0-9]{1,5})(?!\d)")
"""A number of readers, in digits."""


class Asking(Part):
    """How long it may take."""

    days: Annotated[Whole, Field(ge=0)] = 30
    """How many days after its first approval somebody has asked."""


@rule(
    "SMM314",
    "policy-not-understood",
    of=QualityPolicy,
    severity=Severity.WARNING,
    source="juknis II.A3",
    clause="5.2.2",
    settings=Asking,
)
def policy_not_understood(policy: QualityPolicy, qms: Qms, settings: Asking) -> Problems:
    """Somebody has found out whether the quality policy is understood, by asking several, and it is.

    Why: whether words are understood is seen by asking those who read them, not by those who wrote them.
    """
    first = min((given.on for given in policy.approvals), default=None)
    if first is None or not is_live(policy, qms) or (qms.as_of - first).days <= settings.days:
        return
    judged = [one for one in policy.readability if one.on <= qms.as_of]
    if not judged:
        yield problem(
            policy,
            "sentence",
            message=say("nobody has found out whether {id} is understood", id=policy.id),
            hint=say("ask some who work by it, then write what came out under `readability:`"),
        )
        return
    last = max(judged, key=lambda one: one.on)
    if not last.understood:
        yield problem(
            policy,
            "readability",
            policy.readability.index(last),
            "understood",
            message=say("{id} was not understood when asked on {day}", id=policy.id, day=last.on),
            hint=say("say it in plainer words, approve that, and ask again"),
        )
    elif asked_nobody(last, policy, qms):
        yield problem(
            policy,
            "readability",
            policy.readability.index(last),
            "how",
            message=say(
                "too few were asked whether {id} is understood: {how}", id=policy.id, how=last.how
            ),
            hint=say("ask several who work by it, and write how many could say what it means"),
        )


def asked_nobody(judged: Readability, policy: QualityPolicy, qms: Qms) -> bool:
    """Whether the text was given to one reader alone, or to none but who approved it."""
    words = qms.fact(vocabulary)
    numbers = tuple(word for word, n in words.numbers.items() if n > 1)
    if SEVERAL.search(judged.how) or pattern_of((*words.readers.several, *numbers)).search(
        judged.how
    ):
        return False
    wrote = judged.by in {given.by for given in policy.approvals}
    is_one = pattern_of(words.readers.one).search(judged.how) is not None
    return is_one or (wrote and not pattern_of(words.readers.people).search(judged.how))
