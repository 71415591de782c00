"""SMM759 finding-repeated."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.cycle.repeats import repeats
from smmkit.calendar_ends import months_before
from smmkit.documents.finding import AuditFinding
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Memory(Part):
    """How far back one looks."""

    months: Annotated[Whole, Field(ge=1)] = 36
    """Within how many months a finding counts as repeated."""


@rule(
    "SMM759",
    "finding-repeated",
    severity=Severity.WARNING,
    source="ISO 9001, 10.2.1 b",
    clause="10.2.1",
    filled=True,
    settings=Memory,
)
def finding_repeated(qms: Qms, limits: Memory) -> Problems:
    """A nonconformity does not come again in the same unit.

    Why: what comes again was not cured; the action reached the case, not the cause.
    """
    for id_, before in qms.fact(repeats).items():
        found = qms.things[id_]
        if isinstance(found, AuditFinding) and before.date > months_before(
            found.date, limits.months
        ):
            yield problem(
                found,
                "clause",
                message=say(
                    "{id} repeats {other} of {day}, on the same clause in the same unit",
                    id=found.id,
                    other=before.id,
                    day=before.date,
                ),
                hint=say(
                    "look for the cause behind the first cause, and tell the management review"
                ),
            )
