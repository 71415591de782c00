"""How a certificate stands on a day, and by which day something has to be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from smmkit.analyses.audits import EXTERNAL, NONCONFORMITIES, findings_by_audit, last_day, settled
from smmkit.analyses.cycle.certificates import holds_until, last_change, running
from smmkit.analyses.cycle.steps import audits_of, cycles, followed
from smmkit.analyses.texts.unfilled import blank_in
from smmkit.calendar_ends import months_after, moved
from smmkit.documents.audit import Audit, AuditType
from smmkit.documents.certification import Certificate, CertificateStatus, CertificationBody
from smmkit.documents.finding import AuditFinding, Grade
from smmkit.new.placeholders import FILL_IN
from smmkit.qms import Qms
from smmkit.words import ClosedList, Message, say


class Course(ClosedList):
    """Where a certificate is on its course."""

    BEGUN = "begun", "form not filled in yet"
    HOLDS = "holds"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    RESTORABLE = "restorable", "expired, can still be restored"
    EXPIRED = "expired"


WAITING = (Course.SUSPENDED, Course.RESTORABLE)
"""Where a certificate waits to be taken up again."""


@dataclass(frozen=True, slots=True)
class Stands:
    """Where a certificate is, since when, and until when something has to be done about it."""

    course: Course
    since: date
    until: date | None = None
    to_do: Message | None = None

    FOR_PROGRAMS: ClassVar = {
        "course": "course",
        "since": "since",
        "until": "until",
        "to_do": "to_do",
    }

    def is_overdue(self, day: date) -> bool:
        """Whether the body had to end a suspension by a day."""
        return self.course is Course.SUSPENDED and self.until is not None and self.until < day


def stands(qms: Qms, certificate: Certificate) -> Stands:
    """Where a certificate is on the day of judgement."""
    if blank_in(certificate) is not None:
        return Stands(Course.BEGUN, certificate.date, None, TO_FILL_IN)
    day, change = qms.as_of, last_change(certificate, qms.as_of)
    status = change.status if change else CertificateStatus.ACTIVE
    since = change.on if change else certificate.date
    if status is CertificateStatus.WITHDRAWN:
        return Stands(Course.WITHDRAWN, since, None, AGAIN)
    if status is CertificateStatus.EXPIRED:
        return lapsed(qms, certificate, min(since, certificate.expires), since)
    end = holds_until(qms, certificate)
    if day > end:
        return lapsed(qms, certificate, end, moved(end, 1))
    if status is CertificateStatus.SUSPENDED:
        months = shortest(qms, certificate, "suspended_months")
        until = min(months_after(since, months), end) if months else None
        return Stands(Course.SUSPENDED, since, until, SETTLE)
    return Stands(Course.HOLDS, since, end)


TO_FILL_IN = say("write from the certificate what is marked {mark}", mark=FILL_IN)
NEWER = say("its edition of the standard has ended; be certified to the new one")
AGAIN = say("begin again with stage 1 and stage 2")
STAGE_2 = say("it can no longer be restored; at least a stage 2 is held again")
SETTLE = say(
    "settle what the certification body asks for, and do not use the certificate meanwhile"
)


def is_in_cycle(qms: Qms) -> bool:
    """Whether a certificate holds, or waits to be taken up again: suspended, or ended and to be restored."""
    return any(
        (course := stands(qms, one).course) is Course.HOLDS or course in WAITING
        for one in qms.fact(running)
    )


def lapsed(qms: Qms, certificate: Certificate, end: date, since: date) -> Stands:
    """A certificate that has run out: for some months it can be restored, if what is open is done."""
    if holds_until(qms, certificate) < min(certificate.expires, qms.as_of):
        return Stands(Course.EXPIRED, since, None, NEWER)
    months = shortest(qms, certificate, "restore_months")
    until = months_after(end, months) if months else end
    if months is None or qms.as_of > until:
        return Stands(Course.EXPIRED, since, None, STAGE_2)
    open_ = outstanding(qms, certificate)
    if open_:
        said = say(
            "restored by {day} only if this is done: {what}; else at least a stage 2 is held again",
            day=until,
            what=open_,
        )
    else:
        said = say("all is done; ask the certification body to restore it by {day}", day=until)
    return Stands(Course.RESTORABLE, since, until, said)


def outstanding(qms: Qms, certificate: Certificate) -> list[Message]:
    """What of the recertification is not done: the audit, and what it found that is major."""
    held = audits_of(qms, certificate, AuditType.RECERTIFICATION)
    if not held:
        return [say("the recertification audit")]
    found = [one for audit in held for one in qms.fact(findings_by_audit).get(audit.id, ())]
    open_ = [one.id for one in found if one.grade is Grade.MAJOR and not is_settled(one, qms)]
    return [say("the major nonconformities {ids}", ids=open_)] if open_ else []


def is_settled(finding: AuditFinding, qms: Qms) -> bool:
    """Whether a finding was taken for answered by the day of judgement."""
    day = settled(finding)
    return day is not None and day <= qms.as_of


def shortest(qms: Qms, certificate: Certificate, name: str) -> int | None:
    """The shortest of the times that ways of counting give; None where none says one."""
    given = [getattr(way, name) for way in followed(qms, certificate)]
    return min((months for months in given if months is not None), default=None)


def response_days(qms: Qms, finding: AuditFinding, body: str | None) -> tuple[int, bool] | None:
    """Within how many days a finding is answered, and whether its body says so, or it is only usual."""
    if finding.grade not in NONCONFORMITIES:
        return None
    named = qms.get(body or "", CertificationBody)
    own = {one.grade: one.days for one in named.responses} if named else {}
    if finding.grade in own:
        return own[finding.grade], True
    usual = [
        one.days
        for way in qms.fact(cycles).values()
        for one in way.responses
        if one.grade == finding.grade.value
    ]
    return (min(usual), False) if usual else None


def answer_by(qms: Qms, finding: AuditFinding, *, usual: bool = True) -> date | None:
    """The day by which a finding is answered: the auditor's, else so many days after the audit of a body.

    Without `usual`, only a day that the auditor or the body has said: what goes outside says no other.
    """
    audit = qms.get(finding.audit, Audit)
    if finding.response_due or audit is None or audit.audit_type not in EXTERNAL:
        return finding.response_due
    answer = response_days(qms, finding, audit.body)
    return moved(last_day(audit), answer[0]) if answer and (usual or answer[1]) else None


def verify_by(qms: Qms, end: date) -> date | None:
    """The last day for major nonconformities of a stage 2 that ended on a day."""
    return soonest(qms, end, "major_months")


def second_by(qms: Qms, end: date) -> date | None:
    """The last day on which stage 2 begins after a stage 1 that ended on a day."""
    return soonest(qms, end, "stages_months")


def soonest(qms: Qms, end: date, name: str) -> date | None:
    """The day after a day that the shortest time of this name gives; None where none is said."""
    given = [getattr(way, name) for way in qms.fact(cycles).values()]
    months = min((one for one in given if one is not None), default=None)
    return None if months is None else months_after(end, months)
