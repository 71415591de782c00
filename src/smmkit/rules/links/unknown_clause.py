"""SMM204 unknown-clause."""

from __future__ import annotations

from smmkit.analyses.cycle.answered import answered_on
from smmkit.analyses.references.links import Link, every_link
from smmkit.analyses.references.nearest_clause import nearest_clause
from smmkit.documents import Information, Record
from smmkit.documents.audit import Audit
from smmkit.documents.finding import AuditFinding
from smmkit.documents.interview import Interview
from smmkit.model.marks import CLAUSE
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards import Standard
from smmkit.words import Message, say


@rule("SMM204", "unknown-clause", source="ISO 9001, 4.4")
def unknown_clause(qms: Qms) -> Problems:
    """A clause that a document names is one of the standard.

    Why: evidence for a clause that does not exist is evidence for nothing. Numbers are compared
    whole, never as the beginning of others. A record keeps the numbers of the edition of its day.
    """
    for link in qms.fact(every_link):
        if link.mark is not CLAUSE or qms.settings is None:
            continue
        standard, number = qms.clause(link.target, link.document)
        if standard is None:
            continue
        asked = standard
        if is_of_before(qms, link, standard) and not is_of_its_day(qms, link.document, standard):
            asked = qms.standard(qms.standard_ids[0]) or standard
        if asked.has(number):
            continue
        yield problem(
            link.document,
            *link.steps,
            message=say(
                "{text} is no number of a clause of {standard}", text=number, standard=asked.id
            )
            if " " in number
            else say("{standard} has no clause {number}", standard=asked.id, number=number),
            hint=moved(number, asked)
            or elsewhere(qms, link, number)
            or nearest_clause(number, asked.known),
        )


def is_of_before(qms: Qms, link: Link, standard: Standard) -> bool:
    """Whether a number without a name is of the edition before that to which the QMS answers."""
    named = "/" in link.target or link.document.yardstick
    return not named and standard.id != qms.standard_ids[0]


def is_of_its_day(qms: Qms, document: Information, standard: Standard) -> bool:
    """Whether a record is of a day, or of an audit, on which the numbers of that standard were meant."""
    if isinstance(document, Record) and not document.date:
        return True  # its file has faults, and nobody can say
    audit = document
    if isinstance(document, AuditFinding | Interview):
        audit = qms.get(document.audit, Audit) or document
    held = isinstance(audit, Audit) and standard.id in audit.standards
    known = isinstance(document, Record) and standard.id in answered_on(qms, document.date)
    return held or known


def elsewhere(qms: Qms, link: Link, number: str) -> Message | None:
    """The other standard of the QMS that has a number which was written without a name."""
    if "/" in link.target or link.document.yardstick:
        return None
    others = filter(None, map(qms.standard, qms.standard_ids[1:]))
    found = next((one.id for one in others if one.has(number)), None)
    return say('write "{standard}/{number}"', standard=found, number=number) if found else None


def moved(number: str, standard: Standard) -> Message | None:
    """What a number of the edition before has become."""
    for clause in standard.clauses:
        for before, numbers in clause.comes_from.items():
            if number in numbers:
                return say(
                    "{number} of {before} is {clause} here",
                    number=number,
                    before=before,
                    clause=clause.id,
                )
    return None
