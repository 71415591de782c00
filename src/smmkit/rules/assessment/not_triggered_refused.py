"""SMM785 not-triggered-refused."""

from __future__ import annotations

from smmkit.documents.assessment import GapAssessment, Status
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM785", "not-triggered-refused", of=GapAssessment, source="ISO 9001, 4.3", clause="4.3")
def not_triggered_refused(assessment: GapAssessment, qms: Qms) -> Problems:
    """Only what has an occasion is said not to have been triggered.

    Why: what is always asked has no occasion to wait for. Said of an internal audit, it hides the gap
    and raises the number.
    """
    standard = qms.standard(assessment.standard)
    waits = qms.fact(occasional).get(assessment.standard, frozenset())
    for index, verdict in enumerate(assessment.verdicts):
        if verdict.status is not Status.NOT_TRIGGERED or not standard or not waits:
            continue
        number = verdict.requirement.rpartition("/")[2]
        if number in standard.requirement_ids and number not in waits:
            yield problem(
                assessment,
                "verdicts",
                index,
                "status",
                message=say(
                    "{requirement} needs no occasion; it always applies",
                    requirement=verdict.requirement,
                ),
                hint=say("say how far it is met"),
            )


def occasional(qms: Qms) -> dict[str, frozenset[str]]:
    """What bites only on an occasion, or from an amendment on, and its clauses, by standard."""
    every: dict[str, set[str]] = {}
    for standard in filter(None, map(qms.standard, {a.standard for a in qms.of(GapAssessment)})):
        found = every.setdefault(standard.id, set())
        for clause in standard.clauses:
            own = {r.id for r in clause.requirements if r.conditional or r.amendment}
            found |= own | ({clause.id} if own else set())
    return {standard: frozenset(found) for standard, found in every.items()}
