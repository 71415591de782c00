"""An audit as plan and report: its team, what was asked and seen, what was found, what it says."""

from __future__ import annotations

from collections import Counter
from typing import Any, cast

from smmkit.analyses.audits import findings_by_audit, settled
from smmkit.analyses.privacy.confidentiality import may_leave
from smmkit.arranging.content import arranged
from smmkit.document_view import DocumentView, joined, person
from smmkit.documents import Information
from smmkit.documents.audit import Audit, Auditor
from smmkit.documents.finding import AuditFinding, Grade
from smmkit.documents.people import PersonEntry
from smmkit.model.fields import label
from smmkit.page import Block, Cell, Fields, Heading, Page, Shape, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.words import Message, say


def audit(document: Information, qms: Qms) -> dict[str, Any]:
    """The head, the team with its independence, plan and checklist, the findings and the verdict."""
    own = cast("Audit", document)
    view = DocumentView(qms, own)
    parts = [
        Page("", "", tuple(blocks)) for blocks in (team(view, own), findings(qms, own)) if blocks
    ]
    head = "audit_type location until planned standards scope body units processes"
    values = arranged(view, *parts[:1], apart="auditors", head=head)
    values["parts"] += parts[1:]
    return values


def team(view: DocumentView, own: Audit) -> list[Block]:
    """Who audits, from which unit, and whether that is none of those that are audited."""
    readings: list[Reading[Auditor]] = [
        Reading(label(Audit, "auditors"), lambda one: who(view, own, one), width=3),
        Reading(say("Role in the team"), task_of),
        Reading(say("Comes from"), lambda one: origin(view, own, one), width=3),
        Reading(say("Independent"), lambda one: independent(view.qms, own, one)),
    ]
    if not own.auditors:
        return [Fields(((label(Audit, "auditors"), Cell("-")),))]
    return [Heading(label(Audit, "auditors")), table_of("", readings, own.auditors)]


def who(view: DocumentView, own: Audit, one: Auditor) -> Message | str:
    """An auditor by the role in the register, or a guest by name."""
    known = [person(view.qms, one.person, own.date)] if one.person else []
    return joined(", ", [*known, *([one.name] if one.name else [])]) if known or one.name else "-"


def task_of(one: Auditor) -> Message:
    """What an auditor does in the team."""
    return say("Lead auditor") if one.lead else say("Auditor")


def units_of(qms: Qms, own: Audit, one: Auditor) -> list[str]:
    """The units in which an auditor held a role on the day."""
    entry = qms.get(one.person or "", PersonEntry)
    return list(dict.fromkeys(held.unit for held in entry.held_on(own.date))) if entry else []


def origin(view: DocumentView, own: Audit, one: Auditor) -> Any:
    """The body or the units that an auditor comes from."""
    return one.body or [view.title_of(unit) for unit in units_of(view.qms, own, one)] or "-"


def independent(qms: Qms, own: Audit, one: Auditor) -> Cell:
    """Whether an auditor comes from none of the audited units; of the own unit others have to take care."""
    if one.body:
        return Cell(say("yes"), Tone.GOOD)
    shared = sorted({*units_of(qms, own, one)} & {*own.units})
    if shared:
        return Cell(say("not for {units}", units=shared), Tone.WARN)
    return Cell(say("yes"), Tone.GOOD) if one.person else Cell("-", Tone.MUTED)


def findings(qms: Qms, own: Audit) -> list[Block]:
    """How many of each grade, then one row for each, with what became of it."""
    found = qms.fact(findings_by_audit).get(own.id, [])
    if not found:
        return []
    counts = Counter(one.grade for one in found)
    readings: list[Reading[AuditFinding]] = [
        Reading(label(AuditFinding, "id"), lambda one: one.id, Shape.CODE),
        Reading(label(AuditFinding, "grade"), lambda one: one.grade.label, width=2),
        Reading(label(AuditFinding, "clause"), lambda one: one.clause, Shape.CODE),
        Reading(label(AuditFinding, "unit"), lambda one: one.unit, Shape.CODE),
        Reading(say("Finding"), lambda one: named(qms, own, one), width=5),
        Reading(say("State"), became, width=2),
    ]
    totals = tuple((one.label, Cell(counts[one])) for one in Grade if counts[one])
    return [Heading(say("Findings")), Fields(totals), table_of("", readings, found)]


def named(qms: Qms, own: Audit, one: AuditFinding) -> Message | str:
    """What a finding is called; on a paper that leaves, not where the finding itself stays."""
    stays = may_leave(own, qms) and not may_leave(one, qms)
    return say("shown on site only") if stays else one.title


def became(one: AuditFinding) -> Cell:
    """Whether a finding is settled, and since when."""
    day = settled(one)
    return (
        Cell(say("settled on {day}", day=day), Tone.GOOD) if day else Cell(say("open"), Tone.WARN)
    )
