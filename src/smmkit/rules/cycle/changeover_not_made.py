"""SMM874 changeover-not-made."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.cycle.transition import changeovers
from smmkit.calendar_ends import months_before
from smmkit.documents.certification import Certificate
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Ahead(Part):
    """How early the change to a new edition is called for."""

    months: Annotated[Whole, Field(ge=0)] = 18
    """How many months before the old edition ends."""


@rule(
    "SMM874",
    "changeover-not-made",
    severity=Severity.WARNING,
    source="Global ACI-TECH-3-TR",
    settings=Ahead,
    whole=(Certificate,),
)
def changeover_not_made(qms: Qms, limits: Ahead) -> Problems:
    """A certificate to an old edition is changed to the new one before the old one ends.

    Why: after that day it does not hold, whatever is printed on it. The change needs an audit, and
    auditors are booked long before the last day.
    """
    for change in changeovers(qms):
        if months_before(change.until, limits.months) <= qms.as_of:
            yield problem(
                change.certificate,
                "standards",
                message=say(
                    "{id} is to {old}, which ends on {day}",
                    id=change.certificate.id,
                    old=change.old,
                    day=change.until,
                ),
                hint=say(
                    "agree with the certification body at which audit {new} is looked at",
                    new=change.to,
                ),
            )
