"""SMM493 plan-incomplete."""

from __future__ import annotations

from smmkit.documents.design import ControlType, Design, InputType
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

NEEDED = (InputType.FUNCTION, InputType.LAW, InputType.FAILURE)
"""What every design has to look at; of earlier designs and of standards there may be none."""


@rule(
    "SMM493",
    "plan-incomplete",
    of=Design,
    severity=Severity.WARNING,
    source="ISO 9001, 8.3.2 and 8.3.3",
    clause="8.3.2",
    filled=True,
)
def plan_incomplete(design: Design, qms: Qms) -> Problems:  # noqa: ARG001
    """A design plans its review, verification and validation, and looks at function, law and failure.

    Why: what is not planned at the beginning is left out at the end, when time is short.
    """
    planned = {one.control_type for one in design.controls}
    if missing := [one.label for one in ControlType if one not in planned]:
        yield problem(
            design,
            "controls",
            message=say("not planned: {words}", words=missing),
            hint=say(
                "add each to `controls:` with its `control_type:`, what is looked at, by whom, and `due:`"
            ),
        )
    asked = {one.input_type for one in design.inputs}
    if missing := [one.label for one in NEEDED if one not in asked]:
        yield problem(
            design,
            "inputs",
            message=say("nothing is said of: {words}", words=missing),
            hint=say(
                "add to `inputs:` what it has to meet; where nothing applies, an input says so"
            ),
        )
