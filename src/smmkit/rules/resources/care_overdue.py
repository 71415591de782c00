"""SMM374 care-overdue."""

from __future__ import annotations

from smmkit.analyses.live import is_live
from smmkit.documents.resources import Resources
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM374",
    "care-overdue",
    of=Resources,
    severity=Severity.WARNING,
    source="ISO 9001, 7.1.3 and 7.1.5.2",
    clause="7.1.3",
)
def care_overdue(register: Resources, qms: Qms) -> Problems:
    """Maintenance and calibration are done by their day.

    Why: what is not cared for fails on the day when it is needed.
    """
    for index, one in enumerate(register.entries if is_live(register, qms) else ()):
        for n, care in enumerate(one.care):
            if care.done is None and care.due and care.due < qms.as_of:
                yield problem(
                    register,
                    "entries",
                    index,
                    "care",
                    n,
                    "due",
                    message=say("care of {id} was due on {day}", id=one.id, day=care.due),
                    hint=say("write `done:` with the day, or a new day and why"),
                )
