"""SMM490 released-unchecked."""

from __future__ import annotations

from datetime import date

from smmkit.documents.design import ControlType, Design, DesignControl
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM490",
    "released-unchecked",
    of=Design,
    severity=Severity.WARNING,
    source="ISO 9001, 8.3.4",
    clause="8.3.4",
)
def released_unchecked(design: Design, qms: Qms) -> Problems:  # noqa: ARG001
    """What is designed is reviewed, verified and validated, each with its result, before it is released.

    Why: what nobody has tried in use before it is given out is tried by the customers.
    """
    day = design.released
    if day is None:
        return
    checked = {one.control_type for one in design.controls if is_made(one, day)}
    if missing := [one.label for one in ControlType if one not in checked]:
        yield problem(
            design,
            "released",
            message=say("released on {day} without: {words}", day=day, words=missing),
            hint=say(
                "write under `controls:` each check that was made before, with `by:`, `done:` and `result:`; "
                "what was not checked is checked now, and noted as a nonconformity"
            ),
        )
    if design.released_by is None:
        yield problem(
            design,
            "released",
            message=say("nobody is named who released it"),
            hint=say("write `released_by:` with the person who did"),
        )


def is_made(control: DesignControl, day: date) -> bool:
    """Whether a check was made by a day, and says by whom and with which result."""
    return bool(control.by and control.result and control.done and control.done <= day)
