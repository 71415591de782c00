"""What an auditor asks before anything else: how large, since when, under which laws, how well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from smmkit.analyses.audits import NONCONFORMITIES, audits, done_plans, planned_days
from smmkit.analyses.kpis.kpi import told_year
from smmkit.analyses.kpis.result import Result
from smmkit.analyses.leaving.audit_trail import SETTLED, Difference, Trail
from smmkit.analyses.privacy.confidentiality import may_leave, name_of
from smmkit.document_view import listed as in_lines
from smmkit.documents import Information
from smmkit.documents.audit import AuditProgramme, AuditType, PlannedAudit
from smmkit.documents.objective import Objective
from smmkit.documents.regulations import Regulations
from smmkit.documents.resources import ResourceEntry, Resources
from smmkit.documents.review import ChangePlan, ManagementReview
from smmkit.documents.services import Services
from smmkit.documents.settings import Settings
from smmkit.documents.submission import Submission
from smmkit.page import Block, Cell, Fields, Heading, Shape, Text, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.words import Message, say

T = TypeVar("T", bound=Information)


def blocks(
    qms: Qms, submission: Submission, trails: Iterable[Trail], changed: Difference | None
) -> list[Block]:
    """The facts, then the objectives with their results."""
    rows = [*organization(qms, submission), *checked(qms), *state(qms, trails, changed)]
    return [Heading(say("The organization")), Fields(tuple(rows)), *objectives(qms)]


def organization(qms: Qms, submission: Submission) -> Iterator[tuple[Text, Cell]]:
    """Who it is, what it does, how many people where, and under which rules."""
    settings = qms.settings
    if settings is None:
        return
    yield say("Scope"), Cell(settings.scope.statement)
    services = [entry.title for list_ in shown_documents(qms, Services) for entry in list_.entries]
    yield say("Services"), unless_kept(qms, Services, stated(services))
    yield say("Units"), stated([unit.title for unit in settings.units])
    yield say("Sites"), stated(list(settings.scope.sites))
    yield say("People within the scope"), stated(settings.headcount)
    yield say("In use since"), stated(settings.in_use_since)
    excluded = [
        say("{id}: {reason}", id=e.clause, reason=e.reason) for e in settings.scope.exclusions
    ]
    yield say("Not applicable"), Cell(in_lines(excluded)) if excluded else Cell(say("nothing"))
    if settings.outsourced:
        yield say("Done by others"), Cell(in_lines([one.what for one in settings.outsourced]))
    yield say("Contact"), stated(contact(qms, settings, submission))
    yield say("Consultant"), Cell(submission.consultant or say("none named"))
    laws = [
        law.number
        for list_ in shown_documents(qms, Regulations)
        for law in list_.entries
        if law.in_force <= qms.as_of and (law.until is None or law.until >= qms.as_of)
    ]
    yield say("Laws and regulations"), unless_kept(qms, Regulations, listed(laws))


def contact(qms: Qms, settings: Settings, submission: Submission) -> Text | None:
    """Whom the auditor asks: as the submission says it, else who answers for the QMS."""
    if submission.contact:
        return submission.contact
    return name_of(qms, settings.responsible) if settings.responsible else None


def checked(qms: Qms) -> Iterator[tuple[Text, Cell]]:
    """Internal audits and management reviews: held, and still to come."""
    held = [
        say("{id} of {day}", id=one.id, day=one.date)
        for one in qms.fact(audits)
        if one.audit_type is AuditType.INTERNAL
    ]
    yield (
        say("Internal audits"),
        Cell(in_lines(held)) if held else Cell(say("none in the folder"), Tone.WARN),
    )
    coming = [planned(one) for one in still_planned(qms)]
    if coming:
        yield say("Internal audits planned"), Cell(in_lines(coming))
    reviews = [
        say("{id} of {day}", id=one.id, day=one.date)
        for one in qms.of(ManagementReview)
        if one.date <= qms.as_of
    ]
    yield (
        say("Management reviews"),
        Cell(reviews) if reviews else Cell(say("none in the folder"), Tone.WARN),
    )


def still_planned(qms: Qms) -> Iterator[PlannedAudit]:
    """The internal audits of the programmes that are still to come."""
    done = qms.fact(done_plans)
    for programme in qms.of(AuditProgramme):
        for one in programme.entries:
            days = planned_days(one)
            is_to_come = days is None or days[1] >= qms.as_of
            if one.audit_type is AuditType.INTERNAL and one.id not in done and is_to_come:
                yield one


def planned(one: PlannedAudit) -> Message | str:
    """A planned audit with its time."""
    days = planned_days(one)
    if days is None:
        return one.id
    return say("{id}, {since} to {until}", id=one.id, since=days[0], until=days[1])


def state(
    qms: Qms, trails: Iterable[Trail], changed: Difference | None
) -> Iterator[tuple[Text, Cell]]:
    """What is open, what there is to work with, and what has changed."""
    unsettled = [
        say(
            "{id} ({grade}): {state}",
            id=t.finding.id,
            grade=t.finding.grade.label,
            state=t.outcome.label,
        )
        for t in trails
        if t.finding.grade in NONCONFORMITIES and t.outcome not in SETTLED
    ]
    yield (
        say("Open nonconformities"),
        Cell(in_lines(unsettled), Tone.WARN) if unsettled else Cell(say("none")),
    )
    entries: list[ResourceEntry] = [
        one for list_ in shown_documents(qms, Resources) for one in list_.entries
    ]
    yield say("Resources"), unless_kept(qms, Resources, listed([entry.title for entry in entries]))
    changes = [
        say("{id} {title}", id=plan.id, title=plan.title)
        for plan in qms.of(ChangePlan)
        if changed is None or plan.reviewed is None or plan.reviewed > changed.before.date
    ]
    yield say("Changes of the system"), listed(in_lines(changes) if changes else [])


def objectives(qms: Qms) -> Iterator[Block]:
    """Every indicator in the year of its latest value, with what was reached."""
    period, found = qms.fact(told_year)
    if period is None:
        return
    readings: list[Reading[Result]] = [
        Reading(say("Id"), lambda one: one.kpi.id, Shape.CODE),
        Reading(say("Indicator"), lambda one: one.kpi.title, width=4),
        Reading(say("Target"), aim, Shape.NUMBER),
        Reading(
            say("Actual"), lambda one: one.actual_word or number(one.printed_actual), Shape.NUMBER
        ),
        Reading(say("Achievement"), lambda one: number(one.printed_achievement), Shape.NUMBER),
        Reading(say("State"), lambda one: one.status or one.progress.label, width=2),
    ]
    title = say("Objectives and results {period}", period=period)
    yield Heading(title)
    open_ = {kpi.id for one in shown_documents(qms, Objective) for kpi in one.kpis}
    rows = [one for one in found if one.kpi.id in open_]
    yield table_of(title, readings, rows, say("No indicator is kept."))


def shown_documents(qms: Qms, type_: type[T]) -> list[T]:
    """The documents of a type that may leave; of the others no word stands here."""
    return [one for one in qms.of(type_) if may_leave(one, qms)]


def aim(one: Result) -> object:
    """What was to be reached."""
    if one.target_word:
        return one.target_word
    if one.target_up_to is not None:
        return say("{low} to {high}", low=one.target, high=one.target_up_to)
    return number(one.target)


def number(value: object) -> object:
    """A number, or a dash where there is none."""
    return "-" if value is None else value


def stated(value: object) -> Cell:
    """A fact; one that is missing is told."""
    return Cell(value) if value else Cell(say("not stated"), Tone.WARN)


def listed(items: Any) -> Cell:
    """Several facts, or none."""
    return Cell(items) if items else Cell(say("none in the folder"))


def unless_kept(qms: Qms, type_: type[Information], cell: Cell) -> Cell:
    """A cell; where all documents that fill it stay, the words for that."""
    stays = not shown_documents(qms, type_) and bool(qms.of(type_))
    return Cell(say("shown on site only")) if stays else cell
