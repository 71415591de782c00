"""SMM608 treatment-of-nobody."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.risk import RiskRegister
from smmkit.model.fields import named
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM608",
    "treatment-of-nobody",
    of=RiskRegister,
    severity=Severity.WARNING,
    source="ISO 9001, 6.1.2",
    clause="6.1.2",
)
def treatment_of_nobody(register: RiskRegister, qms: Qms) -> Problems:
    """A treatment names the unit that does it and the day by which it is done.

    Why: what nobody has to do by no day is not done.
    """
    for index, risk in enumerate(register.entries if is_live(register, qms) else ()):
        for n, one in enumerate(risk.treatments):
            missing = [
                named(type(one), name) for name in ("owner", "due") if getattr(one, name) is None
            ]
            if missing and one.done is None:
                yield problem(
                    register,
                    "entries",
                    index,
                    "treatments",
                    n,
                    "what",
                    message=say(
                        "a treatment of {id} has no {missing}", id=risk.id, missing=missing
                    ),
                    hint=say("write which unit does it, and by when"),
                )
