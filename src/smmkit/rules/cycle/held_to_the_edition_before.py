"""SMM941 held-to-the-edition-before."""

from __future__ import annotations

from smmkit.analyses.cycle.answered import taken_over
from smmkit.documents import Record
from smmkit.documents.assessment import GapAssessment
from smmkit.documents.audit import Audit, AuditType
from smmkit.documents.submission import Submission
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM941",
    "held-to-the-edition-before",
    of=Record,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2",
    clause="9.2.2",
)
def held_to_the_edition_before(record: Record, qms: Qms) -> Problems:
    """An internal audit, an assessment and a submission are held to the edition that held on their day.

    Why: once the QMS answers to the new edition alone, an audit to the one before asks about a standard
    that nobody works by, and what is new stays unseen until the certification body asks.
    """
    named: tuple[tuple[str, tuple[str | int, ...]], ...] = ()
    if isinstance(record, Audit) and record.audit_type is AuditType.INTERNAL:
        named = tuple((one, ("standards", i)) for i, one in enumerate(record.standards))
    elif isinstance(record, GapAssessment | Submission):
        named = ((record.standard, ("standard",)),)
    for standard, steps in named:
        newer = taken_over(qms, standard, record.date)
        if newer and not (isinstance(record, Audit) and newer in record.standards):
            yield problem(
                record,
                *steps,
                message=say(
                    "{id} of {day} is held to {standard}; by then this QMS answered to {newer}",
                    id=record.id,
                    day=record.date,
                    standard=standard,
                    newer=newer,
                ),
                hint=say("write {newer} if it was held to that; else do it again", newer=newer),
            )
