"""SMM729 stages-out-of-order."""

from __future__ import annotations

from smmkit.analyses.audits import last_day, of_types
from smmkit.documents.audit import AuditType
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM729", "stages-out-of-order", source="ISO/IEC 17021-1, 9.3.1")
def stages_out_of_order(qms: Qms) -> Problems:
    """Stage 2 begins when stage 1 is over.

    Why: stage 1 decides whether and how stage 2 is held; the other way round one of the days is wrong.
    """
    ones = of_types(qms, (AuditType.STAGE_1,))
    last_of_body = {audit.body: last_day(audit) for audit in ones}
    for audit in of_types(qms, (AuditType.STAGE_2,)):
        earlier = [one for one in ones if one.body == audit.body and last_day(one) <= audit.date]
        if audit.body in last_of_body and not earlier:
            yield problem(
                audit,
                "date",
                message=say(
                    "{id} begins on {day}, before stage 1 is over on {last}",
                    id=audit.id,
                    day=audit.date,
                    last=last_of_body[audit.body],
                ),
                hint=say("put the day right that is wrong"),
            )
