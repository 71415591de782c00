"""The performance agreement: who promises what to whom, and both signatures."""

from __future__ import annotations

from typing import Any, cast

from smmkit.arranging.content import arranged
from smmkit.document_view import DocumentView
from smmkit.documents import Information
from smmkit.documents.direction import PerformanceAgreement, Promise
from smmkit.model.fields import label
from smmkit.page import Block, Cell, Fields, Page, Prose, Shape
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.words import say


def performance_agreement(document: Information, qms: Qms) -> dict[str, Any]:
    """Both sides, what is promised, line by line."""
    agreement = cast("PerformanceAgreement", document)
    view = DocumentView(qms, agreement)
    sides = Fields(
        (
            (say("First party"), Cell(agreement.first_party)),
            (say("Second party"), Cell(agreement.second_party)),
            (label(PerformanceAgreement, "unit"), Cell(view.title_of(agreement.unit))),
            (label(PerformanceAgreement, "year"), Cell(str(agreement.year))),
        )
    )
    said = say(
        "The first party promises to reach the targets below in {year}. Whether that succeeds is the "
        "responsibility of the first party; the second party supervises and evaluates.",
        year=str(agreement.year),
    )
    readings: list[Reading[tuple[int, Promise]]] = [
        Reading(say("No."), lambda row: row[0], Shape.CODE),
        Reading(say("Quality objective"), lambda row: view.title_of(row[1].objective), width=4),
        Reading(say("Performance indicator"), lambda row: view.title_of(row[1].kpi), width=4),
        Reading(label(Promise, "target"), lambda row: row[1].target, width=2),
    ]
    blocks: tuple[Block, ...] = (
        sides,
        Prose(said),
        table_of("", readings, list(enumerate(agreement.promises, 1))),
    )
    apart = "year unit first_party second_party promises"
    return arranged(view, Page("", "", blocks), apart=apart)
