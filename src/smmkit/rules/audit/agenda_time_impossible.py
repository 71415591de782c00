"""SMM459 agenda-time-impossible."""

from __future__ import annotations

from smmkit.analyses.audits import hours
from smmkit.documents.audit import Audit
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM459",
    "agenda-time-impossible",
    of=Audit,
    severity=Severity.WARNING,
    source="own rule",
    clause="9.2.2",
    filled=True,
)
def agenda_time_impossible(audit: Audit, qms: Qms) -> Problems:  # noqa: ARG001
    """In the plan of an audit each time ends after it begins.

    Why: who reads "12.00-09.00" does not know when to be there.
    """
    for index, item in enumerate(audit.agenda):
        times = hours(item)
        if len(times) == len({"from", "to"}) and times[1] <= times[0]:
            yield problem(
                audit,
                "agenda",
                index,
                "time",
                message=say("this ends before it begins: {text}", text=item.time),
                hint=say("write the two times in their order"),
            )
