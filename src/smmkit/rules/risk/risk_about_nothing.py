"""SMM610 risk-about-nothing."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.context import Issues, Swot
from smmkit.documents.process import Process
from smmkit.documents.risk import RiskRegister
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM610",
    "risk-about-nothing",
    of=RiskRegister,
    severity=Severity.WARNING,
    source="ISO 9001, 6.1.1 and 4.4.1 f",
    clause="6.1.1",
    whole=(Issues,),
)
def risk_about_nothing(register: RiskRegister, qms: Qms) -> Problems:
    """A risk says what it concerns: a process, a procedure, an objective, a unit.

    Why: a risk that hangs in the air is nobody's, and is not found again where the work is done.
    """
    if not is_live(register, qms):
        return
    named = qms.fact(risks_named)
    for index, risk in enumerate(register.entries):
        if risk.about is None and risk.id not in named:
            yield problem(
                register,
                "entries",
                index,
                "id",
                message=say("{id} does not say what it concerns", id=risk.id),
                hint=say(
                    "write `about:` with the id of a process, a procedure, an objective or a unit"
                ),
            )


def risks_named(qms: Qms) -> set[str]:
    """The risks that processes, issues and strategies name as theirs."""
    processes = (risk for process in qms.of(Process) for risk in process.risks)
    issues = (
        target for one in qms.of(Issues) for entry in one.entries for target in entry.leads_to
    )
    strategies = (
        target for one in qms.of(Swot) for entry in one.strategies for target in entry.leads_to
    )
    items = (target for one in qms.of(Swot) for item in one.items for target in item.leads_to)
    return {*processes, *issues, *strategies, *items}
