"""SMM373 never-calibrated."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.resources import Resources, ResourceType
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM373",
    "never-calibrated",
    of=Resources,
    severity=Severity.WARNING,
    source="ISO 9001, 7.1.5.2",
    clause="7.1.5.2",
)
def never_calibrated(register: Resources, qms: Qms) -> Problems:
    """What measures was checked or calibrated.

    Why: a value from an instrument that nobody checked proves nothing, however exact it looks.
    """
    for index, one in enumerate(register.entries if is_live(register, qms) else ()):
        if one.resource_type is ResourceType.MEASURING and not any(care.done for care in one.care):
            yield problem(
                register,
                "entries",
                index,
                "id",
                message=say("{id} measures, and was never checked", id=one.id),
                hint=say("write `care:` with what was checked and the day under `done:`"),
            )
