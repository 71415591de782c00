"""What stands in the way of a certification audit, and what is to be done about gaps."""

from __future__ import annotations

from collections.abc import Iterable

from smmkit.analyses.audits import made_findings, open_findings
from smmkit.analyses.gap.parts import Action, Blocking, ClauseGap, Mandatory, Obstacle
from smmkit.analyses.proof.claims import claims
from smmkit.analyses.proof.kinship import counted_here, kin
from smmkit.analyses.proof.proof import Strength
from smmkit.documents.assessment import GapAssessment, Status
from smmkit.documents.finding import Grade
from smmkit.qms import Qms
from smmkit.standards import Standard


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
    relatives = kin(qms, standard)
    for found in qms.fact(open_findings):
        if found.grade is Grade.MAJOR:
            for number in counted_here(standard, relatives, *qms.clause(found.clause, found))[:1]:
                yield Blocking(number, Obstacle.MAJOR_OPEN, found)


def actions(qms: Qms, standard: Standard, assessment: GapAssessment | None) -> Iterable[Action]:
    """Everything that is to be done about gaps, in the order of the standard."""
    found = [
        Action(number, a.what, a.owner, a.due, a.done, assessment.id)
        for number, verdict in (claims(qms, assessment) if assessment else ())
        for a in verdict.actions
        if assessment
    ]
    relatives = kin(qms, standard)
    for finding in made_findings(qms):
        todo = finding.action
        if todo is None:
            continue
        owner, done = todo.owner or finding.unit, todo.done or finding.closed
        numbers = counted_here(standard, relatives, *qms.clause(finding.clause, finding))
        found += [Action(n, todo.what, owner, todo.due, done, finding.id) for n in numbers[:1]]
    return sorted(
        found,
        key=lambda action: (
            standard.order.get(action.clause.partition("-")[0], 999),
            action.source,
        ),
    )
