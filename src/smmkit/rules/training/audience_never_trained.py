"""SMM525 audience-never-trained."""

from __future__ import annotations

from typing import Final

from smmkit.analyses.lifecycle.live import live
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.people import Team
from smmkit.documents.settings import Settings
from smmkit.documents.training import Audience, Training, TrainingType
from smmkit.model.part import Part
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import Vocabulary, pattern_of
from smmkit.words import say

TELLS: Final = 4
"""So many words of a topic are enough to tell what it is about."""


class Groups(Part):
    """Who is trained."""

    audiences: tuple[Audience, ...] = tuple(Audience)
    """The groups of people that have a training of their own."""


@rule(
    "SMM525",
    "audience-never-trained",
    of=Settings,
    severity=Severity.WARNING,
    source="juknis II.A6",
    clause="7.2",
    settings=Groups,
    wish="training-groups",
    whole=(Training,),
)
def audience_never_trained(settings_: Settings, qms: Qms, settings: Groups) -> Problems:
    """Internal auditors, the quality team and all staff are trained, in what concerns them.

    Why: the group that was left out is the one that the auditor talks to.
    A circular alone is no training, nor is one of which the topic has nothing to do with audits or quality.
    """
    words = qms.fact(vocabulary)
    trained = set[str]()
    for one in qms.of(Training):
        own = {audience for audience in one.audience if teaches(one, audience, words)}
        trained |= own
        if pattern_of(words.letters).search(one.place or ""):
            yield problem(
                one,
                "place",
                message=say("{id} was sent, and not held", id=one.id),
                hint=say("tell it to people who can ask, and write that down as the training"),
            )
        elif one.training_type is TrainingType.CERTIFICATION and not own:
            yield problem(
                one,
                "topic",
                message=say(
                    "the topic of {id} has nothing to do with those it certifies", id=one.id
                ),
                hint=say("write what was taught, or whom it was for"),
            )
    in_use = settings_.in_use_since and settings_.in_use_since <= qms.as_of
    if not in_use and not live(qms, Team):
        return
    missing = [one.label for one in settings.audiences if one not in trained]
    if missing:
        yield problem(
            settings_,
            "in_use_since" if settings_.in_use_since else "organization",
            message=say("no training was held for: {missing}", missing=missing),
            hint=say("hold it, and write it down: `smm new training`"),
        )


def teaches(training: Training, audience: str, words: Vocabulary) -> bool:
    """Whether a training is held, and not sent, and its topic speaks of what concerns these people."""
    about = words.taught.get(audience)
    is_sent = pattern_of(words.letters).search(training.place or "")
    is_told = about is None or len(training.topic.split()) < TELLS
    return not is_sent and (is_told or bool(pattern_of(about or ()).search(training.topic)))
