"""SMM743 finding-of-another-audit."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.documents import Record
from smmkit.documents.audit import Audit
from smmkit.documents.finding import AuditFinding
from smmkit.documents.interview import Interview, SpotCheck
from smmkit.location import Path
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM743", "finding-of-another-audit", of=Record, source="ISO 9001, 9.2.2 f", clause="9.2.2")
def finding_of_another_audit(record: Record, qms: Qms) -> Problems:
    """What an audit, an interview or a spot check says to have become a finding is one of that audit.

    Why: the thread from the question to the finding leads into another audit; one of the two is wrong.
    """
    for audit, steps, id_ in findings_in(record):
        found = qms.get(id_ or "", AuditFinding)
        if found and found.audit != audit and qms.get(found.audit, Audit):
            yield problem(
                record,
                *steps,
                message=say(
                    "{finding} is a finding of {other}, not of {id}",
                    finding=found.id,
                    other=found.audit,
                    id=audit,
                ),
                hint=say("name a finding of this audit, or put `audit:` of the finding right"),
            )


def findings_in(record: Record) -> Iterator[tuple[str, Path, str | None]]:
    """The audit of a record, and each finding that it names, with its key path."""
    match record:
        case Audit():
            for index, check in enumerate(record.checklist):
                yield record.id, ("checklist", index, "finding"), check.finding
        case Interview():
            for index, item in enumerate(record.items):
                yield record.audit, ("items", index, "finding"), item.finding
        case SpotCheck():
            yield record.audit, ("finding",), record.finding
