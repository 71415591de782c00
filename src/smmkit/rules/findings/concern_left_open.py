"""SMM911 concern-left-open."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.audits import findings_by_audit, last_day, of_types, settled, stage_1_of
from smmkit.documents.audit import Audit, AuditType
from smmkit.documents.finding import AuditFinding, Grade
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM911",
    "concern-left-open",
    severity=Severity.WARNING,
    source="ISO/IEC 17021-1, 9.3.1.2",
    clause="10.2.1",
    whole=(AuditFinding,),
)
def concern_left_open(qms: Qms) -> Problems:
    """A concern of stage 1 is settled when stage 2 is over, or is found there again.

    Why: it says what would be a nonconformity in stage 2. One that is still open after it, and of which
    stage 2 says nothing, was forgotten by somebody; the next auditor begins with it.
    """
    for second in of_types(qms, (AuditType.STAGE_2,)):
        day = last_day(second)
        again = [one.clause for one in qms.fact(findings_by_audit).get(second.id, ())]
        for found in concerns_before(second, qms) if day < qms.as_of else ():
            answered = settled(found)
            if (answered is None or answered > day) and not any(
                is_within(found.clause, one) or is_within(one, found.clause) for one in again
            ):
                yield problem(
                    found,
                    "grade",
                    message=say(
                        "{id} was not settled when {audit} was over on {day}, and nothing was found there on "
                        "{clause}",
                        id=found.id,
                        audit=second.id,
                        day=day,
                        clause=found.clause,
                    ),
                    hint=say(
                        "write `accepted:` with the day on which it was shown, or ask the certification body "
                        "how it stands"
                    ),
                )


def concerns_before(second: Audit, qms: Qms) -> Iterator[AuditFinding]:
    """The concerns of the stage 1 that a stage 2 follows."""
    first = stage_1_of(second, qms)
    for found in qms.fact(findings_by_audit).get(first.id, ()) if first else ():
        if found.grade is Grade.CONCERN:
            yield found


def is_within(clause: str, other: str) -> bool:
    """Whether a clause is another, or one of those below it."""
    return f"{clause}.".startswith(f"{other}.")
