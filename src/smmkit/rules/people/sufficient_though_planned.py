"""SMM946 sufficient-though-planned."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.documents.competence import Competences
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM946",
    "sufficient-though-planned",
    of=Competences,
    severity=Severity.WARNING,
    source="ISO 9001, 7.2 c",
    clause="7.2",
    filled=True,
)
def sufficient_though_planned(register: Competences, qms: Qms) -> Problems:
    """A competence for which something is still to be done is not called sufficient.

    Why: who still has to be trained does the work now, and nobody watches over it. To keep up what is held is
    no such thing: it is due when the certificate ends.
    """
    if is_gone(register, qms):
        return
    for index, entry in enumerate(register.entries):
        is_ahead = entry.due is not None and entry.due >= qms.as_of
        if entry.sufficient and entry.action and is_ahead and entry.until is None:
            yield problem(
                register,
                "entries",
                index,
                "sufficient",
                message=say(
                    "{id} is called sufficient, and something is still to be done by {day}",
                    id=entry.id,
                    day=entry.due,
                ),
                hint=say(
                    "write `sufficient: false`, or take `action:` and `due:` out once it is done"
                ),
            )
