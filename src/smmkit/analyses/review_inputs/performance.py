"""Inputs c 2 to c 4: objectives, processes and services, nonconformities, values of KPIs."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.cycle.followed import followed_actions, followed_findings, rates
from smmkit.analyses.kpis.formulas import HUNDRED
from smmkit.analyses.kpis.kpi import told_period, told_results, told_year
from smmkit.analyses.kpis.result import Progress, Result
from smmkit.analyses.lifecycle.state import State, standings
from smmkit.analyses.processes.service_time import timing
from smmkit.analyses.review_inputs.fact import Fact, Time, bad_if, tally
from smmkit.documents.finding import AuditFinding, Grade
from smmkit.documents.services import Case, NonconformingOutput, ServiceLog
from smmkit.page import Tone
from smmkit.qms import Qms
from smmkit.words import Percent, say


def kpis(qms: Qms) -> tuple[str | None, list[Result]]:
    """The year that is told, and its KPIs."""
    return told_period(qms), qms.fact(told_results)


def not_counted(qms: Qms) -> Iterator[Fact]:
    """The objectives whose KPIs have values and do not count, since nobody has approved them."""
    drafts = {
        one.objective.id
        for one in qms.fact(told_year)[1]
        if one.measured and qms.fact(standings)[one.objective.id].state is State.DRAFT
    }
    if drafts:
        text = say("Not counted, since they are not approved: {n}", n=tally(sorted(drafts)))
        yield Fact(text, tuple(sorted(drafts)), Tone.WARN)


def objectives(qms: Qms, _: Time) -> Iterator[Fact]:
    """How many KPIs are on target, and each that is not."""
    yield from not_counted(qms)
    period, found = kpis(qms)
    judged = [one for one in found if one.progress is Progress.MEASURED]
    if not judged:
        return
    missed = [one for one in judged if one.achievement is None or one.achievement < HUNDRED]
    text = say(
        "{period}: {n} of {m} KPIs that could be judged reached their target",
        period=period,
        n=len(judged) - len(missed),
        m=len(judged),
    )
    yield Fact(text, tuple(dict.fromkeys(one.objective.id for one in judged)), bad_if(missed))
    for one in missed:
        text = say(
            "{id} {title}: {actual} against {target}, achievement {share}",
            id=one.kpi.id,
            title=one.kpi.title,
            actual=one.actual_word or one.printed_actual,
            target=one.target_word or one.target,
            share=one.printed_achievement if one.printed_achievement is not None else "-",
        )
        yield Fact(text, (one.kpi.id,), Tone.BAD)


def processes(qms: Qms, time: Time) -> Iterator[Fact]:
    """The time that services took, and what was released though it did not conform."""
    cases: dict[str, list[Case]] = {}
    logs: dict[str, list[str]] = {}
    for log in qms.of(ServiceLog):
        mine = [one for one in log.cases if time.has(one.released)]
        if mine:
            cases.setdefault(log.service, []).extend(mine)
            logs.setdefault(log.service, []).append(log.id)
    for service, mine in sorted(cases.items()):
        found = timing(qms, service, None, mine)
        share = found.share
        text = say(
            "{id}: {n} cases released, in time {share}",
            id=service,
            n=found.released,
            share="-" if share is None else Percent(share),
        )
        tone = Tone.PLAIN if share is None else bad_if(share < HUNDRED)
        yield Fact(text, (service, *logs[service]), tone)
    for log in qms.of(ServiceLog):
        if log.received and log.released_on_time is not None and time.has(log.until):
            in_time = Percent(HUNDRED * log.released_on_time / log.received)
            text = say(
                "{id}: {n} cases came in, in time {share}", id=log.id, n=log.received, share=in_time
            )
            yield Fact(text, (log.id,))
    outputs = [one.id for one in qms.of(NonconformingOutput) if time.has(one.date)]
    if outputs:
        text = say("Outputs that did not conform: {n}", n=tally(outputs))
        yield Fact(text, tuple(outputs), Tone.WARN)


def nonconformities(qms: Qms, time: Time) -> Iterator[Fact]:
    """Findings and corrective actions: how many there were, how many are closed, which are late."""
    for name, rows in (
        (say("Findings"), followed_findings(qms)),
        (say("Corrective actions"), followed_actions(qms)),
    ):
        mine = [
            one
            for one in rows
            if one.record.date <= qms.as_of
            and (time.has(one.record.date) or one.is_open or time.has(one.closed))
        ]
        if not mine:
            continue
        found = rates(mine)
        late = [one.record.id for one in mine if one.late and one.is_open]
        text = say(
            "{name}: {n}, closed by us {closed}, open {open}, late {late}",
            name=name,
            n=found.total,
            closed=found.closed,
            open=found.total - found.closed,
            late=tally(late),
        )
        yield Fact(text, tuple(one.record.id for one in mine), bad_if(late))
        for grade in Grade:
            those = [one.record.id for one in mine if grade_of(one.record) is grade]
            if those:
                text = say("{grade}: {n}", grade=grade.label, n=tally(those))
                yield Fact(text, tuple(those))


def grade_of(record: object) -> Grade | None:
    """The grade of a finding; a corrective action has none."""
    return record.grade if isinstance(record, AuditFinding) else None


def measurement(qms: Qms, _: Time) -> Iterator[Fact]:
    """How many values of KPIs there are, and which are missing."""
    yield from not_counted(qms)
    period, found = kpis(qms)
    if not found:
        return
    missing = [one.kpi.id for one in found if one.missing]
    text = say(
        "{period}: {n} of {m} values of KPIs that were due are there",
        period=period,
        n=sum(one.measured for one in found),
        m=sum(one.due for one in found),
    )
    yield Fact(text, tuple(dict.fromkeys(one.objective.id for one in found)), bad_if(missing))
    if missing:
        yield Fact(say("Values are missing: {n}", n=tally(missing)), tuple(missing), Tone.BAD)
    never = [one.kpi.id for one in found if one.progress is Progress.NO_FORMULA]
    if never:
        yield Fact(say("Cannot be counted: {n}", n=tally(never)), tuple(never), Tone.BAD)
