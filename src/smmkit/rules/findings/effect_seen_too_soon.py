"""SMM977 effect-seen-too-soon."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.audits.actions import acted_on
from smmkit.analyses.texts.days import last_named
from smmkit.documents.training import Training
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Soon(Part):
    """How long one waits."""

    days: Annotated[Whole, Field(ge=0)] = 14
    """So many days after an action or a training its effect is looked at, at the earliest."""


@rule(
    "SMM977",
    "effect-seen-too-soon",
    severity=Severity.WARNING,
    source="ISO 9001, 10.2.1 d and 7.2 c",
    clause="10.2.1",
    settings=Soon,
    filled=True,
)
def effect_seen_too_soon(qms: Qms, settings: Soon) -> Problems:
    """Whether an action or a training has helped is looked at some time later.

    Why: the next day everybody still remembers. Whether the work has changed is seen once it was done again.
    """
    for document, tasks, effect in qms.fact(acted_on):
        done = [task.done for task in tasks if task.done]
        if effect is None or len(done) < len(tasks) or not done:
            continue
        waited = (effect.checked_on - max(done)).days
        if 0 < waited < settings.days:
            yield problem(
                document,
                "effectiveness",
                "checked_on",
                message=say(
                    "the effect of {id} was checked on {day}, the action done on {done}",
                    id=document.id,
                    day=effect.checked_on,
                    done=max(done),
                ),
                hint=say("look again once the work has been done often enough to tell"),
            )
        looked = last_named(effect.how, effect.checked_on)
        if looked and looked < min(done) and effect.checked_on > max(done):
            yield problem(
                document,
                "effectiveness",
                "how",
                message=say(
                    "what was looked at is of {day} and before; the action was done on {done}",
                    day=looked,
                    done=min(done),
                ),
                hint=say("look at work that was done after the action"),
            )
    for training in qms.of(Training):
        end = training.until or training.date
        late = [one for one in training.evaluations if (one.on - end).days >= settings.days]
        if training.evaluations and not late and training.closed:
            yield problem(
                training,
                "evaluations",
                message=say(
                    "the effect of {id} was looked at only in its first {n} days",
                    id=training.id,
                    n=settings.days,
                ),
                hint=say("look again once the work has been done often enough to tell"),
            )
