"""SMM7xx: assessments show evidence, audits are impartial, findings are followed to the end."""

from __future__ import annotations

from smmkit.documents.assessment import GapAssessment, Status
from smmkit.documents.audit import Audit, AuditFinding, AuditType, Grade
from smmkit.documents.people import PersonEntry
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM701", "claim-without-evidence", of=GapAssessment, source="juknis II.A1")
def claim_without_evidence(assessment: GapAssessment, qms: Qms) -> Problems:  # noqa: ARG001
    """A claim of conformity names the documents that show it."""
    for index, verdict in enumerate(assessment.verdicts):
        if verdict.status is Status.CONFORM and not verdict.evidence:
            yield problem(
                assessment,
                "verdicts",
                index,
                "status",
                message=say(
                    "{requirement} is claimed to conform, but no evidence is named",
                    requirement=verdict.requirement,
                ),
                hint=say("write `evidence:` with the ids of documents, or claim less"),
            )


@rule(
    "SMM702",
    "gap-without-action",
    of=GapAssessment,
    severity=Severity.WARNING,
    source="juknis II.A1",
)
def gap_without_action(assessment: GapAssessment, qms: Qms) -> Problems:  # noqa: ARG001
    """A gap has an action with an owner and a day; what does not apply has a reason."""
    for index, verdict in enumerate(assessment.verdicts):
        if verdict.status in {Status.PARTIAL, Status.NONCONFORM} and not verdict.actions:
            message = say("{requirement} has a gap and no action", requirement=verdict.requirement)
            yield problem(assessment, "verdicts", index, "status", message=message)
        elif verdict.status is Status.NOT_APPLICABLE and not verdict.reason:
            message = say(
                "{requirement} is claimed not to apply, without a reason",
                requirement=verdict.requirement,
            )
            yield problem(assessment, "verdicts", index, "status", message=message)


@rule("SMM703", "closed-too-early", of=AuditFinding, source="ISO 9001, 10.2.1", clause="10.2.1")
def closed_too_early(found: AuditFinding, qms: Qms) -> Problems:  # noqa: ARG001
    """A nonconformity is closed only with its cause, an action that is done, and proof that it helped.

    Why: a correction puts one case right; without the cause it comes again.
    """
    if found.closed is None or found.grade not in {Grade.MAJOR, Grade.MINOR}:
        return
    effect = found.effectiveness
    missing = [
        name
        for name, there in (
            ("cause", found.cause),
            ("action.done", found.action and found.action.done),
            ("effectiveness", effect and effect.effective),
        )
        if not there
    ]
    if missing:
        yield problem(
            found,
            "closed",
            message=say("{id} is closed without {missing}", id=found.id, missing=missing),
            hint=say("fill in what is missing, or take `closed:` away"),
        )


@rule(
    "SMM704",
    "own-work-audited",
    of=Audit,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 c",
    clause="9.2.2",
)
def own_work_audited(audit: Audit, qms: Qms) -> Problems:
    """An internal auditor does not audit the unit that he or she belongs to.

    Why: auditors must be objective and impartial. In a small organization it cannot always be
    avoided, so this is a warning.
    """
    if audit.audit_type is not AuditType.INTERNAL:
        return
    for index, auditor in enumerate(audit.auditors):
        person = qms.get(auditor.person or "", PersonEntry)
        for assignment in person.assignments if person else ():
            over = assignment.until is not None and assignment.until < audit.date
            if assignment.unit in audit.units and assignment.since <= audit.date and not over:
                yield problem(
                    audit,
                    "auditors",
                    index,
                    "person",
                    message=say(
                        "{person} belongs to {unit}, which this audit covers",
                        person=auditor.person,
                        unit=assignment.unit,
                    ),
                )
                break
