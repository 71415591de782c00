"""SMM531 competence-lacks."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.competence import Competences
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM531",
    "competence-lacks",
    of=Competences,
    severity=Severity.WARNING,
    source="ISO 9001, 7.2 c",
    clause="7.2",
)
def competence_lacks(register: Competences, qms: Qms) -> Problems:
    """Where competence is not enough, something is done about it, by a day.

    Why: a gap that is known and left alone is worse than one that nobody saw.
    """
    if not is_live(register, qms):
        return
    for index, one in enumerate(register.entries):
        if one.sufficient:
            continue
        if not one.action:
            said, where = (
                say("{id} is not enough, and nothing is done about it", id=one.id),
                "sufficient",
            )
        elif one.due is None:
            said, where = say("what is done about {id} has no day", id=one.id), "action"
        else:
            continue
        yield problem(
            register,
            "entries",
            index,
            where,
            message=said,
            hint=say("write `action:` and `due:`; when it is done, what the person has now"),
        )
