"""SMM870 suspended-too-long."""

from __future__ import annotations

from smmkit.analyses.cycle.certificates import last_change, running
from smmkit.analyses.cycle.course import stands
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM870", "suspended-too-long", severity=Severity.WARNING, source="ISO/IEC 17021-1, 9.6.5")
def suspended_too_long(qms: Qms) -> Problems:
    """A suspension ends within six months: by restoring, by a narrower scope, or by withdrawal.

    Why: longer than that a body keeps no certificate suspended. If the folder still says so, it does not
    know what was decided.
    """
    for certificate in qms.fact(running):
        found = stands(qms, certificate)
        change = last_change(certificate, qms.as_of)
        if found.is_overdue(qms.as_of) and change:
            yield problem(
                certificate,
                "changes",
                certificate.changes.index(change),
                "on",
                message=say(
                    "{id} is suspended since {since}; by {until} the body had to decide",
                    id=certificate.id,
                    since=found.since,
                    until=found.until,
                ),
                hint=say(
                    "ask what was decided, and write it under `changes:`; do not use the mark meanwhile"
                ),
            )
