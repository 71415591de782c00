"""SMM643 unit-days."""

from __future__ import annotations

from smmkit.documents.settings import Settings
from smmkit.documents.unit import OrganizationUnit
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM643", "unit-days", of=Settings, source="own rule")
def unit_days(settings: Settings, qms: Qms) -> Problems:
    """A unit ends after it has begun, and merges into one that is there afterwards.

    Why: what an ended unit leaves behind goes to the one that it was merged into; with the days the
    wrong way round it goes nowhere.
    """
    for index, unit in enumerate(settings.units):
        at = ("units", index)
        if unit.since and unit.until and unit.until < unit.since:
            yield problem(
                settings,
                *at,
                "until",
                message=say(
                    "{unit} ends on {last} and begins on {first}",
                    unit=unit.id,
                    last=unit.until,
                    first=unit.since,
                ),
                hint=say("write the first day at `since:` and the last at `until:`"),
            )
        if not unit.merged_into:
            continue
        other = qms.get(unit.merged_into, OrganizationUnit)
        if unit.until is None:
            yield problem(
                settings,
                *at,
                "merged_into",
                message=say(
                    "{unit} is merged into {other} and has no last day",
                    unit=unit.id,
                    other=unit.merged_into,
                ),
                hint=say("write its last day at `until:`"),
            )
        elif other and other.until and other.until <= unit.until:
            yield problem(
                settings,
                *at,
                "merged_into",
                message=say(
                    "{unit} is merged into {other}, which had ended by then",
                    unit=unit.id,
                    other=other.id,
                ),
                hint=say("name the unit that is there on the day after"),
            )
