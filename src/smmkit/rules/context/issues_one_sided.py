"""SMM613 issues-one-sided."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.context import Issues, Side
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM613",
    "issues-one-sided",
    of=Issues,
    severity=Severity.WARNING,
    source="ISO 9001, 4.1; juknis II.A7",
    clause="4.1",
)
def issues_one_sided(register: Issues, qms: Qms) -> Problems:
    """Issues come from inside and from outside.

    Why: who sees only one side is surprised by the other.
    """
    found = {entry.side for entry in register.entries}
    if is_live(register, qms) and len(found) == 1:
        missing = next(side for side in Side if side not in found)
        yield problem(
            register,
            "entries",
            message=say("{id} has no {side} issue", id=register.id, side=missing.label),
            hint=say("ask what else bears on the work, and write it with its `side:`"),
        )
