"""SMM528 trained-by-briefing."""

from __future__ import annotations

from smmkit.analyses.texts.unfilled import blank_in
from smmkit.documents.settings import Settings
from smmkit.documents.training import Audience, Training, TrainingType
from smmkit.model.part import Part
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Courses(Part):
    """Who needs a course."""

    audiences: tuple[Audience, ...] = (Audience.INTERNAL_AUDITORS, Audience.QUALITY_TEAM)
    """The groups of people for whom a briefing is too little."""


@rule(
    "SMM528",
    "trained-by-briefing",
    of=Settings,
    severity=Severity.WARNING,
    source="juknis II.A6",
    clause="7.2",
    settings=Courses,
    whole=(Training,),
)
def trained_by_briefing(settings_: Settings, qms: Qms, settings: Courses) -> Problems:
    """Internal auditors and the quality team are trained in a course or workshop, not only briefed.

    Why: the juknis asks for both, a course for those who do the work and a briefing for all; who was only
    told of the standard cannot audit by it.
    """
    held = [one for one in qms.of(Training) if one.date <= qms.as_of and not blank_in(one)]
    for audience in settings.audiences:
        own = [one for one in held if audience in one.audience]
        if own and all(one.training_type is TrainingType.BRIEFING for one in own):
            yield problem(
                settings_,
                "in_use_since" if settings_.in_use_since else "organization",
                message=say("{who}: only briefings were held, no course", who=audience.label),
                hint=say("hold a course or workshop, and write it down: `smm new training`"),
            )
