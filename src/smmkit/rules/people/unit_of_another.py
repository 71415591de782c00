"""SMM990 unit-of-another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.organization.names_of_units import misnamed
from smmkit.analyses.organization.units import are_kin, units_of
from smmkit.analyses.processes.answering import (
    answers_for,
    givers,
    is_known_from,
    keepers,
    keeps_all,
    puts_right,
    shared_with,
)
from smmkit.analyses.texts.said_ids import ID
from smmkit.documents import Document, Information
from smmkit.documents.base import Thing
from smmkit.documents.customers import Feedback
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.documents.interview import SpotCheck
from smmkit.documents.objective import Objective
from smmkit.documents.people import PersonEntry
from smmkit.documents.process import Process
from smmkit.documents.rehearsed import MockAudit
from smmkit.documents.resources import Knowledge, KnowledgeEntry
from smmkit.documents.services import (
    NonconformingOutput,
    ServiceEntry,
    ServiceLog,
    Services,
    ServiceStandard,
)
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say

ABOUT = (
    (ServiceLog, "owner", ("service",)),
    (ServiceStandard, "owner", ("service",)),
    (NonconformingOutput, "unit", ("service",)),
    (Feedback, "unit", ("about",)),
    (CorrectiveAction, "unit", ("about",)),
    (SpotCheck, "unit", ("about",)),
    (Process, "owner", ("services",)),
    (Process, "owner", ("procedures",)),
    (Process, "owner", ("kpis",)),
    (ServiceEntry, "owner", ("procedures",)),
    (ServiceEntry, "owner", ("kpis",)),
    (KnowledgeEntry, "unit", ("documents",)),
    (AuditFinding, "owner", ("unit",)),
    (Objective, "owner", ("units",)),
)
"""The documents that are about the work of a unit: what names it there, and what they are about."""

REGISTERS = (Services, Knowledge)
"""Registers of which each entry is about the work of a unit."""

WHERE_IT_WAS = (NonconformingOutput, Feedback, CorrectiveAction)
"""Records of which the unit may be the place where it happened: a branch of those who give the service."""


@rule(
    "SMM990",
    "unit-of-another",
    of=Information,
    severity=Severity.WARNING,
    source="ISO 9001, 5.3; own rule",
    clause="5.3",
    filled=True,
    whole=(Information,),
)
def unit_of_another(document: Information, qms: Qms) -> Problems:
    """What is about the work of a unit names that unit: a service, a log, a corrective action, a job.

    Why: the unit that is named by mistake answers for what it does not do, and the other hears nothing.
    The unit that keeps the whole system or answers for it, and one that answers complaints for several,
    may stand for others; not so who there only audits.
    """
    if isinstance(document, Document) and is_gone(document, qms):
        return
    yield from called_after_another(document, qms)
    if isinstance(document, ServiceLog):
        yield from released_elsewhere(document, qms)
    if isinstance(document, NonconformingOutput) and document.authorized_by:
        yield from decided_elsewhere(document, qms)
    if isinstance(document, Objective):
        yield from planned_elsewhere(document, qms)
    if isinstance(document, MockAudit):
        yield from asked_elsewhere(document, qms)
    entries = document.entries if isinstance(document, REGISTERS) else ()
    places = [((), document), *((("entries", n), one) for n, one in enumerate(entries))]
    for steps, thing, (kind, field, links) in ((*place, way) for place in places for way in ABOUT):
        if isinstance(thing, kind) and (told := elsewhere(thing, qms, field, links)):
            yield problem(
                document,
                *steps,
                field,
                message=one_unit_told(thing.id, getattr(thing, field), *told),
                hint=say("put right the unit, or what it is said to be about"),
            )


def elsewhere(
    thing: Thing, qms: Qms, field: str, links: tuple[str, ...]
) -> tuple[list[str], list[str]] | None:
    """What something is about, and its units, where none of these is the unit that is named."""
    named = units_of(qms, getattr(thing, field)) | shared_with(thing, qms)
    ids = (id_ for link in links for id_ in many(getattr(thing, link)))
    targets = [id_ for id_ in ids if not is_known_from(thing, id_, named, qms)]
    units = {id_: unit for id_ in targets if (unit := answers_for(qms, id_))}
    theirs = sorted(set().union(*units.values()))
    if not named or not theirs or named & qms.fact(keepers):
        return None
    if {*named, *theirs} - qms.things.keys():
        return None  # a unit that is not there is told where it is named
    if isinstance(thing, WHERE_IT_WAS) and (not named & qms.fact(givers) or puts_right(thing, qms)):
        return None
    if any(are_kin(qms, one, other) for one in named for other in theirs):
        return None
    return list(units), theirs


def one_unit_told(id_: str, unit: str, about: list[str], units: list[str]) -> Message:
    """That one unit is named, and that it is about what others do."""
    if about == units:
        return say("{unit} answers for {id}, which is of {units}", id=id_, unit=unit, units=units)
    return say(
        "{id} is of {unit}, and {about} of {units}", id=id_, unit=unit, about=about, units=units
    )


def many(value: Any) -> Iterable[str]:
    """One id or several, as several."""
    return (value,) if isinstance(value, str) else value or ()


def planned_elsewhere(objective: Objective, qms: Qms) -> Problems:
    """The plan of an objective that a unit carries out of which the objective is not."""
    named = units_of(qms, objective.plan.who if objective.plan else None)
    own = answers_for(qms, objective.id)
    is_own = any(are_kin(qms, one, other) for one in named for other in own)
    if named and own and not is_own and not named & qms.fact(keepers):
        yield problem(
            objective,
            "plan",
            "who",
            message=say(
                "{unit} carries out the plan of {id}, which is of {units}",
                id=objective.id,
                unit=sorted(named),
                units=sorted(own),
            ),
            hint=say("put right the unit, or add it under `units:`"),
        )


def asked_elsewhere(rehearsal: MockAudit, qms: Qms) -> Problems:
    """A question of a rehearsal that names a thing of which the unit that was asked knows nothing."""
    keeping = qms.fact(keepers)
    for n, one in enumerate(rehearsal.answers):
        for id_ in ID.findall(one.question):
            theirs = answers_for(qms, id_)
            is_own = any(are_kin(qms, one.unit, other) for other in theirs)
            if theirs and not is_own and one.unit not in keeping:
                yield problem(
                    rehearsal,
                    "answers",
                    n,
                    "unit",
                    message=say(
                        "{unit} was asked about {id}, which is of {units}",
                        unit=one.unit,
                        id=id_,
                        units=sorted(theirs),
                    ),
                    hint=say("ask the unit that does it, or put right which one was asked"),
                )


def called_after_another(document: Information, qms: Qms) -> Problems:
    """A part of a unit whose title, number or role names another one."""
    for part in misnamed(qms, document):
        if part.unit in qms.fact(keepers):
            continue
        yield problem(
            document,
            *part.steps,
            part.field,
            message=say(
                "this is of {unit}, and `{name}:` names {others}",
                unit=part.unit,
                name=part.name,
                others=part.others,
            ),
            hint=say("put right the unit, or the name"),
        )


def released_elsewhere(log: ServiceLog, qms: Qms) -> Problems:
    """Cases of a service that somebody of quite another unit released: the first by each of these people."""
    own = units_of(qms, log.owner) | answers_for(qms, log.service)
    first = {case.released_by: n for n, case in reversed(list(enumerate(log.cases)))}
    for name, n in first.items():
        if units := foreign_units(qms, name, log.cases[n].released, own):
            yield problem(
                log,
                "cases",
                n,
                "released_by",
                message=say(
                    "{person} of {units} released a case of {unit}",
                    person=name,
                    units=units,
                    unit=log.owner,
                ),
                hint=say("name who released it, or write down who may do so for another unit"),
            )


def decided_elsewhere(record: NonconformingOutput, qms: Qms) -> Problems:
    """A wrong result of a unit that somebody of quite another one decided about."""
    own = units_of(qms, record.unit) | answers_for(qms, record.service)
    if units := foreign_units(qms, record.authorized_by, record.date, own):
        yield problem(
            record,
            "authorized_by",
            message=say(
                "{person} of {units} decided about a result of {unit}",
                person=record.authorized_by,
                units=units,
                unit=record.unit,
            ),
            hint=say("name who decided, or write down who may do so for another unit"),
        )


def foreign_units(qms: Qms, name: str | None, day: date | None, own: set[str]) -> list[str]:
    """The units of somebody on a day, where none of them has to do with one of these."""
    person = qms.get(name or "", PersonEntry)
    held = person.held_on(day) if person and day else ()
    units = sorted({one.unit for one in held if one.unit})
    is_near = any(are_kin(qms, one, other) for one in units for other in own)
    return units if own and not is_near and not keeps_all(qms, held) else []
