"""SMM530 competence-lapsed."""

from __future__ import annotations

from smmkit.analyses.live import is_live
from smmkit.documents.people import Competences
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM530",
    "competence-lapsed",
    of=Competences,
    severity=Severity.WARNING,
    source="ISO 9001, 7.2; juknis II.B3",
    clause="7.2",
)
def competence_lapsed(register: Competences, qms: Qms) -> Problems:
    """A certificate of competence has not lapsed.

    Why: after its last day it shows what somebody could do once.
    """
    for index, one in enumerate(register.entries):
        if one.until and one.until < qms.as_of and is_live(register, qms):
            yield problem(
                register,
                "entries",
                index,
                "until",
                message=say(
                    "the certificate of {person} for {id} lapsed on {day}",
                    person=one.person,
                    id=one.id,
                    day=one.until,
                ),
                hint=say(
                    "renew it and write the new day, or write `sufficient: false` and an action"
                ),
            )
