"""The numbers of a comparison cut another way: by unit, owner, process, service, dimension."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from smmkit.analyses.audits import open_findings
from smmkit.analyses.gap.belonging import (
    BY,
    View,
    documents_of,
    names_of,
    papers,
    parts_of,
    with_parts,
)
from smmkit.analyses.gap.parts import (
    Blocking,
    ClauseGap,
    Gap,
    Mandatory,
    PhaseTotals,
)
from smmkit.analyses.gap.score import counting, of_all, of_phase, totals
from smmkit.analyses.gap.totals import NUMBERS, Totals
from smmkit.analyses.organization.units import answering
from smmkit.analyses.proof.proof import Shown, Strength
from smmkit.documents.finding import AuditFinding
from smmkit.qms import Qms
from smmkit.standards import Phase
from smmkit.words import Message, Words


@dataclass(frozen=True, slots=True)
class ViewPart:
    """One unit, process, ... with the numbers of the clauses that belong to it."""

    id: str
    title: Message | Words | str
    totals: Totals
    clauses: tuple[str, ...]
    documents: int
    """Documents of it that count for a clause or fall short."""
    short: int
    """Those of them that fall short somewhere."""
    findings: int
    """Open findings; only units have some."""
    late: int
    """Actions that should be done by now and are not; only units have some."""

    FOR_PROGRAMS: ClassVar = {
        "id": "id",
        "title": "title",
        "clauses": "clauses",
        "documents": "documents",
        "short": "short",
        "open_findings": "findings",
        "late_actions": "late",
    } | {name: f"totals.{name}" for name in NUMBERS}


@dataclass(frozen=True, slots=True)
class Cut:
    """All parts of one view, and the clauses that belong to none of them."""

    view: View
    parts: tuple[ViewPart, ...]
    nobodys: tuple[str, ...]

    FOR_PROGRAMS: ClassVar = {"by": "view", "parts": "parts", "nobodys": "nobodys"}


def cut(qms: Qms, found: Gap, view: View) -> Cut:
    """The comparison by one view; what belongs to several counts in each."""
    applying = [one for one in found.clauses if one.totals.applicable]
    belonging = parts_of(qms, view, found.standard.id, applying)
    names = names_of(qms, view)
    own_words = view is View.DIMENSION and has_dimensions(found)
    parts = [part(qms, found, view, id_, belonging.get(id_, [])) for id_ in names]
    if own_words:
        parts = [by_own_words(found, one) for one in parts]
    taken = {clause for one in parts for clause in one.clauses}
    nobodys = tuple(one.clause.id for one in applying if one.clause.id not in taken)
    return Cut(view, tuple(parts), nobodys)


def part(qms: Qms, found: Gap, view: View, id_: str, clauses: list[ClauseGap]) -> ViewPart:
    """The numbers of what belongs to one unit, process, ..."""
    belonging = qms.fact(BY[view])
    own = {
        one.id for clause in clauses for one in papers(clause) if id_ in belonging.get(one.id, ())
    }
    short = {
        one.document.id
        for clause in clauses
        for shown in (clause.proof, *clause.items)
        for one in shown.short_of
    }
    is_unit = view in {View.UNIT, View.OWNER}
    findings = (
        sum(id_ in answering(qms, one.unit) for one in qms.fact(open_findings)) if is_unit else 0
    )
    acting = [one for one in found.actions if id_ in answering(qms, one.owner)] if is_unit else []
    late = sum(one.late(qms.as_of) for one in acting)
    return ViewPart(
        id_,
        names_of(qms, view)[id_],
        totals(clauses),
        tuple(one.clause.id for one in clauses),
        len(own),
        len(own & short),
        findings,
        late,
    )


def has_dimensions(found: Gap) -> bool:
    """Whether the standard itself says of each requirement which dimension it is of."""
    return any(one.requirement.dimension for c in found.clauses for one in c.requirements)


def by_own_words(found: Gap, one: ViewPart) -> ViewPart:
    """A dimension with the numbers of the requirements that the standard itself puts there."""
    own = {
        clause.clause.id: [j for j in clause.requirements if j.requirement.dimension == one.id]
        for clause in found.clauses
    }
    numbers = of_all(j for requirements in own.values() for j in counting(requirements))
    return replace(one, totals=numbers, clauses=tuple(id_ for id_, those in own.items() if those))


def of_unit(qms: Qms, found: Gap, unit: str) -> Gap:
    """What of a comparison is a unit's, with its parts: its clauses, documents, gaps and to-do."""
    units = with_parts(qms, unit)
    belonging = parts_of(qms, View.UNIT, found.standard.id, found.clauses)
    ids = {one.clause.id for part_ in units for one in belonging.get(part_, ())}
    clauses = tuple(only(qms, one, units) for one in found.clauses if one.clause.id in ids)
    numbers = [one for one in found.clauses if one.clause.id in ids]
    chapters = tuple(
        replace(one, totals=totals(below))
        for one in found.chapters
        if (below := [c for c in numbers if one.chapter.id in found.standard.above[c.clause.id]])
    )
    return replace(
        found,
        totals=totals(numbers),
        chapters=chapters,
        phases=tuple(PhaseTotals(phase, of_phase(numbers, phase)) for phase in Phase),
        clauses=clauses,
        mandatory=tuple(is_own(qms, found.mandatory, ids, units)),
        blocking=tuple(one for one in found.blocking if is_blocked(qms, one, ids, units)),
        overclaims=tuple(one for one in found.overclaims if one.clause in ids),
        actions=tuple(one for one in found.actions if units & answering(qms, one.owner)),
    )


def only(qms: Qms, clause: ClauseGap, units: frozenset[str]) -> ClauseGap:
    """A clause with those of its documents alone that are the unit's; how well it is proved stays."""
    return replace(
        clause,
        proof=only_of(qms, clause.proof, units),
        items=tuple(only_of(qms, one, units) for one in clause.items),
    )


def only_of(qms: Qms, shown: Shown, units: frozenset[str]) -> Shown:
    """What is shown, with the documents of these units alone."""
    belonging = qms.fact(BY[View.UNIT])
    return replace(
        shown,
        evidence=tuple(e for e in shown.evidence if units & belonging.get(e.document.id, set())),
        short_of=tuple(s for s in shown.short_of if units & belonging.get(s.document.id, set())),
    )


def is_own(
    qms: Qms, mandatory: tuple[Mandatory, ...], ids: set[str], units: frozenset[str]
) -> list[Mandatory]:
    """The items that the unit shows, or that nobody shows though the clause is the unit's."""
    own = []
    for one in mandatory:
        shown = only_of(qms, one.proof, units)
        nobody = one.clause.id in ids and one.proof.strength is Strength.NONE
        if nobody or any(documents_of(shown)):
            own.append(replace(one, proof=shown))
    return own


def is_blocked(qms: Qms, one: Blocking, ids: set[str], units: frozenset[str]) -> bool:
    """Whether something that blocks is the unit's: a finding there, or a clause of its own."""
    if isinstance(one.what, AuditFinding):
        return bool(units & answering(qms, one.what.unit))
    return one.clause in ids
