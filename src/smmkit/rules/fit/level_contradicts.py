"""SMM857 level-contradicts."""

from __future__ import annotations

from smmkit.analyses.risks import counted, counted_after, priority_of
from smmkit.documents.risk import RiskRegister
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM857",
    "level-contradicts",
    of=RiskRegister,
    severity=Severity.WARNING,
    source="ISO 9001, 6.1.1",
    clause="6.1.1",
)
def level_contradicts(register: RiskRegister, qms: Qms) -> Problems:
    """The level that is printed beside likelihood and impact is what they make, before and after treatment.

    Why: of two numbers for one risk a reader takes the smaller one.
    """
    criteria = qms.settings.risk if qms.settings else None
    for index, risk in enumerate(register.entries):
        if criteria is None or (risk.detection is not None and risk.level == priority_of(risk)):
            continue  # what an FMEA prints is its priority
        made, after = counted(qms, risk, criteria), counted_after(qms, risk, criteria)
        for field, level, right in (
            ("level", risk.level, made),
            ("level_after", risk.level_after, after),
        ):
            if level is None or right is None or level == right:
                continue
            yield problem(
                register,
                "entries",
                index,
                field,
                message=say(
                    "{id} has level {level}, and likelihood and impact make {made}",
                    id=risk.id,
                    level=level,
                    made=right,
                ),
                hint=say("correct one of them, or say in qms.yaml how a level is counted"),
            )
