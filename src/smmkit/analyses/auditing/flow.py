"""Where an audit stands in its flow: each step done, passed over, here, to come or not needed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from smmkit.analyses.agenda.people import stand_for
from smmkit.analyses.auditing.signs import SIGNS, Seen
from smmkit.analyses.audits import audits, done_plans, planned_days
from smmkit.analyses.audits.case import Case, case_of
from smmkit.documents.audit import AuditType, PlannedAudit
from smmkit.qms import Qms
from smmkit.standards.flows import AuditFlow, Doer, FlowStep, shipped_flows
from smmkit.words import ClosedList, Message


class Progress(ClosedList):
    """How a step of an audit stands."""

    DONE = "done"
    PASSED_OVER = "passed-over", "passed over"
    HERE = "here"
    TO_COME = "to-come", "to come"
    NOT_NEEDED = "not-needed", "not needed"
    UNSEEN = "unseen", "not seen in the folder"


@dataclass(frozen=True, slots=True)
class StepOf:
    """One step of the flow of an audit on the day."""

    step: FlowStep
    progress: Progress
    shown: tuple[str, ...]
    """By which ids and files it is seen to be done."""
    wanting: tuple[Message, ...]
    people: tuple[str, ...]
    """The ids of those who do it."""

    FOR_PROGRAMS: ClassVar = {
        "id": "step.id",
        "title": "step.title",
        "who": "step.who",
        "people": "people",
        "paper": "step.paper",
        "state": "progress",
        "shown_by": "shown",
        "wanting": "wanting",
    }


def flow_of(qms: Qms, type_: AuditType) -> AuditFlow | None:
    """The flow of one type of audit: the folder's own copy, else the one that comes with smmkit."""
    return qms.flows.get(type_.value) or shipped_flows().get(type_.value)


def steps_of(case: Case, flow: AuditFlow) -> list[StepOf]:
    """Every step of a flow as it stands on the day."""
    seen = [SIGNS[step.sign](case) if step.sign else None for step in flow.steps]
    return [
        StepOf(
            step,
            progress,
            one.shown if one else (),
            one.wanting if one else (),
            people(case, step.doer),
        )
        for step, one, progress in zip(flow.steps, seen, progress_of(seen), strict=True)
    ]


def progress_of(seen: Sequence[Seen | None]) -> list[Progress]:
    """What is not done is passed over where a later step is done; the first behind those is where one is."""
    last = max((n for n, one in enumerate(seen) if one and one.done), default=-1)
    found, here = [], False
    for n, one in enumerate(seen):
        if one is None:
            found.append(Progress.UNSEEN)
        elif one.done:
            found.append(Progress.DONE)
        elif not one.needed:
            found.append(Progress.NOT_NEEDED)
        elif n < last:
            found.append(Progress.PASSED_OVER)
        else:
            found.append(Progress.TO_COME if here else Progress.HERE)
            here = True
    return found


def people(case: Case, doer: Doer | None) -> tuple[str, ...]:
    """The ids of those who do a step."""
    qms, record = case.qms, case.record
    match doer:
        case Doer.RESPONSIBLE:
            named = qms.settings.responsible if qms.settings else None
            return (named,) if named else ()
        case Doer.LEAD if record:
            return tuple(one.person for one in record.auditors if one.lead and one.person)
        case Doer.AUDITORS:
            return case.auditors
        case Doer.UNITS:
            return tuple(
                dict.fromkeys(p for unit in case.audit.units for p in stand_for(qms, unit))
            )
    return ()


def under_way(qms: Qms, flow: AuditFlow) -> dict[str, list[str]]:
    """For each step, the audits of the flow's type that are there: those begun, and those still planned."""
    found: dict[str, list[str]] = {step.id: [] for step in flow.steps}
    for case in cases(qms, flow.id):
        for one in steps_of(case, flow):
            if one.progress is Progress.HERE:
                found[one.step.id].append(case.audit.id)
    return found


def cases(qms: Qms, type_: str) -> Iterable[Case]:
    """The audits of a type that have begun, then the entries of programmes whose time is not over."""
    for audit in qms.fact(audits):
        if audit.audit_type.value == type_:
            yield case_of(qms, audit)
    for thing in qms.things.values():
        if isinstance(thing, PlannedAudit) and thing.audit_type.value == type_:
            days = planned_days(thing)
            if thing.id not in qms.fact(done_plans) and (days is None or qms.as_of <= days[1]):
                yield case_of(qms, thing)
