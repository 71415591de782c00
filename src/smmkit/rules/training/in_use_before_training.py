"""SMM524 in-use-before-training."""

from __future__ import annotations

from datetime import date

from smmkit.documents.settings import Settings
from smmkit.documents.training import Audience, Training
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM524",
    "in-use-before-training",
    of=Settings,
    severity=Severity.WARNING,
    source="juknis II.A6",
    clause="7.3",
    wish="training-groups",
    whole=(Training,),
)
def in_use_before_training(settings_: Settings, qms: Qms) -> Problems:
    """Everybody is trained before the QMS is in use.

    Why: a system that begins before anybody knows it begins with its first nonconformities.
    """
    day = settings_.in_use_since
    if day is None or day > qms.as_of:
        return
    for audience, first in qms.fact(first_trainings).items():
        if first > day:
            yield problem(
                settings_,
                "in_use_since",
                message=say(
                    "the QMS is in use since {day}; the first training for {audience} ended on {first}",
                    day=day,
                    audience=audience.label,
                    first=first,
                ),
                hint=say("correct the day, or add the training that was held before it"),
            )


def first_trainings(qms: Qms) -> dict[Audience, date]:
    """For every audience that was trained, the last day of its first training."""
    found: dict[Audience, date] = {}
    for training in qms.of(Training):
        ended = training.until or training.date
        for audience in (Audience(one) for one in training.audience if one in set(Audience)):
            found[audience] = min(ended, found.get(audience, ended))
    return found
