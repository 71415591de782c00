"""SMM492 change-uncontrolled."""

from __future__ import annotations

from smmkit.documents.design import ControlType, Design
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

AGAIN = (ControlType.VERIFICATION, ControlType.VALIDATION)
"""The checks of which one has to follow a change."""


@rule(
    "SMM492",
    "change-uncontrolled",
    of=Design,
    severity=Severity.WARNING,
    source="ISO 9001, 8.3.6",
    clause="8.3.6",
)
def change_uncontrolled(design: Design, qms: Qms) -> Problems:  # noqa: ARG001
    """A change of a design is reviewed and authorized, and what is given out was checked after it.

    Why: what was verified before the change says nothing of what came of it.
    """
    checks = [one.done for one in design.controls if one.control_type in AGAIN and one.done]
    last = max(checks, default=None)
    for index, change in enumerate(design.changes):
        here = (design, "changes", index)
        if change.result is None or change.authorized_by is None:
            yield problem(
                *here,
                message=say(
                    "the change of {day} was not reviewed, or nobody authorized it", day=change.on
                ),
                hint=say(
                    "write its `result:` (what its review found) and `authorized_by:` (who let it pass)"
                ),
            )
        if design.released and last and last < change.on:
            yield problem(
                *here,
                "on",
                message=say(
                    "changed on {day}, and last verified or validated on {last}",
                    day=change.on,
                    last=last,
                ),
                hint=say("check anew what the change concerns, and write it under `controls:`"),
            )
