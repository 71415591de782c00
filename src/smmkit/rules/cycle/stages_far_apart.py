"""SMM634 stages-far-apart."""

from __future__ import annotations

from smmkit.analyses.audits import INITIAL, last_day, of_types
from smmkit.analyses.cycle.course import second_by
from smmkit.documents.audit import AuditType
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM634",
    "stages-far-apart",
    severity=Severity.WARNING,
    source="ISO/IEC 17021-1, 9.3.1.2.4",
    filled=True,
)
def stages_far_apart(qms: Qms) -> Problems:
    """Stage 2 begins within some months of stage 1, six where the certification body says no other time.

    Why: what stage 1 has seen grows old, and most bodies begin again with it then. The time stands in the
    cycle (`stages_months`). A stage 2 that is held again after another one is not counted from stage 1.
    """
    held = of_types(qms, INITIAL)
    for audit in held:
        if audit.audit_type is not AuditType.STAGE_2:
            continue
        before = [one for one in held if one.body == audit.body and last_day(one) <= audit.date]
        last = max((one for one in before if one is not audit), key=last_day, default=None)
        if last is None or last.audit_type is not AuditType.STAGE_1:
            continue
        until = second_by(qms, last_day(last))
        if until and audit.date > until:
            yield problem(
                audit,
                "date",
                message=say(
                    "{id} begins on {day}; {first} ended on {last}, and holds good until {until}",
                    id=audit.id,
                    day=audit.date,
                    first=last.id,
                    last=last_day(last),
                    until=until,
                ),
                hint=say("ask the certification body whether stage 1 has to be held again"),
            )
