"""SMM525 audience-never-trained."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import live
from smmkit.documents.people import Team
from smmkit.documents.settings import Settings
from smmkit.documents.training import Audience, Training
from smmkit.model.part import Part
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


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
    """Internal auditors, the quality team and all staff are trained.

    Why: the group that was left out is the one that the auditor talks to.
    """
    trained = {audience for one in qms.of(Training) for audience in one.audience}
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
