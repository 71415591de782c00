"""SMM757 suggestion-without-decision."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.organization.wishes import is_wished
from smmkit.documents.finding import AuditFinding, Grade
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Patience(Part):
    """How long a suggestion may wait."""

    days: Annotated[Whole, Field(ge=0)] = 90
    """How many days a suggestion may wait for a decision."""


@rule(
    "SMM757",
    "suggestion-without-decision",
    of=AuditFinding,
    severity=Severity.WARNING,
    source="juknis II.B4 b",
    clause="10.3",
    filled=True,
    settings=Patience,
)
def suggestion_without_decision(found: AuditFinding, qms: Qms, limits: Patience) -> Problems:
    """A suggestion of an auditor is decided on: followed or not, and why.

    Why: the juknis makes what became of suggestions a matter of the next surveillance audit.
    """
    if found.grade is not Grade.IMPROVEMENT or is_followed(found, qms):
        return
    if found.decision is None:
        waited = (qms.as_of - found.date).days
        if found.closed:
            yield problem(
                found,
                "closed",
                message=say("{id} is closed without a decision on the suggestion", id=found.id),
                hint=say("write `decision:` with the day, whether it is followed, and why"),
            )
        elif waited > limits.days:
            yield problem(
                found,
                "date",
                message=say(
                    "the suggestion {id} has waited for a decision for {n} days",
                    id=found.id,
                    n=waited,
                ),
                hint=say("write `decision:` with the day, whether it is followed, and why"),
            )
    elif not found.decision.accepted and not found.decision.reason:
        yield problem(
            found,
            "decision",
            "accepted",
            message=say("{id} is not followed, and nothing says why", id=found.id),
            hint=say("write `reason:` below the decision"),
        )


def is_followed(found: AuditFinding, qms: Qms) -> bool:
    """Whether a suggestion was carried out, which is a decision where no guide wishes for it in writing."""
    is_done = found.action is not None and found.action.done is not None
    return is_done and not found.decision and not is_wished(qms, "decided-suggestions")
