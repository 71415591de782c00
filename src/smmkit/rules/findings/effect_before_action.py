"""SMM755 effect-before-action."""

from __future__ import annotations

from smmkit.analyses.audits.actions import acted_on
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM755", "effect-before-action", source="ISO 9001, 10.2.1 d", clause="10.2.1")
def effect_before_action(qms: Qms) -> Problems:
    """Whether an action helped is looked at after it was done.

    Why: before, there is nothing to be seen; on the same day it is too early to tell.
    """
    for document, tasks, effect in qms.fact(acted_on):
        if effect is None or not tasks:
            continue
        undone = [task for task in tasks if task.done is None]
        last = max((task.done for task in tasks if task.done), default=None)
        if undone:
            yield problem(
                document,
                "effectiveness",
                "checked_on",
                message=say(
                    "the effect of {id} was checked, but the action is not done", id=document.id
                ),
                hint=say(
                    "write `done:` with the day of the action, or check again when it is done"
                ),
            )
        elif last and effect.checked_on <= last:
            yield problem(
                document,
                "effectiveness",
                "checked_on",
                message=say(
                    "the effect of {id} was checked on {day}, the action done on {done}",
                    id=document.id,
                    day=effect.checked_on,
                    done=last,
                ),
                hint=say("check it again, some time after the action"),
            )
