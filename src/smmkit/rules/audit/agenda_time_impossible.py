"""SMM459 agenda-time-impossible."""

from __future__ import annotations

from smmkit.analyses.audits import hours
from smmkit.documents.audit import AgendaItem, Audit
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
    for index, item in enumerate(audit.agenda):
        going = [one for at, one in enumerate(audit.agenda) if is_during(item, one, at < index)]
        same = [one for one in going if set(one.auditors) & set(item.auditors)]
        if same or (audit.auditors and len(going) >= len(audit.auditors)):
            yield problem(
                audit,
                "agenda",
                index,
                "time",
                message=say(
                    "this begins while the auditors are still at: {what}",
                    what=[one.what for one in same or going],
                ),
                hint=say("put one behind the other, or name more auditors and who goes where"),
            )


def is_during(item: AgendaItem, other: AgendaItem, stands_before: bool) -> bool:
    """Whether a line of an agenda begins while another goes on that began before, or stands before it."""
    mine, times = hours(item), hours(other)
    if item.on != other.on or not (len(mine) == len(times) == len({"from", "to"})):
        return False
    return times[0] <= mine[0] < times[1] and (times[0] < mine[0] or stands_before)
