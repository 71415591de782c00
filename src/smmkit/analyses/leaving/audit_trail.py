"""What became of the findings and suggestions of audits: answered, accepted, open, late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from smmkit.analyses.audits import EXTERNAL, NONCONFORMITIES
from smmkit.analyses.cycle.course import answer_by
from smmkit.analyses.leaving.selection import Chosen, select
from smmkit.calendar_ends import is_done
from smmkit.documents.audit import Audit
from smmkit.documents.finding import AuditFinding, Grade
from smmkit.documents.submission import Submission
from smmkit.qms import Qms
from smmkit.words import ClosedList

ASK_NOTHING = (Grade.POSITIVE,)
SUGGESTIONS = (Grade.OBSERVATION, Grade.IMPROVEMENT)
"""What an auditor suggests; it is decided on, not accepted."""


class Outcome(ClosedList):
    """How far a finding or a suggestion is."""

    LATE = "late", "overdue"
    OPEN = "open"
    ANSWERED = "answered", "answered, not yet accepted"
    ACCEPTED = "accepted", "accepted by the auditor, not yet closed"
    FOLLOWED = "followed", "decided to follow"
    DECLINED = "declined", "decided not to follow"
    CLOSED = "closed"


SETTLED = (Outcome.FOLLOWED, Outcome.DECLINED, Outcome.CLOSED)
"""What asks nothing more of the organization, or was never more than a suggestion."""


@dataclass(frozen=True, slots=True)
class Trail:
    """A finding, the audit that it is of, how far it is, and the day by which something is due."""

    finding: AuditFinding
    audit: Audit | None
    outcome: Outcome
    due: date | None


def trail(qms: Qms) -> list[Trail]:
    """Every finding up to the day of judgement that asks for something, those of the last audit first."""
    found = [
        followed(qms, finding)
        for finding in qms.of(AuditFinding)
        if finding.date <= qms.as_of and finding.grade not in ASK_NOTHING
    ]
    found.sort(key=lambda one: one.finding.id)
    return sorted(found, key=lambda one: one.finding.date, reverse=True)


def followed(qms: Qms, finding: AuditFinding) -> Trail:
    """How far one finding is."""
    day, audit = qms.as_of, qms.get(finding.audit, Audit)
    if finding.is_closed_on(day) and not waits_for_auditor(finding, audit, day):
        decision = finding.decision
        is_declined = decision is not None and not decision.accepted
        return Trail(finding, audit, Outcome.DECLINED if is_declined else Outcome.CLOSED, None)
    waits = [
        task.due
        for task in (finding.correction, finding.action)
        if task and task.due and not is_done(task.done, day)
    ]
    by = answer_by(qms, finding, usual=False)
    if by and not answered(finding) and not is_done(finding.accepted, day):
        waits.append(by)
    due = min(waits, default=None)
    return Trail(finding, audit, outcome(finding, due, day), due)


def waits_for_auditor(finding: AuditFinding, audit: Audit | None, day: date) -> bool:
    """Whether a nonconformity of a body was not accepted by it yet, so that we cannot close it alone."""
    is_outside = audit is not None and audit.audit_type in EXTERNAL
    return is_outside and finding.grade in NONCONFORMITIES and not is_done(finding.accepted, day)


def outcome(finding: AuditFinding, due: date | None, day: date) -> Outcome:
    """How far a finding is on a day; what is accepted and still has work to do that is late, is late."""
    decision = finding.decision
    if decision and not decision.accepted:
        return Outcome.DECLINED
    if due and due < day:
        return Outcome.LATE
    if finding.accepted and finding.accepted <= day:
        return Outcome.ACCEPTED
    if decision and finding.grade in SUGGESTIONS:
        return Outcome.FOLLOWED
    return Outcome.ANSWERED if answered(finding) else Outcome.OPEN


def answered(finding: AuditFinding) -> bool:
    """Whether the organization has said what it does: decided, or put right, or found the cause and acts."""
    return bool(finding.decision or finding.action or (finding.correction and finding.cause))


@dataclass(frozen=True, slots=True)
class Difference:
    """What a submission sends otherwise than the one before it."""

    before: Submission
    new: tuple[Chosen, ...]
    newer: tuple[tuple[Chosen, str | date], ...]
    """What is sent in another version, with the earlier one."""
    gone: tuple[Chosen, ...]
    """What was sent then, and is not now."""


def difference(qms: Qms, submission: Submission, chosen: tuple[Chosen, ...]) -> Difference | None:
    """Against the last submission that was sent before; None where there is none.

    What was sent then is what the folder tells today of that day.
    """
    earlier = [
        one
        for one in qms.of(Submission)
        if one is not submission and one.sent and one.sent <= submission.date
    ]
    if not earlier:
        return None
    before = max(earlier, key=lambda one: (one.sent or one.date, one.id))
    then = {one.document.id: one for one in select(qms.on(before.date), before).chosen}
    now = {one.document.id: one for one in chosen}
    return Difference(
        before,
        tuple(one for id_, one in now.items() if id_ not in then),
        tuple(
            (one, then[id_].edition)
            for id_, one in now.items()
            if id_ in then and then[id_].label != one.label
        ),
        tuple(one for id_, one in then.items() if id_ not in now),
    )
