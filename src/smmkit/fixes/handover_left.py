"""What is left for people to do where another takes over, and what they should know before saying yes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from smmkit.analyses.audits import planned_days
from smmkit.analyses.audits.auditors import ended_on, was_trained
from smmkit.analyses.organization.units import are_kin
from smmkit.analyses.people.handover import Handover
from smmkit.analyses.people.handover_places import Fate, Place
from smmkit.analyses.people.held_roles import parts_to
from smmkit.documents.audit import AuditType, PlannedAudit
from smmkit.documents.people import Member, PersonEntry
from smmkit.fixes.handing_over import HandedOver
from smmkit.fixes.putting_right import sealed_among
from smmkit.qms import Qms
from smmkit.words import Message, say, say_n


def left_to_do(plan: Handover, outcome: HandedOver, to: PersonEntry, qms: Qms) -> Iterator[Message]:
    """All that a person has to do, or to know, where another takes over."""
    yield from texts_left(plan, outcome, qms)
    yield from roles_left(plan, qms)
    yield from impartial(outcome, qms, to)
    yield from competent(outcome, qms, to, plan.person)


def texts_left(plan: Handover, outcome: HandedOver, qms: Qms) -> Iterator[Message]:
    """The texts that are to be approved again, and those that stay as they are."""
    for path in sealed_among(outcome.texts, qms):
        yield say(
            "{path} is approved, and its approval does not cover the new text: raise its `version:` "
            "and have it approved again: smm approve",
            path=path,
        )
    for one in outcome.twice:
        yield say(
            "{id} in {path}: who takes over is named there already; take {person} out",
            id=one.id,
            path=one.document.path,
            person=plan.person.id,
        )
    handled = [*outcome.passed, *outcome.twice]
    sealed = [one.id for one in plan.places if one.fate is Fate.SEALED and one not in handled]
    if sealed:
        yield say_n(
            "{n} approved text stays: {ids}; name the other with its next version, or now with --approved",
            "{n} approved texts stay: {ids}; name the other with their next version, or now with --approved",
            len(sealed),
            ids=sealed,
        )
    for stub in qms.stubs:
        yield say("{path} could not be read and stays as it is", path=stub.path)


def roles_left(plan: Handover, qms: Qms) -> Iterator[Message]:
    """The roles that are still held by who leaves."""
    for held in plan.roles:
        if held.assignment.until and held.assignment.until < qms.as_of:
            continue
        yield say(
            "the role {role} is still held by {person}: write its last day and the next holder into "
            "the register of people",
            role=held.assignment.role,
            person=plan.person.id,
        )


def impartial(outcome: HandedOver, qms: Qms, to: PersonEntry) -> Iterator[Message]:
    """That somebody would audit the own unit (9.2.2 c)."""
    for id_, unit in own_units(qms, outcome.passed, to):
        yield say(
            "{id} covers {unit}, where {person} works: nobody audits the own work; name somebody else there",
            id=id_,
            unit=unit,
            person=to.id,
        )


def competent(
    outcome: HandedOver, qms: Qms, to: PersonEntry, before: PersonEntry
) -> Iterator[Message]:
    """What the one before could do and had shown, which does not pass with the work."""
    for id_, day in untrained_for(qms, outcome.passed, to):
        yield say(
            "{id}: {person} has no training as an internal auditor that holds on {day}; train {person}, or "
            "name somebody else",
            id=id_,
            person=to.id,
            day=day,
        )
    for id_ in proved_seats(outcome.passed):
        yield say(
            "{id}: the unit and the criteria beside {person} are still those of {before}; write those of "
            "{person}",
            id=id_,
            person=to.id,
            before=before.id,
        )


def own_units(qms: Qms, places: Iterable[Place], to: PersonEntry) -> Iterator[tuple[str, str]]:
    """Each planned audit of a unit in which the new auditor works, with that unit."""
    mine = {held.unit for held in to.held_on(qms.as_of)}
    for one in places:
        planned = qms.get(one.id, PlannedAudit)
        for unit in planned.units if planned else ():
            if any(are_kin(qms, unit, own) for own in mine):
                yield one.id, unit


def untrained_for(qms: Qms, places: Iterable[Place], to: PersonEntry) -> Iterator[tuple[str, date]]:
    """Each planned internal audit for which the new auditor's training does not hold, with its first day."""
    for one in places:
        planned = qms.get(one.id, PlannedAudit)
        if planned is None or planned.audit_type is not AuditType.INTERNAL:
            continue
        days = planned_days(planned)
        day = max(days[0], qms.as_of) if days else qms.as_of
        if not was_trained(qms, to.id, day) or ended_on(qms, to.id, day):
            yield one.id, day


def proved_seats(places: Iterable[Place]) -> list[str]:
    """The teams in which a seat passes with the criteria that the one before has met."""
    seats = ((one.id, parts_to(one.document, one.steps)[-1]) for one in places)
    return [id_ for id_, seat in seats if isinstance(seat, Member) and seat.criteria]
