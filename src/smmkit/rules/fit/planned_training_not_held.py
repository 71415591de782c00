"""SMM863 planned-training-not-held."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.competence import Competences
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM863",
    "planned-training-not-held",
    of=Competences,
    severity=Severity.WARNING,
    source="ISO 9001, 7.2 c",
    clause="7.2",
)
def planned_training_not_held(register: Competences, qms: Qms) -> Problems:
    """A training that is planned is held by its day.

    Why: a plan whose days go by is no action to acquire competence.
    """
    for index, one in enumerate(register.training_plan if is_live(register, qms) else ()):
        if one.due < qms.as_of and one.held is None:
            yield problem(
                register,
                "training_plan",
                index,
                "due",
                message=say("{id} was to be held by {day}", id=one.id, day=one.due),
                hint=say("name the training as `held:`, or plan another day in a new version"),
            )
