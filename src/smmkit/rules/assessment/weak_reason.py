"""SMM711 weak-reason."""

from __future__ import annotations

from smmkit.analyses.texts.vocabulary import says_nothing, vocabulary
from smmkit.documents.settings import Exclusion, Settings
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.words import Message, say


@rule(
    "SMM711",
    "weak-reason",
    of=Settings,
    severity=Severity.WARNING,
    source="ISO 9001, 4.3",
    clause="4.3",
    filled=True,
)
def weak_reason(settings: Settings, qms: Qms) -> Problems:
    """What is left out has a reason: why it cannot apply, and that services and users lose nothing by it.

    Why: "not yet done" is a gap with another name. An auditor asks for the reason first, and then what it
    does to the conformity of the service.
    """
    for index, exclusion in enumerate(settings.scope.exclusions):
        if found := weakness(exclusion, qms):
            message, hint = found
            yield problem(
                settings, "scope", "exclusions", index, "reason", message=message, hint=hint
            )


def weakness(exclusion: Exclusion, qms: Qms) -> tuple[Message, Message] | None:
    """What a reason lacks, and what to write instead; None where it says enough."""
    if says_nothing(exclusion.reason, qms):
        return say(
            "the reason for leaving out {clause} does not say why it cannot apply: {reason}",
            clause=exclusion.clause,
            reason=exclusion.reason,
        ), say("say why it cannot apply to these services; what is only not done yet is a gap")
    if not pattern_of(qms.fact(vocabulary).keeps).search(exclusion.reason):
        return say(
            "the reason for leaving out {clause} says nothing of the conformity of services",
            clause=exclusion.clause,
        ), say(
            "add why services still conform and users are as satisfied, though {clause} does not apply",
            clause=exclusion.clause,
        )
    return None
