"""SMM774 major-too-late."""

from __future__ import annotations

from smmkit.analyses.audits import FOR_CERTIFICATE, findings_by_audit, last_day, of_types, settled
from smmkit.analyses.cycle.course import verify_by
from smmkit.documents.finding import Grade
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM774",
    "major-too-late",
    severity=Severity.WARNING,
    source="ISO/IEC 17021-1, 9.5.3.2",
    clause="10.2.1",
)
def major_too_late(qms: Qms) -> Problems:
    """A major nonconformity of stage 2 is settled within the months that the certification cycle gives.

    Why: after that the certification body has to hold stage 2 again.
    """
    for audit in of_types(qms, FOR_CERTIFICATE):
        last = verify_by(qms, last_day(audit))
        for found in qms.fact(findings_by_audit).get(audit.id, ()) if last else ():
            day = min(settled(found) or qms.as_of, qms.as_of)
            if found.grade is Grade.MAJOR and last and day > last:
                yield problem(
                    found,
                    "grade",
                    message=say(
                        "{id} had to be settled by {day}, counted from {audit}",
                        id=found.id,
                        day=last,
                        audit=audit.id,
                    ),
                    hint=say("ask the certification body whether stage 2 has to be held again"),
                )
