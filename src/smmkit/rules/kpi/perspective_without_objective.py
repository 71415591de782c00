"""SMM414 perspective-without-objective."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import live
from smmkit.documents.objective import Objective, Perspective
from smmkit.documents.settings import Settings
from smmkit.model.part import Part
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Perspectives(Part):
    """What objectives are looked at from."""

    perspectives: tuple[Perspective, ...] = tuple(Perspective)
    """The perspectives that have an objective each."""


@rule(
    "SMM414",
    "perspective-without-objective",
    of=Settings,
    severity=Severity.WARNING,
    source="juknis II.A4",
    clause="6.2.1",
    settings=Perspectives,
    wish="perspectives",
    whole=(Objective,),
)
def perspective_without_objective(home: Settings, qms: Qms, settings: Perspectives) -> Problems:
    """The objectives cover the four perspectives of the Balanced Scorecard.

    Why: an agency that measures only what is easy looks good and stays as it is.
    """
    found = live(qms, Objective)
    covered = {objective.perspective for objective in found}
    missing = [one.label for one in settings.perspectives if one not in covered]
    if found and missing:
        yield problem(
            home,
            "scope",
            message=say("no objective has the perspective: {missing}", missing=missing),
            hint=say("write one, or set `perspectives:` under `rules:` in qms.yaml"),
        )
