"""The minutes of a management review: every input that 9.3.2 asks for, the decisions, who was there."""

from __future__ import annotations

from typing import Any, cast

from smmkit.arranging.content import arranged, drawn
from smmkit.arranging.rows import LATE, is_late
from smmkit.document_view import DocumentView, listed, person
from smmkit.documents import Information
from smmkit.documents.review import (
    ManagementReview,
    ReviewDecision,
    ReviewInput,
    ReviewTopic,
)
from smmkit.model.fields import label
from smmkit.page import Block, Cell, Heading, Page, Shape, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.words import say

POINTS: dict[ReviewTopic, str] = {
    ReviewTopic.EARLIER_ACTIONS: "a",
    ReviewTopic.CHANGES: "b",
    ReviewTopic.CUSTOMER_SATISFACTION: "c 1",
    ReviewTopic.OBJECTIVES: "c 2",
    ReviewTopic.PROCESSES: "c 3",
    ReviewTopic.NONCONFORMITIES: "c 4",
    ReviewTopic.MEASUREMENT: "c 5",
    ReviewTopic.AUDITS: "c 6",
    ReviewTopic.PROVIDERS: "c 7",
    ReviewTopic.RESOURCES: "d",
    ReviewTopic.RISKS: "e",
    ReviewTopic.IMPROVEMENT: "f",
}
"""Where each topic stands in ISO 9001, 9.3.2."""

Row = tuple[ReviewTopic, ReviewInput | None]


def management_review(document: Information, qms: Qms) -> dict[str, Any]:
    """Inputs in the order of the standard, also those that were not considered; then what was decided."""
    review = cast("ManagementReview", document)
    view = DocumentView(qms, review)
    inputs: list[Reading[Row]] = [
        Reading("9.3.2", lambda row: POINTS.get(row[0], ""), Shape.CODE),
        Reading(label(ReviewInput, "topic"), lambda row: row[0].label, width=2),
        Reading(label(ReviewInput, "what"), considered, width=5),
        Reading(label(ReviewInput, "about"), lambda row: documents(view, row[1]), width=3),
    ]
    decisions: list[Reading[ReviewDecision]] = [
        Reading(
            label(ReviewDecision, "decision_type"), lambda one: one.decision_type.label, width=2
        ),
        Reading(label(ReviewDecision, "what"), lambda one: one.what, width=5),
        Reading(label(ReviewDecision, "owner"), lambda one: view.title_of(one.owner), width=2),
        Reading(label(ReviewDecision, "due"), lambda one: one.due, width=2),
        Reading(label(ReviewDecision, "done"), lambda one: ended(view, one), width=2),
    ]
    blocks: list[Block] = [
        Heading(label(ManagementReview, "inputs")),
        table_of("", inputs, by_topic(review)),
        Heading(label(ManagementReview, "decisions")),
        table_of("", decisions, review.decisions, say("Nothing was decided.")),
    ]
    there = dict.fromkeys((review.chair, *review.participants))
    present = drawn(
        "attendance",
        title=say("Attendance"),
        heads=[say("No."), say("Present"), say("Signature")],
        rows=[person(qms, id_, review.date) for id_ in there],
    )
    said = "inputs decisions participants chair"
    page = Page("", "", tuple(blocks))
    return arranged(view, page, apart=said, head="since", after=(present,))


def by_topic(review: ManagementReview) -> list[Row]:
    """Every topic in the order of the standard, with what was said of it."""
    rows: list[Row] = []
    for topic in sorted(ReviewTopic, key=lambda one: POINTS.get(one, "z")):
        said = [one for one in review.inputs if one.topic is topic]
        rows += [(topic, one) for one in said] or [(topic, None)]
    return rows


def considered(row: Row) -> Cell:
    """What was said of a topic; marked where nothing was."""
    return Cell(row[1].what) if row[1] else Cell(say("not considered"), Tone.WARN)


def documents(view: DocumentView, one: ReviewInput | None) -> Any:
    """What was before the meeting."""
    return listed([view.title_of(id_) for id_ in one.about]) if one and one.about else ""


def ended(view: DocumentView, one: ReviewDecision) -> Cell:
    """When a decision was carried out; marked where that is late."""
    return Cell(LATE) if is_late(view, one) else Cell(one.done or "-")
