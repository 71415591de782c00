"""SMM513 longer-than-promised."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.processes.flow import is_straight
from smmkit.analyses.processes.flow import ways as ways_on
from smmkit.documents.procedure import Duration, Procedure, TimeUnit
from smmkit.documents.services import Services, ServiceStandard
from smmkit.model.part import Number, Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import rounded, say


class WorkingDay(Part):
    """How working time is counted."""

    hours: Annotated[Number, Field(gt=0)] = Decimal("7.5")
    """The hours of a working day."""
    days: Annotated[Whole, Field(ge=1, le=7)] = 5
    """The working days of a week."""


@rule(
    "SMM513",
    "longer-than-promised",
    of=Procedure,
    severity=Severity.WARNING,
    source="Permenpan-RB 35/2012; UU 25/2009, 21",
    clause="8.5.1",
    settings=WorkingDay,
)
def longer_than_promised(procedure: Procedure, qms: Qms, settings: WorkingDay) -> Problems:
    """The steps of a procedure take no longer together than the time that is promised.

    Why: whoever follows the procedure breaks the promise, and whoever keeps it does not follow it.
    """
    promises = qms.fact(promised).get(procedure.id, [])
    own = [(procedure.id, procedure.promised_days)] if procedure.promised_days is not None else []
    for home, days in [*own, *promises][:1] if not is_gone(procedure, qms) else ():
        if days is None:
            continue
        spent = rounded(longest_way(procedure, settings) or Decimal(0))
        if spent > days:
            yield problem(
                procedure,
                "promised_days" if own else "steps",
                message=say(
                    "the steps of {id} take {spent} working days, and {home} promises {days}",
                    id=procedure.id,
                    spent=spent,
                    home=home,
                    days=days,
                ),
                hint=say("shorten the steps, or promise what they take"),
            )


def promised(qms: Qms) -> dict[str, list[tuple[str, int | None]]]:
    """For every procedure, the standards of the services that it gives, and what they promise."""
    of_service = {one.service: one for one in qms.of(ServiceStandard) if not is_gone(one, qms)}
    found: dict[str, list[tuple[str, int | None]]] = defaultdict(list)
    for register in qms.of(Services):
        for service in register.entries:
            standard = of_service.get(service.id)
            for procedure in service.procedures if standard else ():
                if standard:
                    found[procedure].append((standard.id, standard.promised_days))
    return dict(found)


def in_days(duration: Duration | None, settings: WorkingDay) -> Decimal:
    """A duration in working days; of a range the upper end."""
    if duration is None:
        return Decimal(0)
    value = duration.value if duration.up_to is None else duration.up_to
    match duration.unit:
        case TimeUnit.MINUTE:
            return value / 60 / settings.hours
        case TimeUnit.HOUR:
            return value / settings.hours
        case TimeUnit.DAY:
            return value
        case TimeUnit.WEEK:
            return value * settings.days


def longest_way(procedure: Procedure, settings: WorkingDay) -> Decimal | None:
    """The time of the longest way from the first step to the end that never goes back."""
    if is_straight(procedure.steps):
        return sum((in_days(step.duration, settings) for step in procedure.steps), Decimal(0))
    count = len(procedure.steps)
    longest: list[Decimal | None] = [None] * count + [Decimal(0)]
    for index in range(count - 1, -1, -1):
        step = procedure.steps[index]
        on = (way.to for way in ways_on(procedure.steps, index))
        after = [count if to is None else to for to in on]
        ways = [longest[next_] for next_ in after if next_ in range(index + 1, count + 1)]
        known = [way for way in ways if way is not None]
        if known:
            longest[index] = max(known) + in_days(step.duration, settings)
    return longest[0]
