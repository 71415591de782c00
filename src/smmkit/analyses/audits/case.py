"""One audit on a day: its entry in the programme, its record, and what of it has come by then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from smmkit.analyses.audits import (
    findings_by_audit,
    is_answered,
    is_told,
    last_day,
    planned_days,
    plans_of,
)
from smmkit.documents.audit import Audit, PlannedAudit
from smmkit.documents.finding import AuditFinding, Grade
from smmkit.qms import Qms


@dataclass(frozen=True, slots=True)
class Case:
    """An audit on the day: its entry in the programme and its record, as far as there are any."""

    qms: Qms
    planned: PlannedAudit | None
    record: Audit | None

    @property
    def audit(self) -> Audit | PlannedAudit:
        """Its record; else its entry."""
        found = self.record or self.planned
        assert found is not None  # noqa: S101 case_of gives one of them
        return found

    @property
    def begun(self) -> Audit | None:
        """Its record, if it has begun by the day."""
        return self.record if self.record and self.record.date <= self.qms.as_of else None

    @property
    def prepared(self) -> Audit | None:
        """Its record as far as it can have been there on the day.

        Why: a record of a later day that tells what was seen was written after it; when its questions
        and its agenda were, nobody knows.
        """
        record = self.record
        if record is None or self.begun:
            return record
        return None if is_told(record) or any(map(is_answered, record.checklist)) else record

    @property
    def over(self) -> Audit | None:
        """Its record, if it is over by the day."""
        return self.record if self.record and last_day(self.record) <= self.qms.as_of else None

    @property
    def day(self) -> date:
        """The day by which its auditors are judged."""
        days = planned_days(self.planned) if self.planned else None
        return self.record.date if self.record else days[0] if days else self.qms.as_of

    @property
    def auditors(self) -> tuple[str, ...]:
        """Those of the register who audit, or are meant to."""
        if self.record:
            return tuple(one.person for one in self.record.auditors if one.person)
        return self.planned.auditors if self.planned else ()

    @property
    def findings(self) -> list[AuditFinding]:
        """What it has found by the day that asks for something."""
        made = self.qms.fact(findings_by_audit).get(self.record.id, []) if self.record else []
        day = self.qms.as_of
        return [one for one in made if one.date <= day and one.grade is not Grade.POSITIVE]


def case_of(qms: Qms, audit: Audit | PlannedAudit) -> Case:
    """An audit with its other half: its entry in the programme, or the record that names the entry."""
    if isinstance(audit, Audit):
        return Case(qms, qms.get(audit.planned or "", PlannedAudit), audit)
    return Case(qms, audit, qms.fact(records).get(audit.id))


def records(qms: Qms) -> dict[str, Audit]:
    """The first audit that says it is an entry of a programme, by the id of the entry."""
    latest_first = sorted(qms.of(Audit), key=lambda one: (one.date, one.id), reverse=True)
    return {plan: one for one in latest_first for plan in plans_of(one)}
