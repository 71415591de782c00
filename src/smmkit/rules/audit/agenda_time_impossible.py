"""SMM459 agenda-time-impossible."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from heapq import heappop, heappush
from itertools import islice

from smmkit.analyses.audits import hours
from smmkit.documents.audit import Audit
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

SHOWN = 6
"""So many lines that go on are named."""


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
    """In the plan of an audit each time ends after it begins, and no auditor is at two places at once.

    Why: who reads "12.00-09.00" does not know when to be there; who is to be in two units is missed in one.
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
    yield from at_two_places(audit)


def at_two_places(audit: Audit) -> Problems:
    """Lines that begin while as many are going on as there are auditors, or one of the same auditor."""
    going: dict[int, int] = {}  # what goes on, and until when
    ends: list[tuple[date, int, int]] = []
    busy: dict[str, int] = {}  # at which of it an auditor is longest
    for on, begins, index, until in sorted(with_both_times(audit)):
        while ends and ends[0][:2] <= (on, begins):
            del going[heappop(ends)[2]]
        auditors = audit.agenda[index].auditors
        same = {busy[one]: None for one in auditors if busy.get(one) in going}
        if same or (audit.auditors and len(going) >= len(audit.auditors)):
            yield problem(
                audit,
                "agenda",
                index,
                "time",
                message=say(
                    "this begins while the auditors are still at: {what}",
                    what=[audit.agenda[n].what for n in islice(same or going, SHOWN)],
                ),
                hint=say("put one behind the other, or name more auditors and who goes where"),
            )
        going[index] = until
        heappush(ends, (on, until, index))
        for one in auditors:
            if going.get(busy.get(one, index), until) <= until:
                busy[one] = index


def with_both_times(audit: Audit) -> Iterator[tuple[date, int, int, int]]:
    """The lines of an agenda that say when they begin and end: day, beginning, number, end."""
    for index, item in enumerate(audit.agenda):
        times = hours(item)
        if len(times) == len(("from", "to")):
            yield item.on, times[0], index, times[1]
