"""SMM642 unit-ended."""

from __future__ import annotations

from smmkit.analyses.organization.units import heir
from smmkit.analyses.people.named_units import still_named
from smmkit.few import at_most
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

SHOWN = 5
"""So many of the things that still name it are told."""


@rule(
    "SMM642",
    "unit-ended",
    severity=Severity.WARNING,
    source="ISO 9001, 5.3 and 6.3",
    clause="5.3",
)
def unit_ended(qms: Qms) -> Problems:
    """Nothing that is open names a unit that has ended.

    Why: after a reorganization papers and tasks stay with a unit that is no longer there, and each
    of the others thinks that they are not its own.
    """
    settings = qms.settings
    for index, unit in enumerate(settings.units if settings else ()):
        if settings is None or unit.until is None or unit.until >= qms.as_of:
            continue
        ids = still_named(qms, unit.id)
        if not ids:
            continue
        next_ = heir(qms, unit.id)
        hint = say("name another unit there, or say here with `merged_into:` which one took over")
        if next_ != unit.id:
            hint = say("name {unit} there, which took over", unit=next_)
        yield problem(
            settings,
            "units",
            index,
            "until",
            message=say(
                "{unit} ended on {day}, and {n} of what is open still names it: {ids}",
                unit=unit.id,
                day=unit.until,
                n=len(ids),
                ids=at_most(SHOWN, ids),
            ),
            hint=hint,
        )
