"""A QMS held against a standard, clause by clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from smmkit.analyses.gap.limits import Claim, counted_as
from smmkit.analyses.gap.parts import (
    ChapterTotals,
    ClauseGap,
    Gap,
    Judged,
    Mandatory,
    Overclaim,
    PhaseTotals,
)
from smmkit.analyses.gap.score import OUT, counted, of_phase, together, totals, totals_of
from smmkit.analyses.gap.to_do import actions, blocking
from smmkit.analyses.proof.claims import claims, exclusions, latest_assessment
from smmkit.analyses.proof.naming import Naming, namings
from smmkit.analyses.proof.proof import BEST_FIRST, Shown, evidence_for
from smmkit.documents.assessment import Status, Verdict
from smmkit.qms import Qms
from smmkit.standards import DocumentedInformation, Phase, Requirement, Standard, StandardClause
from smmkit.standards.editions import Change


def gap(qms: Qms, standard: Standard) -> Gap:
    """Hold a QMS against a standard on its day."""
    assessment = latest_assessment(qms, standard)
    verdicts = worst_claims(claims(qms, assessment)) if assessment else {}
    since = assessment.date if assessment else qms.as_of
    excluded = exclusions(qms, standard)
    naming = namings(qms, standard)
    clauses = tuple(clause_gap(qms, c, verdicts, excluded, naming, since) for c in standard.clauses)
    mandatory = tuple(
        Mandatory(c.clause, item, proof, item_applies(c, item))
        for c in clauses
        for item, proof in zip(c.clause.documented_information, c.items, strict=True)
    )
    return Gap(
        standard,
        assessment,
        totals(clauses),
        tuple(
            ChapterTotals(chapter, totals(below(standard, clauses, chapter.id)))
            for chapter in standard.chapters
            if chapter.parent is None
        ),
        tuple(PhaseTotals(phase, of_phase(clauses, phase)) for phase in Phase),
        clauses,
        mandatory,
        tuple(blocking(qms, standard, clauses, mandatory)),
        tuple(overclaims(clauses)),
        tuple(actions(qms, standard, assessment)),
    )


def others(qms: Qms, standard: Standard) -> list[Gap]:
    """The comparison with each standard of the QMS but this one."""
    known = [qms.standard(id_) for id_ in qms.standard_ids]
    return [gap(qms, other) for other in known if other is not None and other.id != standard.id]


def worst_claims(claimed: Iterable[tuple[str, Verdict]]) -> dict[str, Verdict]:
    """What is claimed of each number; of two verdicts on one the worse, so that a second raises nothing."""
    found: dict[str, Verdict] = {}
    for number, verdict in claimed:
        other = found.setdefault(number, verdict)
        if together([verdict.status, other.status]) is not other.status:
            found[number] = verdict
    return found


def shown_of(
    qms: Qms, clause: StandardClause, naming: Naming
) -> tuple[Shown, tuple[Shown, ...], dict[str, Shown]]:
    """What the folder shows for a clause, for its documented information, and for what has its own proof."""
    proof = evidence_for(qms, clause.proof, clause.id, naming)
    items = tuple(
        evidence_for(qms, i.proof, clause.id, naming) for i in clause.documented_information
    )
    own = {
        one.id: evidence_for(qms, one.proof, clause.id, naming.of_this_edition(clause.id))
        for one in clause.requirements
        if one.proof or one.change is Change.NEW
    }
    return proof, items, own


def of_items(clause: StandardClause, items: Sequence[Shown]) -> dict[str, Shown]:
    """What is shown for each requirement of which items of documented information speak: the weakest."""
    found: dict[str, Shown] = {}
    for item, shown in zip(clause.documented_information, items, strict=True):
        for id_ in item.requirements:
            both = (found.get(id_, shown), shown)
            found[id_] = max(both, key=lambda one: BEST_FIRST.index(one.strength))
    return found


def clause_gap(
    qms: Qms,
    clause: StandardClause,
    verdicts: dict[str, Verdict],
    excluded: dict[str, str],
    naming: Naming,
    since: date,
) -> ClauseGap:
    """One clause with all that is claimed and proved of it.

    A requirement that an item of documented information speaks of has the proof of that item, of several
    the weakest. What an edition asks anew has its own, and no other. Its own verdict goes before that of
    its clause, the scope before both; a claim counts as far as it is borne.
    """
    proof, items, own = shown_of(qms, clause, naming)
    own = of_items(clause, items) | own

    def judged(requirement: Requirement) -> Judged:
        if clause.id in excluded:
            return Judged(requirement, Status.NOT_APPLICABLE, verdicts.get(clause.id), proof)
        verdict = verdicts.get(requirement.id) or verdicts.get(clause.id)
        shown = own.get(requirement.id, proof)
        if verdict is None:
            return Judged(requirement, Status.NOT_ASSESSED, None, shown)
        status, because = counted_as(qms, Claim(naming, clause, requirement, verdict, shown, since))
        return Judged(requirement, status, verdict, shown, verdict.status, because)

    requirements = tuple(map(judged, clause.requirements))
    status = together([status for status, _ in counted(requirements)])
    reason = excluded.get(clause.id)
    return ClauseGap(clause, status, totals_of(requirements), requirements, proof, items, reason)


def overclaims(clauses: Iterable[ClauseGap]) -> Iterator[Overclaim]:
    """What is claimed better than it counts: of a clause together where the reasons are the same."""
    for clause in clauses:
        above = [one for one in clause.requirements if one.because]
        while above:
            first = above[0]
            why = (first.claimed, first.status, first.because)
            alike = [one for one in above if (one.claimed, one.status, one.because) == why]
            above = [one for one in above if (one.claimed, one.status, one.because) != why]
            yield Overclaim(clause.clause.id, tuple(one.requirement.id for one in alike), *why)


def below(standard: Standard, clauses: tuple[ClauseGap, ...], group: str) -> list[ClauseGap]:
    """The clauses of a chapter or group."""
    return [c for c in clauses if group in standard.above[c.clause.id]]


def item_applies(clause: ClauseGap, item: DocumentedInformation) -> bool:
    """Whether an item is asked for: one of its requirements applies."""
    own = [j.status for j in clause.requirements if j.requirement.id in item.requirements]
    return any(status not in OUT for status in own or [clause.status])
