"""Where the organization stands in three lines, for who asks for nothing in particular."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.agenda.people import name_of
from smmkit.analyses.status.numbers import Whose
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.reports.status.report import StatusReport
from smmkit.rules import judged
from smmkit.words import Message, say, say_n


def brief(qms: Qms) -> Iterator[Message]:
    """The faults and warnings, what is overdue and open, and the step with what is next and who does it."""
    found, more = qms.fact(judged)
    count = {
        severity: sum(d.rule.severity is severity for d in found)
        + sum(m.count for m in more if m.rule.severity is severity)
        for severity in Severity
    }
    report = StatusReport(qms, Whose())
    numbers = report.numbers
    yield say(
        "{faults}, {warnings}, {findings}, {overdue}.",
        faults=say_n("{n} fault", "{n} faults", count[Severity.ERROR]),
        warnings=say_n("{n} warning", "{n} warnings", count[Severity.WARNING]),
        findings=say_n("{n} open finding", "{n} open findings", len(numbers.findings)),
        overdue=say_n("{n} thing overdue", "{n} things overdue", numbers.overdue),
    )
    at, next_ = report.at, report.next
    if at is None or next_ is None:
        if report.stops:
            yield say("Every step of the journey is done; keep it so.")
        return
    yield say("Step: {step}.", step=at.said)
    people = [name_of(qms, id_) for id_ in next_.people]
    who = people or say("nobody is named")
    yield say("Next, not met yet: {what} ({who}); {how}", what=next_.what, who=who, how=next_.how)
