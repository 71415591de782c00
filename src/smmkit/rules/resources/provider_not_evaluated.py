"""SMM371 provider-not-evaluated."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.lifecycle.live import is_live
from smmkit.calendar_ends import months_after
from smmkit.documents.resources import ExternalProviders
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Evaluated(Part):
    """How often it is done."""

    months: Annotated[Whole, Field(ge=1)] = 12
    """How many months an evaluation holds."""


@rule(
    "SMM371",
    "provider-not-evaluated",
    of=ExternalProviders,
    severity=Severity.WARNING,
    source="ISO 9001, 8.4.1",
    clause="8.4.1",
    settings=Evaluated,
)
def provider_not_evaluated(register: ExternalProviders, qms: Qms, settings: Evaluated) -> Problems:
    """An external provider is evaluated each year.

    Why: what a provider does badly the public blames on the agency.
    """
    for index, provider in enumerate(register.entries if is_live(register, qms) else ()):
        last = max((one.on for one in provider.evaluations if one.on <= qms.as_of), default=None)
        if last is None:
            said = say("{id} was never evaluated", id=provider.id)
        elif not provider.next_review and months_after(last, settings.months) < qms.as_of:
            said = say("{id} was last evaluated on {day}", id=provider.id, day=last)
        else:
            continue
        yield problem(
            register,
            "entries",
            index,
            "id",
            message=said,
            hint=say("judge how good it was by criteria, and write that under `evaluations:`"),
        )
