"""An audit as plan and report: its team, what was asked and seen, what was found, what it says."""

from __future__ import annotations

from collections import Counter
from typing import Any, cast

from smmkit.analyses.audits import findings_by_audit, plans_of, settled
from smmkit.analyses.privacy.confidentiality import may_leave
from smmkit.arranging.content import arranged
from smmkit.document_view import DocumentView, joined, person
from smmkit.documents import Information
from smmkit.documents.assessment import Status
from smmkit.documents.audit import Audit, Auditor, AuditProgramme
from smmkit.documents.finding import AuditFinding, Grade
from smmkit.documents.people import PersonEntry
from smmkit.model.fields import label
from smmkit.page import Block, Cell, Fields, Heading, Page, Prose, Shape, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.words import Message, say


def audit(document: Information, qms: Qms) -> dict[str, Any]:
    """The head, the team with its independence, plan and checklist, the findings and the verdict."""
    own = cast("Audit", document)
    view = DocumentView(qms, own)
    blocks = (team(view, own), [*findings(qms, own), *extent(qms, own)])
    parts = [Page("", "", tuple(some)) for some in blocks if some]
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
        Reading(label(AuditFinding, "observed"), lambda one: evidence(qms, own, one), width=4),
        Reading(say("State"), became, width=2),
    ]
    totals = tuple((one.label, Cell(counts[one])) for one in Grade if counts[one])
    return [Heading(say("Findings")), Fields(totals), table_of("", readings, found)]


def extent(qms: Qms, own: Audit) -> list[Block]:
    """For what it was held, how far the criteria are met, what was not looked at, and that it is a sample."""
    if not own.checklist:
        return []
    counts = Counter(one.status for one in own.checklist)
    asked = {one.unit for one in own.checklist}
    left = [] if None in asked else [unit for unit in own.units if unit not in asked]
    homes = (qms.homes[id_][0] for id_ in plans_of(own) if id_ in qms.homes)
    aims = [aim for one in homes if isinstance(one, AuditProgramme) for aim in one.objectives]
    rows = (
        (say("Objectives of the audits of the year"), Cell(aims)),
        (
            say("How far the criteria are met"),
            Cell(
                [say("{what}: {n}", what=one.label, n=counts[one]) for one in Status if counts[one]]
            ),
        ),
        (say("Clauses asked about"), Cell(sorted_clauses(qms, own))),
        (say("Units about which nothing was asked"), Cell(left)),
    )
    told = say(
        "An audit looks at a sample: where nothing was found, something may still be. It was held for "
        "{client}.",
        client=qms.settings.organization.name if qms.settings else "",
    )
    said = tuple((name, cell) for name, cell in rows if cell.value)
    return [Heading(say("Extent and limits of the audit")), Fields(said), Prose(told)]


def sorted_clauses(qms: Qms, own: Audit) -> list[str]:
    """The clauses of its questions, in the order of the standard."""
    standard = qms.standard(qms.standard_ids[0])
    order = standard.order if standard else {}
    return sorted({one.clause for one in own.checklist}, key=lambda one: (order.get(one, 999), one))


def named(qms: Qms, own: Audit, one: AuditFinding) -> Message | str:
    """What a finding is called; on a paper that leaves, not where the finding itself stays."""
    return say("shown on site only") if stays(qms, own, one) else one.title


def evidence(qms: Qms, own: Audit, one: AuditFinding) -> Cell:
    """What was seen, on a paper that may say it."""
    return Cell("-" if stays(qms, own, one) else one.observed or "-")


def stays(qms: Qms, own: Audit, one: AuditFinding) -> bool:
    """Whether a finding stays at home, though the paper of its audit leaves."""
    return may_leave(own, qms) and not may_leave(one, qms)


def became(one: AuditFinding) -> Cell:
    """Whether a finding is settled, and since when."""
    day = settled(one)
    return (
        Cell(say("settled on {day}", day=day), Tone.GOOD) if day else Cell(say("open"), Tone.WARN)
    )
