"""SMM731 certified-before-internal-audit."""

from __future__ import annotations

from smmkit.analyses.audits import internal, last_day, unprepared
from smmkit.documents.audit import Audit
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM731",
    "certified-before-internal-audit",
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.1",
    clause="9.2.1",
    filled=True,
    whole=(Audit,),
)
def certified_before_internal_audit(qms: Qms) -> Problems:
    """An internal audit has been held before the certification body comes.

    Why: whether both are planned and done is what stage 1 has to find out. Without them it ends there.
    """
    if audit := unprepared(qms, (last_day(audit) for audit in internal(qms))):
        yield problem(
            audit,
            "date",
            message=say(
                "no internal audit is over before {id} of {day}", id=audit.id, day=audit.date
            ),
            hint=say("hold one first, over all clauses and units"),
        )
