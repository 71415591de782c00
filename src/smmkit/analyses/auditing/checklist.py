"""The checklist of an audit, from the standard, the papers of its units, their KPIs, risks and findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from smmkit.analyses.auditing.own_numbers import own_number
from smmkit.analyses.audits import EXTERNAL, audits, last_day, made_findings, plans_of
from smmkit.analyses.lifecycle.live import live
from smmkit.analyses.organization.units import answering
from smmkit.analyses.proof.coverage import clauses_named
from smmkit.documents import Document
from smmkit.documents.audit import Audit, Check, PlannedAudit
from smmkit.documents.finding import AuditFinding, Grade
from smmkit.documents.objective import Objective
from smmkit.documents.procedure import Procedure
from smmkit.documents.process import Process
from smmkit.documents.risk import RiskRegister
from smmkit.qms import Qms
from smmkit.standards import Standard
from smmkit.words import LANGUAGES, Message, Words, language, say

HERE: Final = "§"
"""What stands for an id where a title is read again."""

TITLE = say("Checklist: {id}, {title}", id=HERE, title="")
"""How the sheet is called; by it the sheet that comes back names its audit."""

CLAUSE, UNIT, QUESTION, LOOK = say("Clause"), say("Unit"), say("Question"), say("Begin at")
SEEN, VERDICT, FINDING = say("Seen"), say("Conforms"), say("Finding")
"""The headings of the sheet."""

HELD, AUDITORS = say("Held on"), say("Auditors")
"""What is written above it by hand."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to be found out, and where one begins to look."""

    clause: str
    unit: str
    question: Message | Words | str
    look: tuple[str, ...]
    """The ids of documents, KPIs, risks and findings."""
    check: Check | None = None
    """What the audit has of it already."""

    FOR_PROGRAMS: ClassVar = {
        "clause": "clause",
        "unit": "unit",
        "question": "question",
        "look_at": "look",
    }


def checklist(qms: Qms, audit: Audit | PlannedAudit) -> list[Line]:
    """What is asked in an audit: what it has asked, by unit what stands open, then clause by clause."""
    standard = qms.standard(qms.standard_ids[0])
    units = tuple(audit.units)
    asked = list(of_audit(audit)) if isinstance(audit, Audit) else []
    again = to_be_seen_again(qms, audit)
    found = [line for unit in units for line in of_unit(qms, unit, again)]
    if standard is not None:
        found += of_clauses(qms, standard, clauses_of(qms, audit, standard), units)
    known = {(one.clause, str(one.question)) for one in asked}
    return [*asked, *(one for one in found if not known & set(spoken(one)))]


def of_audit(audit: Audit) -> Iterator[Line]:
    """What stands in the checklist of an audit."""
    for check in audit.checklist:
        look = (check.finding,) if check.finding else ()
        unit = check.unit or ", ".join(audit.units)
        yield Line(check.clause, unit, check.question, look, check)


def spoken(line: Line) -> Iterator[tuple[str, str]]:
    """A question as each language has it."""
    for code in LANGUAGES:
        yield line.clause, language(code).say(line.question)


def clauses_of(qms: Qms, audit: Audit | PlannedAudit, standard: Standard) -> list[str]:
    """The clauses of an audit: those that are planned for it; without a plan all of the standard."""
    ids = (audit.id,) if isinstance(audit, PlannedAudit) else plans_of(audit)
    entries = [entry for id_ in ids if (entry := qms.get(id_, PlannedAudit))]
    if not entries or not all(entry.audited_clauses for entry in entries):
        return [one.id for one in standard.clauses]
    named = [(name, qms.homes[one.id][0]) for one in entries for name in one.audited_clauses]
    meant = {one for name, home in named for one in clauses_named(qms, name, home)}
    return [one.id for one in standard.clauses if (standard.id, one.id) in meant]


def to_be_seen_again(qms: Qms, audit: Audit | PlannedAudit) -> list[AuditFinding]:
    """What others have found that is open, or was when the last audit of the same side before it ended.

    Why: the auditor looks whether what was closed meanwhile has helped, and what became of suggestions.
    """
    is_outside = audit.audit_type in EXTERNAL
    day = audit.date if isinstance(audit, Audit) else qms.as_of
    same = (one for one in qms.fact(audits) if (one.audit_type in EXTERNAL) is is_outside)
    last = max((last_day(one) for one in same if last_day(one) < day), default=qms.as_of)
    return [
        one
        for one in made_findings(qms)
        if one.grade is not Grade.POSITIVE and one.audit != audit.id and not one.is_closed_on(last)
    ]


def of_unit(qms: Qms, unit: str, again: Sequence[AuditFinding]) -> Iterator[Line]:
    """What is to be seen in a unit: what was found, and whether its processes and SOPs do as they say."""
    for one in again:
        if unit in answering(qms, one.unit):
            text = say("What became of {id}, {title}?", id=one.id, title=one.title)
            yield Line(one.clause, unit, text, (one.id,))
    for register in live(qms, RiskRegister):
        for risk in register.entries:
            if risk.treatments and unit in answering(qms, risk.owner):
                text = say("Are the treatments of {id} done, and do they help?", id=risk.id)
                yield Line(own_number(qms, "6.1.2"), unit, text, (risk.id,))
    for objective in qms.of(Objective):
        if any(unit in answering(qms, named) for named in objective.units):
            for kpi in objective.kpis:
                text = say("How is {id} counted, and what follows from it?", id=kpi.id)
                yield Line(own_number(qms, "9.1.1"), unit, text, (kpi.id,))

    for process in live(qms, Process):
        if unit in answering(qms, process.owner):
            text = say(
                "Does {id}, {title}, give what it should, and who sees to it?",
                id=process.id,
                title=process.title,
            )
            yield Line(own_number(qms, "4.4.1"), unit, text, (process.id,))
    for sop in live(qms, Procedure):
        if unit in answering(qms, sop.owner):
            text = say(
                "Is {id}, {title}, followed? Take a case from beginning to end.",
                id=sop.id,
                title=sop.title,
            )
            yield Line(own_number(qms, "8.5.1"), unit, text, (sop.id,))


def of_clauses(
    qms: Qms, standard: Standard, clauses: Sequence[str], units: Sequence[str]
) -> Iterator[Line]:
    """Every requirement of the clauses, in our own words, with the papers that name the clause."""
    papers = named_by(qms, standard, units)
    wanted = set(clauses)
    for clause in standard.clauses:
        if clause.id not in wanted:
            continue
        look = tuple(papers.get(clause.id, ()))
        for requirement in clause.requirements:
            yield Line(clause.id, ", ".join(units), requirement.text, look)


def named_by(qms: Qms, standard: Standard, units: Sequence[str]) -> dict[str, list[str]]:
    """The documents in force that name each clause; those of the units that are audited first."""
    found: dict[str, list[str]] = {}
    own = [one for one in live(qms, Document) if one.owner in units]
    others = [one for one in live(qms, Document) if one.owner not in units]
    for document in (*own, *others):
        for name in document.clauses:
            for id_, number in clauses_named(qms, name, document):
                if id_ == standard.id:
                    found.setdefault(number, []).append(document.id)
    return {number: list(dict.fromkeys(ids))[:5] for number, ids in found.items()}
