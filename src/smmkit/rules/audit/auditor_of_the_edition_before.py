"""SMM942 auditor-of-the-edition-before."""

from __future__ import annotations

from datetime import date

from smmkit.analyses.audits.auditors import competent
from smmkit.analyses.cycle.editions import heads
from smmkit.documents.audit import Audit, AuditType
from smmkit.documents.competence import Competences
from smmkit.documents.training import Training
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM942",
    "auditor-of-the-edition-before",
    of=Audit,
    severity=Severity.WARNING,
    source="ISO 9001, 7.2; ISO 19011, 7.2.3",
    clause="7.2",
    filled=True,
    whole=(Training, Competences),
)
def auditor_of_the_edition_before(audit: Audit, qms: Qms) -> Problems:
    """Of those who audit inside to a new edition, at least one has learned of it since it was published.

    Why: no training that was held before that day can have been about it. Auditors who know the edition
    before ask what they always asked, and what is new is found by the certification body.
    """
    if audit.audit_type is not AuditType.INTERNAL:
        return
    people = {one.person for one in audit.auditors if one.person}
    for index, standard in enumerate(audit.standards):
        head = qms.fact(heads).get(standard)
        published = head.transition.published if head and head.transition else None
        if not people or published is None or audit.date < published:
            continue
        learned = {
            one.person
            for training in qms.of(Training)
            if published <= training.date <= audit.date
            for one in training.attendance
            if one.attended
        }
        shown = {
            person
            for person, held in qms.fact(competent).items()
            if any(since == date.min or published < since <= audit.date for since, _ in held)
        }
        if not people & (learned | shown):
            yield problem(
                audit,
                "standards",
                index,
                message=say(
                    "{people} audit to {standard}, and attended no training since it was published "
                    "on {day}",
                    people=sorted(people),
                    standard=standard,
                    day=published,
                ),
                hint=say(
                    "record the training on the new edition, or the competence with its evidence"
                ),
            )
