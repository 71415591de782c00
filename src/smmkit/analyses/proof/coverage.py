"""Which clauses a number means, what the scope leaves out of them, what was found on each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from smmkit.analyses.audits import NONCONFORMITIES, is_form
from smmkit.analyses.proof.claims import exclusions, latest_assessment
from smmkit.documents import Information
from smmkit.documents.assessment import GapAssessment
from smmkit.documents.finding import AuditFinding
from smmkit.documents.process import Process
from smmkit.qms import Qms
from smmkit.standards import Standard

ClauseOf = tuple[str, str]
"""The id of a standard, and the number of a clause."""


def spans(qms: Qms) -> dict[ClauseOf, tuple[ClauseOf, ...]]:
    """What each number of the QMS's standards means: a group all below it, a requirement its clause.

    So do those of the editions before them, which what was found earlier names.
    """
    found: dict[ClauseOf, list[ClauseOf]] = defaultdict(list)
    known = [s for s in map(qms.standard, qms.standard_ids) if s]
    before = [s.transition.replaces for s in known if s.transition]
    known += [s for s in map(qms.standard, before) if s and s not in known]
    for standard in known:
        for clause in standard.clauses:
            own = (requirement.id for requirement in clause.requirements)
            for number in dict.fromkeys((clause.id, *standard.above[clause.id], *own)):
                found[standard.id, number].append((standard.id, clause.id))
    return {number: tuple(clauses) for number, clauses in found.items()}


def clauses_named(qms: Qms, name: str, document: Information) -> tuple[ClauseOf, ...]:
    """The clauses that a document means by a number; none where it is unknown."""
    standard, number = qms.clause(name, document)
    return qms.fact(spans).get((standard.id, number), ()) if standard else ()


def clauses_of_process(qms: Qms, name: str) -> Iterator[ClauseOf]:
    """The clauses that a process and its procedures name: who audits it looks at them."""
    process = qms.things.get(name)
    if isinstance(process, Process):
        for id_ in (name, *process.procedures):
            document = qms.things.get(id_)
            if isinstance(document, Information):
                for number in document.clauses:
                    yield from clauses_named(qms, number, document)


def excluded_clauses(qms: Qms) -> frozenset[ClauseOf]:
    """The clauses that the scope leaves out."""
    standards = filter(None, map(qms.standard, qms.standard_ids))
    return frozenset((s.id, clause) for s in standards for clause in exclusions(qms, s))


def clauses_left(qms: Qms, standard: Standard, seen: Collection[ClauseOf]) -> list[str]:
    """The numbers of the clauses that apply and are not among those seen, in their order."""
    out = qms.fact(excluded_clauses)
    every = ((standard.id, clause.id) for clause in standard.clauses)
    return [one[1] for one in every if one not in seen and one not in out]


def chapters_left(qms: Qms, standard: Standard, seen: Collection[ClauseOf]) -> list[str]:
    """The chapters in which something applies and weighs, and no clause is among those seen."""
    left, out = set(clauses_left(qms, standard, seen)), qms.fact(excluded_clauses)
    asked = {
        clause.id
        for clause in standard.clauses
        if (standard.id, clause.id) not in out and any(one.weight for one in clause.requirements)
    }
    return [
        chapter.id
        for chapter in standard.chapters
        if chapter.parent is None
        and (own := {one for one in asked if chapter.id in standard.above[one]})
        and own <= left
    ]


def latest_assessments(qms: Qms) -> dict[str, GapAssessment]:
    """The last assessment against each standard, by its own id."""
    standards = filter(None, map(qms.standard, {a.standard for a in qms.of(GapAssessment)}))
    found = (latest_assessment(qms, standard) for standard in standards)
    return {assessment.id: assessment for assessment in found if assessment}


def nonconformities(qms: Qms) -> dict[ClauseOf, list[AuditFinding]]:
    """The nonconformities on each clause."""
    every = (one for one in qms.of(AuditFinding) if one.grade in NONCONFORMITIES)
    return by_clause(qms, (one for one in every if not is_form(one)))


def by_clause(qms: Qms, findings: Iterable[AuditFinding]) -> dict[ClauseOf, list[AuditFinding]]:
    """Findings under each clause that they are about."""
    found: dict[ClauseOf, list[AuditFinding]] = defaultdict(list)
    for finding in findings:
        for clause in clauses_named(qms, finding.clause, finding):
            found[clause].append(finding)
    return found
