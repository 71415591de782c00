"""The gap between a QMS and a standard: what is claimed beside what is proved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from smmkit.analyses.proof import Naming, Shown, Strength, evidence_for, namings
from smmkit.documents.assessment import GapAssessment, Status, Verdict
from smmkit.documents.finding import AuditFinding, Grade
from smmkit.qms import Qms
from smmkit.standards import (
    Chapter,
    DocumentedInformation,
    Phase,
    Requirement,
    Standard,
    StandardClause,
)
from smmkit.words import ClosedList

FORMULA = "sum(weight x score) / sum(weight); conform 1, partial 0.5, nonconform 0"
VERSION = "1"
SCORES = {Status.CONFORM: Decimal(1), Status.PARTIAL: Decimal("0.5"), Status.NONCONFORM: Decimal(0)}
OUT = (Status.NOT_APPLICABLE, Status.NOT_TRIGGERED)
"""What leaves the count: it neither helps nor harms."""

WORST_FIRST = (
    Status.NONCONFORM,
    Status.PARTIAL,
    Status.NOT_ASSESSED,
    Status.CONFORM,
    Status.NOT_TRIGGERED,
)


@dataclass(frozen=True, slots=True)
class Totals:
    """Three numbers that are only shown together, in percent, unrounded; None where nothing counts."""

    applicable: int
    """Requirements that apply."""
    assessed: int
    conformity: Decimal | None
    """The weighted score of what is applicable and assessed."""
    coverage: Decimal | None
    """Assessed of what is applicable."""
    floor: Decimal | None
    """The weighted score with everything that is not assessed counted as 0."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One requirement: what is claimed of it, by which line of the assessment, and what proves it."""

    requirement: Requirement
    status: Status
    verdict: Verdict | None
    proof: Shown


@dataclass(frozen=True, slots=True)
class ClauseGap:
    """One clause."""

    clause: StandardClause
    status: Status
    totals: Totals
    requirements: tuple[Judged, ...]
    proof: Shown
    items: tuple[Shown, ...]
    """What is shown for each item of documented information."""
    excluded: str = ""
    """The reason of the scope for leaving it out."""


@dataclass(frozen=True, slots=True)
class Mandatory:
    """A document or record that a clause asks for, and what the folder has of it."""

    clause: StandardClause
    item: DocumentedInformation
    proof: Shown
    applies: bool


class Obstacle(ClosedList):
    """Why something stands in the way of a certification audit."""

    NOT_ASSESSED = "not-assessed"
    NONCONFORM = "nonconform", "does not conform"
    NOT_PROVED = "not-proved", "required information is not proved"
    MAJOR_OPEN = "major-open", "major nonconformity is open"


@dataclass(frozen=True, slots=True)
class Blocking:
    """What stands in the way of a certification audit: a clause, and why."""

    clause: str
    why: Obstacle
    what: object
    """The requirement, the item or the finding."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something to be done, from the assessment or from a finding."""

    clause: str
    what: str
    owner: str
    due: date | None
    done: date | None
    source: str

    def late(self, day: date) -> bool:
        """Whether it should have been done by this day and is not."""
        return self.done is None and self.due is not None and self.due < day


@dataclass(frozen=True, slots=True)
class Gap:
    """The whole comparison."""

    standard: Standard
    assessment: GapAssessment | None
    totals: Totals
    chapters: tuple[tuple[Chapter, Totals], ...]
    phases: tuple[tuple[Phase, Totals], ...]
    clauses: tuple[ClauseGap, ...]
    mandatory: tuple[Mandatory, ...]
    blocking: tuple[Blocking, ...] = ()
    actions: tuple[Action, ...] = ()


def gap(qms: Qms, standard: Standard) -> Gap:
    """Hold a QMS against a standard on its day."""
    assessment = latest_assessment(qms, standard)
    verdicts = dict(claims(qms, assessment)) if assessment else {}
    excluded = exclusions(qms, standard)
    naming = namings(qms, standard)
    clauses = tuple(clause_gap(qms, c, verdicts, excluded, naming) for c in standard.clauses)
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
            (chapter, totals(below(standard, clauses, chapter.id)))
            for chapter in standard.chapters
            if chapter.parent is None
        ),
        tuple((phase, of_phase(clauses, phase)) for phase in Phase),
        clauses,
        mandatory,
        tuple(blocking(qms, standard, clauses, mandatory)),
        tuple(actions(qms, standard, assessment)),
    )


def latest_assessment(qms: Qms, standard: Standard) -> GapAssessment | None:
    """The last assessment against a standard on or before the day."""
    known = [a for a in qms.of(GapAssessment) if a.standard == standard.id and a.date <= qms.as_of]
    return max(known, key=lambda assessment: (assessment.date, assessment.id), default=None)


def claims(qms: Qms, assessment: GapAssessment) -> Iterable[tuple[str, Verdict]]:
    """The lines of an assessment by the number that each is about."""
    for verdict in assessment.verdicts:
        standard, number = qms.clause(verdict.requirement, assessment)
        if standard and standard.id == assessment.standard:
            yield number, verdict


def exclusions(qms: Qms, standard: Standard) -> dict[str, str]:
    """The clauses that the scope leaves out, each with its reason; a group leaves out what is below."""
    settings = qms.settings
    if settings is None:
        return {}
    said = {}
    for exclusion in settings.scope.exclusions:
        owner, number = qms.clause(exclusion.clause, settings)
        if owner is standard:
            said[number] = exclusion.reason
    return {
        clause: said[number]
        for clause, groups in standard.above.items()
        for number in (*reversed(groups), clause)
        if number in said
    }


def clause_gap(
    qms: Qms,
    clause: StandardClause,
    verdicts: dict[str, Verdict],
    excluded: dict[str, str],
    naming: Naming,
) -> ClauseGap:
    """One clause with all that is claimed and proved of it.

    A requirement that an item of documented information speaks of has the proof of that item.
    """
    proof = evidence_for(qms, clause.proof, clause.id, naming)
    items = tuple(
        evidence_for(qms, i.proof, clause.id, naming) for i in clause.documented_information
    )
    own: dict[str, Shown] = {}
    for item, found in zip(clause.documented_information, items, strict=True):
        for id_ in item.requirements:
            own.setdefault(id_, found)
    requirements = tuple(
        judged(requirement, clause, verdicts, clause.id in excluded, own.get(requirement.id, proof))
        for requirement in clause.requirements
    )
    status = together([status for status, _ in counted(requirements)])
    reason = excluded.get(clause.id, "")
    return ClauseGap(clause, status, totals_of(requirements), requirements, proof, items, reason)


def judged(
    requirement: Requirement,
    clause: StandardClause,
    verdicts: dict[str, Verdict],
    is_excluded: bool,
    proof: Shown,
) -> Judged:
    """One requirement: its own verdict goes before that of its clause, the scope before both."""
    verdict = verdicts.get(requirement.id) or verdicts.get(clause.id)
    status = verdict.status if verdict else Status.NOT_ASSESSED
    return Judged(requirement, Status.NOT_APPLICABLE if is_excluded else status, verdict, proof)


def counted(requirements: Iterable[Judged]) -> list[tuple[Status, int]]:
    """Status and weight of everything that counts; of options, the best one stands for all."""
    plain: list[Judged] = []
    options: list[Judged] = []
    for one in requirements:
        (options if one.requirement.any_of else plain).append(one)
    found = [(one.status, one.requirement.weight) for one in plain]
    if options:
        best = max(options, key=lambda one: goodness(one.status))
        found.append((best.status, best.requirement.weight))
    return found


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
    """The three numbers of several clauses: over their requirements, not over their averages."""
    return summed([pair for clause in clauses for pair in counted(clause.requirements)])


def of_phase(clauses: Iterable[ClauseGap], phase: Phase) -> Totals:
    """The three numbers of a phase: over the requirements that are of it."""
    own = (
        [j for j in c.requirements if c.clause.phase_of(j.requirement) is phase] for c in clauses
    )
    return summed([pair for requirements in own for pair in counted(requirements)])


def totals_of(requirements: Iterable[Judged]) -> Totals:
    """The three numbers of one clause."""
    return summed(counted(requirements))


def summed(pairs: list[tuple[Status, int]]) -> Totals:
    """The three numbers: the one function that computes them; what weighs nothing counts nothing."""
    applicable = [(status, weight) for status, weight in pairs if status not in OUT and weight]
    assessed = [
        (status, weight) for status, weight in applicable if status is not Status.NOT_ASSESSED
    ]
    score = sum((SCORES[status] * weight for status, weight in assessed), Decimal(0))
    return Totals(
        len(applicable),
        len(assessed),
        share(score, sum(weight for _, weight in assessed)),
        share(Decimal(len(assessed)), len(applicable)),
        share(score, sum(weight for _, weight in applicable)),
    )


def share(part: Decimal, whole: int) -> Decimal | None:
    """A part of a whole in percent; None of nothing."""
    return part / whole * 100 if whole else None


def below(standard: Standard, clauses: tuple[ClauseGap, ...], group: str) -> list[ClauseGap]:
    """The clauses of a chapter or group."""
    return [c for c in clauses if group in standard.above[c.clause.id]]


def item_applies(clause: ClauseGap, item: DocumentedInformation) -> bool:
    """Whether an item is asked for: one of its requirements applies."""
    own = [j.status for j in clause.requirements if j.requirement.id in item.requirements]
    return any(status not in OUT for status in own or [clause.status])


def blocking(
    qms: Qms, standard: Standard, clauses: tuple[ClauseGap, ...], mandatory: tuple[Mandatory, ...]
) -> Iterable[Blocking]:
    """What must be settled before a certification audit is asked for."""
    for clause in clauses:
        for one in clause.requirements:
            open_ = one.status in {Status.NONCONFORM, Status.NOT_ASSESSED}
            if one.requirement.blocking and open_:
                yield Blocking(clause.clause.id, Obstacle(one.status.value), one.requirement)
    for entry in mandatory:
        unproved = entry.proof.strength in {Strength.NONE, Strength.SHORT}
        if (
            entry.applies
            and unproved
            and entry.item.basis == "explicit"
            and not entry.item.conditional
        ):
            yield Blocking(entry.clause.id, Obstacle.NOT_PROVED, entry.item)
    for found in qms.of(AuditFinding):
        owner, number = qms.clause(found.clause, found)
        if owner is standard and found.grade is Grade.MAJOR and is_open(found, qms):
            yield Blocking(number, Obstacle.MAJOR_OPEN, found)


def is_open(found: AuditFinding, qms: Qms) -> bool:
    """Whether a finding is still open on the day of judgement."""
    return not found.is_closed_on(qms.as_of)


def actions(qms: Qms, standard: Standard, assessment: GapAssessment | None) -> Iterable[Action]:
    """Everything that is to be done about gaps, in the order of the standard."""
    found = [
        Action(number, a.what, a.owner, a.due, a.done, assessment.id)
        for number, verdict in (claims(qms, assessment) if assessment else ())
        for a in verdict.actions
        if assessment
    ]
    for finding in qms.of(AuditFinding):
        owner, number = qms.clause(finding.clause, finding)
        if owner is standard and finding.action:
            todo = finding.action
            found.append(
                Action(
                    number,
                    todo.what,
                    todo.owner or finding.unit,
                    todo.due,
                    todo.done or finding.closed,
                    finding.id,
                )
            )
    return sorted(
        found,
        key=lambda action: (
            standard.order.get(action.clause.partition("-")[0], 999),
            action.source,
        ),
    )
