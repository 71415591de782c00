"""SMM704 own-work-audited."""

from __future__ import annotations

from smmkit.analyses.organization.units import audited, is_one_house
from smmkit.documents.audit import Audit, AuditType
from smmkit.documents.people import PersonEntry
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM704",
    "own-work-audited",
    of=Audit,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 c",
    clause="9.2.2",
)
def own_work_audited(audit: Audit, qms: Qms) -> Problems:
    """An internal auditor does not audit the own unit, and no audited unit writes the record of its audit.

    Why: auditors must be objective and impartial. In a small organization it cannot always be
    avoided, so this is a warning.
    """
    if audit.audit_type is not AuditType.INTERNAL or is_one_house(qms):
        return
    covered = audited(qms, audit.units, audit.processes)
    for index, auditor in enumerate(audit.auditors):
        person = qms.get(auditor.person or "", PersonEntry)
        units = person.works_in(audit.date) & covered if person else set[str]()
        if own := sorted(units - left_to_others(audit, auditor.person)):
            yield problem(
                audit,
                "auditors",
                index,
                "person",
                message=say(
                    "{person} belongs to {unit}, which this audit covers",
                    person=auditor.person,
                    unit=own[0],
                ),
            )
    yield from written_by_the_audited(audit, qms, covered)


def written_by_the_audited(audit: Audit, qms: Qms, covered: set[str]) -> Problems:
    """A record that somebody of an audited unit writes, who is no auditor."""
    writer = qms.get(audit.recorded_by or "", PersonEntry)
    if writer is None or writer.id in {one.person for one in audit.auditors}:
        return
    held = {one.unit for one in writer.held_on(audit.date)}
    if held and held <= covered:
        yield problem(
            audit,
            "recorded_by",
            message=say(
                "{person}, who belongs to {units}, was audited and wrote the record",
                person=writer.id,
                units=sorted(held),
            ),
            hint=say("let an auditor write what was found"),
        )


def left_to_others(audit: Audit, person: str | None) -> set[str]:
    """The units of which the plan says who audits there, and it is not this person."""
    rows = [row for row in audit.agenda if row.auditors]
    named = {unit for row in rows for unit in row.units}
    return named - {unit for row in rows if person in row.auditors for unit in row.units}
