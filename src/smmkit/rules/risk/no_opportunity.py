"""SMM604 no-opportunity."""

from __future__ import annotations

from smmkit.analyses.live import live
from smmkit.documents.risk import RiskRegister, Sort
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM604",
    "no-opportunity",
    of=RiskRegister,
    severity=Severity.WARNING,
    source="ISO 9001, 6.1.1; juknis II.A7",
    clause="6.1.1",
)
def no_opportunity(register: RiskRegister, qms: Qms) -> Problems:
    """The QMS knows opportunities as well as risks.

    Why: the standard asks for both; a list of dangers alone makes an agency careful, not better.
    """
    every = [entry for one in live(qms, RiskRegister) for entry in one.entries]
    first = next(iter(live(qms, RiskRegister)), None)
    if register is first and every and all(entry.sort is Sort.RISK for entry in every):
        yield problem(
            register,
            "entries",
            message=say("{id} has {n} risks and no opportunity", id=register.id, n=len(every)),
            hint=say("write an entry with `sort: opportunity`, and what is done to use it"),
        )
