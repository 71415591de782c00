"""SMM968 time-without-number."""

from __future__ import annotations

import re

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.services import ServiceStandard
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

NUMBER = re.compile(
    r"\d|\b(satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|se(puluh|belas|hari|jam|minggu|bulan)|"
    r"langsung|seketika|saat itu juga|one|two|three|four|five|six|seven|eight|nine|ten|same day|at once)\b",
    re.IGNORECASE,
)
"""What says a time."""


@rule(
    "SMM968",
    "time-without-number",
    of=ServiceStandard,
    severity=Severity.WARNING,
    source="UU 25/2009, Pasal 21",
    clause="8.2.2",
    filled=True,
)
def time_without_number(standard: ServiceStandard, qms: Qms) -> Problems:
    """A service standard says in numbers how long it takes.

    Why: "quick" is no promise that anybody can be held to.
    """
    if is_live(standard, qms) and not NUMBER.search(standard.time_limit):
        yield problem(
            standard,
            "time_limit",
            message=say(
                "the time of {id} is no number: {text}", id=standard.id, text=standard.time_limit
            ),
            hint=say("write days, hours or minutes: 5 working days"),
        )
