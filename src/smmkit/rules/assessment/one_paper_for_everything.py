"""SMM719 one-paper-for-everything."""

from __future__ import annotations

from collections import defaultdict
from typing import Annotated

from pydantic import Field

from smmkit.documents.assessment import GapAssessment, Status
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Share(Part):
    """How much one document can show."""

    at_most: Annotated[Whole, Field(ge=1)] = 5
    """For the claims of how many sections one document may be the only evidence."""


@rule(
    "SMM719",
    "one-paper-for-everything",
    of=GapAssessment,
    severity=Severity.WARNING,
    source="own rule",
    filled=True,
    settings=Share,
)
def one_paper_for_everything(assessment: GapAssessment, qms: Qms, limits: Share) -> Problems:  # noqa: ARG001
    """No single document is the only evidence of clause after clause.

    Why: a glossary, or a manual, that is said to show twenty clauses shows none of them; the auditor
    asks where it was done. What one section asks, such as 9.3.1 to 9.3.3, one record may well show.
    """
    alone: dict[str, dict[str, int]] = defaultdict(dict)
    for index, verdict in enumerate(assessment.verdicts):
        if verdict.status is Status.CONFORM and len(set(verdict.evidence)) == 1:
            section = ".".join(verdict.requirement.split(".")[:2])
            alone[verdict.evidence[0]].setdefault(section, index)
    for id_, sections in alone.items():
        places = [*sections.values()]
        if len(places) > limits.at_most:
            yield problem(
                assessment,
                "verdicts",
                places[limits.at_most],
                "evidence",
                message=say(
                    "{id} alone is the evidence for claims of {n} sections", id=id_, n=len(places)
                ),
                hint=say("name for each clause the record that shows it was done"),
            )
