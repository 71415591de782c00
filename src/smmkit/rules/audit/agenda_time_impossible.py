"""SMM459 agenda-time-impossible."""

from __future__ import annotations

import re

from smmkit.documents.audit import Audit
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

TIMES = re.compile(r"\b([0-2]?[0-9])[.:]([0-5][0-9])\b")
"""A time of the day: `08.30`, `8:30`."""


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
        times = [int(hour) * 60 + int(minute) for hour, minute in TIMES.findall(item.time)]
        if len(times) == len({"from", "to"}) and times[1] <= times[0]:
            yield problem(
                audit,
                "agenda",
                index,
                "time",
                message=say("this ends before it begins: {text}", text=item.time),
                hint=say("write the two times in their order"),
            )
