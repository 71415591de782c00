"""SMM469 effect-is-the-doing."""

from __future__ import annotations

from smmkit.analyses.audits.actions import acted_on
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import claims
from smmkit.words import say

MOST = 12
"""Who says more than so many words has looked at something."""


@rule(
    "SMM469",
    "effect-is-the-doing",
    severity=Severity.WARNING,
    source="ISO 9001, 10.2.1 d",
    clause="10.2.1",
    filled=True,
)
def effect_is_the_doing(qms: Qms) -> Problems:
    """A look at the effect says what was looked at and what came of it, not that the action was carried out.

    Why: an action that was carried out and changed nothing lets the same thing happen again; whether it
    helped shows only in what was looked at afterwards.
    """
    only_done = qms.fact(vocabulary).only_done
    for document, _, effect in qms.fact(acted_on):
        if effect and effect.effective and is_short(effect.how) and claims(only_done, effect.how):
            yield problem(
                document,
                "effectiveness",
                "how",
                message=say(
                    "this says that it was done, not that it helped: {text}", text=effect.how
                ),
                hint=say(
                    "write what was looked at afterwards, how many, and whether it came again"
                ),
            )


def is_short(text: str) -> bool:
    """Whether a text has room for no more than one statement."""
    return len(text.split()) <= MOST
