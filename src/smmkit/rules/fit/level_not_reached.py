"""SMM864 level-not-reached."""

from __future__ import annotations

from smmkit.documents.competence import Competences
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM864", "level-not-reached", of=Competences, source="ISO 9001, 7.2 b", clause="7.2")
def level_not_reached(register: Competences, qms: Qms) -> Problems:  # noqa: ARG001
    """A competence is called sufficient only where the level that is needed is reached.

    Why: 2 of 4 is not enough because somebody has written that it is.
    """
    for index, one in enumerate(register.entries):
        if one.level is None or one.level_held is None or not one.sufficient:
            continue
        if one.level_held < one.level:
            yield problem(
                register,
                "entries",
                index,
                "sufficient",
                message=say(
                    "{id} needs level {level}, {held} is held, and that is called sufficient",
                    id=one.id,
                    level=one.level,
                    held=one.level_held,
                ),
                hint=say("write `sufficient: false` with `action:` and `due:`, or correct a level"),
            )
