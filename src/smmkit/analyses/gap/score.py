"""What is proved and what a claim counts: by one formula, over requirements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from smmkit.analyses.gap.parts import ClauseGap, Judged
from smmkit.analyses.gap.totals import Totals
from smmkit.analyses.proof.proof import COUNTS, Strength
from smmkit.documents.assessment import Status
from smmkit.standards import Phase

SCORES = {Status.CONFORM: Decimal(1), Status.PARTIAL: Decimal("0.5"), Status.NONCONFORM: Decimal(0)}
OUT = (Status.NOT_APPLICABLE, Status.NOT_TRIGGERED)
"""What leaves the count: it neither helps nor harms."""

NOTHING = (Strength.NONE, Strength.CLAIM_ONLY)
"""How well that is proved for which the folder shows nothing."""

WORST_FIRST = (
    Status.NONCONFORM,
    Status.PARTIAL,
    Status.NOT_ASSESSED,
    Status.CONFORM,
    Status.NOT_TRIGGERED,
)


def counting(requirements: Iterable[Judged]) -> list[Judged]:
    """Everything that counts; of options, the best one stands for all."""
    plain: list[Judged] = []
    options: list[Judged] = []
    for one in requirements:
        (options if one.requirement.any_of else plain).append(one)
    if not options:
        return plain
    best = max(options, key=lambda one: (goodness(one.status), one.proof.strength in COUNTS))
    return [*plain, best]


def counted(requirements: Iterable[Judged]) -> list[tuple[Status, int]]:
    """Status and weight of everything that counts."""
    return [(one.status, one.requirement.weight) for one in counting(requirements)]


def goodness(status: Status) -> int:
    """How good a status is among options of which one is enough."""
    order = (
        Status.NOT_APPLICABLE,
        Status.NOT_TRIGGERED,
        Status.NOT_ASSESSED,
        Status.NONCONFORM,
        Status.PARTIAL,
        Status.CONFORM,
    )
    return order.index(status)


def together(statuses: list[Status]) -> Status:
    """The status of a clause: its worst; a gap that was found goes before what was not looked at."""
    for status in WORST_FIRST:
        if status in statuses:
            return status
    return Status.NOT_APPLICABLE


def totals(clauses: Iterable[ClauseGap]) -> Totals:
    """The numbers of several clauses: over their requirements, not over their averages."""
    return of_all(one for clause in clauses for one in counting(clause.requirements))


def of_phase(clauses: Iterable[ClauseGap], phase: Phase) -> Totals:
    """The numbers of a phase: over the requirements that are of it."""
    own = (
        [j for j in c.requirements if c.clause.phase_of(j.requirement) is phase] for c in clauses
    )
    return of_all(one for requirements in own for one in counting(requirements))


def totals_of(requirements: Iterable[Judged]) -> Totals:
    """The numbers of one clause."""
    return of_all(counting(requirements))


def of_all(judged: Iterable[Judged]) -> Totals:
    """What is claimed and what of it counts, and, whatever is claimed, what is proved."""
    found = list(judged)
    applying = [one for one in found if one.status not in OUT]
    whole = sum(one.requirement.weight for one in applying)
    unproved = [one for one in applying if one.proof.strength not in COUNTS]
    refused = [one for one in applying if one.status is not one.claimed in OUT]
    weighed = [one for one in found if one.status not in OUT or is_there(one)]
    proved = [one.requirement.weight for one in weighed if one.proof.strength in COUNTS]
    return replace(
        summed(
            [(one.status, one.requirement.weight) for one in applying],
            sum(one.requirement.weight for one in refused),
        ),
        proved=share(Decimal(sum(proved)), sum(one.requirement.weight for one in weighed)),
        claimed=share(claim(applying), whole),
        beyond=share(claim(unproved), whole),
    )


def is_there(one: Judged) -> bool:
    """Whether the folder shows something for what is said not to have been triggered.

    Why: what is proved, or falls short, does so whatever is claimed; no word takes it out of the count.
    """
    return one.status is Status.NOT_TRIGGERED and one.proof.strength not in NOTHING


def claim(judged: Iterable[Judged]) -> Decimal:
    """The score that is claimed, times the weights."""
    return sum(
        (SCORES.get(one.claimed, Decimal(0)) * one.requirement.weight for one in judged), Decimal(0)
    )


def summed(pairs: list[tuple[Status, int]], refused: int = 0) -> Totals:
    """What a claim counts: the one function that computes it; what weighs nothing counts nothing.

    What was said not to apply, and does, weighs with the assessed: who says that of a gap gains nothing.
    """
    applicable = [(status, weight) for status, weight in pairs if status not in OUT and weight]
    assessed = [
        (status, weight) for status, weight in applicable if status is not Status.NOT_ASSESSED
    ]
    score = sum((SCORES[status] * weight for status, weight in assessed), Decimal(0))
    return Totals(
        len(applicable),
        len(assessed),
        share(score, sum(weight for _, weight in assessed) + refused),
        share(Decimal(len(assessed)), len(applicable)),
        share(score, sum(weight for _, weight in applicable)),
    )


def share(part: Decimal, whole: int) -> Decimal | None:
    """A part of a whole in percent; None of nothing."""
    return part / whole * 100 if whole else None
