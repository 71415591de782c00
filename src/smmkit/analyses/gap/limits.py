"""How much of a claim counts: no more than its proof, its open findings and its evidence bear."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from smmkit.analyses.gap.bearing import against
from smmkit.analyses.lifecycle.state import standings
from smmkit.analyses.proof.claims import admitted, is_in_exclusions
from smmkit.analyses.proof.coverage import ClauseOf, clauses_named, nonconformities
from smmkit.analyses.proof.naming import Naming
from smmkit.analyses.proof.proof import Shown, Strength
from smmkit.documents import Document, Information
from smmkit.documents.assessment import Status, Verdict
from smmkit.documents.audit import Audit
from smmkit.documents.finding import AuditFinding, Grade
from smmkit.qms import Qms
from smmkit.standards import Requirement, StandardClause
from smmkit.words import Message, say

GRADES = {Grade.MAJOR: Status.NONCONFORM, Grade.MINOR: Status.PARTIAL}
"""The best verdict that a clause may have while a finding of this grade is open on it."""

SCALE = (Status.NONCONFORM, Status.PARTIAL, Status.CONFORM)


@dataclass(frozen=True, slots=True)
class Claim:
    """A verdict on one requirement, and what it is held against."""

    naming: Naming
    clause: StandardClause
    requirement: Requirement
    verdict: Verdict
    proof: Shown
    since: date
    """The day of the assessment that claims it."""


def counted_as(qms: Qms, claim: Claim) -> tuple[Status, tuple[Message, ...]]:
    """What a claim counts as, and why it counts less than it says."""
    clause, requirement, claimed = claim.clause, claim.requirement, claim.verdict.status
    if claimed is Status.NOT_APPLICABLE and not clause.na_allowed:
        return Status.NOT_ASSESSED, (say("it always applies"),)
    if claimed is Status.NOT_APPLICABLE and not is_in_exclusions(
        qms, claim.naming.standard, clause
    ):
        return Status.NOT_ASSESSED, (say("the scope does not leave it out"),)
    may_wait = requirement.conditional or requirement.amendment or clause.na_allowed
    if claimed is Status.NOT_TRIGGERED and not may_wait:
        return Status.NOT_ASSESSED, (say("it needs no occasion to apply"),)
    if claimed in (Status.NOT_APPLICABLE, Status.NOT_TRIGGERED):
        denied = tuple(denials(qms, claim))
        return Status.NOT_ASSESSED if denied else claimed, denied
    if claimed not in SCALE:
        return claimed, ()
    said = SCALE.index(claimed)
    found = [(SCALE.index(status), reason) for status, reason in bounds(qms, claim)]
    lower = [(at, reason) for at, reason in found if at < said]
    worst = min((at for at, _ in lower), default=said)
    return SCALE[worst], tuple(reason for _, reason in lower)


def bounds(qms: Qms, claim: Claim) -> Iterator[tuple[Status, Message]]:
    """The best verdict that each thing allows, and what it is."""
    if claim.proof.strength is Strength.NONE:
        yield Status.NONCONFORM, say("nothing in the folder proves it")
    elif claim.proof.strength is Strength.SHORT:
        yield Status.PARTIAL, say("the folder proves it only in part")
    for finding in open_on(qms, claim):
        yield GRADES[finding.grade], say("{id} is open", id=finding.id)
    yield from ((Status.PARTIAL, told) for told in contradicted(qms, claim))
    named = [qms.things.get(id_) for id_ in claim.verdict.evidence]
    papers = [one for one in named if isinstance(one, Information)]
    holds = qms.fact(standings)
    for paper in papers:
        if isinstance(paper, Document) and not holds[paper.id].holds:
            state = holds[paper.id].state.label
            told = say("{id} is named as evidence: {state}", id=paper.id, state=state)
            yield Status.PARTIAL, told
    if papers and len(papers) == len(named) and not any(bears(one, claim) for one in papers):
        ids = [one.id for one in papers]
        yield Status.PARTIAL, say("{ids}: named as evidence, but about something else", ids=ids)


def contradicted(qms: Qms, claim: Claim) -> Iterator[Message]:
    """What the verdict, the documents that show the requirement and a later audit say against the claim."""
    if admitted(claim.verdict, qms):
        yield say("the verdict itself names a gap")
    shown = claim.proof
    papers = (*(e.document for e in shown.evidence), *(s.document for s in shown.short_of))
    yield from against(qms, papers, claim.requirement.bears)
    for audit in qms.fact(seen_short).get((claim.naming.standard.id, claim.clause.id), ()):
        if audit.date > claim.since:
            yield say("{id} saw that it is not met as a whole", id=audit.id)


def seen_short(qms: Qms) -> dict[ClauseOf, list[Audit]]:
    """The audits that were the last to look at a clause somewhere, and saw less than that it is met.

    What led to a finding is as it is with the finding.
    """
    last: dict[tuple[ClauseOf, str | None], tuple[Audit, bool]] = {}
    held = [one for one in qms.of(Audit) if one.date <= qms.as_of]
    for audit in sorted(held, key=lambda one: (one.date, one.id)):
        for check in audit.checklist:
            is_short = check.status is not Status.CONFORM and not check.finding
            for clause in clauses_named(qms, check.clause, audit) if check.status in SCALE else ():
                before, was_short = last.get((clause, check.unit), (audit, False))
                last[clause, check.unit] = audit, is_short or (was_short and before is audit)
    found: dict[ClauseOf, list[Audit]] = {}
    for (clause, _), (audit, is_short) in last.items():
        if is_short and audit not in found.setdefault(clause, []):
            found[clause].append(audit)
    return found


def denials(qms: Qms, claim: Claim) -> Iterator[Message]:
    """What shows that a requirement applies of which the verdict says that it does not."""
    if claim.verdict.gap:
        yield say("the verdict itself names a gap")
    for finding in open_on(qms, claim):
        yield say("{id} is open", id=finding.id)


def open_on(qms: Qms, claim: Claim) -> Iterator[AuditFinding]:
    """The nonconformities on the clause that are open on the day."""
    for finding in found_on(qms, claim.naming.standard.id, claim.clause):
        if finding.date <= qms.as_of and not finding.is_closed_on(qms.as_of):
            yield finding


def found_on(qms: Qms, standard: str, clause: StandardClause) -> Iterator[AuditFinding]:
    """The nonconformities on a clause, and on what it was in another edition."""
    found = qms.fact(nonconformities)
    yield from found.get((standard, clause.id), ())
    for other, numbers in clause.comes_from.items():
        for number in numbers:
            yield from found.get((other, number), ())


def bears(paper: Information, claim: Claim) -> bool:
    """Whether a document is of a kind that can prove the clause, or names the clause or its group."""
    clause, naming = claim.clause, claim.naming
    can_prove = not clause.proof or any(paper.kind in proof.kinds for proof in clause.proofs)
    naming_it = (*naming.direct.get(clause.id, ()), *naming.indirect.get(clause.id, ()))
    return can_prove or any(one is paper for one in naming_it)
