"""SMM627 action-after-next-audit."""

from __future__ import annotations

from smmkit.analyses.audits import EXTERNAL, NONCONFORMITIES
from smmkit.analyses.cycle.certificates import running
from smmkit.analyses.status.numbers import certified
from smmkit.documents.audit import Audit
from smmkit.documents.finding import AuditFinding
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM627",
    "action-after-next-audit",
    severity=Severity.WARNING,
    source="ISO/IEC 17021-1, 9.6.2.2; ISO 9001, 10.2.1",
    clause="10.2.1",
)
def action_after_next_audit(qms: Qms) -> Problems:
    """What answers a nonconformity of the certification body is due before its next audit.

    Why: there it is asked whether it was done and has helped; what is due later is open then, and a minor
    nonconformity that nobody has worked on becomes a major one.
    """
    steps = [(one.body, certified(qms, one).next) for one in qms.fact(running)]
    audits = {body: step for body, step in steps if step and step.planned}
    for found in qms.of(AuditFinding):
        audit = qms.get(found.audit, Audit)
        if audit is None or audit.audit_type not in EXTERNAL or found.grade not in NONCONFORMITIES:
            continue
        step = audits.get(audit.body or "")
        for name, task in (("correction", found.correction), ("action", found.action)):
            if (
                step
                and step.planned
                and task
                and not task.done
                and (task.due or step.planned) > step.planned
            ):
                yield problem(
                    found,
                    name,
                    "due",
                    message=say(
                        "due on {day}; {audit} is due by {due}, and asks for it",
                        day=task.due,
                        audit=step.what,
                        due=step.planned,
                    ),
                    hint=say("write an earlier day, and look at the effect before the audit"),
                )
