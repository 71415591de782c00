"""SMM847 answer-far-away."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.documents.finding import AuditFinding
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Longest(Part):
    """How long an answer may take."""

    days: Annotated[Whole, Field(ge=1)] = 92
    """How many days after a finding its answer is due at the latest."""


@rule(
    "SMM847",
    "answer-far-away",
    of=AuditFinding,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 e",
    clause="9.2.2",
    settings=Longest,
)
def answer_far_away(finding: AuditFinding, qms: Qms, limits: Longest) -> Problems:  # noqa: ARG001
    """An answer to a finding is wanted within the days that the organization allows.

    Why: correction and corrective action come without undue delay; a year is one.
    """
    if finding.response_due is None:
        return
    days = (finding.response_due - finding.date).days
    if days > limits.days:
        yield problem(
            finding,
            "response_due",
            message=say(
                "the answer to {id} is due {n} days after it; at most {most}",
                id=finding.id,
                n=days,
                most=limits.days,
            ),
            hint=say("write an earlier day, or set `days:` under `rules: SMM847` in qms.yaml"),
        )
