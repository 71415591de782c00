"""SMM959 resource-short."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.resources import Resources
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM959",
    "resource-short",
    of=Resources,
    severity=Severity.WARNING,
    source="ISO 9001, 7.1.1",
    clause="7.1.1",
    filled=True,
)
def resource_short(register: Resources, qms: Qms) -> Problems:
    """Where there is less than is needed, it is written what that means.

    Why: a shortage that is only counted is one that nobody has decided upon.
    """
    for index, entry in enumerate(register.entries):
        needed, available = entry.needed, entry.available
        if needed is None or available is None or available >= needed or entry.condition:
            continue
        if is_live(register, qms):
            yield problem(
                register,
                "entries",
                index,
                "available",
                message=say(
                    "{id}: {available} of {needed}, and nothing is said of it",
                    id=entry.id,
                    available=available,
                    needed=needed,
                ),
                hint=say(
                    "write under `condition:` how the work is done all the same, and until when"
                ),
            )
