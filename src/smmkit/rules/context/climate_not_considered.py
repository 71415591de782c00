"""SMM625 climate-not-considered."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import live
from smmkit.documents.context import Issues
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM625",
    "climate-not-considered",
    of=Issues,
    severity=Severity.WARNING,
    source="ISO 9001:2015/Amd 1:2024, 4.1",
    clause="4.1",
    whole=(Issues,),
)
def climate_not_considered(register: Issues, qms: Qms) -> Problems:
    """Since 2024 the issues say whether climate change bears on the organization.

    Why: the amendment asks for it, and every auditor since then asks after it.
    """
    judged = any(entry.climate for one in live(qms, Issues) for entry in one.entries)
    first = next(iter(live(qms, Issues)), None)
    if register is first and register.entries and not judged and qms.as_of.year > SINCE:
        yield problem(
            register,
            "entries",
            message=say("no issue of {id} concerns climate change", id=register.id),
            hint=say(
                "write one with `climate: true`; where it does not matter, say so in its `reason:`"
            ),
        )


SINCE = 2024
"""The year of the amendment."""
