"""Whether the QMS is ready on the day for registration, stage 1, stage 2 and surveillance."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from smmkit.analyses.audits import open_findings
from smmkit.analyses.cycle.certificates import is_active, running
from smmkit.analyses.cycle.course import WAITING, stands
from smmkit.analyses.gap.asked import form_for, spoken
from smmkit.analyses.gap.numbers import meant
from smmkit.analyses.gap.parts import ClauseGap, Gap
from smmkit.analyses.gap.score import OUT
from smmkit.analyses.proof.kinship import counted_here, kin
from smmkit.analyses.proof.naming import Naming
from smmkit.analyses.proof.proof import COUNTS, Shown, Strength, evidence_shown
from smmkit.documents import kind_label
from smmkit.qms import Qms
from smmkit.standards import Standard
from smmkit.standards.proof import Proof
from smmkit.standards.readiness import Criterion, Milestone
from smmkit.words import Message, Words, say

MOST = 5
"""So many reasons are told of one blocker; the others are counted."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a criterion does not hold, and where or by which command it is mended."""

    why: Message
    how: str = ""

    FOR_PROGRAMS: ClassVar = {"why": "why", "how": "how"}


@dataclass(frozen=True, slots=True)
class Blocker:
    """A criterion that does not hold."""

    stage: Milestone
    standard: Standard
    criterion: Criterion
    reasons: tuple[Reason, ...]

    FOR_PROGRAMS: ClassVar = {
        "id": "criterion.id",
        "stage": "stage",
        "standard": "standard.id",
        "what": "criterion.text",
        "source": "criterion.source",
        "reasons": "reasons",
    }


@dataclass(frozen=True, slots=True)
class Readiness:
    """One step, and what blocks it, what is mended first at the top."""

    stage: Milestone
    criteria: int
    blockers: tuple[Blocker, ...]

    FOR_PROGRAMS: ClassVar = {
        "stage": "stage",
        "ready": "is_ready",
        "criteria": "criteria",
        "blockers": "blockers",
    }

    @property
    def is_ready(self) -> bool:
        """Whether nothing blocks; a step of which no pack says anything is never ready."""
        return self.criteria > 0 and not self.blockers


Own = tuple[Milestone, Standard, Criterion]


def readiness(qms: Qms, gaps: Iterable[Gap]) -> list[Readiness]:
    """Each step by the criteria of all these standards together."""
    held = {found.standard.id: found for found in gaps}
    blocked: dict[tuple[Milestone, str, str], Blocker | None] = {}

    def blocker(one: Own) -> Blocker | None:
        stage, standard, criterion = one
        key = (stage, standard.id, criterion.id)
        if key not in blocked:
            reasons = tuple(wanting(qms, held[standard.id], criterion))
            blocked[key] = Blocker(stage, standard, criterion, reasons) if reasons else None
        return blocked[key]

    found = []
    for milestone in Milestone:
        criteria = list(asked_for(held, milestone))
        blockers = tuple(filter(None, map(blocker, criteria)))
        found.append(Readiness(milestone, len(criteria), blockers))
    return found


def asked_for(held: Mapping[str, Gap], milestone: Milestone) -> list[Own]:
    """The criteria of a step and of those before it, in order; each once."""
    found: list[Own] = []
    wanted = {milestone}
    for gap in held.values():
        wanted |= {m for s in gap.standard.readiness if s.id is milestone for m in s.after}
    for gap in held.values():
        for stage in gap.standard.readiness:
            if stage.id in wanted:
                found += [(stage.id, gap.standard, criterion) for criterion in stage.criteria]
    order = list(Milestone)
    return sorted(found, key=lambda one: (order.index(one[0]), one[2].rank))


def wanting(qms: Qms, found: Gap, criterion: Criterion) -> Iterator[Reason]:
    """All that a criterion asks for and that is not so."""
    for number in criterion.proved:
        yield from unproved(qms, found, number)
    if criterion.shows:
        yield from not_shown(qms, found.standard, criterion.shows)
    if criterion.no_open:
        yield from still_open(qms, found.standard, criterion.no_open)
    if criterion.nothing_blocks:
        for one in found.blocking:
            said = say(
                "{clause}: {what} ({why})", clause=one.clause, what=one.detail, why=one.why.label
            )
            yield Reason(said, command_for(qms, found.standard, one.clause))
    if criterion.certified:
        yield from uncertified(qms)


def still_open(qms: Qms, standard: Standard, grades: Collection[str]) -> Iterator[Reason]:
    """The findings of these grades that are open on a clause of a standard, or on what it was before."""
    relatives = kin(qms, standard)
    for finding in qms.fact(open_findings):
        named = qms.clause(finding.clause, finding)
        if finding.grade.value in grades and counted_here(standard, relatives, *named):
            yield Reason(
                say("{id} is open: {title}", id=finding.id, title=finding.title), finding.path
            )


def uncertified(qms: Qms) -> Iterator[Reason]:
    """Why no certificate holds: what each waits for that can be taken up again; else that there is none."""
    held = qms.fact(running)
    if any(is_active(qms, one, qms.as_of) for one in held):
        return
    placed = [(one, stands(qms, one)) for one in held]
    waiting = [(one, where) for one, where in placed if where.course in WAITING and where.to_do]
    for one, where in waiting:
        said = say(
            "{id} {course}: {to_do}", id=one.id, course=where.course.label, to_do=where.to_do
        )
        yield Reason(said, f"smm show {one.id}")
    if not waiting:
        yield Reason(say("no certificate holds on this day"), "smm new certificate")


def unproved(qms: Qms, found: Gap, number: str) -> Iterator[Reason]:
    """The clauses at a number that apply and are not proved."""
    what = meant(found.standard, number)
    if what is None:
        yield Reason(
            say("{standard} has no clause {number}", standard=found.standard.id, number=number)
        )
        return
    wanted = {clause.id for clause in what.clauses}
    for clause in found.clauses:
        if clause.clause.id in wanted and clause.status not in OUT:
            short = dict(short_of(clause))
            if short:
                titles = list(short)
                strength = list(short.values())[-1]
                said = say(
                    "{id} {what}: {strength}",
                    id=clause.clause.id,
                    what=titles,
                    strength=strength.label,
                )
                yield Reason(said, command_for(qms, found.standard, clause.clause.id))


def short_of(clause: ClauseGap) -> Iterator[tuple[Words, Strength]]:
    """What of a clause is not proved: itself, else an item that it asks for in any case."""
    if clause.proof.strength not in (*COUNTS, Strength.CLAIM_ONLY):
        yield clause.clause.title, clause.proof.strength
        return
    for item, shows in zip(clause.clause.documented_information, clause.items, strict=True):
        own = [j.status for j in clause.requirements if j.requirement.id in item.requirements]
        applies = any(status not in OUT for status in own or [clause.status])
        explicit = item.basis == "explicit" and not item.conditional
        if applies and explicit and shows.strength not in (*COUNTS, Strength.CLAIM_ONLY):
            yield item.what, shows.strength


def not_shown(qms: Qms, standard: Standard, proof: Proof) -> Iterator[Reason]:
    """What documents lack that must be there."""
    found = evidence_shown(qms, proof, "", Naming(standard, {}, {}))
    if found.strength is Strength.PROVED:
        return
    told = list(reasons_of(found, proof))
    yield from told[:MOST]
    if len(told) > MOST:
        yield Reason(say("{n} more", n=len(told) - MOST))


def reasons_of(found: Shown, proof: Proof) -> Iterator[Reason]:
    """Each reason, with the file to mend or the form to begin."""
    for one in found.short_of:
        yield Reason(
            say("{id} ({reasons})", id=one.document.id, reasons=one.reasons), one.document.path
        )
    for message in found.uncovered:
        yield Reason(message)
    if found.lacking:
        kinds = [kind_label(kind) for kind in found.lacking]
        said = say("missing: {kinds}", kinds=kinds)
        words = [word for name in proof.where for word in spoken(proof, name, proof.where[name])]
        if words and found.elsewhere:
            said = say("{what} ({words})", what=said, words=words)
        yield Reason(said, form_for(proof))


def command_for(qms: Qms, standard: Standard, number: str) -> str:
    """The command that tells all of a clause."""
    is_first = standard.id == qms.standard_ids[0]
    return f"smm why {number}" if is_first else f"smm why {standard.id}/{number}"
