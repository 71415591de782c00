"""How much of a claim counts: no more than its proof, its open findings and its evidence bear."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from smmkit.analyses.gap.to_do import is_open
from smmkit.analyses.proof import Shown, Strength
from smmkit.analyses.state import standings
from smmkit.documents import Document, Information
from smmkit.documents.assessment import Status, Verdict
from smmkit.documents.finding import AuditFinding, Grade
from smmkit.qms import Qms
from smmkit.standards import Requirement, Standard, StandardClause
from smmkit.words import Message, say

GRADES = {Grade.MAJOR: Status.NONCONFORM, Grade.MINOR: Status.PARTIAL}
"""The best verdict that a clause may have while a finding of this grade is open on it."""

SCALE = (Status.NONCONFORM, Status.PARTIAL, Status.CONFORM)


@dataclass(frozen=True, slots=True)
class Limits:
    """What bounds the claims of a standard: its findings that are open, by clause."""

    qms: Qms
    findings: dict[str, list[AuditFinding]] = field(default_factory=dict)


def limits(qms: Qms, standard: Standard) -> Limits:
    """The open findings of a standard, by the clause that each is about."""
    found: dict[str, list[AuditFinding]] = defaultdict(list)
    for one in qms.of(AuditFinding):
        owner, number = qms.clause(one.clause, one)
        if (
            owner is standard
            and one.grade in GRADES
            and one.date <= qms.as_of
            and is_open(one, qms)
        ):
            found[number].append(one)
    return Limits(qms, found)


def counted_as(
    limit: Limits, clause: StandardClause, requirement: Requirement, verdict: Verdict, proof: Shown
) -> tuple[Status, tuple[Message, ...]]:
    """What a claim counts as, and why it counts less than it says."""
    claimed = verdict.status
    if claimed is Status.NOT_APPLICABLE and not clause.na_allowed:
        return Status.NOT_ASSESSED, (say("it always applies"),)
    may_wait = requirement.conditional or requirement.amendment or clause.na_allowed
    if claimed is Status.NOT_TRIGGERED and not may_wait:
        return Status.NOT_ASSESSED, (say("it needs no occasion to apply"),)
    if claimed not in SCALE:
        return claimed, ()
    found = [*bounds(limit, clause, requirement, verdict, proof)]
    worst = min((SCALE.index(status) for status, _ in found), default=len(SCALE))
    if worst >= SCALE.index(claimed):
        return claimed, ()
    reasons = (reason for status, reason in found if SCALE.index(status) < SCALE.index(claimed))
    return SCALE[worst], tuple(reasons)


def bounds(
    limit: Limits, clause: StandardClause, requirement: Requirement, verdict: Verdict, proof: Shown
) -> Iterator[tuple[Status, Message]]:
    """The best verdict that each thing allows, and what it is."""
    if proof.strength is Strength.NONE:
        yield Status.NONCONFORM, say("nothing in the folder proves it")
    elif proof.strength is Strength.SHORT:
        yield Status.PARTIAL, say("the folder proves it only in part")
    for number in {clause.id, requirement.id}:
        for finding in limit.findings.get(number, ()):
            yield GRADES[finding.grade], say("{id} is open", id=finding.id)
    named = [limit.qms.things.get(id_) for id_ in verdict.evidence]
    papers = [one for one in named if isinstance(one, Information)]
    holds = limit.qms.fact(standings)
    for paper in papers:
        if isinstance(paper, Document) and not holds[paper.id].holds:
            state = holds[paper.id].state.label
            yield (
                Status.PARTIAL,
                say("{id} is named as evidence: {state}", id=paper.id, state=state),
            )
    kinds = {kind for one in clause.proofs for kind in one.kinds} | {"document"}
    fits = any(one.kind in kinds or clause.id in one.clauses for one in papers)
    if clause.proof and papers and len(papers) == len(named) and not fits:
        ids = [one.id for one in papers]
        yield Status.PARTIAL, say("{ids}: named as evidence, but about something else", ids=ids)
