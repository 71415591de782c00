"""The certification cycle: the next audits of the body, the end of the certificate, what follows a stop."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from smmkit.analyses.agenda.due import Due, Matter, Text
from smmkit.analyses.audits import EXTERNAL, FOR_CERTIFICATE, audits, findings_by_audit, last_day
from smmkit.analyses.cycle.certificates import holds_until, running
from smmkit.analyses.cycle.course import (
    Course,
    answer_by,
    is_settled,
    response_days,
    stands,
    verify_by,
)
from smmkit.analyses.cycle.steps import steps_of
from smmkit.analyses.cycle.transition import changeovers
from smmkit.documents.audit import Audit, AuditType
from smmkit.documents.certification import Certificate
from smmkit.documents.finding import AuditFinding, Grade
from smmkit.qms import Qms
from smmkit.words import say


def certification(qms: Qms) -> Iterator[Due]:
    """Each step of the cycle that is still to be taken, with where its day comes from."""
    for certificate in qms.fact(running):
        yield from of_certificate(qms, certificate)
    for change in changeovers(qms):
        yield due(
            change.certificate,
            say("change to {standard}", standard=change.to),
            change.until,
            "changeover",
            change.why,
        )
    for audit in qms.fact(audits):
        if audit.audit_type in EXTERNAL:
            for finding in qms.fact(findings_by_audit).get(audit.id, ()):
                yield from of_finding(qms, audit, finding)


def of_certificate(qms: Qms, certificate: Certificate) -> Iterator[Due]:
    """The next steps of a certificate; of one that does not hold, what can still be done.

    Why: one that is suspended still ends on its day, and its audits are still due.
    """
    found, end = stands(qms, certificate), holds_until(qms, certificate)
    if found.course is not Course.HOLDS:
        if found.until is not None and found.to_do is not None:
            said = say(
                "{certificate} is {state}", certificate=certificate.id, state=found.course.label
            )
            yield due(certificate, said, found.until, found.course.value, found.to_do)
        if found.course is not Course.SUSPENDED:
            return
    for step in steps_of(qms, certificate):
        is_last = step.audit_type is AuditType.RECERTIFICATION
        if step.planned is None or (step.held and not is_last):
            continue
        key, why = f"{step.audit_type.value} {step.number}", step.why
        if step.planned > end:
            why = say(
                "{why}; only once it is to a newer edition, since it ends on {day}",
                why=why,
                day=end,
            )
        if is_last:
            what = (
                say("the decision on recertification; the certificate ends")
                if step.held
                else say("recertification, audited and decided; the certificate ends")
            )
            yield due(certificate, what, step.planned, key, why)
        else:
            yield due(certificate, step.what, step.planned, key, why)


def due(certificate: Certificate, what: Text, day: date, key: str, why: Text) -> Due:
    """Something that is due for a certificate."""
    owners = tuple(filter(None, (certificate.owner, *certificate.co_owners)))
    return Due(
        Matter.CERTIFICATE,
        day,
        certificate.id,
        what,
        certificate,
        ("expires",),
        key=key,
        owners=owners,
        why=why,
    )


def of_finding(qms: Qms, audit: Audit, finding: AuditFinding) -> Iterator[Due]:
    """The answer to a finding that has no day of its own, and the last day of a major one of stage 2."""
    if finding.date > qms.as_of or is_settled(finding, qms):
        return
    by, answer = answer_by(qms, finding), response_days(qms, finding, audit.body)
    if finding.response_due is None and by and answer:
        days, own = answer
        asked = say(
            "{n} days after {audit}, as the certification body asks", n=days, audit=audit.id
        )
        usual = say(
            "{n} days after {audit}, as is usual; ask the certification body",
            n=days,
            audit=audit.id,
        )
        yield Due(
            Matter.FINDING,
            by,
            finding.id,
            finding.title,
            finding,
            ("date",),
            key="answer",
            owners=(finding.unit,),
            why=asked if own else usual,
        )
    until = verify_by(qms, last_day(audit))
    if finding.grade is Grade.MAJOR and audit.audit_type in FOR_CERTIFICATE and until:
        yield Due(
            Matter.FINDING,
            until,
            finding.id,
            finding.title,
            finding,
            ("grade",),
            key="verified",
            owners=(finding.unit,),
            why=say("verified by the body; else stage 2 is held again"),
        )
