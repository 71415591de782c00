"""SMM604 no-opportunity."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import live
from smmkit.documents.risk import RiskRegister, Sort
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say, say_n


@rule(
    "SMM604",
    "no-opportunity",
    severity=Severity.WARNING,
    source="ISO 9001, 6.1.1; juknis II.A7",
    clause="6.1.1",
)
def no_opportunity(qms: Qms) -> Problems:
    """The QMS knows opportunities as well as risks.

    Why: the standard asks for both; a list of dangers alone makes an agency careful, not better.
    """
    registers = live(qms, RiskRegister)
    every = [entry for one in registers for entry in one.entries]
    if every and all(entry.sort is Sort.RISK for entry in every):
        yield problem(
            registers[0],
            "entries",
            message=say_n(
                "{id} has {n} risk and no opportunity",
                "{id} has {n} risks and no opportunity",
                len(every),
                id=registers[0].id,
            ),
            hint=say("write an entry with `sort: opportunity`, and what is done to use it"),
        )
