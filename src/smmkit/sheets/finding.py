"""The finding form: problem, place, evidence and reference; cause, action, effect; three signatures."""

from __future__ import annotations

from typing import Any, cast

from smmkit.analyses.audits import settled
from smmkit.analyses.cycle.course import answer_by
from smmkit.arranging.causes import searched
from smmkit.arranging.content import arranged, box, drawn
from smmkit.arranging.rows import task
from smmkit.calendar_ends import missed
from smmkit.document_view import DocumentView
from smmkit.documents import Information
from smmkit.documents.finding import AuditFinding, Effectiveness, Grade
from smmkit.model.fields import label
from smmkit.page import Cell, Tone
from smmkit.qms import Qms
from smmkit.words import Message, say

TONES = {Grade.MAJOR: Tone.BAD, Grade.MINOR: Tone.WARN, Grade.POSITIVE: Tone.GOOD}
ANSWERED_BY_NOBODY = (Grade.POSITIVE, Grade.OBSERVATION)
"""What needs no action, so that empty boxes for one would only mislead."""


def finding(document: Information, qms: Qms) -> dict[str, Any]:
    """The boxes of the form, those for what followed left empty to be filled in by hand."""
    found = cast("AuditFinding", document)
    view = DocumentView(qms, found)
    decided = found.decision is not None or found.grade is Grade.IMPROVEMENT
    return arranged(
        view,
        *stamps(found, qms),
        drawn("boxes", rows=[*plor(view, found), *(decision(found) if decided else ())]),
        drawn("boxes", rows=answers(view, found)),
        *searched(found),
        apart=" ".join(AuditFinding.model_fields),
    )


def stamps(found: AuditFinding, qms: Qms) -> list[dict[str, Any]]:
    """What is stamped on it: settled, late, or open; nothing on what needs no answer."""
    if settled(found):
        return [drawn("stamp", said=say("settled"), tone=Tone.GOOD)]
    if found.grade in ANSWERED_BY_NOBODY and not (found.correction or found.action):
        return []
    duties = [(part.due, part.done) for part in (found.correction, found.action) if part]
    if any(
        missed(*one, qms.as_of) for one in ((answer_by(qms, found, usual=False), None), *duties)
    ):
        return [drawn("stamp", said=say("late"), tone=Tone.BAD)]
    return [drawn("stamp", said=say("open"), tone=Tone.WARN)]


def plor(view: DocumentView, found: AuditFinding) -> list[list[dict[str, Any]]]:
    """Problem, location, objective evidence, reference."""
    audit, unit = view.title_of(found.audit), view.title_of(found.unit)
    grade = Cell(found.grade.label, TONES.get(found.grade, Tone.PLAIN))
    return [
        [
            box(label(AuditFinding, "audit"), audit, wide=2),
            box(label(AuditFinding, "grade"), grade),
            box(label(AuditFinding, "response_due"), found.response_due, room=0),
        ],
        [box(say("Problem"), found.statement)],
        [box(say("Location"), unit), box(say("Reference: clause"), found.clause)],
        [box(label(AuditFinding, "observed"), found.observed)],
        *(
            [[box(label(AuditFinding, "justification"), found.justification)]]
            * bool(found.justification)
        ),
    ]


def decision(found: AuditFinding) -> list[list[dict[str, Any]]]:
    """Whether a suggestion is followed."""
    made = found.decision
    words = (say("followed") if made.accepted else say("not followed")) if made else ""
    return [
        [
            box(label(AuditFinding, "decision"), words, made.on if made else ""),
            box(say("Reason"), made.reason if made else "", wide=2),
        ]
    ]


def answers(view: DocumentView, found: AuditFinding) -> list[list[dict[str, Any]]]:
    """What followed: correction, cause, action, effect, acceptance."""
    rows = [
        (found.correction, [box(label(AuditFinding, "correction"), done(view, found.correction))]),
        (
            found.cause,
            [
                box(label(AuditFinding, "cause"), found.cause, wide=2),
                box(label(AuditFinding, "cause_method"), found.cause_method),
            ],
        ),
        (found.action, [box(label(AuditFinding, "action"), done(view, found.action))]),
        (
            found.effectiveness or found.accepted,
            [
                box(label(AuditFinding, "effectiveness"), *effect(found.effectiveness), wide=2),
                box(label(AuditFinding, "accepted"), found.accepted),
            ],
        ),
    ]
    needed = found.grade not in (*ANSWERED_BY_NOBODY, Grade.IMPROVEMENT)
    return [row for value, row in rows if value or needed]


def done(view: DocumentView, one: Any) -> Message | str:
    """A task with its day, where there is one."""
    return task(view, one) if one else ""


def effect(seen: Effectiveness | None) -> list[Any]:
    """Whether it helped, and how that was found out."""
    if seen is None:
        return []
    helped = (
        Cell(say("effective"), Tone.GOOD)
        if seen.effective
        else Cell(say("not effective"), Tone.BAD)
    )
    return [helped, seen.checked_on, seen.how]
