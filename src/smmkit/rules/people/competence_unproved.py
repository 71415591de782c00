"""SMM532 competence-unproved."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.competence import Competences
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM532",
    "competence-unproved",
    of=Competences,
    severity=Severity.WARNING,
    source="ISO 9001, 7.2 d",
    clause="7.2",
)
def competence_unproved(register: Competences, qms: Qms) -> Problems:
    """Competence that is enough is shown by something.

    Why: the standard asks for evidence; `true` alone is an opinion.
    """
    for index, one in enumerate(register.entries):
        if one.sufficient and not one.held and not one.evidence and is_live(register, qms):
            yield problem(
                register,
                "entries",
                index,
                "sufficient",
                message=say("nothing shows that {id} is enough", id=one.id),
                hint=say("write what the person has under `held:`, or name it under `evidence:`"),
            )
