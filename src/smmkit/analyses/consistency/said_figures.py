"""Every figure that a paper says beside the one that it is counted from: one number everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from smmkit.analyses.consistency.figures_in_text import in_texts
from smmkit.analyses.consistency.planned_targets import measured_by
from smmkit.analyses.consistency.promises import contradiction
from smmkit.analyses.consistency.saying import Said
from smmkit.analyses.kpis.kpi import result
from smmkit.analyses.kpis.result import Result
from smmkit.analyses.kpis.scales import name_of
from smmkit.analyses.kpis.series import series
from smmkit.analyses.kpis.targets import target_of
from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.processes.service_time import counted_logs, counts_itself, released_in_time
from smmkit.analyses.surveys.surveys import outcomes
from smmkit.analyses.texts.amounts import only_number
from smmkit.documents.base import Record
from smmkit.documents.customers import Survey
from smmkit.documents.direction import (
    Achievement,
    PerformanceAgreement,
    PerformanceReport,
    StrategicPlan,
)
from smmkit.documents.objective import Kpi, Objective
from smmkit.documents.services import ServiceLog
from smmkit.period_days import within
from smmkit.qms import Qms
from smmkit.words import Message, say


def said_figures(qms: Qms) -> list[Said]:
    """Every figure of reports, agreements, plans, KPIs and texts that has a source to be counted from."""
    return [
        *(one for report in qms.of(PerformanceReport) for one in in_report(qms, report)),
        *(one for paper in qms.of(PerformanceAgreement) for one in in_agreement(qms, paper)),
        *(one for plan in qms.of(StrategicPlan) for one in in_plan(qms, plan)),
        *(one for objective in qms.of(Objective) for one in from_sources(qms, objective)),
        *(one for log in qms.of(ServiceLog) for one in in_log(log)),
        *in_texts(qms),
    ]


def in_report(qms: Qms, report: PerformanceReport) -> Iterator[Said]:
    """What a performance report prints of each KPI; what has not been reported yet is not compared."""
    for index, one in enumerate(report.achievements):
        kpi = qms.get(one.kpi, Kpi)
        home = qms.homes[one.kpi][0] if kpi else None
        if kpi is None or not isinstance(home, Objective) or report.date > qms.as_of:
            continue
        known = result(qms, home, kpi, one.period)
        for field, label, ours in known_of(known, one):
            what = say("{id} in {period}, {what}", id=kpi.id, period=one.period, what=label)
            steps = ("achievements", index, field)
            yield Said(report, steps, what, getattr(one, field), kpi.id, ours)


def known_of(
    known: Result, one: Achievement
) -> Iterator[tuple[str, Message, Decimal | str | None]]:
    """Every field that a line of a report fills, with what it is of, and what the KPI knows of it."""
    is_known, scale = not known.missing and known.due, known.value_scale
    target, actual, upper = say("target"), say("actual value"), say("upper end of the target")
    if one.target is not None:
        yield "target", target, known.target
    if one.target_up_to is not None:
        yield "target_up_to", upper, known.target_up_to
    if (word := one.target_word) is not None:
        yield "target_word", target, known.target_word or name_of(scale, known.target, word)
    if one.actual is not None:
        yield "actual", actual, known.actual if is_known else None
    if (word := one.actual_word) is not None:
        name = known.actual_word or name_of(scale, known.actual, word)
        yield "actual_word", actual, name if is_known else None
    if one.achievement is not None:
        yield "achievement", say("achievement"), known.achievement


def in_agreement(qms: Qms, agreement: PerformanceAgreement) -> Iterator[Said]:
    """What a performance agreement promises of each KPI."""
    if is_gone(agreement, qms):
        return
    for index, promise in enumerate(agreement.promises):
        kpi = qms.get(promise.kpi, Kpi)
        if kpi:
            steps = ("promises", index, "target")
            yield promised(qms, agreement, steps, kpi, agreement.year, promise.target)


def in_plan(qms: Qms, plan: StrategicPlan) -> Iterator[Said]:
    """What a strategic plan wants of the KPI of each goal."""
    if is_gone(plan, qms):
        return
    for index, goal in enumerate(plan.goals):
        kpi = measured_by(goal, qms)
        for n, one in enumerate(goal.targets if kpi else ()):
            if kpi:
                steps = ("goals", index, "targets", n, "target")
                yield promised(qms, plan, steps, kpi, one.year, one.target)


def promised(
    qms: Qms,
    paper: PerformanceAgreement | StrategicPlan,
    steps: tuple[str | int, ...],
    kpi: Kpi,
    year: int,
    text: str,
) -> Said:
    """What a paper promises for a year, beside the target of the KPI."""
    what = say("{id} in {period}, {what}", id=kpi.id, period=str(year), what=say("target"))
    other = contradiction(qms, kpi, year, text)
    if other:
        return Said(paper, steps, what, other.said, kpi.id, other.wanted)
    wanted, word, up_to = target_of(qms, kpi, str(year))
    number = only_number(text)
    same = word or (number if up_to is not None else wanted)
    said: Decimal | str = word or (text if number is None else number)
    is_told = wanted is not None and (number is not None or word is not None)
    return Said(paper, steps, what, said, kpi.id, same if is_told else None)


def from_sources(qms: Qms, objective: Objective) -> Iterator[Said]:
    """The measured values of KPIs that are the result of a survey or of a service log."""
    for index, kpi in enumerate(objective.kpis):
        for n, source in enumerate(kpi.counted_from):
            record = qms.get(source, Record)
            if not isinstance(record, Survey | ServiceLog):
                continue
            month = f"{record.until.year:04}-{record.until.month:02}"
            found = qms.fact(series)[kpi.id].observations
            value = next((one for one in found if within(month, one.period)), None)
            if value is not None:
                what = say(
                    "{id} in {period}, {what}",
                    id=kpi.id,
                    period=value.period,
                    what=say("actual value"),
                )
                steps = ("kpis", index, "counted_from", n)
                yield Said(objective, steps, what, value.value, source, counted(qms, record))


def in_log(log: ServiceLog) -> Iterator[Said]:
    """What a service log says of all that came in, beside the cases that it lists."""
    listed = len(log.cases) if log.cases and not log.sampling else None
    in_time = released_in_time(log) if counts_itself(log) else None
    fields = (
        ("received", say("how many came in"), listed),
        ("released_on_time", say("how many were released on time"), in_time),
    )
    for field, what, ours in fields:
        if (said := getattr(log, field)) is not None:
            counted = None if ours is None else Decimal(ours)
            yield Said(log, (field,), what, Decimal(said), log.id, counted)


def counted(qms: Qms, record: Survey | ServiceLog) -> Decimal | None:
    """The result of a survey, or the share in time of a log; None where it cannot be counted."""
    if isinstance(record, Survey):
        found = qms.fact(outcomes).get(record.id)
        return found.result.value if found else None
    return next((one.share for one in counted_logs(qms) if one.log.id == record.id), None)
